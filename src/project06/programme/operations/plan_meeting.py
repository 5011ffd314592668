"""Call a meeting of a working group."""

from datetime import date

from project06.evidence import public as evidence
from project06.kernel.events import publish
from project06.kernel.permissions import Actor, check
from project06.programme.data.meetings import MeetingData
from project06.programme.enums.steering import HOLD_MEETINGS
from project06.programme.errors.steering import TitleMissing
from project06.programme.events.steering import MeetingPlanned
from project06.programme.operations.meeting_support import MEETING_GROUND, write_meeting
from project06.programme.queries.acting_agencies import get_acting
from project06.programme.queries.meetings import meeting_data


@evidence.operation
def plan_meeting(
    *, convener: str, title: str, held_on: date, period: str = "", endpoints: tuple[str, ...] = (), by: Actor
) -> MeetingData:
    """Plan a meeting that the agency `convener` calls; `period` is the month it reviews, the one before if empty.

    Raises UnknownAgency (agencies), NotAllowed, TitleMissing, MeetingExists, UnusableMonth.
    """
    called_by = get_acting(convener, held_on)
    check(by, HOLD_MEETINGS, path=called_by.unit_path)
    said = " ".join(title.split())
    if not said:
        raise TitleMissing
    row = write_meeting(called_by, said, held_on, period, endpoints)
    evidence.record(
        by=by,
        action="programme.plan-meeting",
        subject_kind="meeting",
        subject=row.uuid,
        purpose="Call the working group together",
        legal_ground=MEETING_GROUND,
        details={"convener": called_by.code, "held_on": held_on.isoformat()},
    )
    publish(MeetingPlanned(meeting=row.uuid, held_on=held_on))
    return meeting_data(row)
