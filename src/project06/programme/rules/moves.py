"""Which step of a bottleneck and of a pilot model follows which, what it needs, and how old things are."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from project06.kernel.working_time import WorkingTime
from project06.programme.enums.steering import BottleneckState, PilotState

BOTTLENECK_MOVES: Mapping[BottleneckState, frozenset[BottleneckState]] = MappingProxyType(
    {
        BottleneckState.OPEN: frozenset({BottleneckState.ACTION_AGREED}),
        BottleneckState.ACTION_AGREED: frozenset({BottleneckState.RELIEVED}),
        BottleneckState.RELIEVED: frozenset({BottleneckState.VERIFIED, BottleneckState.RETURNED}),
        BottleneckState.RETURNED: frozenset({BottleneckState.ACTION_AGREED, BottleneckState.RELIEVED}),
        BottleneckState.VERIFIED: frozenset(),
    }
)

PILOT_MOVES: Mapping[PilotState, frozenset[PilotState]] = MappingProxyType(
    {
        PilotState.REGISTERED: frozenset({PilotState.PREPARING, PilotState.STOPPED}),
        PilotState.PREPARING: frozenset({PilotState.DEPLOYED, PilotState.STOPPED}),
        PilotState.DEPLOYED: frozenset({PilotState.EFFECTIVE, PilotState.NO_RESULT, PilotState.STOPPED}),
        PilotState.EFFECTIVE: frozenset({PilotState.REPLICATED, PilotState.STOPPED}),
        # The report of Điện Biên for the first half of 2024 asks leads to go on with models that show no result.
        PilotState.NO_RESULT: frozenset({PilotState.DEPLOYED, PilotState.STOPPED}),
        PilotState.REPLICATED: frozenset(),
        PilotState.STOPPED: frozenset(),
    }
)

CLOSED_BOTTLENECKS = frozenset({BottleneckState.VERIFIED})
ENDED_PILOTS = frozenset({PilotState.REPLICATED, PilotState.STOPPED})
MEASURED_PILOTS = frozenset({PilotState.EFFECTIVE, PilotState.NO_RESULT})

STUCK_AFTER_WORKING_DAYS = 20
"""A bottleneck is stuck when nothing moved since the last monthly meeting: twenty working days."""

AGE_BANDS = (0, 11, 31, 91)
"""Where the bands of age begin, in working days: two weeks, six weeks, four months, more."""


def can_move_bottleneck(before: BottleneckState, after: BottleneckState) -> bool:
    """Say whether the step exists."""
    return after in BOTTLENECK_MOVES[before]


def needs_note(after: BottleneckState | PilotState) -> bool:
    """Say whether the step must be explained: what is agreed, why it is returned, why a model ends or fails."""
    return after in {
        BottleneckState.ACTION_AGREED,
        BottleneckState.RETURNED,
        PilotState.NO_RESULT,
        PilotState.STOPPED,
        PilotState.REPLICATED,
    }


def can_move_pilot(before: PilotState, after: PilotState) -> bool:
    """Say whether the step exists."""
    return after in PILOT_MOVES[before]


def age_of(since: date, until: date, working_time: WorkingTime) -> int:
    """Return the working days after `since` up to `until`, never below zero."""
    return max(0, working_time.working_days_between(since, until))


def stuck_since(today: date, working_time: WorkingTime, days: int = STUCK_AFTER_WORKING_DAYS) -> date:
    """Return the latest day of a last movement that counts as stuck on `today`."""
    return working_time.add_working_days(today, -days)


def band_of(age: int) -> int:
    """Return the number of the age band, 0 for the youngest."""
    return max(number for number, begins in enumerate(AGE_BANDS) if age >= begins)
