"""What steering does by itself."""

from project06.kernel.jobs import job
from project06.kernel.permissions import Actor
from project06.programme.operations.announce_late_tasks import announce_late_tasks


# 17:30 UTC is half past midnight in Viet Nam: a due date ends with its day.
@job("programme.announce-late-tasks", cron="30 17 * * *", waits_once=True)
def announce_late() -> None:
    """Tell once for each due date that a task has fallen late."""
    announce_late_tasks(by=Actor.system("programme.announce-late-tasks"))
