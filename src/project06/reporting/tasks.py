"""Jobs of the package."""

from project06.kernel.jobs import job
from project06.kernel.permissions import Actor
from project06.reporting.operations import remind as reminding
from project06.reporting.operations.roll_running_campaigns import roll_running_campaigns
from project06.reporting.operations.tell_agency import tell_agency


@job("reporting.roll", cron="10 17 * * *", queue="slow", lock="reporting-roll")
def roll() -> None:
    """Create the duties that begin today, ten minutes after midnight in Viet Nam."""
    roll_running_campaigns(by=Actor.system("reporting.roll"))


@job("reporting.remind", cron="30 0 * * *", queue="slow", lock="reporting-remind")
def remind() -> None:
    """Remind of missing reports every morning at half past seven in Viet Nam."""
    reminding.remind(by=Actor.system("reporting.remind"))


@job("reporting.tell-agency", queue="slow", waits_once=True)
def tell(*, agency: str) -> None:
    """Write the notices for what one agency has been reminded of."""
    tell_agency(agency=agency, by=Actor.system("reporting.tell-agency"))
