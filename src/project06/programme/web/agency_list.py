"""Agencies by code for the questions of forms: the reader's own and those that answer to it."""

from dataclasses import dataclass
from datetime import date

from project06.agencies import public as agencies
from project06.agencies.enums import AgencyKind
from project06.kernel.permissions import Actor
from project06.programme.web.words import language

MOST = 200


@dataclass(frozen=True, slots=True)
class AgencyOption:
    """An agency that a form proposes."""

    code: str
    name: str


def list_agency_options(actor: Actor, on: date) -> tuple[AgencyOption, ...]:
    """Return the reader's agency and those below it, in Vietnamese order; two statements."""
    own = agencies.find_agency(actor.agency, on) if actor.agency else None
    if own is None:
        return ()
    below = agencies.list_subordinates(own.code, on=on, limit=MOST).agencies
    return tuple(AgencyOption(each.code, each.name_in(language())) for each in (own, *below))


def name_of_agency(code: str, on: date) -> str:
    """Return the name of an agency of the day, the code where there is none."""
    found = agencies.find_agency(code, on) if code else None
    return found.name_in(language()) if found else code


def list_departments(actor: Actor, on: date) -> tuple[str, ...]:
    """Return the codes of the departments that answer to the reader's agency: who sits in its meetings."""
    if not actor.agency:
        return ()
    below = agencies.list_subordinates(actor.agency, on=on, limit=MOST).agencies
    return tuple(each.code for each in below if each.kind is AgencyKind.DEPARTMENT)
