"""Where does this figure come from?"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from project06.kernel.access import actor_of, requires
from project06.places import public as places
from project06.programme.enums import READ
from project06.programme.queries.get_lineage import get_lineage
from project06.programme.web.page import crumbs, show
from project06.programme.web.presenters import lineage as presenters
from project06.programme.web.presenters.indicators import indicator_href
from project06.programme.web.words import language
from project06.ui.data import Link


@requires(READ)
@require_safe
def lineage(request: HttpRequest, observation: UUID) -> HttpResponse:
    """Show the document, the definition, the acts, the corrections and the lock behind a figure."""
    actor = actor_of(request)
    found = get_lineage(observation=observation, seen_by=actor)
    figure, version = found.observation, found.version
    unit = places.find_unit(figure.unit_code, figure.unit_on)
    name = unit.official_name if unit else figure.unit_path
    context = {
        "title": _("Where the figure comes from"),
        "name": version.name(language()),
        "facts": presenters.present_figure(found, name),
        "source": presenters.present_source(found.source, figure.reading.locator) if found.source else (),
        "handlings": presenters.present_handlings(found.handlings),
        "corrections": presenters.present_corrections(found.corrections),
        "computation": presenters.present_computation(found),
        "definition": version.query,
        "lock": presenters.present_lock(found),
        "earlier": presenters.present_earlier(found),
        "findings": presenters.present_findings(found),
        "note": figure.reading.note,
        "evidence_href": presenters.evidence_link(figure, actor),
        "crumbs": crumbs(
            "indicators",
            Link(version.name(language()), indicator_href(version.indicator)),
            Link(_("Where the figure comes from"), ""),
        ),
    }
    return show(request, "programme/lineage.html", context, room="indicators")
