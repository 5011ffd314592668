"""Write down what a meeting decided."""

from uuid import UUID

from django.db.models import Max

from project06.evidence import public as evidence
from project06.kernel.permissions import Actor
from project06.programme.data.meetings import DecisionData, DecisionDraft
from project06.programme.models import Decision
from project06.programme.operations.decision_writing import fill_decision
from project06.programme.operations.meeting_support import MEETING_GROUND, lock_meeting
from project06.programme.queries.meetings import decision_data


@evidence.operation(subject_kind="meeting", subject="meeting")
def add_decision(*, meeting: UUID, draft: DecisionDraft, by: Actor) -> DecisionData:
    """Add a decision under the next number.

    Raises UnknownMeeting, NotAllowed, MeetingFrozen, ReasonMissing for an empty text, TextTooLong, LeadRepeated,
    UnknownAgency (agencies), UnusableDueDate, UnknownGroup.
    """
    row = lock_meeting(meeting, by=by)
    last = Decision.objects.filter(meeting=row).aggregate(last=Max("number"))["last"] or 0
    decision = fill_decision(Decision(meeting=row, number=last + 1), draft, row)
    decision.save()
    evidence.record(
        by=by,
        action="programme.add-decision",
        subject_kind="meeting",
        subject=row.uuid,
        fields=("decisions",),
        purpose="Keep what a meeting decided",
        legal_ground=MEETING_GROUND,
        details={"number": str(decision.number)},
    )
    return decision_data(decision, None)
