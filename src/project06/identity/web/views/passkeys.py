"""Removing a passkey: allauth asks our rule only for authenticator apps, so we ask it here."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn.views import remove_webauthn
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from project06.identity.queries.find_account import find_authenticator
from project06.identity.queries.session_state import account_of
from project06.kernel.access import signed_in_page


@signed_in_page
def remove_passkey(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove a passkey, unless it is a second factor that must stay."""
    adapter = get_adapter()
    found = find_authenticator(pk, account_of(request))
    if found is not None and not adapter.can_delete_authenticator(found):
        messages.error(request, str(adapter.error_messages["cannot_delete_authenticator"]))
        return redirect("mfa_list_webauthn")
    return remove_webauthn(request, pk=pk)
