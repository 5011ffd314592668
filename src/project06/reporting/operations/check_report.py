"""Find a report in order, as the superior agency."""

from uuid import UUID

from project06.evidence import public as evidence
from project06.kernel.events import publish
from project06.kernel.permissions import Actor
from project06.reporting.data import SubmissionData
from project06.reporting.enums import ObligationState, StepKind
from project06.reporting.events import ReportChecked
from project06.reporting.operations.locking import lock_obligation, take_step
from project06.reporting.operations.recording import add_step, leave_evidence, recount
from project06.reporting.queries.read_rows import submission_data
from project06.reporting.rules.states import SUPERIOR


@evidence.operation(subject_kind="obligation", subject="obligation")
def check_report(*, obligation: UUID, by: Actor) -> SubmissionData:
    """Find the sent report in order; the reporting agency and this level do not touch it any more.

    Raises UnknownObligation, NotAllowed, WrongState, OwnReport.
    """
    row = lock_obligation(obligation, level=SUPERIOR, by=by)
    submission, step = take_step(row, "check", by=by)
    submission.state = step.after
    submission.save(update_fields=["state"])
    row.state = ObligationState.CHECKED
    row.save(update_fields=["state"])
    add_step(row, StepKind.CHECKED, by=by, version=submission.version)
    leave_evidence(row, "reporting.check-report", by=by, version=submission.version)
    recount(row)
    publish(ReportChecked(obligation=row.uuid, campaign=row.campaign.uuid, version=submission.version))
    return submission_data(submission, row)
