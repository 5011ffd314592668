"""Keep a report that is not finished."""

from collections.abc import Mapping
from uuid import UUID

from project06.evidence import public as evidence
from project06.kernel.permissions import Actor
from project06.reporting.data import SubmissionData
from project06.reporting.enums import StepKind
from project06.reporting.operations.drafting import NOTE_LIMIT, checked_answers, one_line, open_draft
from project06.reporting.operations.locking import lock_obligation
from project06.reporting.operations.recording import add_step, leave_evidence
from project06.reporting.queries.read_rows import submission_data
from project06.reporting.rules.states import REPORTER


@evidence.operation(subject_kind="obligation", subject="obligation")
def save_draft(
    *, obligation: UUID, answers: Mapping[str, object], document: str = "", note: str = "", by: Actor
) -> SubmissionData:
    """Keep the answers so far; questions may stay open, what is answered must be right.

    Raises UnknownObligation, NotAllowed, WrongState, WrongAnswers.
    """
    row = lock_obligation(obligation, level=REPORTER, by=by)
    draft = open_draft(row)
    is_new = draft.pk is None
    draft.answers = checked_answers(row, answers, is_draft=True)
    draft.document, draft.note = one_line(document), one_line(note, NOTE_LIMIT)
    draft.save()
    if is_new:
        add_step(row, StepKind.DRAFTED, by=by, version=draft.version)
    leave_evidence(row, "reporting.save-draft", by=by, fields=sorted(draft.answers), version=draft.version)
    return submission_data(draft, row)
