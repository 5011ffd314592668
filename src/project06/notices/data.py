"""What crosses the border of the package."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from project06.notices.enums import Channel, NoticeState


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Who gets a notice, where and in which language (vi, en, pl, hi, cs, uk)."""

    account: UUID | None
    channel: Channel
    address: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A notice as a provider sends it."""

    uuid: UUID
    channel: Channel
    address: str
    subject: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeData:
    """A notice as its recipient sees it; subject and text are empty once they have been wiped."""

    uuid: UUID
    channel: Channel
    template: str
    subject: str
    text: str
    state: NoticeState
    created_at: datetime
    sent_at: datetime | None
