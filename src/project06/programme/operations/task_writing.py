"""How a task comes into being: from a form, from a decision, from a demonstration."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.db.utils import IntegrityError

from project06.kernel.clock import now
from project06.kernel.permissions import Actor
from project06.kernel.text import fold
from project06.programme.data.tasks import ActingAgency, DirectiveKey, TaskDraft
from project06.programme.enums.steering import TaskEventKind
from project06.programme.errors.steering import (
    LeadOutsideRegister,
    LeadRepeated,
    TaskExists,
    UnknownDirective,
    UnknownGroup,
    UnknownPlan,
    UnusableCode,
    UnusableDueDate,
)
from project06.programme.models import Decision, Directive, Plan, Task, TaskCoLead, TaskGroup
from project06.programme.operations.task_support import append_event, tidy_titles
from project06.programme.queries.acting_agencies import get_acting, get_acting_many
from project06.programme.rules.tasks import is_inside, is_usable_code, is_usable_due


def write_task(
    draft: TaskDraft, *, register_path: str, by: Actor, decision: Decision | None = None, is_synthetic: bool = False
) -> Task:
    """Write a task with its co-leads and the first entry of its history.

    Raises TitleMissing, UnusableCode, UnusableDueDate, LeadRepeated, LeadOutsideRegister, UnknownAgency,
    UnknownPlan, UnknownGroup, UnknownDirective, TaskExists.
    """
    titles = tidy_titles(draft.titles)
    _check(draft)
    lead = get_acting(draft.lead, draft.assigned_on)
    check_in_register(lead, register_path)
    together = get_acting_many(draft.co_leads, draft.assigned_on)
    try:
        with transaction.atomic():
            task = Task.objects.create(
                code=draft.code,
                titles=titles,
                folded=folded_of(draft.code, titles, lead.name),
                plan=find_plan(draft.plan),
                group=find_group(draft.group),
                directive=find_act(draft.directive),
                decision=decision,
                register_path=register_path,
                lead_code=lead.code,
                lead_name=lead.name,
                unit_path=lead.unit_path,
                recurrence=draft.recurrence,
                assigned_on=draft.assigned_on,
                original_due_on=draft.due_on,
                due_on=draft.due_on,
                is_synthetic=is_synthetic,
                created_at=now(),
            )
    except IntegrityError as fault:
        raise TaskExists(task_code=draft.code) from fault
    set_co_leads(task, together)
    append_event(task, TaskEventKind.CREATED, by=by, due=(None, draft.due_on))
    return task


def set_co_leads(task: Task, agencies: tuple[ActingAgency, ...]) -> None:
    """Make the co-leads of a task exactly these; who led it before stands in the history."""
    TaskCoLead.objects.filter(task=task).delete()
    TaskCoLead.objects.bulk_create(
        TaskCoLead(task=task, agency_code=each.code, agency_name=each.name, unit_path=each.unit_path)
        for each in agencies
    )


def folded_of(code: str, titles: Mapping[str, str], *names: str) -> str:
    """Return the search key over code, titles in all languages and names."""
    return fold(" ".join((code, *titles.values(), *names)))[:1200]


def find_plan(code: str) -> Plan:
    """Return the plan. Raises UnknownPlan."""
    found = Plan.objects.filter(code=code).first()
    if found is None:
        raise UnknownPlan(plan=code)
    return found


def find_group(code: str) -> TaskGroup:
    """Return the task group. Raises UnknownGroup."""
    found = TaskGroup.objects.filter(code=code).first()
    if found is None:
        raise UnknownGroup(group=code)
    return found


def find_act(key: DirectiveKey | None) -> Directive | None:
    """Return the act, None for none. Raises UnknownDirective."""
    if key is None:
        return None
    found = Directive.objects.filter(number=key.number, issued_on=key.issued_on).first()
    if found is None:
        raise UnknownDirective(number=key.number, issued_on=key.issued_on.isoformat())
    return found


def check_agencies(lead: str, co_leads: tuple[str, ...]) -> None:
    """Raise LeadRepeated when an agency is named twice."""
    if len({lead, *co_leads}) != 1 + len(co_leads):
        raise LeadRepeated


def check_in_register(lead: ActingAgency, register_path: str) -> None:
    """Raise LeadOutsideRegister unless the lead belongs to the register's unit or one below it."""
    if not is_inside(lead.unit_path, register_path):
        raise LeadOutsideRegister(agency=lead.code)


def _check(draft: TaskDraft) -> None:
    if not is_usable_code(draft.code):
        raise UnusableCode
    if not is_usable_due(draft.recurrence, draft.assigned_on, draft.due_on):
        raise UnusableDueDate
    check_agencies(draft.lead, draft.co_leads)


def day_or_empty(day: date | None) -> str:
    """Return a day as history keeps it."""
    return day.isoformat() if day else ""
