"""The figures of one period told in the units of another day, and compared there.

Counts and amounts are summed; a rate is computed anew from its two counts. A lone percentage cannot be
restated, except where the unit kept its whole territory: it is set aside and says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from project06.kernel.permissions import Actor, check
from project06.places import public as places
from project06.places.data import COUNTRY_CODE, Figure, RestatedFigure, UnitData
from project06.programme.data.indicator_views import NotRestated, RestatedRanking, RestatedUnit
from project06.programme.data.indicators import VersionData
from project06.programme.enums import READ, Direction, MeasureKind
from project06.programme.models import Observation
from project06.programme.queries.indicator_catalogue import current_catalogue
from project06.programme.queries.indicator_units import siblings_on
from project06.programme.queries.rank_units import observations_of, read_period
from project06.programme.rules.indicators import plain, ratio_value
from project06.programme.rules.ranking import Entry, rank_entries


@dataclass(slots=True)
class _Sorted:
    """The figures of a period by what can be done with them."""

    summable: list[Figure] = field(default_factory=list)
    kept: list[RestatedUnit] = field(default_factory=list)
    aside: list[NotRestated] = field(default_factory=list)
    silent: list[UnitData] = field(default_factory=list)


def restate_ranking(
    *, indicator: str, period: str, to: date, seen_by: Actor, parent: str = COUNTRY_CODE
) -> RestatedRanking:
    """Tell the figures of the period in the units of the day `to` and give places to those that are whole.

    Raises UnknownIndicator, MisfitPeriod, UnknownUnit, NotAllowed.
    """
    check(seen_by, READ)
    row, version = current_catalogue().find(indicator)
    figures_on = read_period(period).last_on
    units = siblings_on(parent, figures_on)
    rows = observations_of(row, period, units)
    divided = _sort([(unit.unit, rows.get(unit.key)) for unit in units], version, to)
    told = places.restate(divided.summable, figures_on=figures_on, to=to)
    ages = {row.unit_code: row.as_of_on for row in rows.values()}
    summed = [_restated(figure, version, ages, to) for figure in told.restated]
    aside = [
        *divided.aside,
        *(
            NotRestated(each.unit, Decimal(each.figure.numerator), each.candidates, is_lone_ratio=False)
            for each in told.unrestated
        ),
    ]
    return RestatedRanking(
        version=version,
        period=period,
        figures_on=figures_on,
        restated_to=to,
        units=_placed([*divided.kept, *summed], version.direction, to),
        not_restated=tuple(aside),
        not_reported=tuple(divided.silent),
    )


def _sort(pairs: Iterable[tuple[UnitData, Observation | None]], version: VersionData, to: date) -> _Sorted:
    is_rate = version.measure.kind is MeasureKind.PERCENT
    found = _Sorted()
    for unit, row in pairs:
        if row is None or row.value is None:
            found.silent.append(unit)
        elif not is_rate:
            found.summable.append(Figure(unit.code, plain(row.value)))
        elif row.numerator is not None and row.denominator is not None:
            found.summable.append(Figure(unit.code, row.numerator, row.denominator))
        else:
            _keep_or_set_aside(found, unit, row, to)
    return found


def _keep_or_set_aside(found: _Sorted, unit: UnitData, row: Observation, to: date) -> None:
    """A lone percentage stays true of a unit whose territory is still exactly one unit."""
    assert row.value is not None  # noqa: S101 - asked by the caller
    value = plain(row.value)
    candidates = places.as_of(unit.code, unit.valid_from, to)
    heir = candidates[0] if len(candidates) == 1 else None
    if heir is not None and len(places.as_of(heir.code, to, unit.valid_from)) == 1:
        age = None if row.as_of_on is None else max((to - row.as_of_on).days, 0)
        found.kept.append(RestatedUnit(heir, None, 0, value, None, None, (unit,), (), age))
    else:
        found.aside.append(NotRestated(unit, value, candidates, is_lone_ratio=True))


def _restated(figure: RestatedFigure, version: VersionData, ages: Mapping[str, date | None], to: date) -> RestatedUnit:
    numerator = Decimal(figure.numerator)
    denominator = None if figure.denominator is None else Decimal(figure.denominator)
    value = numerator if denominator is None else ratio_value(numerator, denominator, version.factor)
    known = [day for source in figure.sources if (day := ages.get(source.code)) is not None]
    return RestatedUnit(
        unit=figure.unit,
        place=None,
        ties=0,
        value=plain(value if value is not None else Decimal(0)),
        numerator=None if denominator is None else plain(numerator),
        denominator=None if denominator is None else plain(denominator),
        sources=figure.sources,
        lacks=figure.lacks,
        # A sum is as old as its oldest part.
        age_days=max((to - min(known)).days, 0) if known else None,
    )


def _placed(units: Sequence[RestatedUnit], direction: Direction, to: date) -> tuple[RestatedUnit, ...]:
    """Whole units by place, then those that lack a part: a partial sum is not compared."""
    whole = [Entry(unit, unit.value) for unit in units if not unit.lacks]
    ranked = rank_entries(whole, direction, on=to)
    placed = [
        RestatedUnit(
            unit=each.unit.unit,
            place=each.place,
            ties=each.ties,
            value=each.value,
            numerator=each.unit.numerator,
            denominator=each.unit.denominator,
            sources=each.unit.sources,
            lacks=(),
            age_days=each.unit.age_days,
        )
        for each in ranked.places
    ]
    unplaced = [unit for unit in units if unit.lacks or direction is Direction.NEUTRAL]
    return (*placed, *unplaced)
