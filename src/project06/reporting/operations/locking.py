"""A duty that an operation is about to change: found, locked, and the right to change it checked."""

from uuid import UUID

from project06.kernel.errors import NotAllowed
from project06.kernel.permissions import Actor
from project06.reporting.enums import ReportState
from project06.reporting.errors import OwnReport, ReasonNeeded, UnknownObligation, WrongState
from project06.reporting.models import Obligation, Submission
from project06.reporting.queries.visibility import can_read, levels_of
from project06.reporting.rules.states import ORGANISER, SUPERIOR, Transition, find_transition
from project06.reporting.rules.texts import on_one_line


def lock_obligation(obligation: UUID, *, level: str, by: Actor) -> Obligation:
    """Return the locked duty with campaign and form, if `by` stands on the level over it.

    The organiser counts as superior. Raises UnknownObligation for a duty that `by` may not even see, NotAllowed.
    """
    rows = Obligation.objects.select_for_update(of=("self",)).select_related("campaign", "form")
    row = rows.filter(uuid=obligation).first()
    if row is None or not can_read(by, row):
        raise UnknownObligation
    held = levels_of(by, row)
    if level not in held and not (level == SUPERIOR and ORGANISER in held):
        raise NotAllowed
    return row


def take_step(row: Obligation, act: str, *, by: Actor) -> tuple[Submission, Transition]:
    """Return the standing version and the step that `act` is for it.

    Raises WrongState, and OwnReport for a report that `by` sent (two pairs of eyes).
    """
    submission = Submission.objects.filter(obligation=row).order_by("-version").first()
    if submission is None:
        raise WrongState
    step = find_transition(act, ReportState(submission.state), levels_of(by, row))
    if step is None:
        raise WrongState
    if by.account is not None and submission.sent_by == by.account:
        raise OwnReport
    return submission, step


def clean_reason(reason: str) -> str:
    """Return the reason without needless blanks. Raises ReasonNeeded when it says nothing."""
    words = on_one_line(reason)
    if len(words) < 5:
        raise ReasonNeeded
    return words[:500]
