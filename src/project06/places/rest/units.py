"""Units by code and day: /api/v1/places/units, /found-units, /resolutions."""

from django.http import HttpRequest
from ninja import Query, Router
from ninja.params import Path

from project06.kernel.access import public_page
from project06.kernel.clock import today
from project06.places import public as places
from project06.places.rest.schemas import (
    LEVELS,
    Day,
    UnitCode,
    UnitLinkOut,
    UnitListIn,
    UnitOut,
    UnitPageOut,
    UnitResolutionIn,
    UnitResolutionOut,
    UnitSearchIn,
    link_out,
    unit_out,
    units_out,
)

# A filter that names an unknown unit finds nothing to filter.
_UNKNOWN_FILTER = {"responses": {404: {"$ref": "#/components/responses/NotFound"}}}

router = Router()


@router.get("/units", response=UnitPageOut, openapi_extra=_UNKNOWN_FILTER)
@public_page
def list_units(request: HttpRequest, wanted: Query[UnitListIn]) -> UnitPageOut:
    """List the units of a level on a day (today), in Vietnamese alphabetical order."""
    page = places.list_units(
        on=wanted.on or today(), level=LEVELS[wanted.level], under=wanted.under, after=wanted.after, limit=wanted.limit
    )
    return UnitPageOut(units=units_out(page.units), next_after=page.next_after)


@router.get("/units/{code}", response=UnitOut)
@public_page
def get_unit(request: HttpRequest, code: Path[UnitCode], on: Day | None = None) -> UnitOut:
    """Return the unit that bore the code on a day (today)."""
    return unit_out(places.get_unit(code, on or today()))


@router.get("/units/{code}/children", response=list[UnitOut])
@public_page
def list_children(request: HttpRequest, code: Path[UnitCode], on: Day | None = None) -> list[UnitOut]:
    """List the units directly below."""
    return units_out(places.list_children(code, on or today()))


@router.get("/units/{code}/path", response=list[UnitOut])
@public_page
def get_path(request: HttpRequest, code: Path[UnitCode], on: Day | None = None) -> list[UnitOut]:
    """Return the units from the country down to this one."""
    return units_out(places.get_path(code, on or today()))


@router.get("/units/{code}/versions", response=list[UnitOut])
@public_page
def list_versions(request: HttpRequest, code: Path[UnitCode]) -> list[UnitOut]:
    """List everything that ever bore the code, oldest first."""
    return units_out(places.list_versions(code))


@router.get("/units/{code}/successors", response=list[UnitLinkOut])
@public_page
def list_successors(request: HttpRequest, code: Path[UnitCode], on: Day) -> list[UnitLinkOut]:
    """List what the unit of a day became when it ended."""
    return [link_out(link) for link in places.list_successors(code, on)]


@router.get("/units/{code}/predecessors", response=list[UnitLinkOut])
@public_page
def list_predecessors(request: HttpRequest, code: Path[UnitCode], on: Day) -> list[UnitLinkOut]:
    """List what the unit of a day was formed from."""
    return [link_out(link) for link in places.list_predecessors(code, on)]


@router.get("/units/{code}/counterparts", response=list[UnitOut])
@public_page
def list_counterparts(request: HttpRequest, code: Path[UnitCode], on: Day, to: Day | None = None) -> list[UnitOut]:
    """List the units of another day (today) on the territory of the unit."""
    return units_out(places.as_of(code, on, to or today()))


@router.get("/found-units", response=list[UnitOut], openapi_extra=_UNKNOWN_FILTER)
@public_page
def search_units(request: HttpRequest, wanted: Query[UnitSearchIn]) -> list[UnitOut]:
    """Find units of a day (today) by words typed with or without diacritics, best first."""
    found = places.search_units(
        wanted.q, on=wanted.on or today(), level=wanted.level and LEVELS[wanted.level], under=wanted.under
    )
    return units_out(found)


@router.post("/resolutions", response=UnitResolutionOut)
@public_page
def resolve_many(request: HttpRequest, wanted: UnitResolutionIn) -> UnitResolutionOut:
    """Resolve up to 10,000 pairs of code and day at once."""
    found = places.resolve_many((key.code, key.on) for key in wanted.keys)
    return UnitResolutionOut(units=[None if unit is None else unit_out(unit) for unit in found])
