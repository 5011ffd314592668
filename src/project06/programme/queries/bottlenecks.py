"""Bottlenecks: lists, one with its steps, the stuck ones, and how old they are."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from project06.kernel.clock import today
from project06.kernel.permissions import Actor, visible
from project06.kernel.text import fold
from project06.kernel.working_time import office_time
from project06.programme.data.registers import (
    AgeBand,
    BottleneckData,
    BottleneckDetail,
    BottleneckFilter,
    BottleneckPage,
)
from project06.programme.data.tasks import ActingAgency
from project06.programme.enums import READ
from project06.programme.enums.steering import BottleneckClass, BottleneckState
from project06.programme.errors.steering import UnknownBottleneck
from project06.programme.models import Bottleneck, Movement
from project06.programme.queries.movements import movement_data
from project06.programme.queries.select_tasks import below
from project06.programme.rules.moves import AGE_BANDS, STUCK_AFTER_WORKING_DAYS, age_of, band_of, stuck_since

PAGE_SIZE = 50
_SEPARATOR = "~"
_LONGEST_QUERY = 80


def list_bottlenecks(
    wanted: BottleneckFilter, *, by: Actor, after: str = "", limit: int = PAGE_SIZE, on: date | None = None
) -> BottleneckPage:
    """Return a page of the bottlenecks that `by` may read, the longest without movement first. Two statements."""
    found = _after(_filtered(by, wanted), after)
    rows = list(found.order_by("moved_on", "id")[: limit + 1])
    last = rows[limit - 1] if len(rows) > limit else None
    return BottleneckPage(
        bottlenecks=to_bottlenecks(rows[:limit], on or today()),
        next_after=f"{last.pk}{_SEPARATOR}{last.moved_on}" if last else None,
    )


def list_stuck_bottlenecks(
    path: str, *, by: Actor, on: date | None = None, days: int = STUCK_AFTER_WORKING_DAYS, limit: int = PAGE_SIZE
) -> tuple[BottleneckData, ...]:
    """Return open bottlenecks of the unit path and below that have not moved for `days` working days."""
    day = on or today()
    rows = _open(by).filter(below(path), moved_on__lte=stuck_since(day, office_time(), days))
    return to_bottlenecks(rows.order_by("moved_on", "id")[:limit], day)


def get_bottleneck(bottleneck: UUID, *, by: Actor, on: date | None = None) -> BottleneckDetail:
    """Return a bottleneck with its steps. Raises UnknownBottleneck, also when `by` may not read it."""
    row = bottlenecks_for(by).filter(uuid=bottleneck).first()
    if row is None:
        raise UnknownBottleneck
    steps = Movement.objects.filter(bottleneck=row).order_by("id")
    return BottleneckDetail(to_bottlenecks([row], on or today())[0], tuple(movement_data(step) for step in steps))


def count_bottlenecks(path: str, *, by: Actor) -> Mapping[BottleneckClass, int]:
    """Return how many open bottlenecks of each class the unit path and what lies below have."""
    rows = _open(by).filter(below(path)).values_list("kind").order_by().annotate(count=Count("id"))
    return {BottleneckClass(kind): count for kind, count in rows}


def count_ages(path: str, *, by: Actor, on: date | None = None) -> tuple[AgeBand, ...]:
    """Return how many open bottlenecks stand in each band of age (working days since they were raised)."""
    day = on or today()
    counts = Counter[int]()
    grouped = _open(by).filter(below(path)).values_list("raised_on").order_by().annotate(count=Count("id"))
    for raised_on, count in grouped:
        counts[band_of(age_of(raised_on, day, office_time()))] += count
    ends: tuple[int | None, ...] = (*AGE_BANDS[1:], None)
    return tuple(
        AgeBand(begins, end, counts[number]) for number, (begins, end) in enumerate(zip(AGE_BANDS, ends, strict=True))
    )


def bottlenecks_for(by: Actor) -> QuerySet[Bottleneck]:
    """Return the bottlenecks that `by` may read: by the unit of the agency that must remove them."""
    return Bottleneck.objects.filter(visible(by, READ))


def to_bottlenecks(rows: Iterable[Bottleneck], day: date) -> tuple[BottleneckData, ...]:
    """Return rows as data; their tasks are read with one statement."""
    bottlenecks = list(rows)
    tasks = _tasks_of([row.pk for row in bottlenecks])
    return tuple(_to_data(row, tuple(tasks[row.pk]), day) for row in bottlenecks)


def _open(by: Actor) -> QuerySet[Bottleneck]:
    return bottlenecks_for(by).filter(closed_on__isnull=True)


def _filtered(by: Actor, wanted: BottleneckFilter) -> QuerySet[Bottleneck]:
    found = bottlenecks_for(by) if wanted.state else _open(by)
    exact = {
        "kind": wanted.kind.value if wanted.kind else "",
        "state": wanted.state.value if wanted.state else "",
        "owner_code": wanted.owner,
    }
    found = found.filter(below(wanted.below), **{name: value for name, value in exact.items() if value})
    for word in fold(wanted.text[:_LONGEST_QUERY]).split():
        found = found.filter(folded__contains=word)
    return found


def _after(found: QuerySet[Bottleneck], after: str) -> QuerySet[Bottleneck]:
    identifier, _, said = after.partition(_SEPARATOR)
    try:
        last, day = int(identifier), date.fromisoformat(said)
    except ValueError:
        return found
    return found.filter(Q(moved_on__gt=day) | Q(moved_on=day, id__gt=last))


def _tasks_of(bottlenecks: Sequence[int]) -> dict[int, list[UUID]]:
    linked: dict[int, list[UUID]] = defaultdict(list)
    if bottlenecks:
        links = Bottleneck.tasks.through.objects.filter(bottleneck__in=bottlenecks).order_by("id")
        for bottleneck, task in links.values_list("bottleneck_id", "task__uuid"):
            linked[bottleneck].append(task)
    return linked


def _to_data(row: Bottleneck, tasks: tuple[UUID, ...], day: date) -> BottleneckData:
    until = row.closed_on or day
    return BottleneckData(
        uuid=row.uuid,
        code=row.code,
        titles=row.titles,
        kind=BottleneckClass(row.kind),
        owner=ActingAgency(row.owner_code, row.owner_name, row.unit_path),
        state=BottleneckState(row.state),
        raised_on=row.raised_on,
        due_on=row.due_on,
        moved_on=row.moved_on,
        closed_on=row.closed_on,
        measure=row.measure,
        tasks=tasks,
        indicators=tuple(row.indicators),
        units=tuple(row.units),
        age=age_of(row.raised_on, until, office_time()),
        still_for=age_of(row.moved_on, until, office_time()),
        is_late=row.due_on is not None and until > row.due_on,
        is_synthetic=row.is_synthetic,
        seen_on=day,
    )
