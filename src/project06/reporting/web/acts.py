"""Pages that do: write, send, check, return, accept, extend, excuse. A refusal of content shows the form again."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from project06.kernel.access import actor_of, requires
from project06.kernel.clock import now
from project06.kernel.errors import Invalid
from project06.reporting.enums import CHECK, ORGANISE, REPORT
from project06.reporting.errors import TooLargeSheet
from project06.reporting.operations.accept_report import accept_report
from project06.reporting.operations.check_report import check_report
from project06.reporting.operations.excuse_obligation import excuse_obligation
from project06.reporting.operations.extend_obligation import extend_obligation
from project06.reporting.operations.return_report import return_report as return_it
from project06.reporting.operations.save_draft import save_draft as keep_draft
from project06.reporting.operations.submit_report import submit_report
from project06.reporting.queries.get_story import get_story
from project06.reporting.queries.read_answers import read_answers
from project06.reporting.queries.read_sheet import MOST_BYTES
from project06.reporting.web import presenters
from project06.reporting.web.forms import ExcuseForm, ExtendForm, RefusableForm, ReportForm, ReturnForm, SheetForm
from project06.reporting.web.story import present_story


@requires(REPORT)
@require_POST
def save_draft(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Keep an unfinished report."""
    form = _report_form(request, uuid)
    answers, document, note = form.sent()
    by = actor_of(request)

    def act() -> None:
        keep_draft(obligation=uuid, answers=answers, document=document, note=note, by=by)

    return _do(request, uuid, act, form=form, name="report", said=_("The draft is saved. It has not been sent yet."))


@requires(REPORT)
@require_POST
def submit(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Send a report."""
    form = _report_form(request, uuid)
    answers, document, note = form.sent()
    by = actor_of(request)

    def act() -> None:
        submit_report(obligation=uuid, answers=answers, document=document, note=note, by=by)

    return _do(request, uuid, act, form=form, name="report", said=_("The report is sent."))


@requires(REPORT)
@require_POST
def upload(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Take the answers of a sheet over into the draft."""
    form, by = SheetForm(request.POST, request.FILES), actor_of(request)
    file = request.FILES.get("sheet")

    def act() -> None:
        if file is not None and (file.size or 0) > MOST_BYTES:
            raise TooLargeSheet
        answers = read_answers(uuid, file.read() if file else b"", by=by)
        current = get_story(uuid, by=by).current
        document, note = (current.document, current.note) if current else ("", "")
        keep_draft(obligation=uuid, answers=answers, document=document, note=note, by=by)

    said = _("The answers of the sheet are in the draft. Look through them and send the report.")
    return _do(request, uuid, act, form=form, name="upload", said=said)


@requires(CHECK)
@require_POST
def check(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Find a report in order."""
    by = actor_of(request)
    return _do(request, uuid, lambda: check_report(obligation=uuid, by=by), said=_("The report is checked."))


@requires(ORGANISE)
@require_POST
def accept(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Accept a report."""
    by = actor_of(request)
    return _do(request, uuid, lambda: accept_report(obligation=uuid, by=by), said=_("The report is accepted."))


@requires(CHECK)
@require_POST
def return_report(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return a report with a reason."""
    form, by = ReturnForm(request.POST), actor_of(request)

    def act() -> None:
        return_it(obligation=uuid, reason=_text(form, "reason"), by=by)

    return _do(request, uuid, act, form=form, name="return", said=_("The report is returned."))


@requires(ORGANISE)
@require_POST
def extend(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Give an agency more time, once."""
    form, by = ExtendForm(request.POST), actor_of(request)

    def act() -> None:
        days = int(_text(form, "working_days"))
        extend_obligation(obligation=uuid, working_days=days, reason=_text(form, "reason"), by=by)

    return _do(request, uuid, act, form=form, name="extend", said=_("The deadline is extended."))


@requires(ORGANISE)
@require_POST
def excuse(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Excuse an agency."""
    form, by = ExcuseForm(request.POST), actor_of(request)

    def act() -> None:
        reason, ground = _text(form, "reason"), _text(form, "ground")
        excuse_obligation(obligation=uuid, reason=reason, ground=ground, by=by)

    return _do(request, uuid, act, form=form, name="excuse", said=_("The agency is excused."))


def _report_form(request: HttpRequest, uuid: UUID) -> ReportForm:
    story = get_story(uuid, by=actor_of(request))
    return ReportForm(story.questions, presenters.language(), data=request.POST.dict())


def _text(form: RefusableForm, name: str) -> str:
    return str(form.cleaned_data[name])


def _do(
    request: HttpRequest,
    uuid: UUID,
    act: Callable[[], object],
    *,
    said: str | Promise,
    form: RefusableForm | None = None,
    name: str = "",
) -> HttpResponse:
    """Do it and say so; when what was sent cannot be accepted, show the page again with the form and its errors.

    The questions of a report are judged by the operation, every other form first by itself.
    """
    if form is not None and not isinstance(form, ReportForm) and not form.is_valid():
        return _again(request, uuid, name, form, status=422)
    try:
        act()
    except Invalid as refusal:
        if form is None:
            raise
        form.refuse(refusal)
        return _again(request, uuid, name, form, status=refusal.status)
    messages.success(request, str(said))
    return redirect("reporting:obligation", uuid=uuid)


def _again(request: HttpRequest, uuid: UUID, name: str, form: Form, *, status: int) -> HttpResponse:
    actor = actor_of(request)
    story = present_story(get_story(uuid, by=actor), now(), {name: form})
    context = {"rooms": presenters.present_rooms(actor, ""), **story}
    return render(request, "reporting/obligation.html", context, status=status)
