"""The closed vocabularies of accounts and sign-in."""

from enum import IntEnum, StrEnum

from django.utils.translation import gettext_lazy as _

from project06.kernel.permissions import declare_permission

ADMINISTER = declare_permission("identity.administer", _("Invite officers, disable and enable their accounts."))


class AccountKind(StrEnum):
    """Whose account it is."""

    CITIZEN = "citizen"
    OFFICER = "officer"
    SERVICE = "service"
    """A machine of another agency; it never signs in through a page."""


class AccountLevel(IntEnum):
    """How well the person behind a citizen's account is known (Decree 69/2024/NĐ-CP art. 7)."""

    NONE = 0
    """Only the e-mail address was proved: not an electronic identity in the sense of the law."""

    ONE = 1
    TWO = 2


class AccountState(StrEnum):
    """Why an account may not be used, or that it may."""

    ACTIVE = "active"
    DISABLED_BY_ADMINISTRATOR = "disabled_by_administrator"
    DISABLED_IDLE = "disabled_idle"


class AccountEvent(StrEnum):
    """What is written down about the use of an account; the word is the end of the evidence action."""

    SIGNED_IN = "sign-in"
    SIGN_IN_FAILED = "fail-sign-in"
    SIGN_IN_REFUSED = "refuse-sign-in"
    LOCKED_OUT = "lock-out"
    SIGNED_OUT = "sign-out"
    SESSION_LOCKED = "lock-session"
    SESSION_UNLOCKED = "unlock-session"
    SESSION_ENDED = "end-session"
    PASSWORD_CHANGED = "change-password"  # noqa: S105 - the name of an event
    PASSWORD_RESET = "reset-password"  # noqa: S105 - the name of an event
    EMAIL_CHANGED = "change-email"
    SECOND_FACTOR_ADDED = "add-second-factor"
    SECOND_FACTOR_REMOVED = "remove-second-factor"
    SECOND_FACTOR_RENEWED = "renew-second-factor"
    SECOND_FACTOR_FAILED = "fail-second-factor"
    SIGNED_UP = "sign-up"

    @property
    def is_refusal(self) -> bool:
        """Say whether somebody was turned away."""
        return self in _REFUSALS


_REFUSALS = frozenset(
    {
        AccountEvent.SIGN_IN_FAILED,
        AccountEvent.SIGN_IN_REFUSED,
        AccountEvent.LOCKED_OUT,
        AccountEvent.SECOND_FACTOR_FAILED,
    }
)
