"""Load the reference of organisations: one set-based write, safe to run any number of times."""

from collections.abc import Sequence

from django.db import connection

from project06.agencies.data import LoadReport
from project06.agencies.enums import LOAD
from project06.agencies.events import AgenciesLoaded
from project06.agencies.operations import load_statements as sql
from project06.agencies.queries.read_reference import ReferenceData, read_reference
from project06.agencies.rules.periods import Life
from project06.agencies.rules.reference_format import LinkRow, RoleRow
from project06.evidence import public as evidence
from project06.kernel.clock import now
from project06.kernel.events import publish
from project06.kernel.ids import new_uuid
from project06.kernel.permissions import Actor, check
from project06.kernel.text import fold, sort_key


@evidence.operation
def load_agencies(*, write: bool, by: Actor) -> LoadReport:
    """Bring the tables to what the reference says; count only, unless `write`.

    Organisations that the reference no longer knows are counted and kept: history is never deleted.
    Raises NotAllowed. Law: Resolution 176/2025/QH15, Law 72/2025/QH15, Decree 118/2025/NĐ-CP.
    """
    check(by, LOAD)
    reference = read_reference()
    _stage(reference)
    report = _apply(is_written=write)
    if write:
        evidence.record(
            by=by,
            action="agencies.load-agencies",
            subject_kind="agencies",
            subject=None,
            purpose="Keep the directory of organisations equal to the law",
            legal_ground="Resolution 176/2025/QH15; Law 72/2025/QH15",
            details={"added": str(report.agencies_added), "changed": str(report.agencies_changed)},
        )
        publish(AgenciesLoaded(added=report.agencies_added, changed=report.agencies_changed, loaded_at=now()))
    return report


def _stage(reference: ReferenceData) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql.DROP_STAGING)
        cursor.execute(sql.CREATE_STAGING)
    _copy("staged_agency", [_agency_row(life) for life in reference.agencies])
    _copy("staged_version", [row for life in reference.agencies for row in _version_rows(life)])
    _copy("staged_succession", [_succession_row(link) for link in reference.links])
    _copy("staged_role", [_role_row(role) for role in reference.roles])


def _apply(*, is_written: bool) -> LoadReport:
    with connection.cursor() as cursor:

        def count(statement: str) -> int:
            cursor.execute(statement)
            found = cursor.fetchone()
            return int(found[0]) if found else 0

        def change(statement: str) -> int:
            cursor.execute(statement)
            return int(cursor.rowcount)

        report = LoadReport(
            agencies_added=count(sql.COUNT_ADDED),
            agencies_changed=count(sql.COUNT_CHANGED),
            versions_written=count(sql.COUNT_VERSIONS),
            successions_written=count(sql.COUNT_SUCCESSIONS),
            roles_written=count(sql.COUNT_ROLES),
            not_in_reference=count(sql.COUNT_UNKNOWN),
            is_written=is_written,
        )
        if is_written:
            for statement in sql.WRITE:
                change(statement)
        cursor.execute(sql.DROP_STAGING)
    return report


def _copy(table: str, rows: Sequence[Sequence[object]]) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _agency_row(life: Life) -> tuple[object, ...]:
    return (
        new_uuid(),
        life.code,
        life.unit_code,
        life.unit_path,
        life.valid_from,
        life.valid_to,
        life.is_certain,
        life.note,
        life.note_en,
    )


def _version_rows(life: Life) -> list[tuple[object, ...]]:
    return [
        (
            life.code,
            life.valid_from,
            row.kind.value,
            row.name,
            row.name_en,
            # Both languages are searched in one column.
            fold(f"{row.name} {row.name_en} {row.code}"),
            sort_key(row.name),
            row.parent or None,
            row.valid_from,
            row.valid_to,
            row.act,
        )
        for row in life.versions
    ]


def _succession_row(link: LinkRow) -> tuple[object, ...]:
    return (
        link.predecessor,
        link.successor,
        link.on,
        link.kind.value,
        link.act,
        link.is_certain,
        link.note,
        link.note_en,
    )


def _role_row(role: RoleRow) -> tuple[object, ...]:
    return (
        new_uuid(),
        role.code,
        role.name,
        role.name_en,
        role.description,
        role.description_en,
        list(role.permissions),
    )
