"""Send a report."""

import hashlib
import json
from collections.abc import Mapping
from uuid import UUID

from project06.evidence import public as evidence
from project06.kernel.clock import now
from project06.kernel.events import publish
from project06.kernel.permissions import Actor
from project06.reporting.data import SubmissionData
from project06.reporting.enums import ObligationState, ReportState, StepKind
from project06.reporting.errors import KeyReused, WrongState
from project06.reporting.events import ReportSubmitted
from project06.reporting.models import Obligation, Submission
from project06.reporting.operations.drafting import NOTE_LIMIT, checked_answers, one_line, open_draft
from project06.reporting.operations.locking import lock_obligation
from project06.reporting.operations.recording import add_step, leave_evidence, recount
from project06.reporting.queries.read_rows import submission_data
from project06.reporting.rules.states import REPORTER, find_transition

_SUBMIT = "submit"


@evidence.operation(subject_kind="obligation", subject="obligation")
def submit_report(
    *,
    obligation: UUID,
    answers: Mapping[str, object],
    document: str = "",
    note: str = "",
    key: str = "",
    by: Actor,
) -> SubmissionData:
    """Send the report of a duty; from now on its content does not change. The receipt is this moment.

    `key` makes a repeated request harmless: the same key with the same content returns what was stored the first
    time. Raises UnknownObligation, NotAllowed, WrongState, WrongAnswers, KeyReused.
    """
    row = lock_obligation(obligation, level=REPORTER, by=by)
    clean = checked_answers(row, answers, is_draft=False)
    document, note = one_line(document), one_line(note, NOTE_LIMIT)
    digest = _digest(clean, document, note)
    before = _sent_with(key, row, digest) if key else None
    if before is not None:
        return submission_data(before, row)
    draft = open_draft(row)
    if find_transition(_SUBMIT, ReportState(draft.state), frozenset({REPORTER})) is None:
        raise WrongState
    draft.answers, draft.document, draft.note = clean, document, note
    draft.digest, draft.request_key = digest, key[:80]
    _send(row, draft, by)
    leave_evidence(row, "reporting.submit-report", by=by, fields=sorted(clean), version=draft.version)
    recount(row)
    publish(_event(row, draft))
    return submission_data(draft, row)


def _sent_with(key: str, row: Obligation, digest: str) -> Submission | None:
    sent = Submission.objects.filter(obligation=row, request_key=key[:80]).first()
    if sent is not None and sent.digest != digest:
        raise KeyReused
    return sent


def _send(row: Obligation, draft: Submission, by: Actor) -> None:
    moment = now()
    draft.state, draft.received_at, draft.sent_by = ReportState.SUBMITTED, moment, by.account
    draft.save()
    row.state, row.received_at = ObligationState.SUBMITTED, moment
    row.first_received_at = row.first_received_at or moment
    row.save(update_fields=["state", "received_at", "first_received_at"])
    add_step(row, StepKind.SUBMITTED, by=by, version=draft.version)


def _event(row: Obligation, draft: Submission) -> ReportSubmitted:
    received = draft.received_at or now()
    return ReportSubmitted(
        obligation=row.uuid,
        campaign=row.campaign.uuid,
        period=row.period_code,
        agency=row.agency_code,
        version=draft.version,
        is_late=received > row.due_at,
        received_at=received,
    )


def _digest(answers: Mapping[str, str], document: str, note: str) -> str:
    """Return the SHA-256 of what was sent, by which a replay is told from another sending."""
    content = json.dumps([dict(sorted(answers.items())), document, note], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()
