"""Duties, reports and figures in words and colours."""

from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from project06.kernel.periods import Period
from project06.kernel.permissions import Actor, can
from project06.reporting.data import CampaignData, Figures, ObligationData, ObligationPage
from project06.reporting.enums import CHECK, REPORT, SEE, ObligationState
from project06.reporting.rules.deadlines import working_days_between
from project06.ui.data import Cell, Column, Deadline, LineChart, Link, Series, TableData, Tag
from project06.ui.enums import ColumnKind, DeadlineState, Tone

SOON_DAYS = 3
_TONES = {
    ObligationState.OWED: Tone.DANGER,
    ObligationState.SUBMITTED: Tone.INFO,
    ObligationState.CHECKED: Tone.INFO,
    ObligationState.ACCEPTED: Tone.SUCCESS,
    ObligationState.RETURNED: Tone.WARNING,
    ObligationState.EXCUSED: Tone.PLAIN,
}
_COUNTS = (
    Column(_("Rate"), ColumnKind.PERCENT),
    Column(_("On time"), ColumnKind.PERCENT),
    Column(_("Not reported"), ColumnKind.NUMBER),
    Column(_("Agencies"), ColumnKind.NUMBER),
    Column(_("Reported"), ColumnKind.NUMBER),
    Column(_("Returned"), ColumnKind.NUMBER),
    Column(_("Excused"), ColumnKind.NUMBER),
)
COUNTING_NOTE = _(
    "Agencies that have not reported stand in both rates: they are counted, never averaged away. Excused agencies"
    " are left out."
)


def language() -> str:
    """Return the reader's language."""
    return (get_language() or "vi").partition("-")[0]


def present_rooms(actor: Actor, current: str) -> tuple[Link, ...]:
    """Return the pages of reporting that the reader may enter."""
    rooms = (
        (REPORT, "owe", _("What we owe")),
        (CHECK, "inbox", _("To check")),
        (SEE, "not_reported", _("Not reported")),
        (SEE, "campaigns", _("Campaigns")),
    )
    return tuple(
        Link(label, reverse(f"reporting:{name}"), current=name == current)
        for permission, name, label in rooms
        if can(actor, permission)
    )


def present_way(room: str, title: str) -> tuple[Link, ...]:
    """Return the way to a page below one of the rooms."""
    labels = {"owe": _("Reporting"), "campaigns": _("Reporting campaigns")}
    return (Link(labels[room], reverse(f"reporting:{room}")), Link(title, "", current=True))


def state_tag(duty: ObligationData, at: datetime) -> Tag:
    """Return the state in words; a missing report is a danger only once its deadline has passed."""
    if duty.state is ObligationState.OWED and at <= duty.due_at:
        return Tag(duty.state.label, Tone.PLAIN)
    return Tag(duty.state.label, _TONES[duty.state])


def deadline(duty: ObligationData, at: datetime) -> Cell:
    """Return how the deadline stands; for an excused agency just its day."""
    if duty.state is ObligationState.EXCUSED:
        return duty.due_at
    if duty.is_reported and duty.received_at is not None:
        late = working_days_between(duty.due_at, duty.received_at)
        return Deadline(duty.due_at, DeadlineState.MET_LATE if duty.is_late else DeadlineState.MET, late)
    if at > duty.due_at:
        return Deadline(duty.due_at, DeadlineState.LATE, working_days_between(duty.due_at, at))
    left = working_days_between(at, duty.due_at)
    return Deadline(duty.due_at, DeadlineState.SOON if left <= SOON_DAYS else DeadlineState.ON_TIME, left)


def report_link(duty: ObligationData) -> Link:
    """Return the way to the page of a duty, under the title of its campaign."""
    return Link(duty.campaign_title_in(language()), reverse("reporting:obligation", args=[duty.uuid]))


def present_owed(page: ObligationPage, at: datetime, query: QueryDict) -> TableData:
    """Return what an agency has to send."""
    return _own_table(page, at, query, _("To send or to correct"), _("Nothing is due: everything has been sent."))


def present_sent(duties: tuple[ObligationData, ...], at: datetime) -> TableData:
    """Return what an agency has sent."""
    page = ObligationPage(duties, None)
    return _own_table(page, at, QueryDict(), _("Already sent"), _("Nothing has been sent yet."))


def _own_table(
    page: ObligationPage, at: datetime, query: QueryDict, caption: str | Promise, empty: str | Promise
) -> TableData:
    columns = (Column(_("Report")), Column(_("Period")), Column(_("Deadline")), Column(_("State")))
    rows = tuple(
        (report_link(each), each.period.label(language()), deadline(each, at), state_tag(each, at))
        for each in page.obligations
    )
    return TableData(caption, columns, rows, next_href=next_href(page.next_after, query), empty_text=empty)


