"""Excuse an agency from reporting."""

from uuid import UUID

from project06.evidence import public as evidence
from project06.kernel.clock import now
from project06.kernel.events import publish
from project06.kernel.permissions import Actor
from project06.reporting.data import ObligationData
from project06.reporting.enums import ObligationState, StepKind
from project06.reporting.errors import WrongState
from project06.reporting.events import ObligationExcused
from project06.reporting.operations.locking import clean_reason, lock_obligation
from project06.reporting.operations.recording import add_step, leave_evidence, recount
from project06.reporting.queries.read_rows import obligation_data
from project06.reporting.rules.states import ORGANISER, WRITABLE


@evidence.operation(subject_kind="obligation", subject="obligation")
def excuse_obligation(*, obligation: UUID, reason: str, ground: str, by: Actor) -> ObligationData:
    """Release an agency from a duty for a legal reason, for instance because it was merged into another one.

    The duty stays a row and is counted as excused, apart from the missing ones. Only by the organiser.
    Raises UnknownObligation, NotAllowed, WrongState, ReasonNeeded.
    """
    row = lock_obligation(obligation, level=ORGANISER, by=by)
    words, law = clean_reason(reason), clean_reason(ground)
    if ObligationState(row.state) not in WRITABLE:
        raise WrongState
    row.state, row.excused_at = ObligationState.EXCUSED, now()
    row.excuse_reason, row.excuse_ground = words, law[:200]
    row.save(update_fields=["state", "excused_at", "excuse_reason", "excuse_ground"])
    add_step(row, StepKind.EXCUSED, by=by, reason=f"{words} ({law})")
    leave_evidence(row, "reporting.excuse-obligation", by=by, fields=["state"])
    recount(row)
    publish(ObligationExcused(obligation=row.uuid, campaign=row.campaign.uuid))
    return obligation_data(row)
