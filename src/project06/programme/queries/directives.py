"""Acts, plans and task groups: the reference every task refers to."""

from datetime import date

from django.db.models import Q

from project06.programme.data.tasks import DirectiveData, DirectiveKey, PlanData, TaskGroupData
from project06.programme.enums.steering import DirectiveKind
from project06.programme.errors.steering import UnknownDirective
from project06.programme.models import Directive, Plan, TaskGroup

PAGE_SIZE = 50


def find_directive(number: str, issued_on: date) -> DirectiveData | None:
    """Return the act with the number and date, or None."""
    row = Directive.objects.filter(number=number, issued_on=issued_on).first()
    return directive_data(row) if row else None


def get_directive(number: str, issued_on: date) -> DirectiveData:
    """Return the act with the number and date. Raises UnknownDirective."""
    found = find_directive(number, issued_on)
    if found is None:
        raise UnknownDirective(number=number, issued_on=issued_on.isoformat())
    return found


def list_directives(*, before: DirectiveKey | None = None, limit: int = PAGE_SIZE) -> tuple[DirectiveData, ...]:
    """Return acts, newest first; `before` is the key of the last one seen."""
    rows = Directive.objects.all()
    if before is not None:
        rows = rows.filter(Q(issued_on__lt=before.issued_on) | Q(issued_on=before.issued_on, number__gt=before.number))
    return tuple(directive_data(row) for row in rows.order_by("-issued_on", "number")[:limit])


def list_plans() -> tuple[PlanData, ...]:
    """Return every plan, by code."""
    return tuple(
        PlanData(row.code, row.titles, row.act, row.from_year, row.to_year) for row in Plan.objects.order_by("code")
    )


def list_task_groups() -> tuple[TaskGroupData, ...]:
    """Return the task groups in their order."""
    return tuple(TaskGroupData(row.code, row.position, row.titles) for row in TaskGroup.objects.order_by("position"))


def directive_data(row: Directive) -> DirectiveData:
    """Return an act as data."""
    return DirectiveData(
        uuid=row.uuid,
        key=DirectiveKey(row.number, row.issued_on),
        kind=DirectiveKind(row.kind),
        issuer=row.issuer,
        document=row.document,
        titles=row.titles,
        note=row.note,
    )
