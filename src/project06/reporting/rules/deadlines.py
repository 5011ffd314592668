"""When a report is due, by the one clock of the house (`kernel.working_time`).

Days are counted from the last day of the data window, which is not counted itself; a last day that is not worked
moves to the next working day, and the day ends with the closing of the offices (Civil Code 91/2015/QH13, articles
147 and 148).
"""

from datetime import date, datetime, time, timedelta

from project06.kernel.clock import VIETNAM, local
from project06.kernel.working_time import Allowance, AllowanceUnit, office_time
from project06.reporting.data import DueRule
from project06.reporting.enums import DueUnit

LONGEST_EXTENSION_DAYS = 60
_UNITS = {
    DueUnit.WORKING_DAYS: AllowanceUnit.WORKING_DAYS,
    DueUnit.CALENDAR_DAYS: AllowanceUnit.CALENDAR_DAYS,
}


def due_at(window_end: date, rule: DueRule) -> datetime:
    """Return the last moment at which a report about the days before `window_end` is on time."""
    return office_time().due_at(_last_day_of(window_end), _allowance(rule))


def extended_due_at(window_end: date, rule: DueRule, *, working_days: int) -> datetime:
    """Return the deadline after its one extension, which runs from the first deadline."""
    extension = Allowance(working_days, AllowanceUnit.WORKING_DAYS)
    return office_time().due_at(_last_day_of(window_end), _allowance(rule), extension=extension)


def reminds_until(at: datetime, *, working_days: int) -> datetime:
    """Return the moment such that deadlines before it fall on this day or on one of the next working days."""
    day = office_time().add_working_days(local(at).date(), working_days) if working_days else local(at).date()
    return _midnight(day + timedelta(days=1))


def escalates_from(at: datetime, *, working_days: int) -> datetime:
    """Return the moment such that deadlines before it are overdue by more than `working_days` at `at`."""
    day = office_time().add_working_days(local(at).date(), -working_days)
    return _midnight(day)


def working_days_between(start: datetime, end: datetime) -> int:
    """Return the working days after the day of `start` up to and including that of `end`; never below zero."""
    return max(0, office_time().working_days_between(local(start).date(), local(end).date()))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=VIETNAM)


def _allowance(rule: DueRule) -> Allowance:
    return Allowance(rule.amount, _UNITS[rule.unit])


def _last_day_of(window_end: date) -> datetime:
    return datetime.combine(window_end - timedelta(days=1), time(12), tzinfo=VIETNAM)
