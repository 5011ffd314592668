"""Where the indicators of a unit stand: read from the precomputed rows, with target, place and sparkline."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q

from project06.kernel.permissions import Actor, check
from project06.programme.data.indicator_views import IndicatorLine, Standing, TrendPoint, UnitIndicators
from project06.programme.data.indicators import ObservationData, TargetData, VersionData
from project06.programme.enums import READ, IndicatorGroup, MeasureKind
from project06.programme.models import LatestObservation, Observation, Target, UnitScore
from project06.programme.queries.indicator_catalogue import catalogue_with
from project06.programme.queries.indicator_units import FigureUnit, figure_unit
from project06.programme.queries.observations import observation_data, plain_or_none
from project06.programme.queries.targets import target_data
from project06.programme.rules.indicators import baseline_of, data_age_days, is_reached


@dataclass(frozen=True, slots=True)
class _Latest:
    """A precomputed row with the observations it points to."""

    row: int
    version: VersionData
    current: ObservationData
    valued: ObservationData | None
    trend: tuple[TrendPoint, ...]


def list_indicators(*, unit_code: str, on: date, seen_by: Actor, group: IndicatorGroup | None = None) -> UnitIndicators:
    """Every indicator for which the unit of that day has a row, by group.

    Four queries, whatever the number of indicators. Raises UnknownUnit, NotAllowed.
    """
    unit = figure_unit(unit_code, on)
    check(seen_by, READ, path=unit.unit.path)
    rows = _latest(unit, group)
    targets = _targets([each.version.indicator for each in rows], unit, on)
    standings = _standings(rows, unit)
    lines = (_line(each, targets.get(each.version.indicator), standings.get(each.row), on) for each in rows)
    order = list(IndicatorGroup)
    return UnitIndicators(unit.unit, on, tuple(sorted(lines, key=lambda line: order.index(line.version.group))))


def _latest(unit: FigureUnit, group: IndicatorGroup | None) -> list[_Latest]:
    """The precomputed rows, one for each indicator: that of its newest definition with a row."""
    found = LatestObservation.objects.filter(unit_code=unit.key.code, unit_since=unit.key.since)
    stored = list(
        found.order_by("version_id").values_list("version_id", "observation_id", "valued_id", "trend_periods", "trend")
    )
    catalogue = catalogue_with(row[0] for row in stored)
    newest = {
        catalogue.by_row[row[0]].indicator: row
        for row in stored
        if group is None or catalogue.by_row[row[0]].group is group
    }
    wanted = {number for row in newest.values() for number in row[1:3] if number is not None}
    observations = {
        row.pk: observation_data(row, catalogue.by_row[row.version_id])
        for row in Observation.objects.filter(pk__in=wanted).select_related("source")
    }
    return [
        _Latest(
            version,
            catalogue.by_row[version],
            observations[current],
            observations.get(valued),
            _trend(periods, values),
        )
        for version, current, valued, periods, values in newest.values()
    ]


def _trend(periods: Sequence[str], values: Sequence[Decimal | None]) -> tuple[TrendPoint, ...]:
    pairs = zip(periods, values, strict=True)
    return tuple(TrendPoint(period, plain_or_none(value)) for period, value in pairs)


def _targets(indicators: Sequence[str], unit: FigureUnit, on: date) -> Mapping[str, TargetData]:
    """The target of each indicator: the unit's own, or for a rate that of a unit above; the next one due."""
    codes = unit.unit.path.split("/")
    above = ["/".join(codes[: depth + 1]) for depth in range(len(codes))]
    found = Target.objects.filter(
        Q(unit_code=unit.key.code, unit_since=unit.key.since)
        | Q(unit_path__in=above[:-1], version__measure__kind=MeasureKind.PERCENT),
        replaced_at__isnull=True,
        version__indicator__code__in=indicators,
    ).select_related("version__indicator")
    chosen: dict[str, Target] = {}
    for target in found:
        code = target.version.indicator.code
        if code not in chosen or _nearness(target, on) < _nearness(chosen[code], on):
            chosen[code] = target
    return {code: target_data(target) for code, target in chosen.items()}


def _nearness(target: Target, on: date) -> tuple[int, bool, int]:
    """Own before inherited, due before past, sooner before later."""
    return (-len(target.unit_path), target.by_on < on, abs((target.by_on - on).days))


def _standings(rows: Iterable[_Latest], unit: FigureUnit) -> Mapping[int, Standing]:
    """The place in the newest period with a value, by row of the definition."""
    wanted = {each.row: each.valued.period for each in rows if each.valued is not None}
    scores = UnitScore.objects.filter(
        unit_code=unit.key.code, unit_since=unit.key.since, version__in=wanted, period__in=set(wanted.values())
    )
    return {
        version: Standing(period, place, ties, ranked, missing)
        for version, period, place, ties, ranked, missing in scores.values_list(
            "version_id", "period", "place", "ties", "ranked", "missing"
        )
        if wanted[version] == period
    }


def _line(latest: _Latest, target: TargetData | None, standing: Standing | None, on: date) -> IndicatorLine:
    valued = latest.valued
    return IndicatorLine(
        version=latest.version,
        current=latest.current,
        valued=valued,
        baseline=baseline_of(valued.reading) if valued else None,
        target=target,
        is_on_target=_is_on_target(latest.version, valued, target),
        age_days=_age(valued, on),
        trend=latest.trend,
        standing=standing,
    )


def _is_on_target(version: VersionData, valued: ObservationData | None, target: TargetData | None) -> bool | None:
    if valued is None or valued.value is None or target is None:
        return None
    return is_reached(valued.value, target.value, version.direction)


def _age(valued: ObservationData | None, on: date) -> int | None:
    if valued is None or valued.reading.as_of_on is None:
        return None
    return data_age_days(valued.reading.as_of_on, on)
