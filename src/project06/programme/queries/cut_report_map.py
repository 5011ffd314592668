"""The map of a report: provinces coloured by an indicator, or the place of the unit in the country."""

from collections import defaultdict
from decimal import Decimal

from project06.kernel.periods import Period
from project06.places import public as places
from project06.places.data import COUNTRY_CODE, ProvinceRegion
from project06.programme.data.report import MapCut, RegionCut, ReportDefinition, UnitCut
from project06.programme.enums import Coverage, MeasureKind
from project06.programme.enums.report import MapKind
from project06.programme.models import Observation
from project06.programme.queries.indicator_versions import get_version
from project06.programme.rules.indicators import plain
from project06.programme.rules.report_order import most_reported

FEWEST_PROVINCES = 5
"""With fewer values a map would show the gaps, not the figures."""


def cut_map(definition: ReportDefinition, unit: UnitCut, seen_from: UnitCut | None) -> MapCut:
    """Return the map: of the country with the best reported percentage by province, or of where the unit lies."""
    regions = places.list_province_regions(definition.as_of)
    chosen = seen_from.code if seen_from else unit.path.split("/")[1] if not unit.is_country else ""
    values = _province_values(definition) if unit.is_country and not definition.sources else {}
    code = most_reported(values, FEWEST_PROVINCES)
    kind = MapKind.VALUES if code else MapKind.ALL if unit.is_country else MapKind.PLACE
    return MapCut(
        kind=kind,
        figure=get_version(code) if code else None,
        regions=tuple(_region(each, values.get(code, {}), chosen) for each in regions),
    )


def _region(region: ProvinceRegion, values: dict[str, Decimal], chosen: str) -> RegionCut:
    unit = region.unit
    return RegionCut(
        unit=UnitCut(unit.code, unit.path, unit.name, unit.official_name, is_country=False),
        shapes=region.shapes,
        value=values.get(unit.path),
        is_chosen=unit.code == chosen,
    )


def _province_values(definition: ReportDefinition) -> dict[str, dict[str, Decimal]]:
    """Values by province of every percentage of the period, by indicator; one statement."""
    period = Period.parse(definition.period)
    rows = Observation.objects.filter(
        period=period.code,
        coverage=Coverage.WHOLE,
        version__measure__kind=MeasureKind.PERCENT,
        value__isnull=False,
        as_of_on__lte=definition.as_of,
    ).exclude(unit_code=COUNTRY_CODE)
    found: dict[str, dict[str, Decimal]] = defaultdict(dict)
    for code, path, value in rows.order_by("version__number").values_list(
        "version__indicator__code", "unit_path", "value"
    ):
        if path.count("/") == 1 and value is not None:
            found[code][path] = plain(value)
    return found
