"""Attach the document that proves a task."""

from uuid import UUID

from project06.evidence import public as evidence
from project06.kernel.clock import now
from project06.kernel.events import publish
from project06.kernel.permissions import Actor
from project06.programme.data.tasks import DocumentRef, TaskData
from project06.programme.enums.steering import EvidenceState
from project06.programme.errors.steering import DocumentMissing
from project06.programme.events.steering import TaskEvidenceMoved
from project06.programme.models import TaskEvidence
from project06.programme.operations.evidence_moves import check_turn, move
from project06.programme.operations.task_support import GROUND, check_reports, lock_task, told
from project06.programme.queries.find_task import get_task


@evidence.operation(subject_kind="task", subject="task")
def attach_task_evidence(*, task: UUID, document: DocumentRef, by: Actor) -> TaskData:
    """Attach a document to a task that has none, whose last one was returned, or that is proved every period.

    Raises UnknownTask, TaskCancelled, NotAllowed, NotYourTask, EvidenceOutOfTurn, DocumentMissing.
    """
    row = lock_task(task, by=by)
    check_reports(row, by)
    check_turn(row, EvidenceState.ATTACHED)
    reference, name = document.reference.strip(), " ".join(document.name.split())
    if not reference or not name:
        raise DocumentMissing
    TaskEvidence.objects.create(
        task=row,
        reference=reference[:300],
        name=name[:300],
        digest=document.digest.lower()[:64],
        state=EvidenceState.ATTACHED,
        attached_at=now(),
        attached_by=by.account,
    )
    move(row, EvidenceState.ATTACHED, by=by)
    evidence.record(
        by=by,
        action="programme.attach-task-evidence",
        subject_kind="task",
        subject=row.uuid,
        fields=("evidence",),
        purpose="Prove the progress of a task",
        legal_ground=GROUND,
        details=told(row),
    )
    publish(TaskEvidenceMoved(task=row.uuid, state=EvidenceState.ATTACHED))
    return get_task(row.uuid, by=by)
