"""What the worker does for this package."""

from project06.identity import public as identity
from project06.kernel.jobs import job
from project06.kernel.permissions import Actor


@job("identity.disable-idle-accounts", cron="20 2 * * *", waits_once=True)
def disable_idle_accounts() -> None:
    """Close accounts of staff that nobody used for too long; runs every night."""
    identity.disable_idle_accounts(by=Actor.system("identity.disable-idle-accounts"))
