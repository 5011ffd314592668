"""What every act on a task needs: the locked row, the right to change it, and an entry in its history."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from project06.kernel.clock import now
from project06.kernel.permissions import Actor, can, check
from project06.programme.enums.steering import MANAGE_TASKS, REPORT_TASKS, Claim, TaskEventKind
from project06.programme.errors.steering import (
    NotYourTask,
    ReasonMissing,
    TaskCancelled,
    TitleMissing,
    UnknownTask,
)
from project06.programme.models import Task, TaskCoLead, TaskEvent
from project06.programme.queries.select_tasks import visible_tasks

GROUND = "Decision 06/QĐ-TTg (2022-01-06); Document 452/TTg-KSTT (2023-05-23)"
_LANGUAGES = frozenset({"vi", "en", "pl", "hi", "cs", "uk"})


def lock_task(task: UUID, *, by: Actor) -> Task:
    """Return the locked task, if `by` may see it and it still runs. Raises UnknownTask, TaskCancelled."""
    row = Task.objects.select_for_update(of=("self",)).filter(visible_tasks(by), uuid=task).first()
    if row is None:
        raise UnknownTask
    if row.cancelled_on is not None:
        raise TaskCancelled
    return row


def check_manages(task: Task, by: Actor) -> None:
    """Raise NotAllowed unless `by` may give out tasks in the task's register."""
    check(by, MANAGE_TASKS, path=task.register_path)


def check_reports(task: Task, by: Actor) -> None:
    """Raise NotAllowed or NotYourTask unless `by` works for the lead or a co-lead, or manages the register."""
    if can(by, MANAGE_TASKS, path=task.register_path):
        return
    paths = {task.lead_code: task.unit_path}
    paths |= dict(TaskCoLead.objects.filter(task=task).values_list("agency_code", "unit_path"))
    if by.agency not in paths:
        check(by, REPORT_TASKS)
        raise NotYourTask
    check(by, REPORT_TASKS, path=paths[by.agency])


def needed(reason: str) -> str:
    """Return a reason without stray blanks. Raises ReasonMissing."""
    said = " ".join(reason.split())
    if not said:
        raise ReasonMissing
    return said[:500]


def tidy_titles(titles: Mapping[str, str]) -> dict[str, str]:
    """Return titles without stray blanks and empty translations. Raises TitleMissing without Vietnamese."""
    tidy = {language: " ".join(text.split())[:500] for language, text in titles.items() if language in _LANGUAGES}
    if not tidy.get("vi"):
        raise TitleMissing
    return {language: text for language, text in tidy.items() if text}


def append_event(
    task: Task,
    kind: TaskEventKind,
    *,
    by: Actor,
    reason: str = "",
    act: str = "",
    due: tuple[date | None, date | None] = (None, None),
    claim: Claim | None = None,
    changes: Mapping[str, str] | None = None,
) -> None:
    """Append one entry to the history of a task; `due` is the due date before and after."""
    TaskEvent.objects.create(
        task=task,
        kind=kind,
        happened_at=now(),
        account=by.account,
        agency=by.agency or "",
        post_title=by.post_title,
        reason=reason,
        act=act,
        due_before=due[0],
        due_after=due[1],
        claim=claim,
        changes=dict(changes or {}),
    )


def told(task: Task, **more: str) -> dict[str, str]:
    """Return the details of an evidence record about a task; texts that people typed stay out of it."""
    return {"lead": task.lead_code, "register": task.register_path, **more}
