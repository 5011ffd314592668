"""Figures of one day told in the units of another."""

from collections.abc import Sequence
from datetime import date

from project06.kernel.errors import FieldError
from project06.places.data import Figure, Restatement
from project06.places.enums import Level
from project06.places.errors import MixedFigures, OverlappingFigures, UnknownFigures, UnknownUnit
from project06.places.queries.current_gazetteer import current_gazetteer
from project06.places.queries.units import resolve_many
from project06.places.rules import restatement


def restate(figures: Sequence[Figure], *, figures_on: date, to: date, level: Level | None = None) -> Restatement:
    """Sum figures of `figures_on` into the units of `to`, or into those above them at `level`.

    A divided unit is set aside with its candidates, and sums say what they lack: `rules.restatement`.
    Raises UnknownFigures, OverlappingFigures, MixedFigures.
    """
    if len({figure.denominator is None for figure in figures}) > 1:
        raise MixedFigures
    pairs = _with_units(figures, figures_on)
    twice = restatement.find_overlap(unit for unit, _ in pairs)
    if twice is not None:
        raise OverlappingFigures(code=twice.code)
    return restatement.restate(current_gazetteer(), pairs, figures_on=figures_on, to=to, level=level)


def _with_units(figures: Sequence[Figure], on: date) -> list[restatement.UnitFigure]:
    found = resolve_many((figure.code, on) for figure in figures)
    unknown = tuple(
        FieldError(f"figures.{place}.code", UnknownUnit.code, UnknownUnit(code=figure.code, on=on.isoformat()).say())
        for place, (figure, unit) in enumerate(zip(figures, found, strict=True))
        if unit is None
    )
    if unknown:
        raise UnknownFigures(errors=unknown, on=on.isoformat())
    return [(unit, figure) for unit, figure in zip(found, figures, strict=True) if unit is not None]
