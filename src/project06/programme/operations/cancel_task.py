"""Take a task back."""

from uuid import UUID

from project06.evidence import public as evidence
from project06.kernel.clock import today
from project06.kernel.events import publish
from project06.kernel.permissions import Actor
from project06.programme.data.tasks import TaskData
from project06.programme.enums.steering import EvidenceState, Recurrence, TaskEventKind
from project06.programme.errors.steering import TaskSettled
from project06.programme.events.steering import TaskCancelled
from project06.programme.operations.task_support import (
    GROUND,
    append_event,
    check_manages,
    lock_task,
    needed,
    told,
)
from project06.programme.queries.find_task import get_task
from project06.programme.rules.tasks import is_settled


@evidence.operation(subject_kind="task", subject="task")
def cancel_task(*, task: UUID, reason: str, act: str = "", by: Actor) -> TaskData:
    """Take a task back with a reason; it stays in the register and in every list that asks for it.

    Raises UnknownTask, TaskCancelled (also the second time), NotAllowed, TaskSettled, ReasonMissing.
    """
    row = lock_task(task, by=by)
    check_manages(row, by)
    if is_settled(EvidenceState(row.evidence), Recurrence(row.recurrence)):
        raise TaskSettled
    why = needed(reason)
    row.cancelled_on = today()
    row.save(update_fields=["cancelled_on"])
    append_event(row, TaskEventKind.CANCELLED, by=by, reason=why, act=" ".join(act.split())[:120])
    evidence.record(
        by=by,
        action="programme.cancel-task",
        subject_kind="task",
        subject=row.uuid,
        fields=("cancelled_on",),
        purpose="Take a task back",
        legal_ground=GROUND,
        details=told(row),
    )
    publish(TaskCancelled(task=row.uuid))
    return get_task(row.uuid, by=by)
