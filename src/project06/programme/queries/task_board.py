"""The board: a column for each claimed status, one for tasks of which nobody has reported anything."""

from collections import defaultdict
from datetime import date

from django.db.models import Count, F, Value, Window
from django.db.models.functions import Coalesce, RowNumber

from project06.kernel.clock import today
from project06.kernel.permissions import Actor
from project06.programme.data.tasks import BoardColumn, TaskFilter
from project06.programme.enums.steering import Claim
from project06.programme.models import Task
from project06.programme.models.tasks import due_key
from project06.programme.queries.list_tasks import filter_tasks
from project06.programme.queries.schedule import Today
from project06.programme.queries.select_tasks import tasks_for, to_tasks

CARDS = 20
_NOBODY = ""


def task_board(wanted: TaskFilter, *, by: Actor, cards: int = CARDS, on: date | None = None) -> tuple[BoardColumn, ...]:
    """Return the columns: nobody has reported, not started, in progress, done; cancelled tasks are left out.

    Each holds its true count and the `cards` tasks that are due first. Two statements.
    """
    day = Today.of(on or today())
    column = Coalesce("claimed", Value(_NOBODY))
    found = (
        filter_tasks(tasks_for(by), wanted, day)
        .filter(cancelled_on__isnull=True)
        .annotate(
            column=column,
            place=Window(RowNumber(), partition_by=[column], order_by=[due_key(), F("id")]),
            in_column=Window(Count("id"), partition_by=[column]),
        )
        .filter(place__lte=cards)
        .order_by("column", "place")
    )
    rows: dict[str, list[Task]] = defaultdict(list)
    counts: dict[str, int] = {}
    for row in found:
        rows[row.column].append(row)
        counts[row.column] = row.in_column
    shown = to_tasks([row for each in rows.values() for row in each], day)
    claims: tuple[Claim | None, ...] = (None, *Claim)
    return tuple(
        BoardColumn(
            claimed=claim,
            count=counts.get(claim.value if claim else _NOBODY, 0),
            tasks=tuple(task for task in shown if task.claimed is claim),
        )
        for claim in claims
    )
