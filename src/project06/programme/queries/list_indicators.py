"""Where the indicators of a unit stand: read from the precomputed rows, with target, place and sparkline."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db.models import Q

from project06.kernel.permissions import Actor, check
from project06.programme.data.indicator_views import IndicatorLine, Standing, TrendPoint, UnitIndicators
from project06.programme.data.indicators import ObservationData, TargetData, VersionData
from project06.programme.enums import READ, IndicatorGroup, MeasureKind
from project06.programme.models import LatestObservation, Observation, Target, UnitScore
from project06.programme.queries.indicator_units import FigureUnit, figure_unit
from project06.programme.queries.indicator_versions import version_data
from project06.programme.queries.observations import observation_data, plain_or_none
from project06.programme.queries.targets import target_data
from project06.programme.rules.indicators import baseline_of, data_age_days, is_reached


def list_indicators(*, unit_code: str, on: date, seen_by: Actor, group: IndicatorGroup | None = None) -> UnitIndicators:
    """Every indicator for which the unit of that day has a row, by group and name in the order of definition.

    Three queries, whatever the number of indicators. Raises UnknownUnit, NotAllowed.
    """
    unit = figure_unit(unit_code, on)
    check(seen_by, READ, path=unit.unit.path)
    rows = _latest(unit, group)
    targets = _targets(rows, unit, on)
    standings = _standings(rows, unit)
    lines = (_line(row, targets.get(row.version.indicator_id), standings.get(row.version_id), on) for row in rows)
    order = list(IndicatorGroup)
    return UnitIndicators(unit.unit, on, tuple(sorted(lines, key=lambda line: order.index(line.version.group))))


def _latest(unit: FigureUnit, group: IndicatorGroup | None) -> list[LatestObservation]:
    """The precomputed rows, one for each indicator: that of its newest definition."""
    rows = LatestObservation.objects.filter(unit_code=unit.key.code, unit_since=unit.key.since)
    if group is not None:
        rows = rows.filter(version__indicator__group=group)
    found = rows.select_related(
        "version__indicator", "version__measure", "version__source", "observation__source", "valued__source"
    ).order_by("version__indicator_id", "version__number")
    return list({row.version.indicator_id: row for row in found}.values())


def _targets(rows: Sequence[LatestObservation], unit: FigureUnit, on: date) -> Mapping[int, TargetData]:
    """The target of each indicator: the unit's own, or for a rate that of a unit above; the next one due."""
    codes = unit.unit.path.split("/")
    above = ["/".join(codes[: depth + 1]) for depth in range(len(codes))]
    found = (
        Target.objects.filter(
            Q(unit_code=unit.key.code, unit_since=unit.key.since)
            | Q(unit_path__in=above[:-1], version__measure__kind=MeasureKind.PERCENT),
            replaced_at__isnull=True,
            version__indicator__in={row.version.indicator_id for row in rows},
        )
        .select_related("version__indicator")
        .order_by("by_on")
    )
    chosen: dict[int, Target] = {}
    for target in found:
        known = chosen.get(target.version.indicator_id)
        if known is None or _is_nearer(target, known, on):
            chosen[target.version.indicator_id] = target
    return {indicator: target_data(target) for indicator, target in chosen.items()}


def _is_nearer(target: Target, known: Target, on: date) -> bool:
    """Own before inherited, due before past, sooner before later."""

    def rank(each: Target) -> tuple[int, bool, int]:
        return (-len(each.unit_path), each.by_on < on, abs((each.by_on - on).days))

    return rank(target) < rank(known)


def _standings(rows: Iterable[LatestObservation], unit: FigureUnit) -> Mapping[int, Standing]:
    """The place in the newest period with a value."""
    wanted = {row.version_id: row.valued.period for row in rows if row.valued is not None}
    scores = UnitScore.objects.filter(
        unit_code=unit.key.code, unit_since=unit.key.since, period__in=set(wanted.values()), version__in=wanted
    )
    return {
        score.version_id: Standing(score.period, score.place, score.ties, score.ranked, score.missing)
        for score in scores
        if wanted[score.version_id] == score.period
    }


def _line(row: LatestObservation, target: TargetData | None, standing: Standing | None, on: date) -> IndicatorLine:
    version = version_data(row.version)
    current = _observation(row.observation, row)
    valued = None if row.valued is None else _observation(row.valued, row)
    return IndicatorLine(
        version=version,
        current=current,
        valued=valued,
        baseline=baseline_of(valued.reading) if valued else None,
        target=target,
        is_on_target=_is_on_target(version, valued, target),
        age_days=_age(valued, on),
        trend=tuple(
            TrendPoint(period, plain_or_none(value)) for period, value in zip(row.trend_periods, row.trend, strict=True)
        ),
        standing=standing,
    )


def _observation(stored: Observation, row: LatestObservation) -> ObservationData:
    stored.version = row.version  # already loaded with the row
    return observation_data(stored)


def _is_on_target(version: VersionData, valued: ObservationData | None, target: TargetData | None) -> bool | None:
    if valued is None or valued.value is None or target is None:
        return None
    return is_reached(valued.value, target.value, version.direction)


def _age(valued: ObservationData | None, on: date) -> int | None:
    if valued is None or valued.reading.as_of_on is None:
        return None
    return data_age_days(valued.reading.as_of_on, on)
