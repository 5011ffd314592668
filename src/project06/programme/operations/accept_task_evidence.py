"""Accept the document that proves a task."""

from uuid import UUID

from project06.evidence import public as evidence
from project06.kernel.events import publish
from project06.kernel.permissions import Actor
from project06.programme.data.tasks import TaskData
from project06.programme.enums.steering import Claim, EvidenceState, Recurrence
from project06.programme.errors.steering import NotClaimedDone
from project06.programme.events.steering import TaskEvidenceMoved
from project06.programme.operations.evidence_moves import check_turn, newest_document, settle
from project06.programme.operations.task_support import GROUND, check_manages, lock_task, told
from project06.programme.queries.find_task import get_task
from project06.programme.rules.tasks import can_accept


@evidence.operation(subject_kind="task", subject="task")
def accept_task_evidence(*, task: UUID, by: Actor) -> TaskData:
    """Accept the checked document; the task is then done on the day its lead reported.

    Raises UnknownTask, TaskCancelled, NotAllowed, EvidenceOutOfTurn, NotClaimedDone, OtherEyesNeeded.
    """
    row = lock_task(task, by=by)
    check_manages(row, by)
    check_turn(row, EvidenceState.ACCEPTED)
    if not can_accept(Claim(row.claimed) if row.claimed else None, Recurrence(row.recurrence)):
        raise NotClaimedDone
    settle(row, newest_document(row, by), EvidenceState.ACCEPTED, reason="", by=by)
    evidence.record(
        by=by,
        action="programme.accept-task-evidence",
        subject_kind="task",
        subject=row.uuid,
        fields=("evidence",),
        purpose="Confirm that a task is done",
        legal_ground=GROUND,
        details=told(row),
    )
    publish(TaskEvidenceMoved(task=row.uuid, state=EvidenceState.ACCEPTED))
    return get_task(row.uuid, by=by)
