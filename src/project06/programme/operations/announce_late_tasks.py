"""Tell once for each due date that a task has fallen late."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef

from project06.evidence import public as evidence
from project06.kernel.clock import now, today
from project06.kernel.events import publish_many
from project06.kernel.ids import new_uuid
from project06.kernel.permissions import Actor, check
from project06.programme.enums.steering import MANAGE_TASKS, TaskEventKind
from project06.programme.events.steering import TaskFellLate
from project06.programme.models import Task, TaskEvent
from project06.programme.operations.task_support import GROUND
from project06.programme.queries.schedule import is_late_on

MOST_AT_ONCE = 10_000
# A unique index keeps one entry for each task and due date, whoever runs at the same time.
_ANNOUNCE = """
INSERT INTO programme_taskevent
    (uuid, task_id, kind, happened_at, account, agency, post_title, reason, act, due_before, changes)
SELECT given.uuid, task.id, 'late-announced', %(at)s::timestamptz, NULL, '', '', '', '', task.due_on, '{}'::jsonb
FROM unnest(%(tasks)s::bigint[], %(uuids)s::uuid[]) AS given (id, uuid)
JOIN programme_task AS task ON task.id = given.id
ON CONFLICT DO NOTHING
RETURNING task_id
"""


@evidence.operation
def announce_late_tasks(*, by: Actor) -> int:
    """Publish `TaskFellLate` for every task that is late today and was not yet announced for its due date.

    That a task is late is not stored, only that it was told. Returns how many were told. Raises NotAllowed.
    """
    check(by, MANAGE_TASKS, path="VN")
    waiting = list(_untold(today()))
    told = _tell([pk for pk, *_rest in waiting])
    publish_many(TaskFellLate(task=uuid, lead=lead, due_on=due_on) for pk, uuid, lead, due_on in waiting if pk in told)
    evidence.record(
        by=by,
        action="programme.announce-late-tasks",
        subject_kind="tasks",
        subject=None,
        purpose="Tell who must act that tasks are late",
        legal_ground=GROUND,
        details={"told": str(len(told))},
    )
    return len(told)


def _untold(day: date) -> list[tuple[int, UUID, str, date]]:
    already = TaskEvent.objects.filter(
        task=OuterRef("pk"), kind=TaskEventKind.LATE_ANNOUNCED, due_before=OuterRef("due_on")
    )
    late = Task.objects.filter(~Exists(already), is_late_on(day)).order_by("id")
    return list(late.values_list("pk", "uuid", "lead_code", "due_on")[:MOST_AT_ONCE])  # type: ignore[arg-type] # late: due


def _tell(tasks: list[int]) -> set[int]:
    parameters: dict[str, Any] = {
        "tasks": tasks,
        "uuids": [new_uuid() for _ in tasks],
        "at": now(),
    }  # Any: what the driver adapts
    with connection.cursor() as cursor:
        cursor.execute(_ANNOUNCE, parameters)
        return {row[0] for row in cursor.fetchall()}
