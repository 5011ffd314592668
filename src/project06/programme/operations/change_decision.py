"""Correct a decision before the conclusions are issued."""

from uuid import UUID

from project06.evidence import public as evidence
from project06.kernel.permissions import Actor
from project06.programme.data.meetings import DecisionData, DecisionDraft
from project06.programme.errors.steering import UnknownDecision
from project06.programme.models import Decision
from project06.programme.operations.decision_writing import fill_decision
from project06.programme.operations.meeting_support import MEETING_GROUND, lock_meeting
from project06.programme.queries.meetings import decision_data


@evidence.operation
def change_decision(*, decision: UUID, draft: DecisionDraft, by: Actor) -> DecisionData:
    """Say a decision otherwise; its number stays.

    Raises UnknownDecision, UnknownMeeting, NotAllowed, MeetingFrozen, and what `add_decision` raises for a draft.
    """
    found = Decision.objects.filter(uuid=decision).select_related("meeting").first()
    if found is None:
        raise UnknownDecision
    meeting = lock_meeting(found.meeting.uuid, by=by)
    fill_decision(found, draft, meeting).save()
    evidence.record(
        by=by,
        action="programme.change-decision",
        subject_kind="meeting",
        subject=meeting.uuid,
        fields=("decisions",),
        purpose="Correct what was written down as decided",
        legal_ground=MEETING_GROUND,
        details={"number": str(found.number)},
    )
    return decision_data(found, None)
