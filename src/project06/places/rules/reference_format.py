"""The text of the reference files: three sorted CSV tables, and back again without loss."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from project06.places.data import (
    PATH_SEPARATOR,
    ActKey,
    LegalActData,
    Reference,
    SuccessionData,
    UnitData,
)
from project06.places.enums import Certainty, Extent, Kind

ACTS_FILE = "acts.csv"
UNITS_FILE = "units.csv"
SUCCESSIONS_FILE = "successions.csv"
REFERENCE_FILES = (ACTS_FILE, UNITS_FILE, SUCCESSIONS_FILE)

_ACT_COLUMNS = ("number", "issued_on", "issuer", "title", "effective_on", "certainty", "remark")
_UNIT_COLUMNS = ("path", "kind", "name", "valid_from", "valid_to", "act_number", "act_issued_on")
_SUCCESSION_COLUMNS = (
    "predecessor_code",
    "successor_code",
    "effective_on",
    "extent",
    "act_number",
    "act_issued_on",
)


def parse_reference(files: Mapping[str, str]) -> Reference:
    """Read the three tables; a malformed cell raises ValueError, a missing column KeyError."""
    return Reference(
        acts=parse_acts(files[ACTS_FILE]),
        units=tuple(_unit(row) for row in _rows(files[UNITS_FILE])),
        successions=tuple(_succession(row) for row in _rows(files[SUCCESSIONS_FILE])),
    )


def parse_acts(text: str) -> tuple[LegalActData, ...]:
    """Read the table of legal acts alone."""
    return tuple(_act(row) for row in _rows(text))


def render_reference(reference: Reference) -> dict[str, str]:
    """Write the three tables in one order, so that equal data are equal bytes."""
    acts = sorted(reference.acts, key=lambda act: (act.key.issued_on, act.key.number))
    units = sorted(reference.units, key=lambda unit: (unit.path, unit.valid_from))
    arrows = sorted(
        reference.successions,
        key=lambda arrow: (arrow.effective_on, arrow.predecessor_code, arrow.successor_code),
    )
    return {
        ACTS_FILE: _table(_ACT_COLUMNS, (_act_cells(act) for act in acts)),
        UNITS_FILE: _table(_UNIT_COLUMNS, (_unit_cells(unit) for unit in units)),
        SUCCESSIONS_FILE: _table(_SUCCESSION_COLUMNS, (_succession_cells(arrow) for arrow in arrows)),
    }


def _rows(text: str) -> csv.DictReader[str]:
    return csv.DictReader(io.StringIO(text), strict=True)


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()


def _act(row: Mapping[str, str]) -> LegalActData:
    return LegalActData(
        key=ActKey(row["number"], date.fromisoformat(row["issued_on"])),
        issuer=row["issuer"],
        title=row["title"],
        effective_on=date.fromisoformat(row["effective_on"]),
        certainty=Certainty(row["certainty"]),
        remark=row["remark"],
    )


def _unit(row: Mapping[str, str]) -> UnitData:
    return UnitData(
        code=row["path"].rpartition(PATH_SEPARATOR)[2],
        kind=Kind(row["kind"]),
        name=row["name"],
        path=row["path"],
        valid_from=date.fromisoformat(row["valid_from"]),
        valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
        act=_act_key(row),
    )


def _succession(row: Mapping[str, str]) -> SuccessionData:
    return SuccessionData(
        predecessor_code=row["predecessor_code"],
        successor_code=row["successor_code"],
        effective_on=date.fromisoformat(row["effective_on"]),
        extent=Extent(row["extent"]),
        act=_act_key(row),
    )


def _act_key(row: Mapping[str, str]) -> ActKey:
    return ActKey(row["act_number"], date.fromisoformat(row["act_issued_on"]))


def _act_cells(act: LegalActData) -> Sequence[str]:
    return (
        act.key.number,
        act.key.issued_on.isoformat(),
        act.issuer,
        act.title,
        act.effective_on.isoformat(),
        act.certainty,
        act.remark,
    )


def _unit_cells(unit: UnitData) -> Sequence[str]:
    return (
        unit.path,
        unit.kind,
        unit.name,
        unit.valid_from.isoformat(),
        unit.valid_to.isoformat() if unit.valid_to else "",
        unit.act.number,
        unit.act.issued_on.isoformat(),
    )


def _succession_cells(arrow: SuccessionData) -> Sequence[str]:
    return (
        arrow.predecessor_code,
        arrow.successor_code,
        arrow.effective_on.isoformat(),
        arrow.extent,
        arrow.act.number,
        arrow.act.issued_on.isoformat(),
    )
