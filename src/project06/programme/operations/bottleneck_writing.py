"""How a bottleneck comes into being and is found again to be changed."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db import connection

from project06.kernel.clock import now, today
from project06.kernel.permissions import Actor, check, check_path
from project06.programme.data.registers import BottleneckDraft
from project06.programme.data.tasks import ActingAgency
from project06.programme.enums.steering import MANAGE_REGISTERS, BottleneckState
from project06.programme.errors.steering import UnknownBottleneck, UnknownTask, UnusableDueDate, UnusableUnitPath
from project06.programme.models import Bottleneck, Task
from project06.programme.operations.movement_writing import append_movement
from project06.programme.operations.task_support import tidy_titles
from project06.programme.operations.task_writing import folded_of
from project06.programme.queries.bottlenecks import bottlenecks_for
from project06.programme.queries.select_tasks import visible_tasks


def write_bottleneck(
    draft: BottleneckDraft, owner: ActingAgency, *, by: Actor, is_synthetic: bool = False
) -> Bottleneck:
    """Write an open bottleneck with its first step.

    Raises TitleMissing, UnusableDueDate, UnknownTask, UnusableUnitPath.
    """
    titles = tidy_titles(draft.titles)
    if draft.raised_on > today() or (draft.due_on is not None and draft.due_on < draft.raised_on):
        raise UnusableDueDate
    tasks = linked_tasks(draft.tasks, by)
    code = _next_code(draft.raised_on)
    row = Bottleneck.objects.create(
        code=code,
        titles=titles,
        folded=folded_of(code, titles, owner.name),
        kind=draft.kind,
        owner_code=owner.code,
        owner_name=owner.name,
        unit_path=owner.unit_path,
        state=BottleneckState.OPEN,
        raised_on=draft.raised_on,
        due_on=draft.due_on,
        moved_on=draft.raised_on,
        indicators=distinct(draft.indicators),
        units=unit_paths(draft.units),
        is_synthetic=is_synthetic,
        created_at=now(),
    )
    row.tasks.set(tasks)
    append_movement(bottleneck=row, to_state=BottleneckState.OPEN.value, note="", by=by)
    return row


def lock_bottleneck(bottleneck: UUID, *, by: Actor) -> Bottleneck:
    """Return the locked bottleneck, if `by` may see and change it. Raises UnknownBottleneck, NotAllowed."""
    row = bottlenecks_for(by).select_for_update(of=("self",)).filter(uuid=bottleneck).first()
    if row is None:
        raise UnknownBottleneck
    check(by, MANAGE_REGISTERS, path=row.unit_path)
    return row


def linked_tasks(tasks: Sequence[UUID], by: Actor) -> list[Task]:
    """Return the tasks that shall be linked. Raises UnknownTask for one that `by` may not read."""
    wanted = set(tasks)
    found = list(Task.objects.filter(visible_tasks(by), uuid__in=wanted))
    if len(found) < len(wanted):
        raise UnknownTask
    return found


def distinct(values: Iterable[str]) -> list[str]:
    """Return the values in their order, each once."""
    return list(dict.fromkeys(values))


def unit_paths(paths: Iterable[str]) -> list[str]:
    """Return the paths in their order, each once. Raises UnusableUnitPath."""
    for path in paths:
        try:
            check_path(path)
        except ValueError as fault:
            raise UnusableUnitPath from fault
    return distinct(paths)


def _next_code(raised_on: date) -> str:
    """Return the next number of the year's register; the lock lasts to the end of the transaction."""
    prefix = f"DN-{raised_on.year}-"
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"programme.bottleneck.{prefix}"])
    last = Bottleneck.objects.filter(code__startswith=prefix).order_by("-id").values_list("code", flat=True).first()
    return f"{prefix}{int(last.removeprefix(prefix)) + 1 if last else 1:04d}"
