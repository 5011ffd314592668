"""The life of a report as a table.

A report is written, sent, checked by the superior agency, accepted by the organiser; until it is accepted it can be
returned with a reason. What a higher level has taken over, a lower one does not touch any more: the reporter may not
change a sent report, the superior agency may not return a checked one, and nobody changes an accepted one
(Decree 09/2019/NĐ-CP: the head of the reporting agency answers for what was sent; who receives, checks it).
"""

from dataclasses import dataclass
from datetime import datetime

from project06.reporting.enums import ObligationState, ReportState


@dataclass(frozen=True, slots=True)
class Transition:
    """One allowed step of a report: the act, from where to where, and by which level."""

    act: str
    before: ReportState
    after: ReportState
    level: str


REPORTER, SUPERIOR, ORGANISER = "reporter", "superior", "organiser"

TRANSITIONS = (
    Transition("submit", ReportState.DRAFT, ReportState.SUBMITTED, REPORTER),
    Transition("check", ReportState.SUBMITTED, ReportState.CHECKED, SUPERIOR),
    Transition("return", ReportState.SUBMITTED, ReportState.RETURNED, SUPERIOR),
    Transition("return", ReportState.CHECKED, ReportState.RETURNED, ORGANISER),
    Transition("accept", ReportState.CHECKED, ReportState.ACCEPTED, ORGANISER),
)
"""The organiser stands above every superior agency and may do what those may."""

WRITABLE = frozenset({ObligationState.OWED, ObligationState.RETURNED})
"""A duty in these states takes a new draft or a new version."""


def find_transition(act: str, state: ReportState, levels: frozenset[str]) -> Transition | None:
    """Return the allowed step of somebody who stands on `levels`, or None."""
    held = levels | {SUPERIOR} if ORGANISER in levels else levels
    steps = (each for each in TRANSITIONS if each.act == act and each.before is state and each.level in held)
    return next(steps, None)


def can_extend(state: ObligationState, *, due_at: datetime, at: datetime) -> bool:
    """Say whether a deadline may still be moved: a missing report before it has passed, a returned one always.

    Whoever lets a deadline pass is late; more time afterwards would hide it.
    """
    if state is ObligationState.RETURNED:
        return True
    return state is ObligationState.OWED and at <= due_at
