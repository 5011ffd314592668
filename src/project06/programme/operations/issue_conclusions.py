"""Issue the conclusions of a meeting: numbered, dated, and frozen from then on."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.utils import IntegrityError

from project06.evidence import public as evidence
from project06.kernel.clock import now, today
from project06.kernel.events import publish
from project06.kernel.permissions import Actor
from project06.programme.data.meetings import MeetingDetail
from project06.programme.enums.steering import ISSUE_CONCLUSIONS, DirectiveKind, MeetingState
from project06.programme.errors.steering import ActMissing, DirectiveExists, MeetingNotHeld, UnusableDoneDate
from project06.programme.events.steering import ConclusionsIssued
from project06.programme.models import Decision, Directive, Meeting
from project06.programme.operations.meeting_support import MEETING_GROUND, lock_meeting
from project06.programme.queries.meetings import get_meeting


@evidence.operation(subject_kind="meeting", subject="meeting")
def issue_conclusions(*, meeting: UUID, number: str, issued_on: date, document: str = "", by: Actor) -> MeetingDetail:
    """Give the conclusions their number and date ("thông báo kết luận") and register them as an act.

    A trigger of the database then refuses every change to the meeting, its agenda, endpoints and decisions.
    Raises UnknownMeeting, NotAllowed, MeetingFrozen (also the second time), MeetingNotHeld, ActMissing,
    UnusableDoneDate for a day before the meeting or in the future, DirectiveExists.
    """
    row = lock_meeting(meeting, by=by, permission=ISSUE_CONCLUSIONS)
    if row.state != MeetingState.HELD or not Decision.objects.filter(meeting=row).exists():
        raise MeetingNotHeld
    said = " ".join(number.split())[:60]
    if not said:
        raise ActMissing
    if not row.held_on <= issued_on <= today():
        raise UnusableDoneDate
    act = _register(row, said, issued_on, document)
    row.conclusions, row.state = act, MeetingState.ISSUED
    row.save(update_fields=["conclusions", "state"])
    evidence.record(
        by=by,
        action="programme.issue-conclusions",
        subject_kind="meeting",
        subject=row.uuid,
        fields=("conclusions",),
        purpose="Issue what a meeting concluded",
        legal_ground=MEETING_GROUND,
        details={"issued_on": issued_on.isoformat()},
    )
    publish(ConclusionsIssued(meeting=row.uuid, directive=act.uuid))
    return get_meeting(row.uuid, by=by)


def _register(row: Meeting, number: str, issued_on: date, document: str) -> Directive:
    try:
        with transaction.atomic():
            return Directive.objects.create(
                number=number,
                issued_on=issued_on,
                kind=DirectiveKind.CONCLUSION,
                issuer=row.convener_name,
                document=document.strip()[:300],
                titles={"vi": row.title},
                registered_at=now(),
            )
    except IntegrityError as fault:
        raise DirectiveExists from fault
