"""The one-click sign-in of the demonstration world."""

from allauth.account.adapter import get_adapter
from allauth.account.app_settings import EmailVerificationMethod
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from project06.identity.models import Account
from project06.identity.operations.sign_in_persona import sign_in_persona
from project06.identity.queries.find_account import load_account
from project06.identity.queries.personas import list_personas
from project06.identity.queries.session_state import DEMO_SECOND_FACTOR
from project06.kernel.access import actor_of, public_page


@public_page
@require_http_methods(["GET", "HEAD", "POST"])
def demo(request: HttpRequest) -> HttpResponse:
    """Show the cast; one click signs in as one of them."""
    if request.method != "POST":
        return render(request, "identity/demo.html", {"personas": list_personas()})
    persona = sign_in_persona(persona=request.POST.get("persona", ""), by=actor_of(request))
    if request.user.is_authenticated:
        logout(request)
    _sign_in(request, load_account(persona.uuid))
    asked = request.POST.get("next", "")
    return redirect(asked if get_adapter(request).is_safe_url(asked) else "/")


def _sign_in(request: HttpRequest, account: Account) -> None:
    adapter = get_adapter(request)
    adapter.login(request, account)
    # Counts as a second factor only while the process serves the demonstration (queries.session_state).
    request.session[DEMO_SECOND_FACTOR] = str(account.uuid)
    adapter.post_login(
        request,
        account,
        email_verification=EmailVerificationMethod.NONE,
        signal_kwargs=None,
        email=None,
        signup=False,
        redirect_url=None,
    )
