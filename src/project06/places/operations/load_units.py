"""Brings the tables to the delivered reference."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from django.db import connection, transaction

from project06.evidence import public as evidence
from project06.kernel.clock import now
from project06.kernel.events import publish
from project06.kernel.ids import new_uuid
from project06.kernel.permissions import Actor, check
from project06.kernel.text import fold, sort_key
from project06.places.data import LegalActData, LoadReport, Reference, UnitData
from project06.places.enums import LOAD_UNITS
from project06.places.errors import FaultyReference
from project06.places.events import UnitsLoaded
from project06.places.models import Release
from project06.places.operations import load_statements as sql
from project06.places.queries.current_gazetteer import find_release, forget_gazetteer
from project06.places.queries.reference_files import REFERENCE_FOLDER, checksum, read_files
from project06.places.rules.integrity import find_faults
from project06.places.rules.reference_format import parse_reference

STORED_FORM = "1"
"""Raise it when search or sort keys are derived differently: every installation then loads anew."""


@evidence.operation
def load_units(*, write: bool, by: Actor, folder: Path = REFERENCE_FOLDER) -> LoadReport:
    """Make acts, units and arrows equal to the reference; only count what differs, unless `write`.

    Safe to run twice: an unchanged reference is recognised and nothing is touched.
    Raises NotAllowed, FaultyReference. Law: Decision 124/2004/QĐ-TTg, Resolution 202/2025/QH15.
    """
    check(by, LOAD_UNITS)
    files = read_files(folder)
    known = checksum(files, form=STORED_FORM)
    release = find_release()
    if release is not None and release.checksum == known:
        return LoadReport(known, added=0, changed=0, removed=0, is_written=False)
    reference = parse_reference(files)
    if faults := find_faults(reference):
        raise FaultyReference(fault=faults[0], count=len(faults))
    report = _replace_tables(reference, known, is_written=write)
    if write:
        _tell(report, by)
    return report


def _replace_tables(reference: Reference, known: str, *, is_written: bool) -> LoadReport:
    """Run the steps and count their rows; a dry run is the same work, undone."""
    counts = Counter[str]()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql.STAGE)
        _copy("staged_act", (_act_row(act) for act in reference.acts))
        _copy("staged_unit", (_unit_row(unit) for unit in reference.units))
        _copy("staged_arrow", _arrow_rows(reference))
        cursor.execute(sql.ANALYZE_STAGED)
        for effect, statement in sql.STEPS:
            cursor.execute(statement)
            counts[effect] += cursor.rowcount
        cursor.execute(sql.UNSTAGE)
        cursor.execute(sql.ANALYZE_LOADED)
        transaction.set_rollback(not is_written)
    return LoadReport(
        known,
        added=counts["added"],
        changed=counts["changed"],
        removed=counts["removed"],
        is_written=is_written,
    )


def _tell(report: LoadReport, by: Actor) -> None:
    """Leave the mark of the release, the evidence and the event; every process then looks anew."""
    loaded_at = now()
    release = Release.objects.create(checksum=report.checksum, loaded_at=loaded_at)
    counts = {"added": report.added, "changed": report.changed, "removed": report.removed}
    evidence.record(
        by=by,
        action="places.load-units",
        subject_kind="units",
        subject=None,
        purpose="Keep the administrative units equal to the law",
        legal_ground="Decision 124/2004/QĐ-TTg; Resolution 202/2025/QH15",
        details={"release": str(release.pk)} | {name: str(count) for name, count in counts.items()},
    )
    publish(UnitsLoaded(release=release.pk, loaded_at=loaded_at, **counts))
    forget_gazetteer()
    transaction.on_commit(forget_gazetteer)


def _copy(table: str, rows: Iterable[Sequence[object]]) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _act_row(act: LegalActData) -> Sequence[object]:
    return (*act.key, act.issuer, act.title, act.effective_on, act.certainty.value, act.remark)


def _unit_row(unit: UnitData) -> Sequence[object]:
    return (
        new_uuid(),
        unit.code,
        unit.level.value,
        unit.kind.value,
        unit.name,
        fold(unit.official_name),
        sort_key(unit.name),
        unit.path,
        unit.valid_from,
        unit.valid_to,
        *unit.act,
    )


def _arrow_rows(reference: Reference) -> Iterator[Sequence[object]]:
    begins = {(unit.code, unit.valid_to): unit.valid_from for unit in reference.units}
    for arrow in reference.successions:
        yield (
            arrow.predecessor_code,
            begins[arrow.predecessor_code, arrow.effective_on],
            arrow.successor_code,
            arrow.effective_on,
            arrow.extent.value,
            *arrow.act,
        )
