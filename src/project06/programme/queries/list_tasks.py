"""The table of tasks, page by page, without counting what nobody asked for."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.lookups import Exact, GreaterThanOrEqual

from project06.kernel.clock import today
from project06.kernel.permissions import Actor
from project06.kernel.text import fold
from project06.programme.data.tasks import TaskData, TaskFilter, TaskPage
from project06.programme.enums.steering import TaskOrder
from project06.programme.models import Task
from project06.programme.models.tasks import NO_DUE_DATE, due_key
from project06.programme.queries.schedule import Today, is_late_on, schedule_on
from project06.programme.queries.select_tasks import below, tasks_for, to_tasks

PAGE_SIZE = 50
_SEPARATOR = "~"
_LONGEST_QUERY = 80


def list_tasks(
    wanted: TaskFilter,
    *,
    by: Actor,
    order: TaskOrder = TaskOrder.DUE,
    after: str = "",
    limit: int = PAGE_SIZE,
    on: date | None = None,
) -> TaskPage:
    """Return a page of the tasks that `by` may read and that fit, as they stand on the day (today).

    Three statements, however many tasks there are. A cursor that is not ours starts at the beginning.
    """
    day = Today.of(on or today())
    found = filter_tasks(tasks_for(by), wanted, day)
    if order is TaskOrder.DUE:
        found = _after_due(found, after).order_by(due_key(), "id")
    else:
        found = _after_code(found, after).order_by("code", "id")
    rows = list(found[: limit + 1])
    return TaskPage(
        tasks=to_tasks(rows[:limit], day),
        next_after=_cursor(rows[limit - 1], order) if len(rows) > limit else None,
    )


def list_late_tasks(path: str, *, by: Actor, on: date, limit: int) -> tuple[TaskData, ...]:
    """Return the tasks of the unit path and below that are late on the day, the longest overdue first."""
    rows = tasks_for(by).filter(below(path), is_late_on(on)).order_by(due_key(), "id")[:limit]
    return to_tasks(rows, Today.of(on))


def list_task_identifiers(wanted: TaskFilter, *, by: Actor, limit: int, on: date | None = None) -> tuple[UUID, ...]:
    """Return the identifiers of the tasks that fit, for a bulk update of a whole filter; at most `limit`."""
    found = filter_tasks(tasks_for(by), wanted, Today.of(on or today()))
    return tuple(found.order_by("id").values_list("uuid", flat=True)[:limit])


def filter_tasks(tasks: QuerySet[Task], wanted: TaskFilter, day: Today) -> QuerySet[Task]:
    """Narrow tasks to what a reader looks for."""
    exact = {
        "register_path": wanted.register,
        "plan__code": wanted.plan,
        "group__code": wanted.group,
        "lead_code": wanted.lead,
        "claimed": wanted.claimed.value if wanted.claimed else "",
        "evidence": wanted.evidence.value if wanted.evidence else "",
    }
    found = tasks.filter(below(wanted.below), **{name: value for name, value in exact.items() if value})
    if wanted.never_reported:
        found = found.filter(claimed__isnull=True)
    for word in fold(wanted.text[:_LONGEST_QUERY]).split():
        found = found.filter(folded__contains=word)
    if wanted.schedule is not None:
        found = found.alias(schedule=schedule_on(day)).filter(schedule=wanted.schedule.value)
    return found


def _after_due(found: QuerySet[Task], after: str) -> QuerySet[Task]:
    identifier, said = _parts(after)
    try:
        day = date.fromisoformat(said)
    except ValueError:
        return found
    return found.filter(GreaterThanOrEqual(due_key(), day)).exclude(Exact(due_key(), day), id__lte=identifier)


def _after_code(found: QuerySet[Task], after: str) -> QuerySet[Task]:
    identifier, code = _parts(after)
    return found.filter(Q(code__gt=code) | Q(code=code, id__gt=identifier)) if code else found


def _parts(after: str) -> tuple[int, str]:
    identifier, _, value = after.partition(_SEPARATOR)
    return (int(identifier), value) if identifier.isascii() and identifier.isdecimal() else (0, "")


def _cursor(task: Task, order: TaskOrder) -> str:
    value = (task.due_on or NO_DUE_DATE).isoformat() if order is TaskOrder.DUE else task.code
    return f"{task.pk}{_SEPARATOR}{value}"
