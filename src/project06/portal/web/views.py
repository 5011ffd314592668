"""The first page, the search and the desks."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from project06.kernel.access import actor_of, public_page, signed_in_page
from project06.kernel.clock import now, today
from project06.places import public as places
from project06.portal.queries.owed_reports import list_owed_reports
from project06.portal.queries.report_provinces import list_report_provinces
from project06.portal.queries.search_everything import search_everything
from project06.portal.web import presenters

LONGEST_SEARCH = 200


@public_page
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Greet the visitor: search, the provinces of the reports, the map of 63 and 34."""
    on = today()
    context = presenters.present_home(list_report_provinces(on), places.list_province_regions(on), on)
    return render(request, "portal/home.html", context)


@public_page
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what was found for `?q=`."""
    results = search_everything(request.GET.get("q", "")[:LONGEST_SEARCH], today())
    return render(request, "portal/search.html", presenters.present_search(results))


@signed_in_page
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """Show an official what there is to do: the reports that the agency owes; casework joins them later."""
    actor = actor_of(request)
    owed = list_owed_reports(actor)
    return render(request, "portal/desk.html", presenters.present_desk(actor, owed, now()))
