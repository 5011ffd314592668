"""allauth tells what happened by its own signals; here they become evidence and session marks.

These are not Django's model signals: they are the documented way in which allauth reports sign-ins and changes
of second factors (allauth.account.signals, allauth.mfa.signals).
"""

from allauth.account import signals as account_signals
from allauth.account.internal.stagekit import clear_login
from allauth.mfa import signals as second_factor_signals
from allauth.mfa.models import Authenticator
from django.contrib.auth.signals import user_logged_out
from django.http import HttpRequest

from project06.identity.enums import AccountEvent
from project06.identity.models import Account
from project06.identity.operations.complete_sign_in import complete_sign_in
from project06.identity.operations.count_failed_sign_in import count_failed_sign_in
from project06.identity.operations.note_account_event import note_account_event
from project06.identity.queries.find_account import SECOND_FACTORS
from project06.identity.queries.load_actor import actor_of_account
from project06.identity.queries.session_state import IS_ADMINISTRATOR, LAST_ACTIVE, LOCKED, SECOND_FACTOR
from project06.kernel.clock import now
from project06.kernel.permissions import anonymous


def _note(account: object, event: AccountEvent, **details: str) -> None:
    if isinstance(account, Account):
        actor = actor_of_account(account, second_factor=False)
        note_account_event(account=account.uuid, event=event, details=details, by=actor)


def on_signed_in(request: HttpRequest, user: Account, **_rest: object) -> None:
    """Record the sign-in and start the count of silence."""
    request.session[LAST_ACTIVE] = now().isoformat()
    request.session.pop(LOCKED, None)
    # Whether an administrator signed in is found out with the first page, when the rights are known.
    request.session.pop(IS_ADMINISTRATOR, None)
    complete_sign_in(by=actor_of_account(user, second_factor=False))


def on_signed_out(user: Account | None, **_rest: object) -> None:
    """Record the sign-out."""
    _note(user, AccountEvent.SIGNED_OUT)


def on_step_completed(request: HttpRequest, user: Account, **rest: object) -> None:
    """Unlock a locked session when its holder proved themselves again."""
    if rest.get("reauthenticated") and request.session.pop(LOCKED, None):
        request.session[LAST_ACTIVE] = now().isoformat()
        _note(user, AccountEvent.SESSION_UNLOCKED)
    elif rest.get("reauthenticated"):
        request.session[LAST_ACTIVE] = now().isoformat()


def on_second_factor_added(request: HttpRequest, user: Account, authenticator: Authenticator, **_rest: object) -> None:
    """Record it; whoever has just set one up has shown it."""
    if authenticator.type in SECOND_FACTORS:
        request.session[SECOND_FACTOR] = str(user.uuid)
    _note(user, AccountEvent.SECOND_FACTOR_ADDED, type=authenticator.type)


def on_second_factor_removed(user: Account, authenticator: Authenticator, **_rest: object) -> None:
    """Record it."""
    _note(user, AccountEvent.SECOND_FACTOR_REMOVED, type=authenticator.type)


def on_second_factor_reset(user: Account, authenticator: Authenticator, **_rest: object) -> None:
    """Record new recovery codes."""
    _note(user, AccountEvent.SECOND_FACTOR_RENEWED, type=authenticator.type)


def on_second_factor_failed(request: HttpRequest, user: Account, **_rest: object) -> None:
    """Count a wrong code like a wrong password; a lock-out throws away the half-done sign-in too."""
    login = user.email or user.login_name or ""
    if count_failed_sign_in(login=login, event=AccountEvent.SECOND_FACTOR_FAILED, by=anonymous()):
        clear_login(request)


def on_password_changed(user: Account, **_rest: object) -> None:
    """Record it."""
    _note(user, AccountEvent.PASSWORD_CHANGED)


def on_password_reset(user: Account, **_rest: object) -> None:
    """Record it."""
    _note(user, AccountEvent.PASSWORD_RESET)


def on_email_changed(user: Account, **_rest: object) -> None:
    """Record it."""
    _note(user, AccountEvent.EMAIL_CHANGED)


def on_signed_up(user: Account, **_rest: object) -> None:
    """Record it."""
    _note(user, AccountEvent.SIGNED_UP)


def connect() -> None:
    """Start listening; called once when the package is ready."""
    pairs = (
        (account_signals.user_logged_in, on_signed_in),
        (user_logged_out, on_signed_out),
        (account_signals.authentication_step_completed, on_step_completed),
        (account_signals.password_changed, on_password_changed),
        (account_signals.password_set, on_password_changed),
        (account_signals.password_reset, on_password_reset),
        (account_signals.email_changed, on_email_changed),
        (account_signals.user_signed_up, on_signed_up),
        (second_factor_signals.authenticator_added, on_second_factor_added),
        (second_factor_signals.authenticator_removed, on_second_factor_removed),
        (second_factor_signals.authenticator_reset, on_second_factor_reset),
        (second_factor_signals.authentication_failed, on_second_factor_failed),
    )
    for signal, receiver in pairs:
        signal.connect(receiver, dispatch_uid=f"identity.{receiver.__name__}.{id(signal)}")
