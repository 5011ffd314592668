"""The document that proves a task, one step further."""

from project06.kernel.clock import now
from project06.kernel.permissions import Actor
from project06.programme.enums.steering import EvidenceState, Recurrence, TaskEventKind
from project06.programme.errors.steering import EvidenceOutOfTurn, OtherEyesNeeded
from project06.programme.models import Task, TaskEvidence
from project06.programme.operations.task_support import append_event
from project06.programme.rules.tasks import can_move_evidence

_EVENT = {
    EvidenceState.ATTACHED: TaskEventKind.EVIDENCE_ATTACHED,
    EvidenceState.CHECKED: TaskEventKind.EVIDENCE_CHECKED,
    EvidenceState.ACCEPTED: TaskEventKind.EVIDENCE_ACCEPTED,
    EvidenceState.RETURNED: TaskEventKind.EVIDENCE_RETURNED,
}


def check_turn(task: Task, after: EvidenceState) -> None:
    """Raise EvidenceOutOfTurn unless the document of the task may take this step."""
    if not can_move_evidence(EvidenceState(task.evidence), after, Recurrence(task.recurrence)):
        raise EvidenceOutOfTurn


def newest_document(task: Task, by: Actor) -> TaskEvidence:
    """Return the document that moves, if somebody else attached it (two pairs of eyes). Raises OtherEyesNeeded."""
    document = TaskEvidence.objects.select_for_update().filter(task=task).order_by("-id").first()
    if document is None:
        raise EvidenceOutOfTurn
    if by.account is not None and document.attached_by == by.account:
        raise OtherEyesNeeded
    return document


def settle(task: Task, document: TaskEvidence, after: EvidenceState, *, reason: str, by: Actor) -> None:
    """Write the end of a document's way: accepted, or returned with a reason."""
    document.state, document.reason = after, reason
    document.settled_at, document.settled_by = now(), by.account
    document.save(update_fields=["state", "reason", "settled_at", "settled_by"])
    move(task, after, reason=reason, by=by)


def move(task: Task, after: EvidenceState, *, reason: str = "", by: Actor) -> None:
    """Set the state of the task's evidence and append it to the history."""
    task.evidence = after
    task.save(update_fields=["evidence"])
    append_event(task, _EVENT[after], by=by, reason=reason)
