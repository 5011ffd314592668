"""What crosses the package's border: frozen, without behaviour beyond reading itself."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.functional import Promise

from project06.identity.enums import AccountKind, AccountLevel, AccountState


@dataclass(frozen=True, slots=True)
class AccountData:
    """An account as its administrators and its holder see it."""

    uuid: UUID
    email: str | None
    login_name: str | None
    display_name: str
    language: str
    kind: AccountKind
    level: AccountLevel
    state: AccountState
    created_at: datetime
    last_seen_at: datetime | None
    has_second_factor: bool


@dataclass(frozen=True, slots=True)
class AccountPage:
    """One page of a list, and where the next page starts."""

    accounts: tuple[AccountData, ...]
    next_after: str | None


@dataclass(frozen=True, slots=True)
class EnrolmentData:
    """A one-time link with which a person takes over an account; `token` is known only at this moment."""

    account: UUID
    token: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class PersonaData:
    """A person of the demonstration world whom one click impersonates."""

    code: str
    name: str
    full_name: str
    description: str | Promise
    kind: AccountKind


@dataclass(frozen=True, slots=True)
class SignInRules:
    """The rules of sign-in that hold on a day; see `reference/sign_in_rules.csv` for their sources."""

    password_length_with_second_factor: int
    password_length_alone: int
    failed_sign_ins: int
    lock_minutes: int
    idle_lock_user_minutes: int
    idle_lock_administrator_minutes: int
    idle_disable_staff_days: int
    session_at_most_hours: int
    enrolment_link_hours: int


@dataclass(frozen=True, slots=True)
class RuleSource:
    """One dated rule with where it comes from, for people who check it."""

    rule: str
    value: int
    unit: str
    valid_from: date | None
    valid_to: date | None
    source: str
    is_certain: bool


@dataclass(frozen=True, slots=True)
class SessionData:
    """One place where an account is signed in."""

    key_digest: str
    created_at: datetime
    last_seen_at: datetime
    ip: str
    user_agent: str
    is_current: bool
