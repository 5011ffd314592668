"""Watches silence and second factors, after the visitor was recognised and before anybody enters a page."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from project06.agencies import public as agencies
from project06.identity.enums import ADMINISTER, AccountEvent
from project06.identity.models import Account
from project06.identity.operations.note_account_event import note_account_event
from project06.identity.operations.note_presence import note_presence
from project06.identity.queries.load_actor import actor_of_account
from project06.identity.queries.session_state import (
    IS_ADMINISTRATOR,
    LAST_ACTIVE,
    LOCKED,
    account_of,
    has_way_to_unlock,
    is_session_locked,
    lacks_second_factor,
)
from project06.identity.web.kept_form import keep_form
from project06.kernel.access import actor_of
from project06.kernel.clock import now
from project06.kernel.permissions import Actor, can

# The moment of the last request is written this often at most: a session row is not rewritten on every click.
_WRITE_EVERY = timedelta(seconds=20)

# What stays open while a session is locked, or while a second factor is still missing.
_UNLOCKING = frozenset(
    {
        "account_reauthenticate",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "account_logout",
        "set_language",
        "healthy",
        "identity:unlock",
    }
)
_EQUIPPING = _UNLOCKING | frozenset(
    {
        "identity:second_factor",
        "identity:continue_form",
        "mfa_index",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "mfa_list_webauthn",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_download_recovery_codes",
        "account_email_verification_sent",
    }
)


class SessionGuardMiddleware:
    """Locks silent sessions and leads officers to their second factor."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; the decision falls when the view is known and the form's token was checked."""
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],  # noqa: ARG002 - Django's signature
        arguments: tuple[object, ...],  # noqa: ARG002
        parameters: dict[str, object],  # noqa: ARG002
    ) -> HttpResponse | None:
        """Answer instead of the view, or let it."""
        account = account_of(request)
        if account is None:
            return None
        name = request.resolver_match.view_name if request.resolver_match else ""
        if is_session_locked(request):
            return None if name in _UNLOCKING else _lock(request, account)
        _note_activity(request, account)
        if name not in _EQUIPPING and lacks_second_factor(request, account):
            return HttpResponseRedirect(reverse("identity:second_factor"))
        return None


def _lock(request: HttpRequest, account: Account) -> HttpResponse:
    if not request.session.get(LOCKED):
        request.session[LOCKED] = True
        actor = actor_of_account(account, second_factor=False)
        note_account_event(account=account.uuid, event=AccountEvent.SESSION_LOCKED, by=actor)
    if not has_way_to_unlock(account):
        logout(request)
        messages.info(request, _("You were signed out because nothing happened for a while."))
        return HttpResponseRedirect(reverse("account_login"))
    kept = keep_form(request)
    back = reverse("identity:continue_form") if kept else request.get_full_path()
    answer = f"{reverse('identity:unlock')}?{urlencode({'next': back})}"
    if request.headers.get("HX-Request") == "true":
        # A fragment of a page must not be replaced by the unlock page: let the whole page go there.
        return HttpResponse(status=204, headers={"HX-Redirect": answer})
    return HttpResponseRedirect(answer)


def _note_activity(request: HttpRequest, account: Account) -> None:
    moment = now()
    said = request.session.get(LAST_ACTIVE)
    if (
        said is not None
        and IS_ADMINISTRATOR in request.session
        and moment - datetime.fromisoformat(said) < _WRITE_EVERY
    ):
        return
    request.session[LAST_ACTIVE] = moment.isoformat()
    request.session[IS_ADMINISTRATOR] = _is_administrator(actor_of(request))
    note_presence(account=account.uuid, by=actor_of(request))


def _is_administrator(actor: Actor) -> bool:
    return can(actor, ADMINISTER) or can(actor, agencies.ADMINISTER)
