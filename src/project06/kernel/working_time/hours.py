"""The hours of a working day.

State administration works eight hours a day (Labour Code 45/2019/QH14, article 105; Decision
188/1999/QD-TTg); each province sets when. Eight hours are one day in every conversion of deadlines.
"""

from collections.abc import Sequence
from datetime import time, timedelta

HOURS_PER_DAY = 8
MICROSECONDS_PER_MINUTE = 60 * 10**6
MICROSECONDS_PER_HOUR = 60 * MICROSECONDS_PER_MINUTE
MICROSECONDS_PER_DAY = HOURS_PER_DAY * MICROSECONDS_PER_HOUR
"""Working time of one day, not its length on the clock."""

DEFAULT_SPANS = ((time(8), time(12)), (time(13), time(17)))


class WorkingHours:
    """Opening hours that are the same on every working day, in local time.

    Raises ValueError unless the spans follow each other without overlap and last eight hours together.
    """

    __slots__ = ("_spans", "spans")

    def __init__(self, spans: Sequence[tuple[time, time]] = DEFAULT_SPANS) -> None:
        self.spans = tuple(spans)
        self._spans = tuple((_since_midnight(opens), _since_midnight(closes)) for opens, closes in spans)
        edges = [edge for span in self._spans for edge in span]
        if not edges or any(later <= earlier for earlier, later in zip(edges[::2], edges[1::2], strict=True)):
            raise ValueError("Every span of working hours must close after it opens")
        if edges != sorted(edges):
            raise ValueError("Spans of working hours must follow each other")
        if sum(closes - opens for opens, closes in self._spans) != MICROSECONDS_PER_DAY:
            raise ValueError(f"A working day must have {HOURS_PER_DAY} hours")

    def __repr__(self) -> str:
        return f"WorkingHours({self.spans!r})"

    @property
    def opens(self) -> time:
        """When the day begins."""
        return self.spans[0][0]

    @property
    def closes(self) -> time:
        """When the day ends."""
        return self.spans[-1][1]

    def worked_by(self, since_midnight: int) -> int:
        """Return the working time (microseconds) that has passed at this clock time (microseconds)."""
        worked = 0
        for opens, closes in self._spans:
            if since_midnight <= opens:
                break
            worked += min(since_midnight, closes) - opens
        return worked

    def clock_at(self, worked: int) -> timedelta:
        """Return the earliest clock time, as a span since midnight, at which `worked` has passed.

        A whole morning is over at noon, not when the afternoon begins. `worked` is above zero.
        """
        for opens, closes in self._spans:
            if worked <= closes - opens:
                return timedelta(microseconds=opens + worked)
            worked -= closes - opens
        raise ValueError("More than a day of working time")


def _since_midnight(moment: time) -> int:
    return ((moment.hour * 60 + moment.minute) * 60 + moment.second) * 10**6 + moment.microsecond
