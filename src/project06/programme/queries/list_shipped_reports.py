"""The reports that come with the platform, with the names of their units."""

from dataclasses import dataclass
from datetime import date

from project06.places import public as places
from project06.programme.data.report import UnitCut
from project06.programme.queries.cut_report import unit_cut
from project06.programme.rules.report_definitions import SHIPPED


@dataclass(frozen=True, slots=True)
class ShippedReport:
    """What names a shipped report."""

    key: str
    unit: UnitCut
    period: str
    as_of: date


def list_shipped_reports() -> tuple[ShippedReport, ...]:
    """Return the shipped reports in the order of their days."""
    return tuple(
        ShippedReport(each.key, unit_cut(places.get_unit(each.unit_code, each.as_of)), each.period, each.as_of)
        for each in SHIPPED
    )
