"""What was sent to somebody."""

from uuid import UUID

from project06.notices.data import NoticeData
from project06.notices.enums import Channel, NoticeState
from project06.notices.models import Notice


def list_for_account(account: UUID, *, limit: int = 50) -> tuple[NoticeData, ...]:
    """Return the latest notices to `account`, newest first; the caller has made sure that the reader is the account."""
    rows = Notice.objects.filter(account=account).order_by("-id")[:limit]
    return tuple(_to_data(row) for row in rows)


def _to_data(row: Notice) -> NoticeData:
    return NoticeData(
        uuid=row.uuid,
        channel=Channel(row.channel),
        template=row.template,
        subject=row.subject,
        text=row.text,
        state=NoticeState(row.state),
        created_at=row.created_at,
        sent_at=row.sent_at,
    )
