"""What the consistency rules say of a unit's figures in a period."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from project06.kernel.permissions import Actor, check
from project06.programme.data.indicators import Finding
from project06.programme.enums import READ, Coverage, MeasureKind, Qualifier
from project06.programme.models import Observation
from project06.programme.queries.indicator_units import FigureUnit, figure_unit
from project06.programme.queries.observations import reading_of
from project06.programme.rules.consistency import (
    PART_RULES,
    check_outlier,
    check_parts,
    check_range,
    check_reading,
    check_series,
)
from project06.programme.rules.indicators import plain

LONGEST_HISTORY = 24
"""Values before the judged one that an outlier is measured against."""


def list_findings(*, unit_code: str, on: date, period: str, seen_by: Actor) -> tuple[Finding, ...]:
    """Contradictions, outliers and unclassified rests, each naming the figures involved, in two queries.

    Raises UnknownUnit, NotAllowed.
    """
    unit = figure_unit(unit_code, on)
    check(seen_by, READ, path=unit.unit.path)
    rows = _rows(unit, period)
    series = _series(unit, [row.version_id for row in rows])
    found = [finding for row in rows for finding in judge_row(row, series.get(row.version_id, ()))]
    values = {row.version.indicator.code: plain(row.value) for row in rows if row.value is not None}
    found += [finding for rule in PART_RULES for finding in check_parts(rule, values)]
    return tuple(found)


def judge_row(row: Observation, series: Sequence[Observation]) -> Iterator[Finding]:
    """What the rules say of one row beside the other rows of its series, oldest first."""
    version, reading = row.version, reading_of(row)
    name = version.indicator.code
    yield from check_reading(name, reading, factor=version.factor)
    if row.value is None:
        return
    yield from check_range(name, plain(row.value), version.lowest, version.highest)
    yield from check_series(name, reading, _exact_values(series))
    history = [
        plain(each.value)
        for each in series
        if each.value is not None and each.period_end < row.period_end and _shape(each) == _shape(row)
    ]
    is_percent = version.measure.kind == MeasureKind.PERCENT
    yield from check_outlier(name, plain(row.value), history[-LONGEST_HISTORY:], is_percent=is_percent)


def _rows(unit: FigureUnit, period: str) -> list[Observation]:
    rows = Observation.objects.filter(
        unit_code=unit.key.code, unit_since=unit.key.since, period=period, coverage=Coverage.WHOLE, value__isnull=False
    )
    return list(rows.select_related("version__indicator", "version__measure", "source").order_by("version_id"))


def _series(unit: FigureUnit, versions: Sequence[int]) -> Mapping[int, list[Observation]]:
    found: dict[int, list[Observation]] = {}
    rows = Observation.objects.filter(
        unit_code=unit.key.code, unit_since=unit.key.since, version__in=versions, coverage=Coverage.WHOLE
    )
    for row in rows.order_by("version_id", "period_end", "period_start"):
        found.setdefault(row.version_id, []).append(row)
    return found


def _exact_values(series: Sequence[Observation]) -> Mapping[str, Decimal]:
    """Values that are said exactly: "more than 50 trillion" contradicts no larger number."""
    return {
        row.period: plain(row.value) for row in series if row.value is not None and row.qualifier == Qualifier.EXACT
    }


def _shape(row: Observation) -> str:
    """What kind of period it is: months are compared with months."""
    return "".join(sign for sign in row.period if not sign.isdigit())
