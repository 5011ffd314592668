"""Keep the one clock equal to the days that acts have swapped since the calendar was published."""

from collections.abc import Callable
from datetime import date
from time import monotonic

from django.http import HttpRequest, HttpResponse

from project06.kernel.clock import now
from project06.kernel.models import WorkingDayOverride
from project06.kernel.working_time import DayOverride, WorkingCalendar, hold_office_time

REFRESH_SECONDS = 60.0
_asked_at: float | None = None


def override_day(*, on: date, is_working: bool, reason: str, legal_act: str) -> None:
    """Add an override; every process counts by it within a minute. Raises ValueError without reason or act."""
    if not reason.strip() or not legal_act.strip():
        raise ValueError("A swapped day needs its reason and its legal act.")
    WorkingDayOverride.objects.create(
        on=on, is_working=is_working, reason=reason.strip(), legal_act=legal_act.strip(), recorded_at=now()
    )
    refresh_office_time(at_once=True)


def refresh_office_time(*, at_once: bool = False) -> None:
    """Read the overrides, at most once a minute."""
    global _asked_at  # noqa: PLW0603 - one clock a process
    if not at_once and _asked_at is not None and monotonic() - _asked_at < REFRESH_SECONDS:
        return
    newest = WorkingDayOverride.objects.order_by("on", "-id").distinct("on")
    rows = newest.values_list("on", "is_working", "reason", "legal_act")
    hold_office_time(WorkingCalendar(DayOverride(*row) for row in rows))
    _asked_at = monotonic()


class OfficeTimeMiddleware:
    """Looks once a minute whether days were swapped, before a page judges a deadline."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Refresh the clock, then pass the request on."""
        refresh_office_time()
        return self.get_response(request)
