"""Write down what happened in a meeting and who was there."""

from collections.abc import Mapping
from uuid import UUID

from project06.evidence import public as evidence
from project06.kernel.permissions import Actor
from project06.programme.data.meetings import MeetingDetail
from project06.programme.enums.steering import MeetingState
from project06.programme.errors.steering import ReasonMissing, TextTooLong
from project06.programme.models import Endpoint
from project06.programme.operations.meeting_support import MEETING_GROUND, lock_meeting
from project06.programme.queries.meetings import get_meeting

LONGEST_MINUTES = 100_000


@evidence.operation(subject_kind="meeting", subject="meeting")
def record_minutes(*, meeting: UUID, minutes: str, attendance: Mapping[str, bool], by: Actor) -> MeetingDetail:
    """Write the minutes; `attendance` says for codes of endpoints whether they came, others stay as they are.

    Can be repeated until the conclusions are issued.
    Raises UnknownMeeting, NotAllowed, MeetingFrozen, ReasonMissing for empty minutes, TextTooLong.
    """
    row = lock_meeting(meeting, by=by)
    if not minutes.strip():
        raise ReasonMissing
    if len(minutes) > LONGEST_MINUTES:
        raise TextTooLong(limit=LONGEST_MINUTES)
    row.minutes, row.state = minutes.strip(), MeetingState.HELD
    row.save(update_fields=["minutes", "state"])
    for came in (True, False):
        codes = [code for code, attended in attendance.items() if attended is came]
        Endpoint.objects.filter(meeting=row, agency_code__in=codes).update(attended=came)
    evidence.record(
        by=by,
        action="programme.record-minutes",
        subject_kind="meeting",
        subject=row.uuid,
        fields=("minutes", "attendance"),
        purpose="Keep what a meeting discussed",
        legal_ground=MEETING_GROUND,
    )
    return get_meeting(row.uuid, by=by)
