"""The rule of rules/tasks.py as SQL, for filters and counts; a property test holds the two together."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, CharField, F, Q, Value, When

from project06.kernel.working_time import office_time
from project06.programme.enums.steering import EvidenceState, Recurrence, Schedule
from project06.programme.rules.tasks import due_soon_until


@dataclass(frozen=True, slots=True)
class Today:
    """A day and what counts as soon on it."""

    day: date
    soon_until: date

    @classmethod
    def of(cls, day: date) -> "Today":
        """Return the day with its horizon."""
        return cls(day, due_soon_until(day, office_time()))


def schedule_on(today: Today) -> Case:
    """Return the schedule of a task on the day as an expression."""
    proved = Q(evidence=EvidenceState.ACCEPTED, done_on__isnull=False)
    return Case(
        When(cancelled_on__isnull=False, then=Value(Schedule.CANCELLED.value)),
        When(~Q(recurrence=Recurrence.ONCE), then=Value(Schedule.REGULAR.value)),
        When(due_on__isnull=True, then=Value(Schedule.ON_TIME.value)),
        When(proved & Q(done_on__lte=F("due_on")), then=Value(Schedule.DONE_ON_TIME.value)),
        When(proved, then=Value(Schedule.DONE_LATE.value)),
        When(due_on__lt=today.day, then=Value(Schedule.LATE.value)),
        When(due_on__lte=today.soon_until, then=Value(Schedule.DUE_SOON.value)),
        default=Value(Schedule.ON_TIME.value),
        output_field=CharField(),
    )


def is_late_on(day: date) -> Q:
    """Return the condition that a task is late on the day: what an index on due dates can answer."""
    open_ = Q(cancelled_on__isnull=True, recurrence=Recurrence.ONCE, due_on__lt=day)
    return open_ & ~Q(evidence=EvidenceState.ACCEPTED, done_on__isnull=False)
