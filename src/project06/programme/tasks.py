"""What steering does by itself."""

from project06.kernel.clock import now
from project06.kernel.jobs import job
from project06.kernel.periods import PeriodKind
from project06.kernel.permissions import Actor
from project06.programme.enums import Origin
from project06.programme.operations.announce_late_tasks import announce_late_tasks
from project06.programme.operations.freeze_facts import freeze_facts
from project06.programme.operations.recompute_indicators import recompute_indicators
from project06.programme.queries.indicator_versions import list_versions


# 17:30 UTC is half past midnight in Viet Nam: a due date ends with its day.
@job("programme.announce-late-tasks", cron="30 17 * * *", waits_once=True)
def announce_late() -> None:
    """Tell once for each due date that a task has fallen late."""
    announce_late_tasks(by=Actor.system("programme.announce-late-tasks"))


# 18:00 UTC on the 2nd is one in the morning of the 3rd: the figures of the month before have come.
@job("programme.recompute-indicators", cron="0 18 2 * *", queue="slow", waits_once=True)
def recompute() -> None:
    """Freeze the facts of this night and compute every computed indicator by month."""
    by = Actor.system("programme.recompute-indicators")
    codes = [version.indicator for version in list_versions() if version.origin is Origin.COMPUTED]
    recompute_indicators(indicators=codes, kind=PeriodKind.MONTH, cut=freeze_facts(cut_off_at=now(), by=by), by=by)
