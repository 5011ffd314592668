"""One cut through the data: everything a report says, as of one day, in a fixed order, with its digest.

The cut reads for the platform, not for a person: the right to see the unit is asked before, and the same report
has the same digest whoever asks for it.
"""

from dataclasses import replace
from datetime import date

from project06.kernel.periods import Period
from project06.kernel.text import fold
from project06.places import public as places
from project06.places.data import COUNTRY_CODE, UnitData
from project06.places.errors import UnknownUnit
from project06.programme.data.report import ReportCut, ReportDefinition, UnitCut
from project06.programme.queries.cut_report_figures import cut_facts, cut_figures, cut_sources, find_findings
from project06.programme.queries.cut_report_map import cut_map
from project06.programme.queries.cut_report_registers import cut_registers
from project06.programme.rules.report_definitions import define_report
from project06.programme.rules.report_digest import digest_of


def cut_report(unit: str, period: Period, as_of: date) -> ReportCut:
    """Return the cut for a unit, given by code or by name in plain letters ("11", "dien-bien", "VN").

    Raises UnknownUnit of places.
    """
    return cut_definition(define_report(find_report_unit(unit, as_of).code, period, as_of))


def cut_definition(definition: ReportDefinition) -> ReportCut:
    """Return the cut of a definition. Raises UnknownUnit of places."""
    unit = unit_cut(places.get_unit(definition.unit_code, definition.as_of))
    seen_from = unit_cut(places.get_unit(definition.seen_from, definition.as_of)) if definition.seen_from else None
    figures = cut_figures(definition, unit)
    facts = cut_facts(definition)
    cut = ReportCut(
        definition=definition,
        unit=unit,
        seen_from=seen_from,
        figures=figures,
        facts=facts,
        sources=cut_sources(figures, facts),
        findings=find_findings(figures),
        registers=cut_registers(unit.path, definition.as_of, is_country=unit.is_country),
        map=cut_map(definition, unit, seen_from),
    )
    return replace(cut, digest=digest_of(cut))


def find_report_unit(text: str, on: date) -> UnitData:
    """Return the country or the unit that has this code or, among the provinces, this name on the day.

    Raises UnknownUnit of places.
    """
    wanted = text.strip()
    found = places.find_unit(wanted.upper(), on)
    if found is not None:
        return found
    slug = _slug(wanted)
    for province in places.list_children(COUNTRY_CODE, on):
        if _slug(province.name) == slug:
            return province
    raise UnknownUnit(code=wanted, on=on.isoformat())


def unit_cut(unit: UnitData) -> UnitCut:
    """Return what a report says of a unit."""
    return UnitCut(
        code=unit.code,
        path=unit.path,
        name=unit.name,
        official_name=unit.official_name,
        is_country=unit.code == COUNTRY_CODE,
    )


def _slug(text: str) -> str:
    return "-".join(fold(text).replace("-", " ").split())
