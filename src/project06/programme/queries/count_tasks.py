"""Tallies computed from managed tasks. What somebody reported (244 of 656) is an observation and never enters here."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.db.models import Count, F, Func, IntegerField, QuerySet, TextField, Value

from project06.kernel.clock import today
from project06.kernel.permissions import Actor
from project06.programme.data.tasks import TaskFilter, TaskTally, UnitTally
from project06.programme.enums.steering import Claim, EvidenceState, Recurrence, Schedule
from project06.programme.models import Task
from project06.programme.queries.list_tasks import filter_tasks
from project06.programme.queries.schedule import Today, schedule_on
from project06.programme.queries.select_tasks import visible_tasks

type _Row = tuple[str, str | None, str, str, str, int]


def count_tasks(wanted: TaskFilter, *, by: Actor, on: date | None = None) -> TaskTally:
    """Return the tally of the tasks that `by` may read and that fit, on the day (today). One grouped statement."""
    day = Today.of(on or today())
    return _tally(_grouped(wanted, by, day, depth=0), day.day)


def count_tasks_by_unit(
    wanted: TaskFilter, *, by: Actor, depth: int = 2, on: date | None = None
) -> tuple[UnitTally, ...]:
    """Return a tally for each unit, by path; `depth` 2 is country and provinces, 3 adds what lies below a province.

    Old paths stay apart: the tasks of Vĩnh Phúc are counted under VN/26 (`places.as_of` leads to today's units).
    One grouped statement.
    """
    day = Today.of(on or today())
    by_unit: dict[str, list[_Row]] = {}
    for row in _grouped(wanted, by, day, depth=depth):
        by_unit.setdefault(row[0], []).append(row)
    return tuple(UnitTally(path, _tally(rows, day.day)) for path, rows in sorted(by_unit.items()))


def count_tasks_by_group(wanted: TaskFilter, *, by: Actor, on: date | None = None) -> dict[str, TaskTally]:
    """Return a tally for each task group that has tasks, by the code of the group. One grouped statement."""
    day = Today.of(on or today())
    by_group: dict[str, list[_Row]] = {}
    for row in _group(_found(wanted, by, day), F("group__code"), day):
        by_group.setdefault(row[0], []).append(row)
    return {group: _tally(rows, day.day) for group, rows in sorted(by_group.items())}


class _UnitOf(Func):
    """The first parts of a path: `VN/08/02212` is `VN/08` at depth 2."""

    function = "array_to_string"
    template = "%(function)s((string_to_array(%(expressions)s, '/'))[1:%(depth)s], '/')"
    output_field = TextField()


def _found(wanted: TaskFilter, by: Actor, day: Today) -> QuerySet[Task]:
    return filter_tasks(Task.objects.filter(visible_tasks(by)), wanted, day)


def _grouped(wanted: TaskFilter, by: Actor, day: Today, *, depth: int) -> list[_Row]:
    key = _UnitOf(F("unit_path"), depth=str(int(depth))) if depth else Value("", output_field=TextField())
    return _group(_found(wanted, by, day), key, day)


def _group(found: QuerySet[Task], key: F | Func | Value, day: Today) -> list[_Row]:
    rows = (
        found.annotate(key=key, schedule=schedule_on(day))
        .values_list("key", "claimed", "evidence", "recurrence", "schedule")
        .order_by()
        .annotate(count=Count("id", output_field=IntegerField()))
    )
    return list(rows)


def _tally(rows: Iterable[_Row], day: date) -> TaskTally:
    claims, proofs, schedules = Counter[Claim](), Counter[EvidenceState](), Counter[Schedule]()
    total = unclassified = unproved = 0
    for _key, claimed, evidence, recurrence, schedule, count in rows:
        total += count
        proofs[EvidenceState(evidence)] += count
        schedules[Schedule(schedule)] += count
        runs_once = recurrence == Recurrence.ONCE.value and schedule != Schedule.CANCELLED.value
        if claimed is not None:
            claims[Claim(claimed)] += count
        elif runs_once:
            unclassified += count
        if claimed == Claim.DONE.value and evidence != EvidenceState.ACCEPTED.value and runs_once:
            unproved += count
    return TaskTally(
        on=day,
        total=total,
        by_claim=dict(claims),
        unclassified=unclassified,
        by_evidence=dict(proofs),
        by_schedule=dict(schedules),
        claimed_not_evidenced=unproved,
    )
