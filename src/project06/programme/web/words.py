"""Statuses, days and deadlines of steering in words and colours; the words say everything, colours repeat it."""

from datetime import date

from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from project06.kernel.working_time import office_time
from project06.programme.data import BottleneckData, PilotData, TaskData
from project06.programme.enums import (
    BottleneckState,
    Claim,
    EvidenceState,
    MeetingState,
    PilotState,
    Schedule,
)
from project06.programme.rules.moves import ENDED_PILOTS
from project06.ui import formats
from project06.ui.data import Cell, Deadline, Tag
from project06.ui.enums import DeadlineState, Tone

NOBODY_REPORTED = _("Nobody has reported")
NONE = "–"
_CLAIMS = {Claim.NOT_STARTED: Tone.PLAIN, Claim.IN_PROGRESS: Tone.INFO, Claim.DONE: Tone.SUCCESS}
_EVIDENCE = {
    EvidenceState.NONE: Tone.PLAIN,
    EvidenceState.ATTACHED: Tone.INFO,
    EvidenceState.CHECKED: Tone.INFO,
    EvidenceState.ACCEPTED: Tone.SUCCESS,
    EvidenceState.RETURNED: Tone.WARNING,
}
_RUNNING = {
    Schedule.ON_TIME: DeadlineState.ON_TIME,
    Schedule.DUE_SOON: DeadlineState.SOON,
    Schedule.LATE: DeadlineState.LATE,
}
_BOTTLENECKS = {
    BottleneckState.OPEN: Tone.DANGER,
    BottleneckState.ACTION_AGREED: Tone.INFO,
    BottleneckState.RELIEVED: Tone.WARNING,
    BottleneckState.VERIFIED: Tone.SUCCESS,
    BottleneckState.RETURNED: Tone.DANGER,
}
_PILOTS = {
    PilotState.REGISTERED: Tone.PLAIN,
    PilotState.PREPARING: Tone.INFO,
    PilotState.DEPLOYED: Tone.INFO,
    PilotState.EFFECTIVE: Tone.SUCCESS,
    PilotState.NO_RESULT: Tone.WARNING,
    PilotState.REPLICATED: Tone.SUCCESS,
    PilotState.STOPPED: Tone.PLAIN,
}
_MEETINGS = {MeetingState.PLANNED: Tone.PLAIN, MeetingState.HELD: Tone.INFO, MeetingState.ISSUED: Tone.SUCCESS}
SYNTHETIC = _("Invented for the demonstration")


def language() -> str:
    """Return the reader's language."""
    return (get_language() or "vi").partition("-")[0]


def claim_tag(claimed: Claim | None) -> Tag:
    """Return what the lead says; nothing said is no status of its own colour."""
    return Tag(NOBODY_REPORTED) if claimed is None else Tag(claimed.label, _CLAIMS[claimed])


def evidence_tag(evidence: EvidenceState) -> Tag:
    """Return how far the proving document has come."""
    return Tag(evidence.label, _EVIDENCE[evidence])


def task_deadline(task: TaskData) -> Cell:
    """Return how a task stands against the clock."""
    if task.schedule is Schedule.CANCELLED:
        return Tag(task.schedule.label)
    if task.schedule is Schedule.REGULAR:
        return Tag(task.recurrence.label, Tone.INFO)
    if task.due_on is None:
        return Tag(_("Without a due date"))
    if task.schedule in _RUNNING:
        return Deadline(task.due_on, _RUNNING[task.schedule], abs(task.days_left or 0))
    return _met(task.due_on, task.done_on or task.due_on)


def _met(due_on: date, done_on: date) -> Deadline:
    if done_on <= due_on:
        return Deadline(due_on, DeadlineState.MET)
    return Deadline(due_on, DeadlineState.MET_LATE, office_time().working_days_between(due_on, done_on))


def bottleneck_deadline(bottleneck: BottleneckData) -> Cell:
    """Return how the removal of a bottleneck stands against the clock."""
    return _open_deadline(bottleneck.due_on, bottleneck.closed_on, bottleneck.seen_on)


def pilot_deadline(pilot: PilotData) -> Cell:
    """Return how a pilot model stands against the clock; the day alone once it has ended."""
    if pilot.state in ENDED_PILOTS:
        return formats.day(pilot.due_on) if pilot.due_on else NONE
    return _open_deadline(pilot.due_on, None, pilot.seen_on)


def _open_deadline(due_on: date | None, closed_on: date | None, today: date) -> Cell:
    if due_on is None:
        return Tag(_("Without a due date"))
    if closed_on is not None:
        return _met(due_on, closed_on)
    days = office_time().working_days_between(today, due_on)
    if today > due_on:
        return Deadline(due_on, DeadlineState.LATE, abs(days))
    return Deadline(due_on, DeadlineState.SOON if days <= 5 else DeadlineState.ON_TIME, days)


def bottleneck_tag(state: BottleneckState) -> Tag:
    """Return how far the removal has come."""
    return Tag(state.label, _BOTTLENECKS[state])


def pilot_tag(state: PilotState) -> Tag:
    """Return how far a model has come."""
    return Tag(state.label, _PILOTS[state])


def meeting_tag(state: MeetingState) -> Tag:
    """Return how far a meeting has come."""
    return Tag(state.label, _MEETINGS[state])


ANY = pgettext_lazy("filter", "All")
