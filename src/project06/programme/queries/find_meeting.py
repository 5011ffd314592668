"""The meeting that a decision belongs to."""

from uuid import UUID

from project06.kernel.permissions import Actor
from project06.programme.data.meetings import MeetingDetail
from project06.programme.errors.steering import UnknownDecision
from project06.programme.models import Decision
from project06.programme.queries.meetings import get_meeting


def get_meeting_of_decision(decision: UUID, *, by: Actor) -> MeetingDetail:
    """Return the meeting that took the decision. Raises UnknownDecision, UnknownMeeting when `by` may not read it."""
    found = Decision.objects.filter(uuid=decision).values_list("meeting__uuid", flat=True).first()
    if found is None:
        raise UnknownDecision
    return get_meeting(found, by=by)
