"""Change many tasks at once: one statement, every change in the history of its task."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from project06.evidence import public as evidence
from project06.kernel.clock import now, today
from project06.kernel.events import publish
from project06.kernel.ids import new_uuid
from project06.kernel.permissions import Actor, check
from project06.programme.data.tasks import ActingAgency, BulkReport, TaskChange
from project06.programme.enums.steering import MANAGE_TASKS, EvidenceState, Recurrence
from project06.programme.errors.steering import (
    ActMissing,
    NothingToChange,
    TaskCancelled,
    TaskSettled,
    TooManyTasks,
    UnknownTask,
    UnusableDueDate,
)
from project06.programme.events.steering import TasksUpdated
from project06.programme.models import Task
from project06.programme.operations.task_support import GROUND, needed
from project06.programme.operations.task_writing import check_in_register, find_group, find_plan, folded_of
from project06.programme.operations.update_statements import UPDATE_TASKS
from project06.programme.queries.acting_agencies import get_acting
from project06.programme.queries.select_tasks import visible_tasks
from project06.programme.rules.tasks import MOST_TASKS_AT_ONCE, is_settled, is_usable_due


@evidence.operation
def update_tasks(*, tasks: Sequence[UUID], change: TaskChange, reason: str, act: str = "", by: Actor) -> BulkReport:
    """Set plan, group, due date or lead of many tasks; all of them or none.

    Tasks that already are as wanted are left alone. A due date needs an act; a lead is looked up as of today
    and the co-leads stay.
    Raises NothingToChange, TooManyTasks, UnknownTask, NotAllowed, TaskCancelled, TaskSettled, ReasonMissing,
    ActMissing, UnusableDueDate, LeadOutsideRegister, UnknownAgency (agencies), UnknownPlan, UnknownGroup.
    """
    why, act = needed(reason), " ".join(act.split())[:120]
    rows = _lock(list(dict.fromkeys(tasks)), change, by)
    _check(rows, change, act)
    lead = get_acting(change.lead, today()) if change.lead else None
    if lead is not None:
        for path in {row.register_path for row in rows}:
            check_in_register(lead, path)
    changed = _write(rows, change, lead, (why, act), by)
    evidence.record_many(
        by=by,
        action="programme.update-tasks",
        subject_kind="task",
        subjects=changed,
        fields=tuple(name for name in ("plan", "group", "due_on", "lead") if getattr(change, name) is not None),
        purpose="Change many tasks at once",
        legal_ground=GROUND,
    )
    if changed:
        publish(TasksUpdated(tasks=changed))
    return BulkReport(asked=len(rows), changed=len(changed), tasks=changed)


def _lock(wanted: list[UUID], change: TaskChange, by: Actor) -> list[Task]:
    if change.is_empty or not wanted:
        raise NothingToChange
    if len(wanted) > MOST_TASKS_AT_ONCE:
        raise TooManyTasks(limit=MOST_TASKS_AT_ONCE)
    found = Task.objects.select_for_update(of=("self",)).filter(visible_tasks(by), uuid__in=wanted)
    rows = list(found.order_by("id"))
    if len(rows) < len(wanted):
        raise UnknownTask
    for path in {row.register_path for row in rows}:
        check(by, MANAGE_TASKS, path=path)
    return rows


def _check(rows: Sequence[Task], change: TaskChange, act: str) -> None:
    if change.due_on is not None and not act:
        raise ActMissing
    for row in rows:
        if row.cancelled_on is not None:
            raise TaskCancelled
        recurrence = Recurrence(row.recurrence)
        touches_settled = change.due_on is not None or change.lead is not None
        if touches_settled and is_settled(EvidenceState(row.evidence), recurrence):
            raise TaskSettled
        if change.due_on is not None and not is_usable_due(recurrence, row.assigned_on, change.due_on):
            raise UnusableDueDate


def _write(
    rows: Sequence[Task], change: TaskChange, lead: ActingAgency | None, why: tuple[str, str], by: Actor
) -> tuple[UUID, ...]:
    """Run the one statement and return the tasks that really changed."""
    folded = [folded_of(row.code, row.titles, lead.name if lead else row.lead_name) for row in rows]
    parameters: dict[str, Any] = {  # Any: what the driver adapts
        "ids": [row.pk for row in rows],
        "folded": folded,
        "first_events": [new_uuid() for _ in rows],
        "second_events": [new_uuid() for _ in rows],
        "plan": find_plan(change.plan).pk if change.plan else None,
        "group": find_group(change.group).pk if change.group else None,
        "due_on": change.due_on,
        "lead_code": lead.code if lead else None,
        "lead_name": lead.name if lead else None,
        "unit_path": lead.unit_path if lead else None,
        "at": now(),
        "account": by.account,
        "agency": by.agency or "",
        "post_title": by.post_title,
        "reason": why[0],
        "act": why[1],
    }
    with connection.cursor() as cursor:
        cursor.execute(UPDATE_TASKS, parameters)
        return tuple(row[0] for row in cursor.fetchall())
