"""Put a task on another day."""

from datetime import date
from uuid import UUID

from django.db.models import F

from project06.evidence import public as evidence
from project06.kernel.events import publish
from project06.kernel.permissions import Actor
from project06.programme.data.tasks import TaskData
from project06.programme.enums.steering import EvidenceState, Recurrence, TaskEventKind
from project06.programme.errors.steering import ActMissing, SameDueDate, TaskSettled, UnusableDueDate
from project06.programme.events.steering import DueDateRevised
from project06.programme.models import Task
from project06.programme.operations.task_support import (
    GROUND,
    append_event,
    check_manages,
    lock_task,
    needed,
    told,
)
from project06.programme.queries.find_task import get_task
from project06.programme.rules.tasks import is_settled, is_usable_due


@evidence.operation(subject_kind="task", subject="task")
def revise_due_date(*, task: UUID, due_on: date, reason: str, act: str, by: Actor) -> TaskData:
    """Set a new due date by an act; the original one is kept and every revision stays in the history.

    Raises UnknownTask, TaskCancelled, NotAllowed, TaskSettled, ReasonMissing, ActMissing, SameDueDate,
    UnusableDueDate.
    """
    row = lock_task(task, by=by)
    check_manages(row, by)
    why, act = needed(reason), " ".join(act.split())[:120]
    _check(row, due_on, act)
    before = row.due_on
    row.due_on, row.revisions = due_on, F("revisions") + 1
    row.save(update_fields=["due_on", "revisions"])
    append_event(row, TaskEventKind.DUE_REVISED, by=by, reason=why, act=act, due=(before, due_on))
    evidence.record(
        by=by,
        action="programme.revise-due-date",
        subject_kind="task",
        subject=row.uuid,
        fields=("due_on",),
        purpose="Change when a task must be done",
        legal_ground=GROUND,
        details=told(row, due_on=due_on.isoformat()),
    )
    publish(DueDateRevised(task=row.uuid, before=before, after=due_on))
    return get_task(row.uuid, by=by)


def _check(row: Task, due_on: date, act: str) -> None:
    if is_settled(EvidenceState(row.evidence), Recurrence(row.recurrence)):
        raise TaskSettled
    if not act:
        raise ActMissing
    if due_on == row.due_on:
        raise SameDueDate
    if not is_usable_due(Recurrence(row.recurrence), row.assigned_on, due_on):
        raise UnusableDueDate
