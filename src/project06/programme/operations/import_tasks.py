"""Take over a list of tasks: all of it or nothing."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db import connection
from psycopg.types.json import Jsonb

from project06.evidence import public as evidence
from project06.kernel.clock import now, today
from project06.kernel.errors import FieldError
from project06.kernel.events import publish
from project06.kernel.ids import new_uuid
from project06.kernel.permissions import Actor, check
from project06.places import public as places
from project06.programme.data.task_import import ImportReport, RowFault
from project06.programme.enums.steering import MANAGE_TASKS
from project06.programme.errors.steering import FaultyRows, UnusableList
from project06.programme.events.steering import TasksImported
from project06.programme.operations import import_statements as sql
from project06.programme.operations.import_resolution import Resolved, Resolver
from project06.programme.operations.task_support import GROUND
from project06.programme.operations.task_writing import folded_of
from project06.programme.rules.table_reading import UnreadableTable, read_table
from project06.programme.rules.task_rows import read_rows

MOST_FAULTS_TOLD = 200


@evidence.operation
def import_tasks(*, content: bytes, register: str, write: bool, by: Actor) -> ImportReport:
    """Read a list (.xlsx or CSV) into the register of the unit of today's code; only judge it, unless `write`.

    Tasks are known by their code: the same list twice changes nothing. An empty cell leaves what is stored;
    due dates and leads of stored tasks are never changed by a list. Memory is bounded by the limits of
    `rules/table_reading.py`.
    Raises UnknownUnit (places), NotAllowed, UnusableList; FaultyRows when `write` and any cell is wrong.
    """
    path = places.get_unit(register, today()).path
    check(by, MANAGE_TASKS, path=path)
    report, resolved = _judge(content, path)
    if not write:
        return report
    if not report.is_clean:
        raise FaultyRows(count=report.fault_count, errors=[_field_error(fault) for fault in report.faults])
    _store(resolved, path, by)
    evidence.record(
        by=by,
        action="programme.import-tasks",
        subject_kind="tasks",
        subject=None,
        purpose="Take over a list of tasks",
        legal_ground=GROUND,
        details={
            "register": path,
            "added": str(report.added),
            "changed": str(report.changed),
            "file": _in_groups(report.digest),
        },
    )
    publish(
        TasksImported(register_path=path, digest=_in_groups(report.digest), added=report.added, changed=report.changed)
    )
    return _written(report)


def _judge(content: bytes, path: str) -> tuple[ImportReport, list[Resolved]]:
    try:
        rows, faults, count = read_rows(read_table(content), today=today())
    except UnreadableTable as fault:
        label = FieldError("file", fault.code.value, fault.code.label)
        raise UnusableList(errors=[label]) from fault
    resolver = Resolver.for_register(path, rows)
    resolved = [each for each in map(resolver.resolve, rows) if each is not None]
    found = sorted((*faults, *resolver.faults), key=lambda fault: (fault.row, fault.column))
    added = sum(each.stored is None for each in resolved)
    changed = sum(each.stored is not None and bool(each.changes or each.claims_anew) for each in resolved)
    report = ImportReport(
        digest=hashlib.sha256(content).hexdigest(),
        rows=count,
        added=added,
        changed=changed,
        unchanged=len(resolved) - added - changed,
        fault_count=len(found),
        faults=tuple(found[:MOST_FAULTS_TOLD]),
        is_written=False,
    )
    return report, resolved


def _written(report: ImportReport) -> ImportReport:
    return ImportReport(
        digest=report.digest,
        rows=report.rows,
        added=report.added,
        changed=report.changed,
        unchanged=report.unchanged,
        fault_count=0,
        faults=(),
        is_written=True,
    )


def _store(resolved: Sequence[Resolved], path: str, by: Actor) -> None:
    parameters: dict[str, Any] = {  # Any: what the driver adapts
        "register": path,
        "at": now(),
        "account": by.account,
        "agency": by.agency or "",
        "post_title": by.post_title,
    }
    with connection.cursor() as cursor:
        cursor.execute(sql.STAGE)
        _copy(sql.COPY_TASKS, map(_staged, resolved))
        _copy(sql.COPY_CO_LEADS, _staged_co_leads(resolved))
        for statement in sql.WRITE:
            cursor.execute(statement, {name: value for name, value in parameters.items() if f"({name})" in statement})
        cursor.execute(sql.UNSTAGE)


def _copy(statement: str, rows: Iterable[Sequence[object]]) -> None:
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def _staged(each: Resolved) -> Sequence[object]:
    row, stored = each.row, each.stored
    titles = {**(stored.titles if stored else {}), "vi": row.title}
    return (
        new_uuid(),
        new_uuid(),
        new_uuid(),
        stored.pk if stored else None,
        stored is None,
        bool(each.changes),
        each.claims_anew,
        row.code,
        row.title,
        folded_of(row.code, titles, each.lead.name),
        each.plan,
        each.group,
        each.directive,
        each.lead.code,
        each.lead.name,
        each.lead.unit_path,
        row.recurrence.value,
        row.assigned_on,
        row.due_on,
        row.claimed.value if row.claimed else None,
        row.done_on,
        Jsonb(dict(each.changes)),
    )


def _staged_co_leads(resolved: Iterable[Resolved]) -> Iterator[Sequence[object]]:
    for each in resolved:
        if each.stored is None or "co_leads" in each.changes:
            for agency in each.co_leads:
                yield each.row.code, agency.code, agency.name, agency.unit_path


def _field_error(fault: RowFault) -> FieldError:
    return FieldError(f"rows.{fault.row}.{fault.column}", fault.code.value, fault.code.label)


def _in_groups(digest: str) -> str:
    """Write a digest in groups of eight: nine figures in a row would be taken for a personal number."""
    return "-".join(digest[start : start + 8] for start in range(0, len(digest), 8))
