"""The REST interface below /api/v1/places/."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema
from ninja.params import Path
from pydantic import StringConstraints

from project06.kernel.access import public_page
from project06.kernel.clock import today
from project06.places import public as places
from project06.places.data import COUNTRY_CODE, Figure, LinkedUnit, RestatedFigure, UnitData, UnrestatedFigure
from project06.places.enums import Extent, Kind, LackReason, Level

MOST_KEYS = 10_000
LONGEST_PAGE = 200
LARGEST_AMOUNT = 10**18

router = Router()

type UnitCode = Annotated[str, StringConstraints(pattern=r"^(VN|[0-9]{2}|[0-9]{3}|[0-9]{5})$")]
type Amount = (
    Annotated[int, Field(ge=-LARGEST_AMOUNT, le=LARGEST_AMOUNT)]
    | Annotated[Decimal, Field(max_digits=24, decimal_places=6)]
)

# A filter that names an unknown unit finds nothing to filter.
_UNKNOWN_FILTER = {"responses": {404: {"$ref": "#/components/responses/NotFound"}}}


class UnitOut(Schema):
    """One version of a unit."""

    code: str
    level: Level
    kind: Kind
    name: str
    official_name: str
    path: str
    valid_from: date
    valid_to: date | None
    act_number: str
    act_issued_on: date


class PageOut(Schema):
    """One page; send `next_after` as `after` for the next one."""

    units: list[UnitOut]
    next_after: str | None


class ListIn(Schema):
    """Which page of which list."""

    level: Level
    on: date | None = None
    under: UnitCode = COUNTRY_CODE
    after: UnitCode | None = None
    limit: Annotated[int, Field(ge=1, le=LONGEST_PAGE)] = 50


class SearchIn(Schema):
    """Words, and where and when to look for them."""

    q: Annotated[str, Field(min_length=1, max_length=80)]
    on: date | None = None
    level: Level | None = None
    under: UnitCode | None = None


class LinkOut(Schema):
    """A predecessor or successor, and how much of the older unit passed to the newer."""

    unit: UnitOut
    extent: Extent
    effective_on: date


class Key(Schema):
    """A code and the day on which it is meant."""

    code: UnitCode
    on: date


class ResolutionIn(Schema):
    """The keys to resolve."""

    keys: Annotated[list[Key], Field(max_length=MOST_KEYS)]


class ResolutionOut(Schema):
    """The units in the order of the keys; null where nothing bore the code on the day."""

    units: list[UnitOut | None]


class FigureIn(Schema):
    """A count, or a ratio by its two counts."""

    code: UnitCode
    numerator: Amount
    denominator: Amount | None = None


class RestatementIn(Schema):
    """Figures of one day, and the day in whose units they are wanted."""

    figures_on: date
    to: date
    level: Level | None = None
    figures: Annotated[list[FigureIn], Field(max_length=MOST_KEYS)]


class LackOut(Schema):
    """A unit whose share is missing from a sum."""

    code: str
    official_name: str
    reason: LackReason


class RestatedOut(Schema):
    """A sum over the territory of one unit."""

    unit: UnitOut
    numerator: Amount
    denominator: Amount | None
    ratio: Decimal | None
    is_complete: bool
    sources: list[str]
    lacks: list[LackOut]


class UnrestatedOut(Schema):
    """A figure that cannot be restated without a person."""

    code: str
    numerator: Amount
    denominator: Amount | None
    candidates: list[UnitOut]


class RestatementOut(Schema):
    """What could be summed, and what a person must divide."""

    figures_on: date
    restated_to: date
    restated: list[RestatedOut]
    unrestated: list[UnrestatedOut]


@router.get("/units", response=PageOut, openapi_extra=_UNKNOWN_FILTER)
@public_page
def list_units(request: HttpRequest, wanted: Query[ListIn]) -> PageOut:
    """List the units of a level on a day (today), in Vietnamese alphabetical order."""
    page = places.list_units(
        on=wanted.on or today(), level=wanted.level, under=wanted.under, after=wanted.after, limit=wanted.limit
    )
    return PageOut(units=_units(page.units), next_after=page.next_after)


@router.get("/units/{code}", response=UnitOut)
@public_page
def get_unit(request: HttpRequest, code: Path[UnitCode], on: date | None = None) -> UnitOut:
    """Return the unit that bore the code on a day (today)."""
    return _unit(places.get_unit(code, on or today()))


@router.get("/units/{code}/children", response=list[UnitOut])
@public_page
def list_children(request: HttpRequest, code: Path[UnitCode], on: date | None = None) -> list[UnitOut]:
    """List the units directly below."""
    return _units(places.list_children(code, on or today()))


@router.get("/units/{code}/path", response=list[UnitOut])
@public_page
def get_path(request: HttpRequest, code: Path[UnitCode], on: date | None = None) -> list[UnitOut]:
    """Return the units from the country down to this one."""
    return _units(places.get_path(code, on or today()))


@router.get("/units/{code}/versions", response=list[UnitOut])
@public_page
def list_versions(request: HttpRequest, code: Path[UnitCode]) -> list[UnitOut]:
    """List everything that ever bore the code, oldest first."""
    return _units(places.list_versions(code))


@router.get("/units/{code}/successors", response=list[LinkOut])
@public_page
def list_successors(request: HttpRequest, code: Path[UnitCode], on: date) -> list[LinkOut]:
    """List what the unit of a day became when it ended."""
    return [_link(link) for link in places.list_successors(code, on)]


@router.get("/units/{code}/predecessors", response=list[LinkOut])
@public_page
def list_predecessors(request: HttpRequest, code: Path[UnitCode], on: date) -> list[LinkOut]:
    """List what the unit of a day was formed from."""
    return [_link(link) for link in places.list_predecessors(code, on)]


@router.get("/units/{code}/counterparts", response=list[UnitOut])
@public_page
def list_counterparts(request: HttpRequest, code: Path[UnitCode], on: date, to: date | None = None) -> list[UnitOut]:
    """List the units of another day (today) on the territory of the unit."""
    return _units(places.as_of(code, on, to or today()))


@router.get("/found-units", response=list[UnitOut], openapi_extra=_UNKNOWN_FILTER)
@public_page
def search_units(request: HttpRequest, wanted: Query[SearchIn]) -> list[UnitOut]:
    """Find units of a day (today) by words typed with or without diacritics, best first."""
    found = places.search_units(wanted.q, on=wanted.on or today(), level=wanted.level, under=wanted.under)
    return _units(found)


@router.post("/resolutions", response=ResolutionOut)
@public_page
def resolve_many(request: HttpRequest, wanted: ResolutionIn) -> ResolutionOut:
    """Resolve up to 10,000 pairs of code and day at once."""
    found = places.resolve_many((key.code, key.on) for key in wanted.keys)
    return ResolutionOut(units=[None if unit is None else _unit(unit) for unit in found])


@router.post("/restatements", response=RestatementOut)
@public_page
def restate(request: HttpRequest, wanted: RestatementIn) -> RestatementOut:
    """Tell figures of one day in the units of another; nothing is stored and nothing is guessed."""
    told = places.restate(
        [Figure(each.code, each.numerator, each.denominator) for each in wanted.figures],
        figures_on=wanted.figures_on,
        to=wanted.to,
        level=wanted.level,
    )
    return RestatementOut(
        figures_on=told.figures_on,
        restated_to=told.restated_to,
        restated=[_restated(figure) for figure in told.restated],
        unrestated=[_unrestated(figure) for figure in told.unrestated],
    )


def _unit(unit: UnitData) -> UnitOut:
    return UnitOut(
        code=unit.code,
        level=unit.level,
        kind=unit.kind,
        name=unit.name,
        official_name=unit.official_name,
        path=unit.path,
        valid_from=unit.valid_from,
        valid_to=unit.valid_to,
        act_number=unit.act.number,
        act_issued_on=unit.act.issued_on,
    )


def _units(units: tuple[UnitData, ...]) -> list[UnitOut]:
    return [_unit(unit) for unit in units]


def _link(link: LinkedUnit) -> LinkOut:
    return LinkOut(unit=_unit(link.unit), extent=link.extent, effective_on=link.effective_on)


def _restated(figure: RestatedFigure) -> RestatedOut:
    return RestatedOut(
        unit=_unit(figure.unit),
        numerator=figure.numerator,
        denominator=figure.denominator,
        ratio=figure.ratio,
        is_complete=figure.is_complete,
        sources=[source.code for source in figure.sources],
        lacks=[
            LackOut(code=lack.unit.code, official_name=lack.unit.official_name, reason=lack.reason)
            for lack in figure.lacks
        ],
    )


def _unrestated(aside: UnrestatedFigure) -> UnrestatedOut:
    return UnrestatedOut(
        code=aside.unit.code,
        numerator=aside.figure.numerator,
        denominator=aside.figure.denominator,
        candidates=_units(aside.candidates),
    )
