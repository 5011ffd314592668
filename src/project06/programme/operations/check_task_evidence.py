"""The secretary has read the document of a task."""

from uuid import UUID

from project06.evidence import public as evidence
from project06.kernel.clock import now
from project06.kernel.events import publish
from project06.kernel.permissions import Actor
from project06.programme.data.tasks import TaskData
from project06.programme.enums.steering import EvidenceState
from project06.programme.events.steering import TaskEvidenceMoved
from project06.programme.operations.evidence_moves import check_turn, move, newest_document
from project06.programme.operations.task_support import GROUND, check_manages, lock_task, told
from project06.programme.queries.find_task import get_task


@evidence.operation(subject_kind="task", subject="task")
def check_task_evidence(*, task: UUID, by: Actor) -> TaskData:
    """Note that the attached document was read and belongs to the task; accepting it is the next step.

    Raises UnknownTask, TaskCancelled, NotAllowed, EvidenceOutOfTurn, OtherEyesNeeded.
    """
    row = lock_task(task, by=by)
    check_manages(row, by)
    check_turn(row, EvidenceState.CHECKED)
    document = newest_document(row, by)
    document.state, document.checked_at, document.checked_by = EvidenceState.CHECKED, now(), by.account
    document.save(update_fields=["state", "checked_at", "checked_by"])
    move(row, EvidenceState.CHECKED, by=by)
    evidence.record(
        by=by,
        action="programme.check-task-evidence",
        subject_kind="task",
        subject=row.uuid,
        fields=("evidence",),
        purpose="Check what proves a task",
        legal_ground=GROUND,
        details=told(row),
    )
    publish(TaskEvidenceMoved(task=row.uuid, state=EvidenceState.CHECKED))
    return get_task(row.uuid, by=by)
