"""What every act on a meeting needs: the locked row, the right, and that nothing is issued yet."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.utils import IntegrityError

from project06.kernel.clock import now
from project06.kernel.periods import Period, PeriodKind
from project06.kernel.permissions import Actor, check
from project06.programme.data.tasks import ActingAgency
from project06.programme.enums.steering import HOLD_MEETINGS, MeetingState
from project06.programme.errors.steering import MeetingExists, MeetingFrozen, UnknownMeeting, UnusableMonth
from project06.programme.models import Endpoint, Meeting
from project06.programme.queries.acting_agencies import get_acting_many
from project06.programme.queries.meetings import meetings_for

MEETING_GROUND = "Decision 06/QĐ-TTg (2022-01-06): monthly meetings of the working group"


def lock_meeting(meeting: UUID, *, by: Actor, permission: str = HOLD_MEETINGS) -> Meeting:
    """Return the locked meeting, if `by` may change it and its conclusions are not issued.

    Raises UnknownMeeting, NotAllowed, MeetingFrozen.
    """
    # The conclusions are an outer join, which cannot be locked; the meeting itself can.
    row = meetings_for(by).select_for_update(of=("self",)).filter(uuid=meeting).first()
    if row is None:
        raise UnknownMeeting
    check(by, permission, path=row.unit_path)
    if row.state == MeetingState.ISSUED:
        raise MeetingFrozen
    return row


def write_endpoints(meeting: Meeting, codes: tuple[str, ...]) -> None:
    """Connect the agencies as of the day of the meeting. Raises UnknownAgency (agencies)."""
    Endpoint.objects.bulk_create(
        Endpoint(meeting=meeting, agency_code=each.code, agency_name=each.name, unit_path=each.unit_path)
        for each in get_acting_many(dict.fromkeys(codes), meeting.held_on)
    )


def write_meeting(
    convener: ActingAgency,
    title: str,
    held_on: date,
    period: str,
    endpoints: tuple[str, ...],
    *,
    is_synthetic: bool = False,
) -> Meeting:
    """Write a planned meeting with its endpoints. Raises UnusableMonth, MeetingExists, UnknownAgency (agencies)."""
    month = _month(period) if period else Period.containing(PeriodKind.MONTH, held_on).previous()
    try:
        with transaction.atomic():
            row = Meeting.objects.create(
                title=title[:300],
                period=month.code,
                held_on=held_on,
                unit_path=convener.unit_path,
                convener_code=convener.code,
                convener_name=convener.name,
                state=MeetingState.PLANNED,
                is_synthetic=is_synthetic,
                created_at=now(),
            )
    except IntegrityError as fault:
        raise MeetingExists from fault
    write_endpoints(row, endpoints)
    return row


def _month(code: str) -> Period:
    try:
        period = Period.parse(code)
    except ValueError as fault:
        raise UnusableMonth from fault
    if period.kind is not PeriodKind.MONTH:
        raise UnusableMonth
    return period
