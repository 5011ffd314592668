"""Arithmetic with the working time of an agency.

A moment is mapped to its position: the working time that has passed since a fixed anchor. Adding, measuring
and pausing are then additions of whole numbers, and the calendar answers each mapping in constant time.
Night, week-end and holiday have the position of the closing before them.

Moments go in with any time zone, are reckoned on the clocks of Viet Nam, and come out in UTC. Questions
outside the years of the calendar, and moments without a time zone, raise ValueError.
"""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from project06.kernel.clock import VIETNAM, as_utc, local
from project06.kernel.working_time.calendars import WorkingCalendar
from project06.kernel.working_time.hours import (
    HOURS_PER_DAY,
    MICROSECONDS_PER_DAY,
    MICROSECONDS_PER_HOUR,
    MICROSECONDS_PER_MINUTE,
    WorkingHours,
)
from project06.kernel.working_time.terms import Allowance, AllowanceUnit, DayBasis, Pause, Standing

HANDOVER_CUT_OFF = time(15)
"""Decree 309/2026/ND-CP, article 18(2)."""

AT_RISK_MINUTES = HOURS_PER_DAY * 60
"""An apology with a new date is due at least one day before the deadline (Decree 61/2018/ND-CP, form 04)."""


class WorkingTime:
    """The working time of agencies that share a calendar and hours."""

    def __init__(
        self,
        calendar: WorkingCalendar,
        hours: WorkingHours | None = None,
        *,
        day_basis: DayBasis = DayBasis.WHOLE_DAYS,
        handover_cut_off: time = HANDOVER_CUT_OFF,
    ) -> None:
        self.calendar = calendar
        self.hours = hours or WorkingHours()
        self.day_basis = day_basis
        self.handover_cut_off = handover_cut_off

    # -- days ----------------------------------------------------------------------------------------

    def is_working_day(self, on: date) -> bool:
        """Tell whether the day, or the local day of a moment, is worked."""
        return self.calendar.is_working_day(_local_day(on))

    def add_working_days(self, start: date, days: int) -> date:
        """Return the `days`-th working day after `start`, which is not counted itself.

        Zero gives `start` or, when it is not worked, the next working day; a negative number counts
        backwards. Of a moment, the local day counts.
        """
        ordinal = _local_day(start).toordinal()
        if days > 0:
            number = self.calendar.count_before(ordinal + 1) + days - 1
        else:
            number = self.calendar.count_before(ordinal) + days
        return date.fromordinal(self.calendar.ordinal_of(number))

    def working_days_between(self, start: date, end: date) -> int:
        """Return how many working days lie after `start` and not after `end`; negative when `end` is earlier."""
        after_start = self.calendar.count_before(_local_day(start).toordinal() + 1)
        return self.calendar.count_before(_local_day(end).toordinal() + 1) - after_start

    # -- hours ---------------------------------------------------------------------------------------

    def add_working_hours(self, start: datetime, hours: int) -> datetime:
        """Return the moment at which `hours` working hours have passed since `start`.

        At the end of a morning or a day this is the closing, not the next opening.
        Raises ValueError unless `hours` is at least 1.
        """
        return self.due_at(start, Allowance(hours, AllowanceUnit.WORKING_HOURS))

    def elapsed_minutes(self, start: datetime, end: datetime, pauses: Iterable[Pause] = ()) -> int:
        """Return the working minutes from `start` to `end` that no pause covers; an open pause lasts to `end`.

        Moments count by their whole minute, so the minutes of adjoining stretches add up.
        Raises ValueError when `end` is before `start`.
        """
        if end < start:
            raise ValueError(f"The end {end} is before the start {start}")
        first, last = self._position(start), self._position(end)
        minutes = _minutes(first, last)
        for stops, goes_on in self._paused(pauses, end):
            minutes -= max(0, _minutes(max(stops, first), min(goes_on, last)))
        return minutes

    # -- hand-over -----------------------------------------------------------------------------------

    def handover_on(self, received_at: datetime) -> date:
        """Return the day on which papers received in person must reach the deciding unit.

        The same working day; the next one when they come after 15:00 or on a day off
        (Decree 309/2026/ND-CP, article 18(2)).
        """
        received = local(received_at)
        late = received.time() > self.handover_cut_off
        return self.add_working_days(received.date(), 1 if late else 0)

    def handover_due_at(self, received_at: datetime) -> datetime:
        """Return the moment of `handover_on`: the closing of the same day or the opening of the next."""
        day = self.handover_on(received_at)
        same_day = day == local(received_at).date()
        return _utc(day, self.hours.closes if same_day else self.hours.opens)

    # -- deadlines -----------------------------------------------------------------------------------

    def due_at(
        self,
        accepted_at: datetime,
        allowance: Allowance,
        *,
        pauses: Sequence[Pause] = (),
        extension: Allowance | None = None,
        as_of: datetime | None = None,
    ) -> datetime:
        """Return the last moment at which the result is on time.

        Working hours run from the minute of acceptance. Working days follow `day_basis`. Calendar days and
        months do not count the day of acceptance; a last day that is not worked moves to the next working
        day, and a month without that day ends on its last one (Civil Code 91/2015/QH13, articles 147-148).
        Everything counted in days ends at the closing of its last day.
        An extension runs from the first due moment in the same way (allowed once: the caller's rule).
        The working time inside pauses is then added, to the minute; a pause on an uncounted day of
        acceptance moves nothing.
        An open pause counts up to `as_of`; raises ValueError when there is one but no `as_of`.
        """
        begin, due = self._stretch(local(accepted_at), allowance)
        if extension is not None:
            due = self._stretch(self._moment(due), extension)[1]
        for stops, goes_on in self._paused(pauses, as_of) if pauses else ():
            if stops >= due:
                break
            due += max(0, goes_on - max(stops, begin))
        return as_utc(self._moment(due))

    def remaining_minutes(self, now: datetime, due_at: datetime) -> int:
        """Return the working minutes left at `now`, below zero when they are overrun.

        With an open pause ask with `due_at(..., as_of=now)`: the answer then stands still.
        """
        return _minutes(self._position(now), self._position(due_at))

    def standing(self, now: datetime, due_at: datetime, *, at_risk_minutes: int = AT_RISK_MINUTES) -> Standing:
        """Tell how a deadline stands: late after its moment, at risk when `at_risk_minutes` or less are left."""
        if now > due_at:
            return Standing.LATE
        return Standing.AT_RISK if self.remaining_minutes(now, due_at) <= at_risk_minutes else Standing.ON_TIME

    # -- positions -----------------------------------------------------------------------------------

    def _stretch(self, moment: datetime, allowance: Allowance) -> tuple[int, int]:
        """Return the positions between which an allowance from the local `moment` runs."""
        unit, amount = allowance.unit, allowance.amount
        by_days = self.day_basis is DayBasis.WHOLE_DAYS
        if unit is AllowanceUnit.WORKING_HOURS or (unit is AllowanceUnit.WORKING_DAYS and not by_days):
            begin = self._position(moment)
            each = MICROSECONDS_PER_HOUR if unit is AllowanceUnit.WORKING_HOURS else MICROSECONDS_PER_DAY
            return begin, begin + amount * each
        ordinal = moment.toordinal()
        closing = self.calendar.count_before(ordinal + 1)
        if unit is AllowanceUnit.WORKING_DAYS:
            days = closing + amount
        elif unit is AllowanceUnit.CALENDAR_DAYS:
            days = self.calendar.count_before(ordinal + amount) + 1
        else:
            days = self.calendar.count_before(_months_later(moment.date(), amount).toordinal()) + 1
        return closing * MICROSECONDS_PER_DAY, days * MICROSECONDS_PER_DAY

    def _position(self, moment: datetime) -> int:
        """Return the working time (microseconds) from the anchor to the moment."""
        on_clock = local(moment)
        ordinal = on_clock.toordinal()
        passed = self.calendar.count_before(ordinal)
        if self.calendar.count_before(ordinal + 1) == passed:
            return passed * MICROSECONDS_PER_DAY
        seconds = (on_clock.hour * 60 + on_clock.minute) * 60 + on_clock.second
        return passed * MICROSECONDS_PER_DAY + self.hours.worked_by(seconds * 10**6 + on_clock.microsecond)

    def _moment(self, position: int) -> datetime:
        """Return the earliest local moment with this position: a closing rather than the opening after it."""
        number, worked = divmod(position - 1, MICROSECONDS_PER_DAY)
        midnight = datetime.fromordinal(self.calendar.ordinal_of(number))
        return (midnight + self.hours.clock_at(worked + 1)).replace(tzinfo=VIETNAM)

    def _paused(self, pauses: Iterable[Pause], as_of: datetime | None) -> list[tuple[int, int]]:
        """Return the pauses as positions in order, overlapping ones joined."""
        joined: list[tuple[int, int]] = []
        for pause in sorted(pauses, key=lambda pause: pause.start):
            stops, goes_on = self._position(pause.start), self._position(_end_of(pause, as_of))
            if joined and stops <= joined[-1][1]:
                joined[-1] = joined[-1][0], max(joined[-1][1], goes_on)
            else:
                joined.append((stops, goes_on))
        return joined


def _end_of(pause: Pause, as_of: datetime | None) -> datetime:
    if pause.end is not None:
        return pause.end
    if as_of is None:
        raise ValueError("A deadline with an open pause is only known as of a moment")
    return max(pause.start, as_of)


def _minutes(first: int, last: int) -> int:
    """Whole minutes between two positions, each taken by its minute."""
    return last // MICROSECONDS_PER_MINUTE - first // MICROSECONDS_PER_MINUTE


def _local_day(on: date) -> date:
    return local(on).date() if isinstance(on, datetime) else on


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _utc(day: date, clock_time: time) -> datetime:
    return as_utc(datetime.combine(day, clock_time, VIETNAM))
