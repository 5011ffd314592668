"""Pages below /places/."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from project06.kernel.access import public_page
from project06.kernel.clock import today
from project06.places import public as places
from project06.places.enums import Level
from project06.places.web import presenters
from project06.places.web.forms import BrowseForm, DayForm, Wanted
from project06.places.web.unit_page import UnitAnswers, present_unit

FOUND_AT_ONCE = 50


@public_page
@require_safe
def browse(request: HttpRequest) -> HttpResponse:
    """List the units of a level on a day, or those that a name fits."""
    form = BrowseForm(request.GET)
    status = 200 if form.is_valid() else 422
    wanted = form.wanted()
    found = _search(wanted) if wanted.text else _list(wanted)
    is_part = "HX-Request" in request.headers
    context = {
        "form": form,
        "is_part": is_part,
        "lead": presenters.present_counts(places.count_units(wanted.on)),
        "map_href": presenters.map_href(wanted.on),
        **found,
    }
    template = "places/browse.html#found" if is_part else "places/browse.html"
    return render(request, template, context, status=status)


@public_page
@require_safe
def unit(request: HttpRequest, code: str) -> HttpResponse:
    """Show what bore a code on a day, what it was formed from and what became of it."""
    form = DayForm(request.GET)
    status = 200 if form.is_valid() else 422
    on = form.day
    found = places.get_unit(code, on)
    now = today()
    answers = UnitAnswers(
        unit=found,
        on=on,
        act=places.get_act(found.act),
        path=places.get_path(code, on),
        children=places.list_children(code, on),
        versions=places.list_versions(code),
        predecessors=places.list_predecessors(code, on),
        successors=places.list_successors(code, on),
        today_here=() if found.is_valid_on(now) else places.as_of(code, on, now),
        today=now,
    )
    return render(request, "places/unit.html", {"form": form, **present_unit(answers)}, status=status)


@public_page
@require_safe
def map(request: HttpRequest) -> HttpResponse:  # noqa: A001 - the word of the address
    """Show the provinces of a day over the shapes of 2024: 63 became 34."""
    form = DayForm(request.GET)
    status = 200 if form.is_valid() else 422
    regions = places.list_province_regions(form.day)
    context = {
        "form": form,
        "crumbs": presenters.crumbs(_("Map of the provinces"), presenters.map_href(form.day)),
        "lead": presenters.present_counts(places.count_units(form.day)),
        "map": presenters.present_map(regions, form.day) if regions else None,
        "empty": presenters.nothing_on_day(),
        "before_href": presenters.map_href(presenters.LAST_DAY_OF_63),
        "after_href": presenters.map_href(presenters.REFORM_ON),
    }
    return render(request, "places/map.html", context, status=status)


def _list(wanted: Wanted) -> dict[str, object]:
    level = wanted.level or Level.PROVINCE
    if places.find_unit(wanted.under, wanted.on) is None:
        return {"empty": presenters.nothing_on_day()}
    page = places.list_units(on=wanted.on, level=level, under=wanted.under, after=wanted.after, before=wanted.before)
    return {"table": presenters.present_list(page, wanted, level)}


def _search(wanted: Wanted) -> dict[str, object]:
    found = places.search_units(wanted.text, on=wanted.on, level=wanted.level, limit=FOUND_AT_ONCE)
    former = places.search_former_units(wanted.text, on=wanted.on)
    return presenters.present_search(found, former, wanted)
