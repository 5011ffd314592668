"""Figures of one day in the units of another: /api/v1/places/restatements."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from django.http import HttpRequest
from ninja import Field, Router, Schema

from project06.kernel.access import public_page
from project06.places import public as places
from project06.places.data import Figure, RestatedFigure, UnrestatedFigure
from project06.places.enums import LackReason
from project06.places.rest.schemas import LEVELS, MOST_KEYS, Day, LevelWord, UnitCode, UnitOut, unit_out, units_out

LARGEST_AMOUNT = 10**18

router = Router()

type Amount = (
    Annotated[int, Field(strict=True, ge=-LARGEST_AMOUNT, le=LARGEST_AMOUNT)]
    | Annotated[float, Field(strict=True, ge=-LARGEST_AMOUNT, le=LARGEST_AMOUNT)]
)


class FigureIn(Schema):
    """A count, or a ratio by its two counts."""

    code: UnitCode
    numerator: Amount
    denominator: Amount | None = None


class RestatementIn(Schema):
    """Figures of one day, and the day in whose units they are wanted."""

    figures_on: Day
    to: Day
    level: LevelWord | None = None
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
    ratio: float | None
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


@router.post("/restatements", response=RestatementOut)
@public_page
def restate(request: HttpRequest, wanted: RestatementIn) -> RestatementOut:
    """Tell figures of one day in the units of another; nothing is stored and nothing is guessed."""
    told = places.restate(
        [_figure(each) for each in wanted.figures],
        figures_on=wanted.figures_on,
        to=wanted.to,
        level=wanted.level and LEVELS[wanted.level],
    )
    return RestatementOut(
        figures_on=told.figures_on,
        restated_to=told.restated_to,
        restated=[_restated(figure) for figure in told.restated],
        unrestated=[_unrestated(figure) for figure in told.unrestated],
    )


def _figure(sent: FigureIn) -> Figure:
    denominator = None if sent.denominator is None else _exact(sent.denominator)
    return Figure(sent.code, _exact(sent.numerator), denominator)


def _exact(amount: float) -> int | Decimal:
    """Sum what was written, not its nearest binary fraction."""
    return amount if isinstance(amount, int) else Decimal(str(amount))


def _number(amount: int | Decimal) -> int | float:
    return amount if isinstance(amount, int) else float(amount)


def _restated(figure: RestatedFigure) -> RestatedOut:
    return RestatedOut(
        unit=unit_out(figure.unit),
        numerator=_number(figure.numerator),
        denominator=None if figure.denominator is None else _number(figure.denominator),
        ratio=None if figure.ratio is None else float(figure.ratio),
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
        numerator=_number(aside.figure.numerator),
        denominator=None if aside.figure.denominator is None else _number(aside.figure.denominator),
        candidates=units_out(aside.candidates),
    )
