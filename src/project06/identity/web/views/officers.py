"""Officers' accounts, for those who administer them."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from project06.identity.data import EnrolmentData
from project06.identity.enums import ADMINISTER
from project06.identity.operations.disable_account import disable_account
from project06.identity.operations.enable_account import enable_account
from project06.identity.operations.invite_officer import invite_officer
from project06.identity.operations.renew_invitation import renew_invitation
from project06.identity.queries.find_account import list_officer_accounts
from project06.identity.web.forms import InviteForm
from project06.identity.web.presenters import present_crumbs, present_officer
from project06.kernel.access import actor_of, requires
from project06.kernel.errors import Conflict


@requires(ADMINISTER)
@require_safe
def list_officers(request: HttpRequest) -> HttpResponse:
    """Show officers' accounts with what can be done about each."""
    query = request.GET.get("q", "")[:100]
    page = list_officer_accounts(query=query, after=request.GET.get("after", ""))
    context = {
        "officers": [present_officer(each) for each in page.accounts],
        "query": query,
        "next_after": page.next_after,
    }
    return render(request, "identity/list_officers.html", context)


@requires(ADMINISTER)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    """Make an officer's account and show the one-time link once."""
    form = InviteForm(request.POST or None)
    if form.is_valid():
        try:
            enrolment = invite_officer(**form.cleaned_data, language=settings.LANGUAGE_CODE, by=actor_of(request))
        except Conflict as refusal:
            form.add_error(None, refusal.say())
        else:
            return _show_link(request, enrolment)
    context = {"form": form, "crumbs": present_crumbs(_("Invite an officer"))}
    return render(request, "identity/invite.html", context, status=422 if form.errors else 200)


@requires(ADMINISTER)
@never_cache
@require_POST
def renew(request: HttpRequest, account: UUID) -> HttpResponse:
    """Make a new one-time link for an officer who lost access, and show it once."""
    return _show_link(request, renew_invitation(account=account, by=actor_of(request)))


@requires(ADMINISTER)
@require_POST
def disable(request: HttpRequest, account: UUID) -> HttpResponse:
    """Disable an officer's account."""
    disable_account(account=account, by=actor_of(request))
    messages.success(request, _("The account is disabled. Open sessions have ended."))
    return redirect("identity:list_officers")


@requires(ADMINISTER)
@require_POST
def enable(request: HttpRequest, account: UUID) -> HttpResponse:
    """Enable an officer's account."""
    enable_account(account=account, by=actor_of(request))
    messages.success(request, _("The account can be used again."))
    return redirect("identity:list_officers")


def _show_link(request: HttpRequest, enrolment: EnrolmentData) -> HttpResponse:
    address = settings.PROJECT06_PUBLIC_URL + reverse("identity:enrol", args=[enrolment.token])
    context = {"address": address, "expires_at": enrolment.expires_at}
    return render(request, "identity/link.html", context)
