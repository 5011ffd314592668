"""Pages about one's own account."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_safe

from project06.identity.operations.choose_language import choose_language
from project06.identity.operations.end_other_sessions import end_other_sessions
from project06.identity.operations.end_session import end_session
from project06.identity.queries.find_account import to_data
from project06.identity.queries.list_sessions import list_sessions, session_digest
from project06.identity.queries.session_state import account_of, lacks_second_factor
from project06.identity.rules.sign_in import rule_sources
from project06.identity.web.forms import LanguageForm
from project06.identity.web.presenters import (
    present_account,
    present_crumbs,
    present_rules,
    present_session,
)
from project06.kernel.access import actor_of, signed_in_page
from project06.kernel.clock import today
from project06.kernel.errors import SignInNeeded


@signed_in_page
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Show what protects the account and what can be changed."""
    account = account_of(request)
    if account is None:
        raise SignInNeeded
    context = {
        "account": present_account(to_data(account), actor_of(request)),
        "rules": present_rules(rule_sources(), today()),
        "language_form": LanguageForm(initial={"language": account.language}),
    }
    return render(request, "identity/overview.html", context)


@signed_in_page
@require_safe
def second_factor(request: HttpRequest) -> HttpResponse:
    """Lead an officer to a second factor; nothing else opens before."""
    account = account_of(request)
    if account is None:
        raise SignInNeeded
    if not lacks_second_factor(request, account):
        return redirect("/")
    has_one = to_data(account).has_second_factor
    return render(request, "identity/second_factor.html", {"has_one": has_one})


@signed_in_page
@require_http_methods(["GET", "HEAD", "POST"])
def sessions(request: HttpRequest) -> HttpResponse:
    """Show where the account is signed in, and end sessions elsewhere."""
    account = account_of(request)
    if account is None:
        raise SignInNeeded
    key = request.session.session_key or ""
    if request.method == "POST":
        return _end_sessions(request, key)
    found = list_sessions(account, current_key=key)
    context = {
        "sessions": [present_session(each) for each in found],
        "has_others": len(found) > 1,
        "crumbs": present_crumbs(_("Where you are signed in")),
    }
    return render(request, "identity/sessions.html", context)


def _end_sessions(request: HttpRequest, key: str) -> HttpResponse:
    chosen = request.POST.get("session", "")
    if chosen:
        ended = end_session(session=chosen, by=actor_of(request))
    else:
        ended = end_other_sessions(current=session_digest(key), by=actor_of(request))
    if ended:
        messages.success(request, _("Signed out there."))
    else:
        messages.info(request, _("That session had already ended."))
    return redirect("identity:sessions")


@signed_in_page
@require_http_methods(["POST"])
def language(request: HttpRequest) -> HttpResponse:
    """Keep the language with the account, so that letters and the next sign-in speak it too."""
    chosen = choose_language(language=request.POST.get("language", ""), by=actor_of(request))
    with override(chosen):
        messages.success(request, _("The language was saved with your account."))
    answer = HttpResponseRedirect(reverse("identity:overview"))
    answer.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        chosen,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return answer
