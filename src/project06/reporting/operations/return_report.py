"""Return a report for correction."""

from uuid import UUID

from project06.evidence import public as evidence
from project06.kernel.events import publish
from project06.kernel.permissions import Actor
from project06.reporting.data import SubmissionData
from project06.reporting.enums import ObligationState, StepKind
from project06.reporting.events import ReportReturned
from project06.reporting.operations.locking import clean_reason, lock_obligation, take_step
from project06.reporting.operations.notifying import tell_sender
from project06.reporting.operations.recording import add_step, leave_evidence, recount
from project06.reporting.queries.read_rows import submission_data
from project06.reporting.rules.states import SUPERIOR


@evidence.operation(subject_kind="obligation", subject="obligation")
def return_report(*, obligation: UUID, reason: str, by: Actor) -> SubmissionData:
    """Return the report with a reason; the agency sends a new version, this one stays in the history.

    A sent report is returned by the superior agency or the organiser, a checked one by the organiser alone.
    Raises UnknownObligation, NotAllowed, WrongState, OwnReport, ReasonNeeded.
    """
    row = lock_obligation(obligation, level=SUPERIOR, by=by)
    words = clean_reason(reason)
    submission, step = take_step(row, "return", by=by)
    submission.state, submission.return_reason = step.after, words
    submission.save(update_fields=["state", "return_reason"])
    row.state = ObligationState.RETURNED
    row.save(update_fields=["state"])
    add_step(row, StepKind.RETURNED, by=by, version=submission.version, reason=words)
    leave_evidence(row, "reporting.return-report", by=by, version=submission.version)
    recount(row)
    tell_sender(row, submission, by=by)
    publish(ReportReturned(obligation=row.uuid, campaign=row.campaign.uuid, version=submission.version))
    return submission_data(submission, row)
