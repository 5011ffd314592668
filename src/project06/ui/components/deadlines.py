"""Deadlines in words."""

from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from project06.ui.data import Deadline
from project06.ui.enums import DeadlineState, Tone

_TONES = {
    DeadlineState.ON_TIME: Tone.PLAIN,
    DeadlineState.SOON: Tone.WARNING,
    DeadlineState.LATE: Tone.DANGER,
    DeadlineState.PAUSED: Tone.INFO,
    DeadlineState.MET: Tone.SUCCESS,
    DeadlineState.MET_LATE: Tone.WARNING,
}


@dataclass(frozen=True, slots=True)
class DrawnDeadline:
    """A deadline with its colour and its sentence."""

    deadline: Deadline
    tone: Tone
    words: str


def draw_deadline(deadline: Deadline) -> DrawnDeadline:
    """Say how a deadline stands; the colour never says it alone."""
    return DrawnDeadline(deadline, _TONES[deadline.state], _words(deadline))


def _words(deadline: Deadline) -> str:
    days = deadline.working_days
    match deadline.state:
        case DeadlineState.PAUSED:
            return gettext("Paused: the time does not run")
        case DeadlineState.MET:
            return gettext("Done on time")
        case DeadlineState.MET_LATE:
            text = ngettext("Done %(days)s working day late", "Done %(days)s working days late", days)
        case DeadlineState.LATE:
            text = ngettext("Late by %(days)s working day", "Late by %(days)s working days", days)
        case _ if days == 0:
            return gettext("Due today")
        case _:
            text = ngettext("%(days)s working day left", "%(days)s working days left", days)
    return text % {"days": days}
