"""Sheets of this package: the form of a duty to fill in, who has not reported, and every report of a period."""

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import get_language, gettext

from project06.kernel.clock import now
from project06.kernel.permissions import Actor, check, visible
from project06.reporting.data import NotReportedFilter, Question
from project06.reporting.enums import SEE, ObligationState, QuestionKind, ReportState, SheetFormat
from project06.reporting.models import Submission
from project06.reporting.queries.find_campaigns import get_campaign, list_questions
from project06.reporting.queries.get_story import get_story
from project06.reporting.queries.list_obligations import list_not_reported
from project06.reporting.queries.read_rows import obligation_data, obligations
from project06.reporting.queries.read_sheet import ANSWER_HEADING, CODE_HEADING
from project06.reporting.queries.write_sheet import Value, write_sheet

MOST_ROWS = 50_000


def answer_sheet(obligation: UUID, *, by: Actor, form: SheetFormat) -> bytes:
    """Return the form of a duty as a sheet with the answers given so far. Raises UnknownObligation."""
    story = get_story(obligation, by=by)
    language = get_language() or "vi"
    given = story.current.answers if story.current else {}
    headings = [CODE_HEADING, gettext("Question"), gettext("Measured in"), ANSWER_HEADING]
    rows = [
        (each.code, each.label_in(language), each.unit, _cell(each, given.get(each.code))) for each in story.questions
    ]
    return write_sheet(headings, rows, form)


def not_reported_sheet(*, wanted: NotReportedFilter, by: Actor, form: SheetFormat) -> bytes:
    """Return the missing reports that `by` may see as a sheet. Raises NotAllowed without "reporting.see"."""
    language, at = get_language() or "vi", now()
    headings = [
        *_who(),
        gettext("Campaign"),
        gettext("Period"),
        gettext("State"),
        gettext("Deadline"),
        gettext("Overdue"),
    ]
    found = list_not_reported(wanted=wanted, by=by, limit=MOST_ROWS).obligations
    rows = (
        (
            each.agency_code,
            each.agency_name_in(language),
            each.campaign_title_in(language),
            each.period.label(language),
            str(each.state.label),
            each.due_at,
            gettext("Yes") if each.is_overdue(at) else gettext("No"),
        )
        for each in found
    )
    return write_sheet(headings, rows, form)


def report_sheet(campaign: str, *, period: str, by: Actor, form: SheetFormat) -> bytes:
    """Return one row a duty of the period with the answers that stand; missing reports keep their row.

    Raises UnknownCampaign, and NotAllowed without "reporting.see".
    """
    check(by, SEE)
    get_campaign(campaign, by=by)
    questions = list_questions(campaign, by=by)
    language = get_language() or "vi"
    sent = Submission.objects.filter(~Q(state=ReportState.DRAFT), obligation=OuterRef("pk"))
    rows = obligations().filter(visible(by, SEE), campaign__code=campaign, period_code=period)
    rows = rows.annotate(answers=Subquery(sent.order_by("-version").values("answers")[:1])).order_by("unit_path", "id")
    headings = [*_who(), gettext("State"), gettext("Deadline"), gettext("Received at")]
    headings += [each.label_in(language) for each in questions]
    lines: list[Sequence[Value]] = []
    for row in rows[:MOST_ROWS]:
        duty, given = obligation_data(row), row.answers or {}
        known = (duty.agency_code, duty.agency_name_in(language), ObligationState(duty.state).label)
        answers = [_cell(each, given.get(each.code)) for each in questions]
        lines.append([*map(str, known), duty.due_at, duty.received_at, *answers])
    return write_sheet(headings, lines, form)


def _who() -> tuple[str, str]:
    return gettext("Code"), gettext("Agency")


def _cell(question: Question, answer: str | None) -> Value:
    """Figures leave as figures, so that the receiver can add them up."""
    is_figure = question.kind in {QuestionKind.NUMBER, QuestionKind.SHARE}
    return Decimal(answer) if answer and is_figure else answer
