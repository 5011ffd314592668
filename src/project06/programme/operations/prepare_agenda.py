"""Make the agenda of a meeting from exceptions."""

from collections.abc import Sequence
from uuid import UUID

from project06.evidence import public as evidence
from project06.kernel.clock import today
from project06.kernel.permissions import Actor
from project06.programme.data.meetings import AgendaPoint, MeetingDetail, MissedTarget, MissingReport
from project06.programme.models import AgendaItem, Meeting
from project06.programme.operations.meeting_support import MEETING_GROUND, lock_meeting
from project06.programme.queries.bottlenecks import list_stuck_bottlenecks
from project06.programme.queries.list_tasks import list_late_tasks
from project06.programme.queries.meeting_exceptions import list_missed_targets, list_missing_reports
from project06.programme.queries.meetings import get_meeting
from project06.programme.rules.agenda import MOST_OF_A_KIND, compose_agenda
from project06.programme.rules.moves import STUCK_AFTER_WORKING_DAYS


@evidence.operation(subject_kind="meeting", subject="meeting")
def prepare_agenda(
    *,
    meeting: UUID,
    missing: Sequence[MissingReport] | None = None,
    missed: Sequence[MissedTarget] | None = None,
    points: Sequence[str] = (),
    stuck_after_days: int = STUCK_AFTER_WORKING_DAYS,
    by: Actor,
) -> MeetingDetail:
    """Write the agenda anew: who has not reported, late tasks, stuck bottlenecks, missed targets, own points.

    Everything is as of today, in the unit of the meeting and below, as far as `by` may read it; `missing` and
    `missed` replace what `reporting` and the indicators say.
    Safe to repeat until the conclusions are issued: the agenda then shows what was so.
    Raises UnknownMeeting, NotAllowed, MeetingFrozen.
    """
    row = lock_meeting(meeting, by=by)
    agenda = compose_agenda(
        late=list_late_tasks(row.unit_path, by=by, on=today(), limit=MOST_OF_A_KIND),
        stuck=list_stuck_bottlenecks(row.unit_path, by=by, days=stuck_after_days, limit=MOST_OF_A_KIND),
        missing=list_missing_reports(row.unit_path, by=by) if missing is None else missing,
        missed=list_missed_targets(row.unit_path, on=today(), by=by) if missed is None else missed,
        points=[said for said in (" ".join(point.split()) for point in points) if said],
    )
    _write_agenda(row, agenda)
    evidence.record(
        by=by,
        action="programme.prepare-agenda",
        subject_kind="meeting",
        subject=row.uuid,
        fields=("agenda",),
        purpose="Prepare a meeting of the working group",
        legal_ground=MEETING_GROUND,
        details={"points": str(len(agenda))},
    )
    return get_meeting(row.uuid, by=by)


def _write_agenda(row: Meeting, agenda: Sequence[AgendaPoint]) -> None:
    """Replace the agenda of a meeting."""
    AgendaItem.objects.filter(meeting=row).delete()
    AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=row,
            position=point.position,
            kind=point.kind,
            title=point.title[:500],
            subject=point.subject,
            code=point.code[:60],
            facts=dict(point.facts),
        )
        for point in agenda
    )
