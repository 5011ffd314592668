"""The programme report at the push of a button: choose unit, period, day, language and form, get the document."""

from collections.abc import Mapping
from datetime import date

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.csp import CSP
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_POST, require_safe

from project06.kernel.access import actor_of, requires
from project06.kernel.clock import today
from project06.kernel.errors import Invalid, NotFound, Refusal
from project06.kernel.periods import Period, PeriodKind
from project06.kernel.permissions import Actor
from project06.places.errors import UnknownUnit
from project06.programme.data.report import RenderedReport, UnitCut
from project06.programme.enums import READ
from project06.programme.enums.report import ReportFormat
from project06.programme.errors.report import ReportPeriodUnknown
from project06.programme.operations.render_report import render_report as render
from project06.programme.queries.list_shipped_reports import list_shipped_reports
from project06.programme.web.forms.refusable import RefusableForm
from project06.programme.web.page import attachment, crumbs, show
from project06.programme.web.scope import own_unit
from project06.ui.data import Column, Link, TableData
from project06.ui.enums import ColumnKind
from project06.ui.locales import LANGUAGES

# The page of a report carries its own style sheet and fetches nothing.
DOCUMENT_POLICY: Mapping[str, list[str]] = {
    "default-src": [CSP.NONE],
    "style-src": ["data:"],
    "img-src": ["data:"],
    "frame-ancestors": [CSP.NONE],
}


class ReportForm(RefusableForm):
    """Which report, in which language and form."""

    unit = forms.CharField(
        label=_("Unit: code or name in plain letters"),
        help_text=_("For example 11, dien-bien, or VN for the whole country."),
        max_length=60,
    )
    period = forms.CharField(
        label=_("Period"), help_text=_("For example 2024-06, 2024-Q2, 2024-H1 or 2024."), max_length=60
    )
    as_of = forms.DateField(
        label=_("As of the day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
    )
    language = forms.ChoiceField(label=_("Language"), choices=[(each.code, each.native_name) for each in LANGUAGES])
    form = forms.ChoiceField(label=_("Form"), choices=ReportFormat.choices)

    def refuse(self, refusal: Refusal) -> None:
        """Show the sentence beside the question it belongs to."""
        words = " ".join(filter(None, (refusal.say(), str(refusal.remedy))))
        self.add_error({UnknownUnit.code: "unit", ReportPeriodUnknown.code: "period"}.get(refusal.code), words)


@requires(READ)
@require_safe
def report(request: HttpRequest) -> HttpResponse:
    """Ask which report somebody wants; the address may already say it."""
    actor = actor_of(request)
    given = {name: value for name, value in request.GET.items() if name in ReportForm.base_fields}
    return _page(request, ReportForm(initial=_usual(actor, today()) | given))


@requires(READ)
@require_POST
def render_report(request: HttpRequest) -> HttpResponse:
    """Hand over the report: read in the browser, or as a file."""
    asked = ReportForm(request.POST)
    if not asked.is_valid():
        return _page(request, asked, status=422)
    try:
        rendered = render(
            unit=asked.text("unit"),
            period=asked.text("period"),
            as_of=asked.day("as_of"),
            language=asked.text("language"),
            form=ReportFormat(asked.text("form")),
            by=actor_of(request),
        )
    except (Invalid, NotFound) as refusal:
        asked.refuse(refusal)
        return _page(request, asked, status=422)
    return _handed_over(request, rendered)


@csp_override(DOCUMENT_POLICY)
def _handed_over(_request: HttpRequest, rendered: RenderedReport) -> HttpResponse:
    answer = attachment(rendered.content, rendered.file_name, rendered.media_type)
    if rendered.format is ReportFormat.HTML:
        answer["Content-Disposition"] = "inline"
    answer["ETag"] = f'"{rendered.digest}"'
    return answer


def _page(request: HttpRequest, asked: ReportForm, status: int = 200) -> HttpResponse:
    context = {
        "form": asked,
        "shipped": _shipped(),
        "crumbs": crumbs("report"),
    }
    return show(request, "programme/report.html", context, room="report", status=status)


def _usual(actor: Actor, on: date) -> dict[str, object]:
    """The reader's own unit, the running half-year, today, the reader's language."""
    return {
        "unit": own_unit(actor, on).code,
        "period": Period.containing(PeriodKind.HALF, on).code,
        "as_of": on,
        "language": (get_language() or "vi").partition("-")[0],
        "form": ReportFormat.HTML.value,
    }


def _shipped() -> TableData:
    """The reports that come with the platform, each leading to its filled form."""
    reports = list_shipped_reports()
    return TableData(
        caption=gettext("Reports that come with the platform"),
        columns=(Column(gettext("Unit")), Column(gettext("Period")), Column(gettext("As of"), ColumnKind.DAY)),
        rows=tuple(
            (
                Link(_unit_words(each.unit), _address(each.unit.code, each.period, each.as_of)),
                Period.parse(each.period).label((get_language() or "vi").partition("-")[0]),
                each.as_of,
            )
            for each in reports
        ),
    )


def _unit_words(unit: UnitCut) -> str:
    return gettext("The whole country") if unit.is_country else unit.official_name


def _address(unit: str, period: str, as_of: date) -> str:
    return reverse("programme:report", query={"unit": unit, "period": period, "as_of": as_of.isoformat()})
