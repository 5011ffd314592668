"""Accept a report, as the organiser: the last step."""

from uuid import UUID

from project06.evidence import public as evidence
from project06.kernel.events import publish
from project06.kernel.permissions import Actor
from project06.reporting.data import SubmissionData
from project06.reporting.enums import ObligationState, StepKind
from project06.reporting.events import ReportAccepted
from project06.reporting.models import Obligation, Submission
from project06.reporting.operations.locking import lock_obligation, take_step
from project06.reporting.operations.recording import add_step, leave_evidence, recount
from project06.reporting.queries.read_rows import submission_data
from project06.reporting.rules.states import ORGANISER


@evidence.operation(subject_kind="obligation", subject="obligation")
def accept_report(*, obligation: UUID, by: Actor) -> SubmissionData:
    """Accept the checked report; nobody changes it any more.

    Raises UnknownObligation, NotAllowed, WrongState, OwnReport.
    """
    row = lock_obligation(obligation, level=ORGANISER, by=by)
    submission, step = take_step(row, "accept", by=by)
    submission.state = step.after
    submission.save(update_fields=["state"])
    row.state = ObligationState.ACCEPTED
    row.save(update_fields=["state"])
    add_step(row, StepKind.ACCEPTED, by=by, version=submission.version)
    leave_evidence(row, "reporting.accept-report", by=by, version=submission.version)
    recount(row)
    publish(_event(row, submission))
    return submission_data(submission, row)


def _event(row: Obligation, submission: Submission) -> ReportAccepted:
    return ReportAccepted(
        obligation=row.uuid,
        campaign=row.campaign.uuid,
        period=row.period_code,
        agency=row.agency_code,
        version=submission.version,
    )
