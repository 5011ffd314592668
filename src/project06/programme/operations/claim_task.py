"""The lead agency says how far a task is."""

from datetime import date
from uuid import UUID

from project06.evidence import public as evidence
from project06.kernel.clock import now, today
from project06.kernel.events import publish
from project06.kernel.permissions import Actor
from project06.programme.data.tasks import TaskData
from project06.programme.enums.steering import Claim, EvidenceState, Recurrence, TaskEventKind
from project06.programme.errors.steering import TaskSettled, UnusableDoneDate
from project06.programme.events.steering import TaskClaimed
from project06.programme.models import Task
from project06.programme.operations.task_support import GROUND, append_event, check_reports, lock_task, told
from project06.programme.operations.task_writing import day_or_empty
from project06.programme.queries.find_task import get_task
from project06.programme.rules.tasks import is_settled, is_usable_done


@evidence.operation(subject_kind="task", subject="task")
def claim_task(*, task: UUID, claim: Claim, done_on: date | None = None, note: str = "", by: Actor) -> TaskData:
    """Report the progress; `done_on` belongs to what is done and to nothing else.

    A claim proves nothing: the schedule of the task waits for accepted evidence. Saying the same again is
    a new report and is kept as such.
    Raises UnknownTask, TaskCancelled, NotAllowed, NotYourTask, TaskSettled, UnusableDoneDate.
    """
    row = lock_task(task, by=by)
    check_reports(row, by)
    _check(row, claim, done_on)
    before = row.claimed or ""
    row.claimed, row.claimed_at, row.done_on = claim, now(), done_on
    row.save(update_fields=["claimed", "claimed_at", "done_on"])
    append_event(
        row,
        TaskEventKind.CLAIMED,
        by=by,
        reason=" ".join(note.split())[:500],
        claim=claim,
        changes={"claimed": before, "done_on": day_or_empty(done_on)},
    )
    evidence.record(
        by=by,
        action="programme.claim-task",
        subject_kind="task",
        subject=row.uuid,
        fields=("claimed", "done_on"),
        purpose="Report the progress of a task",
        legal_ground=GROUND,
        details=told(row, claim=claim.value),
    )
    publish(TaskClaimed(task=row.uuid, claim=claim))
    return get_task(row.uuid, by=by)


def _check(row: Task, claim: Claim, done_on: date | None) -> None:
    if is_settled(EvidenceState(row.evidence), Recurrence(row.recurrence)):
        raise TaskSettled
    if not is_usable_done(claim, row.assigned_on, done_on, today()):
        raise UnusableDoneDate
