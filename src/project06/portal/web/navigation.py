"""The links that every page carries, by what the visitor may do."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from project06.kernel.access import actor_of
from project06.kernel.permissions import ActorKind, can
from project06.programme.enums import READ
from project06.reporting import public as reporting
from project06.ui.data import Link

REPORTING_RIGHTS = (reporting.REPORT, reporting.SEE, reporting.CHECK, reporting.ORGANISE)


def navigation(request: HttpRequest) -> dict[str, object]:
    """Give templates `navigation` and `footer_links`; a context processor, it asks no database."""
    actor = actor_of(request)
    links = [
        Link(_("Home"), "/"),
        Link(_("Places"), reverse("places:browse")),
        Link(_("Map"), reverse("places:map")),
        Link(_("Agencies"), reverse("agencies:browse")),
    ]
    if actor.kind is ActorKind.OFFICER:
        links.append(Link(_("My desk"), reverse("portal:desk")))
    if any(can(actor, right) for right in REPORTING_RIGHTS):
        links.append(Link(_("Reports"), reverse("reporting:owe")))
    if can(actor, READ):
        links.append(Link(_("Steering"), reverse("programme:chairman")))
    here = request.path
    account = [Link(_("My account"), reverse("identity:overview"))]
    return {
        "navigation": [Link(link.label, link.href, current=link.href == here) for link in links],
        "account_links": account if actor.is_signed_in else [],
        "footer_links": [Link(_("Interface for programs"), reverse("api:openapi-json"))],
    }
