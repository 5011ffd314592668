"""The public directory of organisations."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from project06.agencies import public as agencies
from project06.agencies.data import AgencyData
from project06.agencies.errors import UnknownAgency
from project06.agencies.web import presenters
from project06.agencies.web.forms import BrowseForm, DayForm
from project06.kernel.access import actor_of, public_page
from project06.kernel.clock import today
from project06.kernel.permissions import can
from project06.places import public as places
from project06.ui.data import EmptyState, Link


@public_page
@require_safe
def browse(request: HttpRequest) -> HttpResponse:
    """Show the kinds of organisations of a day, or those that fit the words and the kind."""
    form = BrowseForm.asked(request.GET)
    is_valid = form.is_valid()
    on, query, kind = form.day, form.text("q"), form.chosen_kind
    context: dict[str, object] = {"form": form, "kinds": (), "table": None}
    if query or kind:
        page = agencies.list_agencies(on=on, query=query, kind=kind, after=form.text("after"))
        wanted = {"q": query, "kind": kind.value if kind else ""}
        context["table"] = presenters.present_list(page, on, wanted)
    else:
        context["kinds"] = presenters.present_kinds(agencies.count_by_kind(on), on)
        context["empty"] = EmptyState(
            _("Nothing is recorded for this day"),
            _("The register of agencies begins on 23 July 2021. Choose a later day."),
        )
    template = "agencies/browse.html#found" if request.headers.get("HX-Request") else "agencies/browse.html"
    return render(request, template, context, status=200 if is_valid else 422)


@public_page
@require_safe
def agency(request: HttpRequest, code: str) -> HttpResponse:
    """Show an organisation on a day: its names, its superior, what came before and after."""
    form = DayForm.asked(request.GET)
    is_valid = form.is_valid()
    on = form.day
    try:
        story = agencies.get_story(code, on)
    except UnknownAgency:
        return _another_day(request, code, on)
    found = story.agency
    page = agencies.list_subordinates(code, on=on, after=request.GET.get("after", ""))
    name = presenters.name_of(found)
    context = {
        "form": form,
        "name": name,
        "other_name": found.name_en if name == found.name else found.name,
        "kind": presenters.kind_of(found),
        "certainty": presenters.certainty(is_certain=found.is_certain),
        "facts": presenters.present_facts(story, on, _unit(found, on)),
        "names": presenters.present_names(story),
        "before": presenters.present_successions(_("What it was made of"), story.predecessors),
        "after": presenters.present_successions(_("Where its duties went"), story.successors),
        "subordinates": presenters.present_subordinates(page, code, on),
        "crumbs": presenters.present_crumbs(Link(name, "")),
        "posts_href": _posts_href(request, found),
    }
    return render(request, "agencies/agency.html", context, status=200 if is_valid else 422)


def _another_day(request: HttpRequest, code: str, on: date) -> HttpResponse:
    """Answer for a code that nothing bore on the day: say when something did."""
    other = agencies.find_other_day(code)
    if other is None:
        raise UnknownAgency(code=code)
    state = EmptyState(
        _("No agency had this code on that day"),
        _("Codes are valid for a period. The code %(code)s was used on another day.") % {"code": code},
        Link(_("Show it on that day"), presenters.agency_href(code, other)),
    )
    context = {"state": state, "code": code, "on": on, "crumbs": presenters.present_crumbs(Link(code, ""))}
    return render(request, "agencies/another_day.html", context, status=404)


def _unit(found: AgencyData, on: date) -> Link | None:
    unit = places.find_unit(found.unit_code, on)
    if unit is None:
        return None
    href = f"{reverse('places:unit', args=[unit.code])}?{urlencode({'on': on.isoformat()})}"
    return Link(unit.official_name, href)


def _posts_href(request: HttpRequest, found: AgencyData) -> str:
    stands = found.valid_to is None or today() < found.valid_to
    if stands and can(actor_of(request), agencies.ADMINISTER, path=found.unit_path):
        return reverse("agencies:list_posts", args=[found.code])
    return ""
