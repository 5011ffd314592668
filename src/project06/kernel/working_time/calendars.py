"""Which days are working days of the state administration of Viet Nam.

Five days a week (Decision 188/1999/QD-TTg), public holidays with compensatory days (Labour Code
45/2019/QH14, article 111(3) and article 112), and working days exchanged by the Government year by year.
Holidays come from the `holidays` package; what it lacks, and what an agency decides, are override rows.
"""

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from threading import Lock

import holidays

FIRST_YEAR = 1995
LAST_YEAR = 2099
_KNOWN_AT_START = (2023, 2028)
_ANCHOR = date(2024, 1, 1).toordinal()


class DayKind(StrEnum):
    """Why a day is worked or not."""

    WORKING = "working"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MAKE_UP = "make-up"


@dataclass(frozen=True, slots=True)
class DayOverride:
    """A decision that one day is or is not worked, with its reason and the act that decides it."""

    on: date
    is_working: bool
    reason: str
    legal_act: str


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day as a calendar shows it; `reason` is in Vietnamese and empty for ordinary days."""

    on: date
    kind: DayKind
    reason: str = ""
    legal_act: str = ""

    @property
    def is_working(self) -> bool:
        """Whether agencies are open."""
        return self.kind in {DayKind.WORKING, DayKind.MAKE_UP}


PUBLISHED_SWAPS = (
    # The exchange for New Year 2026 was decided a week before and is missing in `holidays` 0.109.
    DayOverride(date(2026, 1, 2), False, "Ngày nghỉ (thay cho ngày 10/01/2026)", "12729/VPCP-KGVX, 25/12/2025"),
    DayOverride(date(2026, 1, 10), True, "Làm bù cho ngày 02/01/2026", "12729/VPCP-KGVX, 25/12/2025"),
)


@dataclass(frozen=True, slots=True)
class _Span:
    """Running counts over whole years; replaced, never changed, so that readers need no lock.

    Working days are numbered from the anchor, earlier ones below zero: numbers stay the same when the
    span grows. `before[i]` counts the working days before the day `first + i`.
    """

    years: tuple[int, int]
    first: int
    lowest_number: int
    before: array[int]
    working: array[int]


class WorkingCalendar:
    """Working days with constant-time counting; years are worked out when they are first asked for.

    `overrides` stand above published exchanges and holidays; the last row of a day wins.
    Every question raises ValueError for a day outside the years 1995 to 2099.
    """

    def __init__(self, overrides: Iterable[DayOverride] = ()) -> None:
        self._overrides: Mapping[date, DayOverride] = {row.on: row for row in (*PUBLISHED_SWAPS, *overrides)}
        self._holidays = holidays.country_holidays("VN")
        self._growing = Lock()
        self._span = self._build(_KNOWN_AT_START)

    def is_working_day(self, on: date) -> bool:
        """Tell whether agencies are open on the day."""
        ordinal = on.toordinal()
        return self.count_before(ordinal + 1) > self.count_before(ordinal)

    def day(self, on: date) -> CalendarDay:
        """Return the day with its kind and the reason for it."""
        self._reach(on.year)
        return self._day(on)

    def count_before(self, ordinal: int) -> int:
        """Return the number of working days before the day `ordinal`, counted from a fixed anchor.

        Only differences of two answers mean anything; the answer is also the number, as `ordinal_of`
        understands it, of the first working day on or after the day.
        """
        span = self._span
        index = ordinal - span.first
        if not 0 <= index < len(span.before):
            span = self._reach(date.fromordinal(ordinal).year)
            index = ordinal - span.first
        return span.before[index]

    def ordinal_of(self, number: int) -> int:
        """Return the ordinal of the working day with this number."""
        span = self._span
        index = number - span.lowest_number
        while not 0 <= index < len(span.working):
            span = self._reach(span.years[0] - 1 if index < 0 else span.years[1] + 1)
            index = number - span.lowest_number
        return span.working[index]

    def _reach(self, year: int) -> _Span:
        """Return a span that covers the year, growing it when needed."""
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValueError(f"The working calendar covers {FIRST_YEAR} to {LAST_YEAR}, not {year}")
        span = self._span
        if span.years[0] <= year <= span.years[1]:
            return span
        with self._growing:
            first, last = self._span.years
            self._span = self._build((min(first, year), max(last, year)))
            return self._span

    def _build(self, years: tuple[int, int]) -> _Span:
        first, end = date(years[0], 1, 1).toordinal(), date(years[1] + 1, 1, 1).toordinal()
        for year in range(years[0] - 1, years[1] + 2):  # an exchange may cross the turn of the year
            _ = date(year, 6, 1) in self._holidays
        days = [date.fromordinal(ordinal) for ordinal in range(first, end)]
        working = array("l", (day.toordinal() for day in days if self._day(day).is_working))
        number = -sum(1 for ordinal in working if ordinal < _ANCHOR)
        before = array("l", [number])
        following = iter((*working, end))
        upcoming = next(following)
        for ordinal in range(first, end):
            if ordinal == upcoming:
                number += 1
                upcoming = next(following)
            before.append(number)
        return _Span(years, first, before[0], before, working)

    def _day(self, on: date) -> CalendarDay:
        is_weekend = on.weekday() >= 5
        override = self._overrides.get(on)
        if override is not None:
            return CalendarDay(on, _kind_of(override, is_weekend=is_weekend), override.reason, override.legal_act)
        if on in self._holidays.weekend_workdays:
            return CalendarDay(on, DayKind.MAKE_UP, "Ngày làm bù")
        if on in self._holidays:
            return CalendarDay(on, DayKind.HOLIDAY, self._holidays[on])
        return CalendarDay(on, DayKind.WEEKEND if is_weekend else DayKind.WORKING)


def _kind_of(override: DayOverride, *, is_weekend: bool) -> DayKind:
    if not override.is_working:
        return DayKind.HOLIDAY
    return DayKind.MAKE_UP if is_weekend else DayKind.WORKING
