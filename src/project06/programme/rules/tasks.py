"""When a task is late, and which step follows which.

Three statuses stand apart: what the lead claims, what a document proves, and what the clock says. A claim alone
never makes a task done on the clock; the day of completion counts once its document has been accepted.
States: practice of the Project 06 Working Group (Document 452/TTg-KSTT of 2023-05-23).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from project06.kernel.working_time import WorkingTime
from project06.programme.enums.steering import Claim, EvidenceState, Recurrence, Schedule

DUE_SOON_WORKING_DAYS = 5
"""A task is due soon in the last five working days before its due date: one working week to act."""

LONGEST_TITLE = 500
MOST_TASKS_AT_ONCE = 5_000

_CODE = re.compile(r"[0-9A-Za-z\u00c0-\u1ef9][0-9A-Za-z\u00c0-\u1ef9./_-]{0,39}")

EVIDENCE_MOVES: Mapping[EvidenceState, frozenset[EvidenceState]] = MappingProxyType(
    {
        EvidenceState.NONE: frozenset({EvidenceState.ATTACHED}),
        EvidenceState.ATTACHED: frozenset({EvidenceState.CHECKED}),
        EvidenceState.CHECKED: frozenset({EvidenceState.ACCEPTED, EvidenceState.RETURNED}),
        EvidenceState.RETURNED: frozenset({EvidenceState.ATTACHED}),
        EvidenceState.ACCEPTED: frozenset(),
    }
)


@dataclass(frozen=True, slots=True)
class TaskClock:
    """What the clock needs to know of a task."""

    recurrence: Recurrence
    due_on: date | None
    done_on: date | None
    evidence: EvidenceState
    is_cancelled: bool


def due_soon_until(today: date, working_time: WorkingTime) -> date:
    """Return the last due date that counts as soon on the day `today`."""
    return working_time.add_working_days(today, DUE_SOON_WORKING_DAYS)


def schedule_of(task: TaskClock, *, today: date, soon_until: date) -> Schedule:
    """Return how the task stands on the day `today`; a task without a due date is on time."""
    if task.is_cancelled:
        return Schedule.CANCELLED
    if task.recurrence is not Recurrence.ONCE:
        return Schedule.REGULAR
    if task.due_on is None:
        return Schedule.ON_TIME
    if task.evidence is EvidenceState.ACCEPTED and task.done_on is not None:
        return Schedule.DONE_ON_TIME if task.done_on <= task.due_on else Schedule.DONE_LATE
    if today > task.due_on:
        return Schedule.LATE
    return Schedule.DUE_SOON if task.due_on <= soon_until else Schedule.ON_TIME


def days_left(schedule: Schedule, due_on: date | None, today: date, working_time: WorkingTime) -> int | None:
    """Return the working days to the due date, below zero when it has passed; None when nothing runs any more."""
    if due_on is None or schedule not in {Schedule.ON_TIME, Schedule.DUE_SOON, Schedule.LATE}:
        return None
    return working_time.working_days_between(today, due_on)


def can_move_evidence(before: EvidenceState, after: EvidenceState, recurrence: Recurrence) -> bool:
    """Say whether a document may go from one step to the other.

    A regular task is proved anew every period, so its accepted document makes room for the next one.
    """
    if (before, after) == (EvidenceState.ACCEPTED, EvidenceState.ATTACHED):
        return recurrence is not Recurrence.ONCE
    return after in EVIDENCE_MOVES[before]


def can_accept(claimed: Claim | None, recurrence: Recurrence) -> bool:
    """Say whether evidence may be accepted: what is done once must be claimed as done, with its day."""
    return recurrence is not Recurrence.ONCE or claimed is Claim.DONE


def is_usable_code(code: str) -> bool:
    """Say whether a code is 1 to 40 letters, digits or . / _ - and begins with a letter or digit."""
    return _CODE.fullmatch(code) is not None


def is_usable_due(recurrence: Recurrence, assigned_on: date, due_on: date | None) -> bool:
    """Say whether a due date fits: what is done once has one, and none lies before the task was given out."""
    if due_on is None:
        return recurrence is not Recurrence.ONCE
    return due_on >= assigned_on


def is_usable_done(claim: Claim, assigned_on: date, done_on: date | None, today: date) -> bool:
    """Say whether the day of completion fits the claim: present exactly for what is done, and plausible."""
    if claim is not Claim.DONE:
        return done_on is None
    return done_on is not None and assigned_on <= done_on <= today


def is_settled(evidence: EvidenceState, recurrence: Recurrence) -> bool:
    """Say whether nothing more can be claimed: done once and proved."""
    return evidence is EvidenceState.ACCEPTED and recurrence is Recurrence.ONCE


def is_inside(path: str, register_path: str) -> bool:
    """Say whether the unit path is the register's own or lies below it."""
    return path == register_path or path.startswith(f"{register_path}/")
