"""Figures of one day told in the units of another."""

from collections.abc import Sequence
from datetime import date

from project06.places.data import Figure, Restatement
from project06.places.enums import Level
from project06.places.errors import MixedFigures, OverlappingFigures
from project06.places.queries.current_gazetteer import current_gazetteer
from project06.places.queries.units import get_unit
from project06.places.rules import restatement


def restate(figures: Sequence[Figure], *, figures_on: date, to: date, level: Level | None = None) -> Restatement:
    """Sum figures of `figures_on` into the units of `to`, or into those above them at `level`.

    A divided unit is set aside with its candidates, and sums say what they lack: `rules.restatement`.
    Raises UnknownUnit, OverlappingFigures, MixedFigures.
    """
    if len({figure.denominator is None for figure in figures}) > 1:
        raise MixedFigures
    units = [get_unit(figure.code, figures_on) for figure in figures]
    twice = restatement.find_overlap(units)
    if twice is not None:
        raise OverlappingFigures(code=twice.code)
    pairs = list(zip(units, figures, strict=True))
    return restatement.restate(current_gazetteer(), pairs, figures_on=figures_on, to=to, level=level)
