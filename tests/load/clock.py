"""How fast deadlines are reckoned, beside a loop over days that asks the holiday list each time."""

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from time import perf_counter

import holidays

from project06.kernel.clock import VIETNAM
from project06.kernel.working_time import (
    Allowance,
    AllowanceUnit,
    Pause,
    WorkingCalendar,
    WorkingTime,
)

DEADLINES = 100_000
LOOP_DEADLINES = 10_000
FIRST = datetime(2024, 1, 1, tzinfo=VIETNAM)


def bench() -> dict[str, float]:
    """Return the figures; the ratio compares the same 20-day deadlines with the day loop (above 1 is faster)."""
    chance = random.Random(6)  # noqa: S311 - a repeatable sample, not a secret
    starts = [FIRST + timedelta(minutes=chance.randrange(2 * 525_600)) for _ in range(DEADLINES)]
    working_time = WorkingTime(WorkingCalendar())
    allowance = Allowance(20, AllowanceUnit.WORKING_DAYS)
    paused = [(start, [Pause(start + timedelta(days=2), start + timedelta(days=5))]) for start in starts]

    due_s = _seconds(lambda: [working_time.due_at(start, allowance) for start in starts])
    paused_s = _seconds(lambda: [working_time.due_at(start, allowance, pauses=pauses) for start, pauses in paused])
    elapsed_s = _seconds(lambda: [working_time.elapsed_minutes(FIRST, start) for start in starts])
    loop_s = _seconds(lambda: [_day_loop(start.date(), 20) for start in starts[:LOOP_DEADLINES]])
    build_s = _seconds(WorkingCalendar)
    return {
        "deadlines_100k_s": due_s,
        "deadlines_with_pause_100k_s": paused_s,
        "elapsed_100k_s": elapsed_s,
        "calendar_build_ms": build_s * 1_000,
        "deadline_ratio_to_day_loop": loop_s / LOOP_DEADLINES / (due_s / DEADLINES),
    }


def _day_loop(day: date, days: int) -> date:
    """The usual way: step one day at a time."""
    while days:
        day += timedelta(days=1)
        days -= _VIETNAM_HOLIDAYS.is_working_day(day)
    return day


_VIETNAM_HOLIDAYS = holidays.country_holidays("VN", years=range(2023, 2028))


def _seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start
