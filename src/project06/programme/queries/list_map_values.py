"""An indicator on the map of provinces."""

from collections.abc import Sequence
from datetime import date

from project06.kernel.permissions import Actor, check
from project06.places import public as places
from project06.places.data import ProvinceRegion
from project06.programme.data.indicator_views import IndicatorMap, MapValue
from project06.programme.data.indicators import UnitKey
from project06.programme.enums import READ, Coverage, ObservationStatus
from project06.programme.models import IndicatorVersion, LatestObservation, Observation
from project06.programme.queries.indicator_units import unit_key
from project06.programme.queries.indicator_versions import newest_version, version_data
from project06.programme.queries.observations import plain_or_none
from project06.programme.rules.indicators import data_age_days


def list_map_values(*, indicator: str, on: date, seen_by: Actor, period: str | None = None) -> IndicatorMap:
    """The value of each province of the day: of one period, or the newest each has with its age.

    Figures of a province that was merged stay with it: they are on the map of its own days only. Raises
    UnknownIndicator, NotAllowed.
    """
    check(seen_by, READ)
    version = newest_version(indicator)
    regions = places.list_province_regions(on)
    rows = _rows(version, period, [region.unit.code for region in regions])
    values = tuple(_value(region, rows.get(unit_key(region.unit)), on) for region in regions)
    return IndicatorMap(version_data(version), on, values)


def _rows(version: IndicatorVersion, period: str | None, codes: Sequence[str]) -> dict[UnitKey, Observation]:
    if period is None:
        newest = LatestObservation.objects.filter(version=version, unit_code__in=codes).select_related(
            "valued", "observation"
        )
        found = [row.valued or row.observation for row in newest]
    else:
        found = list(
            Observation.objects.filter(version=version, period=period, coverage=Coverage.WHOLE, unit_code__in=codes)
        )
    return {UnitKey(row.unit_code, row.unit_since): row for row in found}


def _value(region: ProvinceRegion, row: Observation | None, on: date) -> MapValue:
    if row is None:
        return MapValue(region.unit, region.shapes, None, None, None, None)
    return MapValue(
        unit=region.unit,
        shapes=region.shapes,
        value=plain_or_none(row.value),
        status=ObservationStatus(row.status),
        period=row.period,
        age_days=None if row.as_of_on is None else data_age_days(row.as_of_on, on),
    )
