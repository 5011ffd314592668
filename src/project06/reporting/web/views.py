"""Pages that show: what an agency owes, one duty, the inbox, who has not reported, the campaigns."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from project06.kernel.access import actor_of, requires, signed_in_page
from project06.kernel.clock import now
from project06.kernel.errors import NotAllowed
from project06.kernel.permissions import can
from project06.reporting.data import ObligationPage
from project06.reporting.enums import CHECK, REPORT, SEE, SheetFormat
from project06.reporting.errors import UnknownCampaign
from project06.reporting.queries.export_reports import answer_sheet, not_reported_sheet, report_sheet
from project06.reporting.queries.find_campaigns import get_campaign, list_campaigns
from project06.reporting.queries.get_story import get_story
from project06.reporting.queries.list_choices import list_periods, list_scopes
from project06.reporting.queries.list_figures import (
    list_campaign_figures,
    list_figures_over_time,
    list_latest_figures,
)
from project06.reporting.queries.list_obligations import list_inbox, list_not_reported, list_owed, list_sent
from project06.reporting.web import presenters
from project06.reporting.web.forms import NotReportedForm, PageForm
from project06.reporting.web.story import present_story

_TYPES = {
    SheetFormat.CSV: "text/csv; charset=utf-8",
    SheetFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@signed_in_page
@require_safe
def owe(request: HttpRequest) -> HttpResponse:
    """Show what the reader's agency owes; whoever only looks on is led to the list that they may see."""
    actor = actor_of(request)
    if not can(actor, REPORT):
        rooms = presenters.present_rooms(actor, "owe")
        if not rooms:
            raise NotAllowed
        return redirect(rooms[0].href)
    at = now()
    page = list_owed(by=actor, after=PageForm(request.GET).place())
    context = {
        "rooms": presenters.present_rooms(actor, "owe"),
        "owed": presenters.present_owed(page, at, request.GET),
        "sent": presenters.present_sent(list_sent(by=actor), at),
    }
    return render(request, "reporting/owe.html", context)


@signed_in_page
@require_safe
def obligation(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Show one duty with its form, its versions and its history."""
    actor = actor_of(request)
    story = get_story(uuid, by=actor)
    context = {"rooms": presenters.present_rooms(actor, ""), **present_story(story, now(), {})}
    return render(request, "reporting/obligation.html", context)


@signed_in_page
@require_safe
def sheet(request: HttpRequest, uuid: UUID, form: str) -> HttpResponse:
    """Hand out the form of a duty as a sheet to fill in."""
    kind = SheetFormat(form)
    return _file(answer_sheet(uuid, by=actor_of(request), form=kind), f"report-{uuid}", kind)


@requires(CHECK)
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """Show the reports that wait for the reader, oldest first."""
    actor = actor_of(request)
    page = list_inbox(by=actor, after=PageForm(request.GET).place())
    context = {
        "rooms": presenters.present_rooms(actor, "inbox"),
        "table": presenters.present_inbox(page, now(), request.GET),
    }
    return render(request, "reporting/inbox.html", context)


@requires(SEE)
@require_safe
def not_reported(request: HttpRequest) -> HttpResponse:
    """Show who has not reported, filtered."""
    actor = actor_of(request)
    form = _filter(request)
    page = ObligationPage((), None)
    if form.is_valid():
        page = list_not_reported(wanted=form.wanted(), by=actor, after=form.place())
    query = request.GET.copy()
    query.pop("after", None)
    context = {
        "rooms": presenters.present_rooms(actor, "not_reported"),
        "form": form,
        "filter_query": query.urlencode(),
        "table": presenters.present_not_reported(page, now(), request.GET),
    }
    return render(request, "reporting/not_reported.html", context, status=200 if form.is_valid() else 422)


@requires(SEE)
@require_safe
def export_not_reported(request: HttpRequest, form: str) -> HttpResponse:
    """Hand out the filtered list as a file."""
    kind, asked = SheetFormat(form), _filter(request)
    if not asked.is_valid():
        return redirect("reporting:not_reported")
    content = not_reported_sheet(wanted=asked.wanted(), by=actor_of(request), form=kind)
    return _file(content, "not-reported", kind)


@requires(SEE)
@require_safe
def campaigns(request: HttpRequest) -> HttpResponse:
    """Show every campaign with rate and timeliness of its latest period."""
    actor = actor_of(request)
    context = {
        "rooms": presenters.present_rooms(actor, "campaigns"),
        "table": presenters.present_campaigns(list_latest_figures(by=actor)),
    }
    return render(request, "reporting/campaigns.html", context)


@requires(SEE)
@require_safe
def campaign(request: HttpRequest, code: str) -> HttpResponse:
    """Show one campaign: the units of a period, and the rates over time."""
    actor = actor_of(request)
    found = get_campaign(code, by=actor)
    periods = list_periods(code, by=actor)
    period = next((each for each in periods if each.code == request.GET.get("period")), next(iter(periods), None))
    figures = list_campaign_figures(code, by=actor, period=period.code) if period else ()
    context = {
        "rooms": presenters.present_rooms(actor, "campaigns"),
        "title": found.title_in(presenters.language()),
        "facts": presenters.present_facts(found),
        "code": code,
        "period": period,
        "period_label": period.label(presenters.language()) if period else "",
        "periods": presenters.present_periods(periods, period),
        "table": presenters.present_units(figures),
        "chart": presenters.present_rates(list_figures_over_time(code, by=actor), now()),
        "crumbs": presenters.present_way("campaigns", found.title_in(presenters.language())),
    }
    return render(request, "reporting/campaign.html", context)


@requires(SEE)
@require_safe
def export_reports(request: HttpRequest, code: str, form: str) -> HttpResponse:
    """Hand out every report of a period as a file; missing ones keep their row."""
    kind, actor = SheetFormat(form), actor_of(request)
    asked = request.GET.get("period")
    period = next((each.code for each in list_periods(code, by=actor) if each.code == asked), None)
    if period is None:
        raise UnknownCampaign
    content = report_sheet(code, period=period, by=actor, form=kind)
    return _file(content, f"reports-{code}", kind)


def _filter(request: HttpRequest) -> NotReportedForm:
    actor = actor_of(request)
    campaigns_seen = list_campaigns(by=actor)
    code = next((each.code for each in campaigns_seen if each.code == request.GET.get("campaign")), "")
    periods = list_periods(code, by=actor) if code else ()
    chosen = next((each for each in periods if each.code == request.GET.get("period")), next(iter(periods), None))
    return NotReportedForm(
        request.GET,
        language=presenters.language(),
        campaigns=campaigns_seen,
        periods=periods,
        scopes=list_scopes(code, by=actor, period=chosen) if chosen else (),
    )


def _file(content: bytes, name: str, form: SheetFormat) -> HttpResponse:
    answer = HttpResponse(content, content_type=_TYPES[form])
    answer["Content-Disposition"] = f'attachment; filename="{name}.{form.value}"'
    return answer
