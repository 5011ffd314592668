"""The three tables as one reference, siblings in Vietnamese alphabetical order."""

from collections.abc import Iterator

from django.db import connection

from project06.places.data import ActKey, LegalActData, Reference, SuccessionData, UnitData
from project06.places.enums import Certainty, Extent, Kind

_ACTS = """
SELECT number, issued_on, issuer, title, effective_on, certainty, remark
FROM places_legalact ORDER BY issued_on, number
"""

_UNITS = """
SELECT unit.code, unit.kind, unit.name, unit.path, unit.valid_from, unit.valid_to, act.number, act.issued_on
FROM places_unit AS unit
JOIN places_legalact AS act ON act.id = unit.act_id
ORDER BY unit.sort_key, unit.code, unit.valid_from
"""

_ARROWS = """
SELECT older.code, newer.code, arrow.effective_on, arrow.extent, act.number, act.issued_on
FROM places_succession AS arrow
JOIN places_unit AS older ON older.id = arrow.predecessor_id
JOIN places_unit AS newer ON newer.id = arrow.successor_id
JOIN places_legalact AS act ON act.id = arrow.act_id
ORDER BY older.sort_key, older.code, newer.sort_key, newer.code
"""


def read_tables() -> Reference:
    """Read acts, units and arrows with three statements."""
    return Reference(tuple(_acts()), tuple(_units()), tuple(_arrows()))


def _acts() -> Iterator[LegalActData]:
    with connection.cursor() as cursor:
        cursor.execute(_ACTS)
        for number, issued_on, issuer, title, effective_on, certainty, remark in cursor.fetchall():
            key = ActKey(number, issued_on)
            yield LegalActData(key, issuer, title, effective_on, Certainty(certainty), remark)


def _units() -> Iterator[UnitData]:
    kinds = {kind.value: kind for kind in Kind}
    with connection.cursor() as cursor:
        cursor.execute(_UNITS)
        for code, kind, name, path, valid_from, valid_to, *act in cursor.fetchall():
            yield UnitData(code, kinds[kind], name, path, valid_from, valid_to, ActKey(*act))


def _arrows() -> Iterator[SuccessionData]:
    extents = {extent.value: extent for extent in Extent}
    with connection.cursor() as cursor:
        cursor.execute(_ARROWS)
        for older, newer, on, extent, *act in cursor.fetchall():
            yield SuccessionData(older, newer, on, extents[extent], ActKey(*act))