def present_inbox(page: ObligationPage, at: datetime, query: QueryDict) -> TableData:
    """Return the reports that wait."""
    return _duties(page, at, query, _("Reports to check or to accept"), _("No report waits for you."))


def present_not_reported(page: ObligationPage, at: datetime, query: QueryDict) -> TableData:
    """Return the missing reports."""
    return _duties(page, at, query, _("Not reported"), _("Everybody has reported."))


def present_periods(periods: tuple[Period, ...], chosen: Period | None) -> tuple[Link, ...]:
    """Return the periods of a campaign to choose from."""
    return tuple(
        Link(each.label(language()), f"?{urlencode({'period': each.code})}", current=each == chosen) for each in periods
    )


def _duties(
    page: ObligationPage, at: datetime, query: QueryDict, caption: str | Promise, empty: str | Promise
) -> TableData:
    columns = (
        Column(_("Agency")),
        Column(_("Report")),
        Column(_("Period")),
        Column(_("Deadline")),
        Column(_("State")),
    )
    rows = tuple(
        (
            each.agency_name_in(language()),
            report_link(each),
            each.period.label(language()),
            deadline(each, at),
            state_tag(each, at),
        )
        for each in page.obligations
    )
    return TableData(caption, columns, rows, next_href=next_href(page.next_after, query), empty_text=empty)


def next_href(after: UUID | None, query: QueryDict) -> str:
    """Return the address of the next page under the same filter."""
    if after is None:
        return ""
    following = query.copy()
    following["after"] = str(after)
    return f"?{following.urlencode()}"


def present_campaigns(figures: tuple[Figures, ...]) -> TableData:
    """Return each campaign with its latest period."""
    rows = tuple(
        (_campaign_link(each), each.period.label(language()), each.due_at, *_counts(each), each.scope_name)
        for each in figures
    )
    columns = (
        Column(_("Campaign")),
        Column(_("Period")),
        Column(_("Deadline"), ColumnKind.DAY),
        *_COUNTS,
        Column(_("Unit")),
    )
    return TableData(
        _("Latest period of each campaign"),
        columns,
        rows,
        empty_text=_("No campaign asks anything of your units yet."),
        note=COUNTING_NOTE,
    )


def present_units(figures: tuple[Figures, ...]) -> TableData:
    """Return the units of one period."""
    rows = tuple((_unit_link(each), *_counts(each)) for each in figures)
    return TableData(
        _("Units"),
        (Column(_("Unit")), *_COUNTS),
        rows,
        empty_text=_("Nothing was counted for this period."),
        note=COUNTING_NOTE,
    )


def _campaign_link(figures: Figures) -> Link:
    return Link(figures.campaign_title_in(language()), reverse("reporting:campaign", args=[figures.campaign_code]))


def _unit_link(figures: Figures) -> Link:
    query = {"campaign": figures.campaign_code, "period": figures.period.code, "below": figures.scope}
    return Link(figures.scope_name, f"{reverse('reporting:not_reported')}?{urlencode(query)}")


def _counts(figures: Figures) -> tuple[Cell, ...]:
    return (
        figures.reporting_rate,
        figures.timeliness,
        figures.missing,
        figures.expected - figures.excused,
        figures.received,
        figures.returned,
        figures.excused,
    )


def present_rates(figures: tuple[Figures, ...], at: datetime) -> LineChart | None:
    """Return both rates over the periods that are due; nothing to draw with fewer than two of them."""
    figures = tuple(each for each in figures if each.due_at < at)
    if len(figures) < 2:
        return None
    return LineChart(
        caption=_("Reporting rate and timeliness"),
        step_heading=_("Period"),
        steps=tuple(each.period.label(language()) for each in figures),
        series=(
            Series(_("Reporting rate"), tuple(each.reporting_rate for each in figures)),
            Series(_("On time"), tuple(each.timeliness for each in figures), Tone.GOLD),
        ),
        kind=ColumnKind.PERCENT,
    )


def present_facts(campaign: CampaignData) -> tuple[tuple[str | Promise, str | Promise], ...]:
    """Return what a campaign is, as pairs of words."""
    described = campaign.description
    return (
        (_("Organiser"), campaign.organiser_name),
        (_("Legal act"), described.act_number),
        (_("How often"), described.recurrence.label),
        (_("What it collects"), described.kind.label),
    )
