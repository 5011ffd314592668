"""Hand over a report: one cut, one digest, one language, one form."""

from datetime import date

from django.conf import settings
from django.utils.module_loading import import_string

from project06.evidence import public as evidence
from project06.kernel.periods import Period
from project06.kernel.permissions import Actor, check
from project06.programme.data.report import RenderedReport, ReportCut
from project06.programme.enums import READ
from project06.programme.enums.report import ReportFormat
from project06.programme.errors.report import FormNotAvailable, ReportLanguageUnknown, ReportPeriodUnknown
from project06.programme.ports import CannotRender, ReportRenderer
from project06.programme.queries.cut_report import cut_report, find_report_unit
from project06.ui.locales import LANGUAGES

LEGAL_GROUND = "Quyết định số 06/QĐ-TTg ngày 06/01/2022"


@evidence.operation(subject_kind="report")
def render_report(
    *, unit: str, period: str, as_of: date, language: str, form: ReportFormat, by: Actor
) -> RenderedReport:
    """Return the report of a unit (code or name in plain letters) for a period, as of a day, in one form.

    The look is recorded with unit, period and digest. Raises NotAllowed unless `by` may read the unit,
    UnknownUnit of places, ReportPeriodUnknown, ReportLanguageUnknown, FormNotAvailable.
    """
    wanted = _period(period)
    if language not in {each.code for each in LANGUAGES}:
        raise ReportLanguageUnknown(language=language)
    check(by, READ, path=find_report_unit(unit, as_of).path)
    cut = cut_report(unit, wanted, as_of)
    renderer: ReportRenderer = import_string(settings.PROJECT06_REPORT_RENDERERS[form.value])()
    try:
        content = renderer.render(cut, language)
    except CannotRender as fault:
        raise FormNotAvailable(form=form.label, remedy=str(fault)) from fault
    evidence.record(
        by=by,
        action="programme.render-report",
        subject_kind="report",
        subject=None,
        fields=("figures", "tasks", "bottlenecks", "pilots", "missing"),
        purpose="Báo cáo tình hình triển khai Đề án 06",
        legal_ground=LEGAL_GROUND,
        details=_details(cut, language, form),
    )
    return RenderedReport(content, form, renderer.media_type, _file_name(cut, language, form), cut.digest)


def _period(code: str) -> Period:
    try:
        return Period.parse(code)
    except ValueError:
        raise ReportPeriodUnknown(period=code) from None


def _details(cut: ReportCut, language: str, form: ReportFormat) -> dict[str, str]:
    wanted = cut.definition
    return {
        "unit": cut.unit.path,
        "period": wanted.period,
        "as_of": wanted.as_of.isoformat(),
        "language": language,
        "form": form.value,
        "digest": cut.digest,
    }


def _file_name(cut: ReportCut, language: str, form: ReportFormat) -> str:
    wanted = cut.definition
    name = wanted.key or f"{wanted.unit_code.lower()}-{wanted.period}-{wanted.as_of}".lower()
    return f"project06-{name}.{language}.{form.value}"
