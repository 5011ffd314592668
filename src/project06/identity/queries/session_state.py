"""What a session says about how, and how recently, somebody proved who they are."""

from datetime import datetime, timedelta

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.http import HttpRequest

from project06.identity.enums import AccountKind
from project06.identity.models import Account
from project06.identity.queries.find_account import has_second_factor
from project06.identity.rules.sign_in import idle_limit, needs_second_factor, sign_in_rules
from project06.kernel.clock import local, now

LAST_ACTIVE = "identity_last_active"
LOCKED = "identity_locked"
IS_ADMINISTRATOR = "identity_is_administrator"
SECOND_FACTOR = "identity_second_factor"
DEMO_SECOND_FACTOR = "identity_demo_second_factor"
KEPT_FORM = "identity_kept_form"


def account_of(request: HttpRequest) -> Account | None:
    """Return the signed-in account, also while its session is locked, or None."""
    user = request.user
    return user if isinstance(user, Account) and user.is_active else None


def has_shown_second_factor(request: HttpRequest, account: Account) -> bool:
    """Say whether a second factor was shown in this session: by a code, a passkey, or setting one up just now.

    The one-click sign-in of the demonstration world counts only while that is what this process serves.
    """
    if request.session.get(SECOND_FACTOR) == str(account.uuid):
        return True
    if settings.PROJECT06_MODE == "demo" and request.session.get(DEMO_SECOND_FACTOR) == str(account.uuid):
        return True
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, account))


def lacks_second_factor(request: HttpRequest, account: Account) -> bool:
    """Say whether the account must show a second factor and has not."""
    return needs_second_factor(AccountKind(account.kind)) and not has_shown_second_factor(request, account)


def is_session_locked(request: HttpRequest) -> bool:
    """Say whether the session was silent for too long, or was locked before and not unlocked since."""
    if request.session.get(LOCKED):
        return True
    last_active = request.session.get(LAST_ACTIVE)
    if last_active is None:
        return False
    return now() - datetime.fromisoformat(last_active) >= _limit(request)


def _limit(request: HttpRequest) -> timedelta:
    rules = sign_in_rules(local(now()).date())
    return idle_limit(rules, is_administrator=bool(request.session.get(IS_ADMINISTRATOR)))


def idle_seconds_left(request: HttpRequest) -> int:
    """Return after how many seconds of silence this session locks."""
    return int(_limit(request).total_seconds())


def has_way_to_unlock(account: Account) -> bool:
    """Say whether the account can prove itself again: by a password, a code or a passkey."""
    return account.has_usable_password() or has_second_factor(account)
