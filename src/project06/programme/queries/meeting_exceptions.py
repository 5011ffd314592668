"""What a working group must hear of although nobody wrote it down: missing reports, missed targets."""

from datetime import date

from project06.kernel.clock import local
from project06.kernel.permissions import Actor, can
from project06.places.data import PATH_SEPARATOR
from project06.programme.data.meetings import MissedTarget, MissingReport
from project06.programme.enums import READ
from project06.programme.queries.list_indicators import list_indicators
from project06.programme.rules.agenda import MOST_OF_A_KIND
from project06.reporting import public as reporting
from project06.reporting.data import NotReportedFilter


def list_missing_reports(path: str, *, by: Actor) -> tuple[MissingReport, ...]:
    """Return overdue reports of the unit path and below, as far as `by` may see them.

    Nothing for a reader without "reporting.see": the agenda shows no more than its author may know.
    """
    if not can(by, reporting.SEE, path=path):
        return ()
    wanted = NotReportedFilter(below=path, is_overdue_only=True)
    page = reporting.list_not_reported(wanted=wanted, by=by, limit=MOST_OF_A_KIND)
    return tuple(
        MissingReport(
            agency=each.agency_code,
            agency_name=each.agency_name,
            what=f"{each.campaign_title_in('vi')} ({each.period.label('vi')})",
            due_on=local(each.due_at).date(),
        )
        for each in page.obligations
    )


def list_missed_targets(path: str, *, on: date, by: Actor) -> tuple[MissedTarget, ...]:
    """Return the indicators of the unit whose newest value misses the next target on the day.

    Values are plain numbers with the name of their measure's code; pages write them in the reader's language.
    """
    if not can(by, READ, path=path):
        return ()
    lines = list_indicators(unit_code=path.rpartition(PATH_SEPARATOR)[2], on=on, seen_by=by).lines
    return tuple(
        MissedTarget(
            indicator=line.version.indicator,
            name=line.version.name("vi"),
            value=f"{line.valued.value:f}",
            target=f"{line.target.value:f}",
        )
        for line in lines
        if line.is_on_target is False and line.valued is not None and line.valued.value is not None and line.target
    )
