"""The door of the package."""

from project06.notices.data import Message, NoticeData, Recipient
from project06.notices.enums import Channel, NoticeState
from project06.notices.operations.deliver_notice import deliver_notice
from project06.notices.operations.revive_notices import revive_notices
from project06.notices.operations.send import send
from project06.notices.operations.send_text import send_text
from project06.notices.operations.wipe_notices import wipe_notices
from project06.notices.ports import CannotSend, NoticeProvider
from project06.notices.queries.list_notices import list_for_account

__all__ = [
    "CannotSend",
    "Channel",
    "Message",
    "NoticeData",
    "NoticeProvider",
    "NoticeState",
    "Recipient",
    "deliver_notice",
    "list_for_account",
    "revive_notices",
    "send",
    "send_text",
    "wipe_notices",
]
