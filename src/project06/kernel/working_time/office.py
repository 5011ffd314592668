"""The one clock: the working time by which this process judges every deadline.

Rules ask `office_time()` and stay pure: nothing is read there. `kernel.office_calendar` keeps it equal to the
override rows of the database.
"""

from project06.kernel.working_time.calendars import WorkingCalendar
from project06.kernel.working_time.deadlines import WorkingTime

_held = WorkingTime(WorkingCalendar())


def office_time() -> WorkingTime:
    """Return the working time of the state administration as this process knows it."""
    return _held


def hold_office_time(calendar: WorkingCalendar) -> None:
    """Judge by this calendar from now on."""
    global _held  # noqa: PLW0603 - one clock a process
    _held = WorkingTime(calendar)
