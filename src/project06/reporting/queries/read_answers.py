"""A sheet that an agency filled in, as answers to the form of a duty."""

from uuid import UUID

from project06.kernel.permissions import Actor
from project06.reporting.data import Answers
from project06.reporting.enums import ReportAct
from project06.reporting.errors import WrongState
from project06.reporting.queries.answer_faults import wrong_answers
from project06.reporting.queries.get_story import get_story
from project06.reporting.queries.read_sheet import read_sheet
from project06.reporting.rules.answers import gather_rows


def read_answers(obligation: UUID, content: bytes, *, by: Actor) -> Answers:
    """Return the answers of a sheet; nothing is stored.

    Raises UnknownObligation, WrongState, UnreadableSheet, TooLargeSheet, and WrongAnswers whose places are rows.
    """
    story = get_story(obligation, by=by)
    if ReportAct.WRITE not in story.acts:
        raise WrongState
    answers, faults = gather_rows(story.questions, read_sheet(content))
    if faults:
        raise wrong_answers(faults)
    return answers
