"""Pages around a session that was locked by silence."""

from allauth.account.adapter import get_adapter
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from project06.identity.queries.session_state import account_of
from project06.identity.web.kept_form import find_kept_form, forget_form
from project06.kernel.access import public_page, signed_in_page


@public_page
@require_safe
def unlock(request: HttpRequest) -> HttpResponse:
    """Send the holder of a locked session to the best way to prove themselves."""
    adapter = get_adapter(request)
    asked = request.GET.get("next", "")
    back = asked if adapter.is_safe_url(asked) else "/"
    account = account_of(request)
    methods = adapter.get_reauthentication_methods(account or AnonymousUser())
    where = methods[0]["url"] if methods else reverse("account_login")
    return HttpResponseRedirect(f"{where}?{urlencode({'next': back})}")


@signed_in_page
@require_http_methods(["GET", "HEAD", "POST"])
def continue_form(request: HttpRequest) -> HttpResponse:
    """Offer the kept form once more; a POST discards it."""
    kept = find_kept_form(request)
    if request.method == "POST":
        forget_form(request)
        return redirect("/")
    if kept is None:
        return redirect("/")
    return render(request, "identity/continue_form.html", {"kept": kept})
