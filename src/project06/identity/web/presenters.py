"""Words and colours for accounts, sessions and rules."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from project06.identity.data import AccountData, RuleSource, SessionData
from project06.identity.enums import AccountState
from project06.kernel.permissions import Actor
from project06.ui.data import Column, Link, TableData, Tag
from project06.ui.enums import ColumnKind, Tone

_STATES: dict[AccountState, tuple[Promise, Tone]] = {
    AccountState.ACTIVE: (pgettext_lazy("account", "Active"), Tone.SUCCESS),
    AccountState.DISABLED_BY_ADMINISTRATOR: (
        pgettext_lazy("account", "Disabled by an administrator"),
        Tone.DANGER,
    ),
    AccountState.DISABLED_IDLE: (pgettext_lazy("account", "Disabled: not used for long"), Tone.WARNING),
}

_RULES = {
    "password_length_with_second_factor": gettext_lazy("Password beside a second factor: at least"),
    "password_length_alone": gettext_lazy("Password without a second factor: at least"),
    "failed_sign_ins": gettext_lazy("Failed sign-ins in a row before the account is locked"),
    "lock": gettext_lazy("How long such a lock lasts"),
    "idle_lock_user": gettext_lazy("Silence before a session is locked"),
    "idle_lock_administrator": gettext_lazy("Silence before an administrator's session is locked"),
    "idle_disable_staff": gettext_lazy("Silence before an officer's account is closed"),
    "session_at_most": gettext_lazy("Longest session"),
    "enrolment_link": gettext_lazy("How long a one-time link works"),
}

_UNITS = {
    "characters": gettext_lazy("characters"),
    "attempts": gettext_lazy("attempts"),
    "minutes": gettext_lazy("minutes"),
    "hours": gettext_lazy("hours"),
    "days": gettext_lazy("days"),
}

# What browsers call themselves, most particular first: several claim to be others too.
_BROWSERS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("coc_coc", "Cốc Cốc"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True, slots=True)
class ShownAccount:
    """The account as its holder reads it."""

    name: str
    email: str
    factor: Tag
    has_second_factor: bool
    post: str
    agency: str


@dataclass(frozen=True, slots=True)
class ShownSession:
    """A session as its holder reads it."""

    device: str
    ip: str
    since: datetime
    is_current: bool
    digest: str


@dataclass(frozen=True, slots=True)
class ShownOfficer:
    """An officer's account as an administrator reads it."""

    uuid: UUID
    name: str
    email: str
    state: Tag
    factor: Tag
    last_seen_at: datetime | None
    is_active: bool


def present_account(account: AccountData, actor: Actor) -> ShownAccount:
    """Return the words of the overview."""
    return ShownAccount(
        name=account.display_name,
        email=account.email or account.login_name or "",
        factor=_factor(account),
        has_second_factor=account.has_second_factor,
        post=actor.post_title,
        agency=actor.agency_name,
    )


def present_session(session: SessionData) -> ShownSession:
    """Return the words of one session."""
    return ShownSession(
        device=_device(session.user_agent),
        ip=session.ip,
        since=session.created_at,
        is_current=session.is_current,
        digest=session.key_digest,
    )


def present_officer(account: AccountData) -> ShownOfficer:
    """Return the words of one row of the administrators' list."""
    label, tone = _STATES[account.state]
    return ShownOfficer(
        uuid=account.uuid,
        name=account.display_name,
        email=account.email or "",
        state=Tag(label, tone),
        factor=_factor(account),
        last_seen_at=account.last_seen_at,
        is_active=account.state is AccountState.ACTIVE,
    )


def present_rules(rows: tuple[RuleSource, ...], on: date) -> TableData:
    """Return the rules of the day with their sources as a table."""
    return TableData(
        caption=gettext_lazy("Rules that protect your account today"),
        columns=(
            Column(gettext_lazy("Rule")),
            Column(gettext_lazy("Limit")),
            Column(gettext_lazy("Since"), ColumnKind.DAY),
            Column(gettext_lazy("Source")),
        ),
        rows=tuple(
            (_RULES[row.rule], f"{row.value} {_UNITS[row.unit]}", row.valid_from, row.source)
            for row in rows
            if (row.valid_from is None or row.valid_from <= on) and (row.valid_to is None or on < row.valid_to)
        ),
        note=gettext_lazy("The technical standard itself has not been read: these figures are marked as uncertain."),
    )


def present_crumbs(last: str) -> tuple[Link, ...]:
    """Return the way to a page about the account."""
    return (
        Link(gettext_lazy("Home"), "/"),
        Link(gettext_lazy("Your account"), reverse("identity:overview")),
        Link(last, ""),
    )


def _factor(account: AccountData) -> Tag:
    if account.has_second_factor:
        return Tag(gettext_lazy("Second factor set up"), Tone.SUCCESS)
    return Tag(gettext_lazy("No second factor"), Tone.WARNING)


def _device(user_agent: str) -> str:
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in _SYSTEMS if mark in user_agent), "")
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("Unknown device")
