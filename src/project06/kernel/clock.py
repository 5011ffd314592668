"""The only source of the present moment.

Moments are stored and passed as aware UTC datetimes; calendar dates of the law are dates in Viet Nam.
Rules take today's date as an argument; only operations and tasks ask this module for it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
"""The legal time zone of Viet Nam: UTC+7, no summer time (Decision 134/2002/QD-TTg)."""


class FrozenClock:
    """The clock inside a `frozen` block; it stands still until it is moved."""

    __slots__ = ("_moment",)

    def __init__(self, moment: datetime) -> None:
        self._moment = as_utc(moment)

    @property
    def moment(self) -> datetime:
        """The moment at which the clock stands (UTC)."""
        return self._moment

    def move(self, delta: timedelta) -> datetime:
        """Move by `delta` (negative moves back) and return the new moment."""
        return self.to(self._moment + delta)

    def to(self, moment: datetime) -> datetime:
        """Put the clock to `moment`. Raises ValueError for a moment without a time zone."""
        self._moment = as_utc(moment)
        return self._moment


_frozen_clock: ContextVar[FrozenClock | None] = ContextVar("frozen_clock", default=None)


def now() -> datetime:
    """Return the present moment as an aware UTC datetime."""
    clock = _frozen_clock.get()
    if clock is not None:
        return clock.moment
    return datetime.now(UTC)  # noqa: TID251 - the one place that may read the machine's clock


def today() -> date:
    """Return the calendar date of the present moment in Viet Nam."""
    return now().astimezone(VIETNAM).date()


def local(moment: datetime) -> datetime:
    """Return the same moment on the clocks of Viet Nam.

    Raises ValueError for a moment without a time zone: guessing one would move legal deadlines.
    """
    return _aware(moment).astimezone(VIETNAM)


def as_utc(moment: datetime) -> datetime:
    """Return the same moment in UTC, as it is stored. Raises ValueError for a moment without a time zone."""
    return _aware(moment).astimezone(UTC)


@contextmanager
def frozen(at: datetime) -> Iterator[FrozenClock]:
    """Stop the clock at `at` for the code inside the block (tests and demonstrations only).

    Blocks nest: leaving one brings back the clock of the block around it. The clock is bound to the
    current context, so neither another thread nor a running server ever sees it.
    Raises ValueError for a moment without a time zone.
    """
    clock = FrozenClock(at)
    token = _frozen_clock.set(clock)
    try:
        yield clock
    finally:
        _frozen_clock.reset(token)


def _aware(moment: datetime) -> datetime:
    if moment.utcoffset() is None:
        raise ValueError(f"The moment {moment.isoformat()} has no time zone")
    return moment
