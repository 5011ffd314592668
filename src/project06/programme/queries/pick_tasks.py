"""Tasks that somebody names: by identifier or by code."""

from collections.abc import Iterable
from uuid import UUID

from project06.kernel.clock import today
from project06.kernel.permissions import Actor
from project06.programme.data.tasks import TaskData
from project06.programme.queries.schedule import Today
from project06.programme.queries.select_tasks import tasks_for, to_tasks

MOST_NAMED = 200


def pick_tasks(tasks: Iterable[UUID], *, by: Actor) -> tuple[TaskData, ...]:
    """Return those of the tasks that `by` may read, by code; the others are left out."""
    wanted = list(tasks)[:MOST_NAMED]
    rows = tasks_for(by).filter(uuid__in=wanted).order_by("code", "id") if wanted else ()
    return to_tasks(rows, Today.of(today()))


def pick_tasks_by_code(codes: Iterable[str], *, by: Actor) -> tuple[TaskData, ...]:
    """Return the tasks with the codes that `by` may read; a code may stand in several registers."""
    wanted = list(dict.fromkeys(codes))[:MOST_NAMED]
    rows = tasks_for(by).filter(code__in=wanted).order_by("code", "id") if wanted else ()
    return to_tasks(rows, Today.of(today()))
