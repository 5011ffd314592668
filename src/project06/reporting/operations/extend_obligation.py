"""Give an agency more time, once."""

from uuid import UUID

from project06.evidence import public as evidence
from project06.kernel.clock import now
from project06.kernel.errors import FieldError, Invalid
from project06.kernel.events import publish
from project06.kernel.permissions import Actor
from project06.reporting.data import ObligationData
from project06.reporting.enums import AnswerFault, ObligationState, StepKind
from project06.reporting.errors import AlreadyExtended, TooLateToExtend, WrongState
from project06.reporting.events import ObligationExtended
from project06.reporting.models import Obligation, Reminder
from project06.reporting.operations.locking import clean_reason, lock_obligation
from project06.reporting.operations.recording import add_step, leave_evidence, recount
from project06.reporting.queries.read_rows import due_rule, obligation_data
from project06.reporting.rules.deadlines import LONGEST_EXTENSION_DAYS, extended_due_at
from project06.reporting.rules.states import ORGANISER, WRITABLE, can_extend


@evidence.operation(subject_kind="obligation", subject="obligation")
def extend_obligation(*, obligation: UUID, working_days: int, reason: str, by: Actor) -> ObligationData:
    """Move the deadline by working days from the first deadline, with a reason; the first one stays known.

    Only once, only by the organiser; a missing report only before its deadline has passed.
    Raises UnknownObligation, NotAllowed, WrongState, AlreadyExtended, TooLateToExtend, ReasonNeeded, Invalid.
    """
    row = lock_obligation(obligation, level=ORGANISER, by=by)
    words = clean_reason(reason)
    _check(row, working_days)
    moment = now()
    row.due_at = extended_due_at(row.window_end, due_rule(row.campaign), working_days=working_days)
    row.extended_at, row.extension_reason = moment, words
    row.save(update_fields=["due_at", "extended_at", "extension_reason"])
    # The new deadline deserves reminders of its own.
    Reminder.objects.filter(obligation=row).delete()
    add_step(row, StepKind.EXTENDED, by=by, reason=words)
    leave_evidence(row, "reporting.extend-obligation", by=by, fields=["due_at"])
    recount(row)
    publish(ObligationExtended(obligation=row.uuid, campaign=row.campaign.uuid, due_at=row.due_at))
    return obligation_data(row)


def _check(row: Obligation, working_days: int) -> None:
    state = ObligationState(row.state)
    if state not in WRITABLE:
        raise WrongState
    if row.extended_at is not None:
        raise AlreadyExtended
    if not can_extend(state, due_at=row.due_at, at=now()):
        raise TooLateToExtend
    if not 1 <= working_days <= LONGEST_EXTENSION_DAYS:
        fault = AnswerFault.TOO_SMALL if working_days < 1 else AnswerFault.TOO_LARGE
        raise Invalid(errors=[FieldError("working_days", fault.value, fault.label)])
