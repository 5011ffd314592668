"""What this package tells the others, in the transaction in which it happened."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from project06.kernel.events import event


@event("agencies.agencies-loaded", version=1)
@dataclass(frozen=True, slots=True)
class AgenciesLoaded:
    """The directory of organisations was brought to the reference."""

    added: int
    changed: int
    loaded_at: datetime


@event("agencies.post-created", version=1)
@dataclass(frozen=True, slots=True)
class PostCreated:
    """An organisation has a new post."""

    post: UUID
    agency_code: str


@event("agencies.official-registered", version=1)
@dataclass(frozen=True, slots=True)
class OfficialRegistered:
    """An account belongs to an official from now on."""

    official: UUID
    account: UUID


@event("agencies.official-appointed", version=1)
@dataclass(frozen=True, slots=True)
class OfficialAppointed:
    """An official holds a post from a day on."""

    assignment: UUID
    account: UUID
    post: UUID
    valid_from: date


@event("agencies.assignment-ended", version=1)
@dataclass(frozen=True, slots=True)
class AssignmentEnded:
    """An official no longer holds a post from a day on."""

    assignment: UUID
    account: UUID
    post: UUID
    valid_to: date


@event("agencies.role-granted", version=1)
@dataclass(frozen=True, slots=True)
class RoleGranted:
    """A post has a role from a day on."""

    post: UUID
    role: str
    valid_from: date


@event("agencies.role-revoked", version=1)
@dataclass(frozen=True, slots=True)
class RoleRevoked:
    """A post no longer has a role from a day on."""

    post: UUID
    role: str
    valid_to: date
