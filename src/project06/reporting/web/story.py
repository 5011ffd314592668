"""The page of one duty: what is asked, what was sent, what happened, what can be done now."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal

from django.forms import Form
from django.utils.translation import gettext_lazy as _

from project06.reporting.data import ObligationStory, Question, StepData, SubmissionData
from project06.reporting.enums import QuestionKind, ReportAct, ReportState
from project06.reporting.web.forms import PREFIX, ExcuseForm, ExtendForm, ReportForm, ReturnForm, SheetForm
from project06.reporting.web.presenters import deadline, language, present_way, state_tag
from project06.ui import formats
from project06.ui.data import Cell, Column, TableData, Tag
from project06.ui.enums import ColumnKind, Tone

_NOTHING = "–"
_VERSION_TONES = {ReportState.ACCEPTED: Tone.SUCCESS, ReportState.RETURNED: Tone.WARNING}
_FORMS: Mapping[ReportAct, type[Form]] = {
    ReportAct.RETURN: ReturnForm,
    ReportAct.EXTEND: ExtendForm,
    ReportAct.EXCUSE: ExcuseForm,
}


def present_story(story: ObligationStory, at: datetime, refused: Mapping[str, Form]) -> dict[str, object]:
    """Return what the template shows; `refused` holds the forms that came back with errors, by name."""
    duty = story.obligation
    current = story.current
    return {
        "crumbs": present_way("owe", duty.campaign_title_in(language())),
        "story": story,
        "title": duty.campaign_title_in(language()),
        "agency": duty.agency_name_in(language()),
        "period": duty.period.label(language()),
        "state": state_tag(duty, at),
        "deadline": deadline(duty, at),
        "window": (duty.window_start, duty.window_end - timedelta(days=1)),
        "was_extended": duty.due_at != duty.original_due_at,
        "returned": current if current and current.state is ReportState.RETURNED else _last_returned(story),
        "sheet": present_answers(story, current) if current and current.state is not ReportState.DRAFT else None,
        "versions": present_versions(story),
        "history": present_history(story.history),
        "acts": {act.value: True for act in story.acts},
        "forms": _forms(story) | dict(refused),
    }


def _last_returned(story: ObligationStory) -> SubmissionData | None:
    """Return the version that came back while its correction is being written."""
    if ReportAct.WRITE not in story.acts:
        return None
    return next((each for each in reversed(story.submissions) if each.state is ReportState.RETURNED), None)


def _forms(story: ObligationStory) -> dict[str, Form]:
    forms: dict[str, Form] = {act.value: kind() for act, kind in _FORMS.items() if act in story.acts}
    if ReportAct.WRITE in story.acts:
        forms |= {"report": ReportForm(story.questions, language(), initial=initial(story)), "upload": SheetForm()}
    return forms


def initial(story: ObligationStory) -> dict[str, object]:
    """Return what the form shows first: the draft, or the version that came back."""
    current = story.current
    if current is None:
        return {}
    answers: dict[str, object] = {f"{PREFIX}{code}": answer for code, answer in current.answers.items()}
    return answers | {"document": current.document, "note": current.note}


def present_answers(story: ObligationStory, submission: SubmissionData) -> TableData:
    """Return the answers of a version beside their questions."""
    rows: list[tuple[Cell, ...]] = [
        (question.label_in(language()), answer_in_words(question, submission.answers.get(question.code, "")))
        for question in story.questions
    ]
    rows += [
        (_("Written report: number and date"), submission.document or _NOTHING),
        (_("Remark"), submission.note or _NOTHING),
    ]
    return TableData(_("Answers given"), (Column(_("Question")), Column(_("Answer"))), tuple(rows))


def answer_in_words(question: Question, answer: str) -> Cell:
    """Return an answer as the reader's language writes it; an open one is a missing figure or left empty."""
    if not answer:
        return None if question.is_required else _NOTHING
    if question.kind is QuestionKind.CHOICE:
        return next((each.label_in(language()) for each in question.choices if each.code == answer), answer)
    if question.kind is QuestionKind.SHARE:
        return formats.percent(Decimal(answer), 2)
    if question.kind is QuestionKind.NUMBER:
        words = formats.number(Decimal(answer), 2)
        return f"{words} {question.unit}".rstrip()
    return answer


def present_versions(story: ObligationStory) -> TableData | None:
    """Return the versions that were sent, newest first."""
    sent = [each for each in reversed(story.submissions) if each.state is not ReportState.DRAFT]
    if not sent:
        return None
    columns = (
        Column(_("Version"), ColumnKind.NUMBER),
        Column(_("Received at"), ColumnKind.MOMENT),
        Column(_("State")),
        Column(_("Reason for the return")),
    )
    rows = tuple(
        (
            each.version,
            each.received_at,
            Tag(each.state.label, _VERSION_TONES.get(each.state, Tone.INFO)),
            each.return_reason or _NOTHING,
        )
        for each in sent
    )
    return TableData(_("Versions"), columns, rows)


def present_history(steps: tuple[StepData, ...]) -> TableData:
    """Return what happened, newest first: posts and agencies, no names."""
    columns = (Column(_("Time"), ColumnKind.MOMENT), Column(_("What")), Column(_("Who")), Column(_("Reason")))
    rows = tuple((each.at, each.kind.label, _who(each), each.reason or _NOTHING) for each in reversed(steps))
    return TableData(_("History"), columns, rows, empty_text=_("Nothing has happened yet."))


def _who(step: StepData) -> Cell:
    if step.system_name:
        return _("The platform")
    return ", ".join(each for each in (step.post_title, step.agency_code) if each) or _NOTHING
