"""The standing version of a report while it is written. For operations only."""

from collections.abc import Mapping

from project06.kernel.clock import now
from project06.kernel.ids import new_uuid
from project06.reporting.enums import ObligationState, ReportState
from project06.reporting.errors import WrongState
from project06.reporting.models import Obligation, Submission
from project06.reporting.queries.answer_faults import wrong_answers
from project06.reporting.rules.answers import REFERENCE_LIMIT, check_answers
from project06.reporting.rules.questions import parse_questions
from project06.reporting.rules.states import WRITABLE
from project06.reporting.rules.texts import on_one_line

NOTE_LIMIT = 1_000


def open_draft(row: Obligation) -> Submission:
    """Return the draft of a locked duty, made when there is none yet (not saved).

    Raises WrongState when the duty takes no report now: one was sent, or the agency is excused.
    """
    if ObligationState(row.state) not in WRITABLE:
        raise WrongState
    last = Submission.objects.filter(obligation=row).order_by("-version").first()
    if last is not None and last.state == ReportState.DRAFT:
        return last
    version = last.version + 1 if last else 1
    return Submission(uuid=new_uuid(), obligation=row, version=version, created_at=now())


def checked_answers(row: Obligation, given: Mapping[str, object], *, is_draft: bool) -> dict[str, str]:
    """Return the answers in their stored form. Raises WrongAnswers with every fault."""
    clean, faults = check_answers(parse_questions(row.form.questions), given, is_draft=is_draft)
    if faults:
        raise wrong_answers(faults)
    return clean


def one_line(text: str, limit: int = REFERENCE_LIMIT) -> str:
    """Return text without control characters and needless blanks, cut to what is stored."""
    return on_one_line(text)[:limit]
