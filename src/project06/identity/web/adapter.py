"""Where allauth's flows meet our rules: lock-out, closed accounts, evidence, language."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core.exceptions import ImmediateHttpResponse
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from project06.identity.enums import AccountEvent, AccountKind
from project06.identity.models import Account
from project06.identity.operations.count_failed_sign_in import count_failed_sign_in
from project06.identity.operations.disable_silent_account import disable_silent_account
from project06.identity.operations.note_account_event import note_account_event
from project06.identity.queries.find_account import find_account_by_login, find_locked_until
from project06.identity.queries.load_actor import actor_of_account
from project06.identity.queries.session_state import lacks_second_factor
from project06.identity.rules.sign_in import is_locked_out
from project06.identity.web.forms import new_account
from project06.kernel.clock import now
from project06.kernel.permissions import anonymous

# As long as allauth itself trusts a renewed proof.
_FRESH = timedelta(seconds=settings.ACCOUNT_REAUTHENTICATION_TIMEOUT)


class SignInAdapter(DefaultAccountAdapter):
    """Our answers to the questions that allauth asks while somebody signs in."""

    def new_user(self, request: HttpRequest) -> AbstractBaseUser:  # noqa: ARG002 - allauth's signature
        """Return the empty account that a sign-up fills."""
        return new_account()

    def populate_username(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        """Give nobody a login name that they did not choose: citizens sign in by e-mail."""

    def pre_authenticate(self, request: HttpRequest, **credentials: object) -> None:
        """Turn away a login that is locked out, whether or not such an account exists."""
        login = _login_of(credentials)
        if login and is_locked_out(find_locked_until(login), now()):
            account = find_account_by_login(login)
            note_account_event(
                account=account.uuid if account else None,
                event=AccountEvent.SIGN_IN_REFUSED,
                details={"reason": "locked-out"},
                by=anonymous(),
            )
            raise self.validation_error("too_many_login_attempts")
        super().pre_authenticate(request, **credentials)

    def authentication_failed(self, request: HttpRequest, **credentials: object) -> None:  # noqa: ARG002 - allauth's
        """Count the failure; the person learns only that the pair is wrong."""
        login = _login_of(credentials)
        if login:
            count_failed_sign_in(login=login, event=AccountEvent.SIGN_IN_FAILED, by=anonymous())

    def pre_login(self, request: HttpRequest, user: AbstractBaseUser, **kwargs: object) -> HttpResponse | None:
        """Turn away closed accounts, silent ones and machines; the password was right, so it may be said."""
        assert isinstance(user, Account)  # noqa: S101 - narrows allauth's type
        disable_silent_account(account=user.uuid, by=actor_of_account(user, second_factor=False))
        user.refresh_from_db(fields=["state"])
        if user.kind == AccountKind.SERVICE or not user.is_active:
            note_account_event(
                account=user.uuid,
                event=AccountEvent.SIGN_IN_REFUSED,
                details={"reason": "closed"},
                by=anonymous(),
            )
            raise ImmediateHttpResponse(self.respond_user_inactive(request, user))
        return super().pre_login(request, user, **kwargs)

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **kwargs: object) -> HttpResponse:
        """Speak the account's language from now on, and lead an officer without a second factor to it."""
        assert isinstance(user, Account)  # noqa: S101 - narrows allauth's type
        response = super().post_login(request, user, **kwargs)
        if lacks_second_factor(request, user):
            response = HttpResponseRedirect(reverse("identity:second_factor"))
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            user.language,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
        return response

    def is_reauthentication_required(self, *, app: str, **kwargs: object) -> bool:
        """Ask for no second proof within minutes of the first: who has just signed in is not asked twice."""
        records = get_authentication_records(self.request, self.request.user)
        newest = max((record["at"] for record in records), default=0.0)
        if datetime.fromtimestamp(newest, UTC) > now() - _FRESH:
            return False
        return bool(super().is_reauthentication_required(app=app, **kwargs))


def _login_of(credentials: Mapping[str, object]) -> str:
    return str(credentials.get("email") or credentials.get("username") or "")
