"""Which days a report speaks about, and in which period a day falls.

The reporting regime closes the data of a period in the middle of its last month, so that the report exists when the
period ends: 15 December to 14 December for a year (Decree 331/2026/NĐ-CP, articles 35 and 36; Decree 09/2019/NĐ-CP).
"""

from datetime import date, timedelta

from project06.kernel.periods import Period, PeriodKind
from project06.reporting.enums import Recurrence

FIRST_YEAR, LAST_YEAR = 2000, 2090
"""Campaigns live well inside the years that the working calendar knows."""

LAST_CLOSING_DAY = 28
"""Every month has this day."""

_KINDS = {
    Recurrence.MONTH: PeriodKind.MONTH,
    Recurrence.QUARTER: PeriodKind.QUARTER,
    Recurrence.HALF: PeriodKind.HALF,
    Recurrence.YEAR: PeriodKind.YEAR,
}
_ONE_DAY = timedelta(days=1)


def window_of(period: Period, closes_on: int | None) -> tuple[date, date]:
    """Return the days `[start, end)` that the report of the period speaks about.

    `closes_on` 15: from the 15th of the month before the period up to and including the 14th of its last month.
    """
    if closes_on is None or period.kind is PeriodKind.CAMPAIGN:
        return period.start, period.end
    return (period.start - _ONE_DAY).replace(day=closes_on), period.last_on.replace(day=closes_on)


def period_on(recurrence: Recurrence, on: date, *, closes_on: int | None) -> Period:
    """Return the period whose data window holds the day. Raises ValueError for a single campaign."""
    if recurrence is Recurrence.ONCE:
        raise ValueError("A single campaign has dates of its own")
    period = Period.containing(_KINDS[recurrence], on)
    _, end = window_of(period, closes_on)
    return period if on < end else period.next()


def single_period(code: str, starts_on: date, ends_on: date) -> Period:
    """Return the one period of a single campaign."""
    return Period.campaign(code, starts_on, ends_on)


def belongs_to(period: Period, recurrence: Recurrence) -> bool:
    """Say whether a campaign of this recurrence can have the period."""
    return recurrence is not Recurrence.ONCE and period.kind is _KINDS[recurrence]
