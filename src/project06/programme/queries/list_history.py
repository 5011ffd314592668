"""The figures of a unit over the years, as they were reported."""

from collections.abc import Mapping, Sequence
from datetime import date

from project06.kernel.permissions import Actor, check
from project06.programme.data.indicators import ObservationData
from project06.programme.enums import READ, Coverage
from project06.programme.models import Observation
from project06.programme.queries.indicator_units import figure_unit
from project06.programme.queries.observations import observation_data


def list_history(
    *, indicators: Sequence[str], unit_code: str, on: date, seen_by: Actor
) -> Mapping[str, tuple[ObservationData, ...]]:
    """Every row of the unit for these indicators, oldest first, in one query; nothing is restated.

    Raises UnknownUnit, NotAllowed.
    """
    unit = figure_unit(unit_code, on)
    check(seen_by, READ, path=unit.unit.path)
    rows = Observation.objects.filter(
        unit_code=unit.key.code,
        unit_since=unit.key.since,
        version__indicator__code__in=indicators,
        coverage=Coverage.WHOLE,
    ).select_related("version__indicator", "source")
    found: dict[str, list[ObservationData]] = {code: [] for code in indicators}
    for row in rows.order_by("period_end", "period_start", "version__number"):
        found[row.version.indicator.code].append(observation_data(row))
    return {code: tuple(series) for code, series in found.items()}
