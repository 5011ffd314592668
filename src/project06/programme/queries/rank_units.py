"""Units compared fairly on one indicator in one period."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from project06.kernel.periods import Period
from project06.kernel.permissions import Actor, check
from project06.places.data import COUNTRY_CODE, UnitData
from project06.places.enums import Kind
from project06.programme.data.indicator_views import RankedUnit, Ranking, UnrankedUnit
from project06.programme.data.indicators import UnitKey
from project06.programme.enums import READ, Coverage, ObservationStatus
from project06.programme.errors import MisfitPeriod
from project06.programme.models import LatestObservation, Observation
from project06.programme.queries.indicator_catalogue import current_catalogue
from project06.programme.queries.indicator_units import FigureUnit, siblings_on
from project06.programme.queries.observations import plain_or_none
from project06.programme.rules.indicators import plain
from project06.programme.rules.ranking import Entry, rank_entries


def rank_units(
    *,
    indicator: str,
    period: str,
    on: date,
    seen_by: Actor,
    parent: str = COUNTRY_CODE,
    kind: Kind | None = None,
) -> Ranking:
    """Give places to the units that stood below `parent` on the last day of the period; `kind` narrows the group.

    `on` is the day for the ages of values. Comparing is public within steering: whoever may read anywhere may
    see the places of all. Raises UnknownIndicator, MisfitPeriod, UnknownUnit, NotAllowed.
    """
    check(seen_by, READ)
    row, version = current_catalogue().find(indicator)
    units = _units(parent, read_period(period).last_on, kind)
    rows = observations_of(row, period, units)
    entries = [_entry(unit, rows.get(unit.key)) for unit in units]
    ranked = rank_entries(entries, version.direction, on=on)
    lacking = _last_known(row, [unit.key for unit in ranked.missing])
    return Ranking(
        version=version,
        period=period,
        on=on,
        places=tuple(
            _ranked(place.unit.unit, rows[place.unit.key], place.place, place.ties, place.age_days)
            for place in ranked.places
        ),
        missing=tuple(_unranked(unit.unit, lacking.get(unit.key)) for unit in ranked.missing),
    )


def read_period(code: str) -> Period:
    """Read the code of a period. Raises MisfitPeriod."""
    try:
        return Period.parse(code)
    except ValueError as fault:
        raise MisfitPeriod(period=code) from fault


def observations_of(version: int, period: str, units: Iterable[FigureUnit]) -> Mapping[UnitKey, Observation]:
    """The rows of units in a period, one query."""
    codes = {unit.key.code for unit in units}
    rows = Observation.objects.filter(version=version, period=period, coverage=Coverage.WHOLE, unit_code__in=codes)
    return {UnitKey(row.unit_code, row.unit_since): row for row in rows}


def _units(parent: str, on: date, kind: Kind | None) -> list[FigureUnit]:
    return [unit for unit in siblings_on(parent, on) if kind is None or unit.unit.kind is kind]


def _entry(unit: FigureUnit, row: Observation | None) -> Entry[FigureUnit]:
    if row is None or row.value is None:
        return Entry(unit, None)
    return Entry(unit, plain(row.value), row.as_of_on)


def _ranked(unit: UnitData, row: Observation, place: int, ties: int, age_days: int | None) -> RankedUnit:
    assert row.value is not None  # noqa: S101 - only valued rows have a place
    return RankedUnit(
        unit=unit,
        place=place,
        ties=ties,
        value=plain(row.value),
        numerator=plain_or_none(row.numerator),
        denominator=plain_or_none(row.denominator),
        status=ObservationStatus(row.status),
        age_days=age_days,
        observation=row.uuid,
    )


def _last_known(version: int, keys: Sequence[UnitKey]) -> Mapping[UnitKey, Observation]:
    rows = LatestObservation.objects.filter(version=version, unit_code__in=[key.code for key in keys])
    found = rows.filter(valued__isnull=False).select_related("valued")
    return {UnitKey(row.unit_code, row.unit_since): row.valued for row in found if row.valued is not None}


def _unranked(unit: UnitData, last: Observation | None) -> UnrankedUnit:
    if last is None or last.value is None:
        return UnrankedUnit(unit, None, None)
    return UnrankedUnit(unit, last.period, plain(last.value))
