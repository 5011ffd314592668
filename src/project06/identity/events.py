"""What this package tells the others, in the transaction in which it happened."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from project06.kernel.events import event


@event("identity.account-created", version=1)
@dataclass(frozen=True, slots=True)
class AccountCreated:
    """There is a new account."""

    account: UUID
    kind: str


@event("identity.account-enrolled", version=1)
@dataclass(frozen=True, slots=True)
class AccountEnrolled:
    """A person has taken over the account that was made for them."""

    account: UUID


@event("identity.account-disabled", version=1)
@dataclass(frozen=True, slots=True)
class AccountDisabled:
    """An account may not be used any more."""

    account: UUID
    state: str


@event("identity.account-enabled", version=1)
@dataclass(frozen=True, slots=True)
class AccountEnabled:
    """An account may be used again."""

    account: UUID


@event("identity.account-locked-out", version=1)
@dataclass(frozen=True, slots=True)
class AccountLockedOut:
    """Too many failed sign-ins: nobody gets in before the moment."""

    account: UUID
    until: datetime
