"""One task with its history and documents."""

from datetime import date
from uuid import UUID

from project06.kernel.clock import today
from project06.kernel.permissions import Actor
from project06.programme.data.tasks import DocumentRef, TaskData, TaskDetail, TaskEventData, TaskEvidenceData
from project06.programme.enums.steering import Claim, EvidenceState, TaskEventKind
from project06.programme.errors.steering import UnknownTask
from project06.programme.models import Task, TaskEvent, TaskEvidence
from project06.programme.queries.directives import directive_data
from project06.programme.queries.schedule import Today
from project06.programme.queries.select_tasks import tasks_for, to_tasks


def get_task(task: UUID, *, by: Actor, on: date | None = None) -> TaskData:
    """Return a task as it stands on the day (today). Raises UnknownTask, also when `by` may not read it."""
    return to_tasks([_find(task, by)], Today.of(on or today()))[0]


def get_task_detail(task: UUID, *, by: Actor, on: date | None = None) -> TaskDetail:
    """Return a task with its whole history. Raises UnknownTask, also when `by` may not read it."""
    row = _find(task, by)
    events = TaskEvent.objects.filter(task=row).order_by("id")
    documents = TaskEvidence.objects.filter(task=row).order_by("-id")
    return TaskDetail(
        task=to_tasks([row], Today.of(on or today()))[0],
        directive=directive_data(row.directive) if row.directive else None,
        history=tuple(_event(each) for each in events),
        documents=tuple(_document(each) for each in documents),
    )


def _find(task: UUID, by: Actor) -> Task:
    row = tasks_for(by).filter(uuid=task).first()
    if row is None:
        raise UnknownTask
    return row


def _event(row: TaskEvent) -> TaskEventData:
    return TaskEventData(
        kind=TaskEventKind(row.kind),
        happened_at=row.happened_at,
        account=row.account,
        agency=row.agency,
        post_title=row.post_title,
        reason=row.reason,
        act=row.act,
        due_before=row.due_before,
        due_after=row.due_after,
        claim=Claim(row.claim) if row.claim else None,
        changes=row.changes,
    )


def _document(row: TaskEvidence) -> TaskEvidenceData:
    return TaskEvidenceData(
        uuid=row.uuid,
        document=DocumentRef(row.reference, row.name, row.digest),
        state=EvidenceState(row.state),
        attached_at=row.attached_at,
        checked_at=row.checked_at,
        settled_at=row.settled_at,
        reason=row.reason,
    )
