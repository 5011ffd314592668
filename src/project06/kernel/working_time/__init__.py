"""Working days, working hours and legal deadlines of the state administration of Viet Nam."""

from project06.kernel.working_time.calendars import CalendarDay, DayKind, DayOverride, WorkingCalendar
from project06.kernel.working_time.deadlines import AT_RISK_MINUTES, HANDOVER_CUT_OFF, WorkingTime
from project06.kernel.working_time.hours import HOURS_PER_DAY, WorkingHours
from project06.kernel.working_time.office import hold_office_time, office_time
from project06.kernel.working_time.terms import Allowance, AllowanceUnit, DayBasis, Pause, Standing

__all__ = [
    "AT_RISK_MINUTES",
    "HANDOVER_CUT_OFF",
    "HOURS_PER_DAY",
    "Allowance",
    "AllowanceUnit",
    "CalendarDay",
    "DayBasis",
    "DayKind",
    "DayOverride",
    "Pause",
    "Standing",
    "WorkingCalendar",
    "WorkingHours",
    "WorkingTime",
    "hold_office_time",
    "office_time",
]
