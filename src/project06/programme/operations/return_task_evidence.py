"""Return the document of a task with a reason."""

from uuid import UUID

from project06.evidence import public as evidence
from project06.kernel.events import publish
from project06.kernel.permissions import Actor
from project06.programme.data.tasks import TaskData
from project06.programme.enums.steering import EvidenceState
from project06.programme.events.steering import TaskEvidenceMoved
from project06.programme.operations.evidence_moves import check_turn, newest_document, settle
from project06.programme.operations.task_support import GROUND, check_manages, lock_task, needed, told
from project06.programme.queries.find_task import get_task


@evidence.operation(subject_kind="task", subject="task")
def return_task_evidence(*, task: UUID, reason: str, by: Actor) -> TaskData:
    """Return the checked document, so that the lead can attach a better one.

    Raises UnknownTask, TaskCancelled, NotAllowed, EvidenceOutOfTurn, ReasonMissing, OtherEyesNeeded.
    """
    row = lock_task(task, by=by)
    check_manages(row, by)
    check_turn(row, EvidenceState.RETURNED)
    settle(row, newest_document(row, by), EvidenceState.RETURNED, reason=needed(reason), by=by)
    evidence.record(
        by=by,
        action="programme.return-task-evidence",
        subject_kind="task",
        subject=row.uuid,
        fields=("evidence",),
        purpose="Ask for better proof of a task",
        legal_ground=GROUND,
        details=told(row),
    )
    publish(TaskEvidenceMoved(task=row.uuid, state=EvidenceState.RETURNED))
    return get_task(row.uuid, by=by)
