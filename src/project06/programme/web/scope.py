"""The unit a page speaks of: asked for in the address, else that of the reader's agency, never beyond their right."""

from datetime import date

from project06.agencies import public as agencies
from project06.kernel.permissions import Actor, can, check
from project06.places import public as places
from project06.places.data import COUNTRY_CODE, UnitData
from project06.programme.enums import READ
from project06.ui.data import Link


def choose_unit(actor: Actor, code: str, on: date) -> UnitData:
    """Return the unit with the code on the day, or the reader's own for an empty code.

    Raises UnknownUnit (places), and NotAllowed for a unit outside the reader's right.
    """
    unit = places.get_unit(code, on) if code else own_unit(actor, on)
    check(actor, READ, path=unit.path)
    return unit


def find_asked_unit(actor: Actor, code: str, on: date) -> UnitData | None:
    """Return the unit somebody asked for, None when nobody asked. Raises as `choose_unit`."""
    return choose_unit(actor, code, on) if code else None


def own_unit(actor: Actor, on: date) -> UnitData:
    """Return the unit of the reader's agency, the country for whoever has none."""
    agency = agencies.find_agency(actor.agency, on) if actor.agency else None
    unit = places.find_unit(agency.unit_code, on) if agency else None
    return unit or places.get_unit(COUNTRY_CODE, on)


def units_below(unit: UnitData, on: date) -> tuple[UnitData, ...]:
    """Return the units directly below, for the choice of a part."""
    return tuple(places.list_children(unit.code, on))


def unit_choices(actor: Actor, on: date) -> list[tuple[str, str]]:
    """Return the reader's own unit and what lies directly below as codes and names."""
    own = own_unit(actor, on)
    units = (own, *units_below(own, on))
    return [(unit.code, unit.official_name) for unit in units if can(actor, READ, path=unit.path)]


def unit_trail(actor: Actor, unit: UnitData, on: date, href: str) -> tuple[Link, ...]:
    """Return the units above that the reader may see, and the unit itself, as links."""
    codes = unit.path.split("/")
    found = [place for place in (places.find_unit(code, on) for code in codes) if place is not None]
    seen = [place for place in found if can(actor, READ, path=place.path)]
    return tuple(
        Link(place.official_name, f"{href}?unit={place.code}", current=place.code == unit.code) for place in seen
    )
