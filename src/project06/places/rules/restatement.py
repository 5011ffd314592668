"""Tells the figures of one day in the units of another, without guessing.

A figure is additive where its territory lies wholly in one unit of the other day. Where it was
divided, its share in each part is a fact that no rule knows: the figure is set aside with its
candidates, and every sum that lacks it says so. The division is harmless as soon as all parts
meet in one unit above: that is what `level` asks for.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from project06.places.data import (
    PATH_SEPARATOR,
    Figure,
    Lack,
    RestatedFigure,
    Restatement,
    UnitData,
    UnrestatedFigure,
)
from project06.places.enums import LackReason, Level
from project06.places.rules.gazetteer import Gazetteer

type UnitFigure = tuple[UnitData, Figure]


@dataclass(slots=True)
class _Sum:
    """What gathers in one unit of the other day."""

    figures: list[UnitFigure] = field(default_factory=list)
    shares: list[UnitData] = field(default_factory=list)


def restate(
    gazetteer: Gazetteer,
    figures: Sequence[UnitFigure],
    *,
    figures_on: date,
    to: date,
    level: Level | None = None,
) -> Restatement:
    """Sum figures into the units of the day `to`, or into those above them at `level`.

    The figures must not overlap (`find_overlap`) and be all counts or all ratios.
    """
    sums: dict[UnitData, _Sum] = defaultdict(_Sum)
    unrestated = []
    for unit, figure in figures:
        targets = land(gazetteer, unit, to, level)
        if len(targets) == 1:
            sums[targets[0]].figures.append((unit, figure))
            continue
        unrestated.append(UnrestatedFigure(unit, figure, targets))
        for target in targets:
            sums[target].shares.append(unit)
    restated = tuple(
        _restated(gazetteer, target, gathered, figures_on) for target, gathered in sums.items() if gathered.figures
    )
    return Restatement(figures_on, to, restated, tuple(unrestated))


def land(gazetteer: Gazetteer, unit: UnitData, to: date, level: Level | None) -> tuple[UnitData, ...]:
    """The units of the day `to`, at the level if one is asked, among which a unit's territory lies."""
    counterparts = gazetteer.counterparts(unit, to)
    if level is None:
        return counterparts
    raised = (gazetteer.ancestor(found, level, to) or found for found in counterparts)
    return tuple(dict.fromkeys(raised))


def find_overlap(units: Iterable[UnitData]) -> UnitData | None:
    """A unit whose territory another of the units already covers; its figure would count twice."""
    seen: set[str] = set()
    for unit in sorted(units, key=lambda unit: len(unit.path)):
        if _covers(seen, unit):
            return unit
        seen.add(unit.path)
    return None


def _restated(gazetteer: Gazetteer, target: UnitData, gathered: _Sum, figures_on: date) -> RestatedFigure:
    units = tuple(unit for unit, _ in gathered.figures)
    known: dict[str, Lack | None] = {unit.path: None for unit in units}
    known |= {unit.path: Lack(unit, LackReason.SPLIT) for unit in gathered.shares}
    lacks = (
        lack
        for unit in gazetteer.counterparts(target, figures_on)
        for lack in _lacks(gazetteer, unit, known, figures_on)
    )
    return RestatedFigure(
        unit=target,
        numerator=_total(figure.numerator for _, figure in gathered.figures),
        denominator=_total_or_none([figure.denominator for _, figure in gathered.figures]),
        sources=units,
        lacks=tuple(dict.fromkeys(lacks)),
    )


def _lacks(gazetteer: Gazetteer, unit: UnitData, known: Mapping[str, Lack | None], on: date) -> Iterator[Lack]:
    """What is missing of a unit: nothing, a share, itself, or whatever its children miss."""
    covering = next((path for path in _prefixes(unit.path) if path in known), None)
    if covering is not None:
        lack = known[covering]
        yield from () if lack is None else (lack,)
        return
    below = f"{unit.path}{PATH_SEPARATOR}"
    if not any(path.startswith(below) for path in known):
        yield Lack(unit, LackReason.NOT_REPORTED)
        return
    for child in gazetteer.children(unit.code, on):
        yield from _lacks(gazetteer, child, known, on)


def _prefixes(path: str) -> Iterator[str]:
    """The path itself, then those of the units above it."""
    while path:
        yield path
        path = path.rpartition(PATH_SEPARATOR)[0]


def _covers(paths: set[str], unit: UnitData) -> bool:
    return any(path in paths for path in _prefixes(unit.path))


def _total(amounts: Iterable[int | Decimal]) -> int | Decimal:
    return sum(amounts, start=0)


def _total_or_none(amounts: Sequence[int | Decimal | None]) -> int | Decimal | None:
    """Counts have no denominator; ratios all have one."""
    known = [amount for amount in amounts if amount is not None]
    return _total(known) if known else None
