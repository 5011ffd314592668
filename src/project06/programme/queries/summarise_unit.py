"""One screen of a unit: five statements, however many records there are."""

from datetime import date

from django.db.models import Count, Q

from project06.kernel.clock import today
from project06.kernel.permissions import Actor
from project06.kernel.working_time import office_time
from project06.programme.data.registers import UnitSummary
from project06.programme.data.tasks import TaskFilter
from project06.programme.enums.steering import BottleneckClass
from project06.programme.queries.bottlenecks import bottlenecks_for
from project06.programme.queries.count_tasks import count_tasks
from project06.programme.queries.list_tasks import list_late_tasks
from project06.programme.queries.pilots import count_pilots
from project06.programme.queries.select_tasks import below
from project06.programme.rules.moves import stuck_since

MOST_LATE_SHOWN = 10


def summarise_unit(path: str, *, by: Actor, on: date | None = None) -> UnitSummary:
    """Return the summary of the unit path and everything below it that `by` may read, on the day (today)."""
    day = on or today()
    stuck = Q(moved_on__lte=stuck_since(day, office_time()))
    rows = (
        bottlenecks_for(by)
        .filter(below(path), closed_on__isnull=True)
        .values_list("kind")
        .order_by()
        .annotate(count=Count("id"), stuck=Count("id", filter=stuck), late=Count("id", filter=Q(due_on__lt=day)))
    )
    counted = list(rows)
    return UnitSummary(
        unit_path=path,
        on=day,
        tasks=count_tasks(TaskFilter(below=path), by=by, on=day),
        latest=list_late_tasks(path, by=by, on=day, limit=MOST_LATE_SHOWN),
        bottlenecks={BottleneckClass(kind): count for kind, count, _stuck, _late in counted},
        stuck_bottlenecks=sum(stuck for _kind, _count, stuck, _late in counted),
        late_bottlenecks=sum(late for _kind, _count, _stuck, late in counted),
        pilots=count_pilots(path, by=by),
    )
