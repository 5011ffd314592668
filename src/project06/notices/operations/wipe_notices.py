"""Wipe addresses and words when nobody needs them any more."""

from django.db.models import Q

from project06.evidence import public as evidence
from project06.kernel.clock import now
from project06.kernel.permissions import Actor
from project06.notices.enums import NoticeState
from project06.notices.models import Notice
from project06.notices.rules import KEEP_TEXT


@evidence.operation
def wipe_notices(*, by: Actor) -> int:
    """Empty address, subject and text of notices older than 90 days that are not waiting; return how many.

    Article 3 of the Law on Personal Data Protection 91/2025/QH15: data are kept no longer than their purpose.
    """
    old = Q(created_at__lt=now() - KEEP_TEXT) & ~Q(state=NoticeState.WAITING)
    wiped = Notice.objects.filter(old, wiped_at__isnull=True).update(address="", subject="", text="", wiped_at=now())
    if wiped:
        evidence.record(
            by=by,
            action="notices.wipe-notices",
            subject_kind="notice",
            subject=None,
            fields=["address", "subject", "text"],
            purpose="end of retention",
            legal_ground="Law on Personal Data Protection 91/2025/QH15",
            details={"count": str(wiped)},
        )
    return wiped
