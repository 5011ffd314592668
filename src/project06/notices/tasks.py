"""Jobs of the package."""

from uuid import UUID

from project06.kernel.jobs import job
from project06.kernel.permissions import Actor
from project06.notices import public as notices


@job("notices.deliver")
def deliver(*, notice: UUID) -> None:
    """Hand one notice to its provider; the operation itself plans the next try."""
    notices.deliver_notice(notice=notice, by=Actor.system("notices.deliver"))


@job("notices.wipe", cron="40 18 * * *", queue="slow")
def wipe() -> None:
    """Wipe old addresses and words every night."""
    notices.wipe_notices(by=Actor.system("notices.wipe"))
