"""Which duties somebody may see: their own agency's, those below them, those that report to them."""

from django.db.models import Q

from project06.kernel.permissions import Actor, ActorKind, can, visible
from project06.reporting.enums import CHECK, ORGANISE, REPORT, SEE
from project06.reporting.models import Obligation
from project06.reporting.rules.states import ORGANISER, REPORTER, SUPERIOR

_NONE = Q(pk__in=[])


def own(actor: Actor) -> Q:
    """Return the condition for duties of the actor's own agency: every ministry stands at the country's path."""
    return Q(agency_code=actor.agency) & visible(actor, REPORT) if actor.agency else _NONE


def to_check(actor: Actor) -> Q:
    """Return the condition for duties whose reports the actor checks as superior agency or organiser."""
    if actor.kind is ActorKind.SYSTEM:
        return Q()
    if not actor.agency:
        return _NONE
    home = Q(superior=actor.agency) | Q(campaign__organiser=actor.agency)
    return home & visible(actor, CHECK)


def organised(actor: Actor) -> Q:
    """Return the condition for duties of campaigns that the actor's agency organises."""
    if actor.kind is ActorKind.SYSTEM:
        return Q()
    return Q(campaign__organiser=actor.agency) & visible(actor, ORGANISE) if actor.agency else _NONE


def readable(actor: Actor) -> Q:
    """Return the condition for every duty that the actor may look at."""
    return own(actor) | to_check(actor) | organised(actor) | visible(actor, SEE)


def can_read(actor: Actor, obligation: Obligation) -> bool:
    """Say in Python what `readable` says in SQL, for a duty with its campaign loaded."""
    return bool(levels_of(actor, obligation)) or can(actor, SEE, path=obligation.unit_path)


def levels_of(actor: Actor, obligation: Obligation) -> frozenset[str]:
    """Return on which levels the actor stands over a duty; `obligation` has its campaign loaded."""
    if actor.kind is ActorKind.SYSTEM:
        return frozenset({REPORTER, SUPERIOR, ORGANISER})
    organiser = obligation.campaign.organiser
    homes: dict[str, tuple[str, set[str | None]]] = {
        REPORTER: (REPORT, {obligation.agency_code}),
        SUPERIOR: (CHECK, {obligation.superior, organiser}),
        ORGANISER: (ORGANISE, {organiser}),
    }
    return frozenset(
        level
        for level, (permission, agencies) in homes.items()
        if actor.agency and actor.agency in agencies and can(actor, permission, path=obligation.unit_path)
    )
