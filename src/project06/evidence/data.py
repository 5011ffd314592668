"""What crosses the border of the package."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from project06.evidence.enums import ActorRole, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordData:
    """One look or act, as it was written down; names of persons are never part of it."""

    uuid: UUID
    recorded_at: datetime
    actor: UUID | None
    actor_role: ActorRole
    system_name: str
    agency: str | None
    agency_name: str
    post: UUID | None
    post_title: str
    acting_for: UUID | None
    action: str
    subject_kind: str
    subject: UUID | None
    fields: tuple[str, ...]
    purpose: str
    legal_ground: str
    case: str | None
    outcome: Outcome
    request_id: UUID | None
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RecordPage:
    """A page of a list, newest first; `next_cursor` continues it, None at the end."""

    records: tuple[RecordData, ...]
    next_cursor: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFilter:
    """What an auditor looks for; days are Vietnamese calendar days, both included."""

    from_day: date | None = None
    to_day: date | None = None
    agency: str = ""
    actor: UUID | None = None
    subject: UUID | None = None
    action: str = ""
    outcome: Outcome | None = None
