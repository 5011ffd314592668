"""Which tasks somebody may see, and how rows become data."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Q, QuerySet

from project06.kernel.permissions import Actor, can, visible
from project06.kernel.working_time import office_time
from project06.places.data import COUNTRY_CODE
from project06.programme.data.tasks import ActingAgency, DirectiveKey, TaskData
from project06.programme.enums import READ
from project06.programme.enums.steering import Claim, EvidenceState, Recurrence
from project06.programme.models import Task, TaskCoLead
from project06.programme.queries.schedule import Today
from project06.programme.rules.tasks import TaskClock, days_left, schedule_of

_AFTER_SLASH = chr(ord("/") + 1)


def below(path: str, field: str = "unit_path") -> Q:
    """Return the condition that the path of `field` is `path` or lies under it."""
    return Q(**{f"{field}__gte": path, f"{field}__lt": path + _AFTER_SLASH}) if path else Q()


def visible_tasks(by: Actor) -> Q:
    """Return the condition for tasks that `by` may read: of their lead, of their register, or done together."""
    if can(by, READ, path=COUNTRY_CODE):
        # Every path begins with the country's: no range could leave a row out.
        return Q()
    together = TaskCoLead.objects.filter(visible(by, READ)).values("task_id")
    return visible(by, READ) | visible(by, READ, "register_path") | Q(pk__in=together)


def tasks_for(by: Actor) -> QuerySet[Task]:
    """Return the tasks that `by` may read, with what every list shows of them."""
    return Task.objects.filter(visible_tasks(by)).select_related("plan", "group", "directive", "decision")


def to_tasks(rows: Iterable[Task], today: Today) -> tuple[TaskData, ...]:
    """Return rows as data, their co-leads read with one statement."""
    tasks = list(rows)
    together = _co_leads([task.pk for task in tasks])
    return tuple(_to_data(task, together.get(task.pk, ()), today) for task in tasks)


def clock_of(task: Task) -> TaskClock:
    """Return what the clock needs to know of a row."""
    return TaskClock(
        recurrence=Recurrence(task.recurrence),
        due_on=task.due_on,
        done_on=task.done_on,
        evidence=EvidenceState(task.evidence),
        is_cancelled=task.cancelled_on is not None,
    )


def _co_leads(tasks: Sequence[int]) -> dict[int, tuple[ActingAgency, ...]]:
    found: dict[int, list[ActingAgency]] = defaultdict(list)
    for row in TaskCoLead.objects.filter(task__in=tasks).order_by("id") if tasks else ():
        found[row.task_id].append(ActingAgency(row.agency_code, row.agency_name, row.unit_path))
    return {task: tuple(each) for task, each in found.items()}


def _to_data(task: Task, co_leads: tuple[ActingAgency, ...], today: Today) -> TaskData:
    schedule = schedule_of(clock_of(task), today=today.day, soon_until=today.soon_until)
    return TaskData(
        uuid=task.uuid,
        code=task.code,
        titles=task.titles,
        plan=task.plan.code,
        group=task.group.code,
        directive=DirectiveKey(task.directive.number, task.directive.issued_on) if task.directive else None,
        register_path=task.register_path,
        lead=ActingAgency(task.lead_code, task.lead_name, task.unit_path),
        co_leads=co_leads,
        recurrence=Recurrence(task.recurrence),
        assigned_on=task.assigned_on,
        original_due_on=task.original_due_on,
        due_on=task.due_on,
        revisions=task.revisions,
        claimed=Claim(task.claimed) if task.claimed else None,
        claimed_at=task.claimed_at,
        done_on=task.done_on,
        evidence=EvidenceState(task.evidence),
        schedule=schedule,
        days_left=days_left(schedule, task.due_on, today.day, office_time()),
        cancelled_on=task.cancelled_on,
        decision=task.decision.uuid if task.decision else None,
        is_synthetic=task.is_synthetic,
        seen_on=today.day,
    )
