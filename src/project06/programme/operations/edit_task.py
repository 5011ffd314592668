"""Change what a task says."""

from collections.abc import Mapping
from uuid import UUID

from project06.evidence import public as evidence
from project06.kernel.events import publish
from project06.kernel.permissions import Actor
from project06.programme.data.tasks import TaskData
from project06.programme.enums.steering import TaskEventKind
from project06.programme.errors.steering import NothingToChange
from project06.programme.events.steering import TaskEdited
from project06.programme.models import Task
from project06.programme.operations.task_support import (
    GROUND,
    append_event,
    check_manages,
    lock_task,
    needed,
    tidy_titles,
    told,
)
from project06.programme.operations.task_writing import find_group, find_plan, folded_of
from project06.programme.queries.find_task import get_task


@evidence.operation(subject_kind="task", subject="task")
def edit_task(*, task: UUID, titles: Mapping[str, str], plan: str, group: str, reason: str, by: Actor) -> TaskData:
    """Set titles, plan and group; due date and lead have operations of their own.

    Raises UnknownTask, TaskCancelled, NotAllowed, ReasonMissing, TitleMissing, UnknownPlan, UnknownGroup,
    NothingToChange.
    """
    row = lock_task(task, by=by)
    check_manages(row, by)
    why = needed(reason)
    changes = _apply(row, tidy_titles(titles), plan, group)
    if not changes:
        raise NothingToChange
    row.save(update_fields=["titles", "folded", "plan", "group"])
    append_event(row, TaskEventKind.EDITED, by=by, reason=why, changes=changes)
    evidence.record(
        by=by,
        action="programme.edit-task",
        subject_kind="task",
        subject=row.uuid,
        fields=tuple(sorted(changes)),
        purpose="Correct what a task says",
        legal_ground=GROUND,
        details=told(row),
    )
    publish(TaskEdited(task=row.uuid))
    return get_task(row.uuid, by=by)


def _apply(row: Task, titles: dict[str, str], plan: str, group: str) -> dict[str, str]:
    """Set what differs and return the former values for the history."""
    before = {f"title_{language}": text for language, text in row.titles.items() if titles.get(language) != text}
    before |= {f"title_{language}": "" for language in titles if language not in row.titles}
    found_plan, found_group = find_plan(plan), find_group(group)
    if found_plan.pk != row.plan_id:
        before["plan"] = row.plan.code
    if found_group.pk != row.group_id:
        before["group"] = row.group.code
    row.titles, row.plan, row.group = titles, found_plan, found_group
    row.folded = folded_of(row.code, titles, row.lead_name)
    return before
