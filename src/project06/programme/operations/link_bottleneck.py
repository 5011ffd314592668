"""Say what a bottleneck stands in the way of."""

from collections.abc import Sequence
from uuid import UUID

from project06.evidence import public as evidence
from project06.kernel.permissions import Actor
from project06.programme.data.registers import BottleneckData
from project06.programme.operations.bottleneck_writing import distinct, linked_tasks, lock_bottleneck, unit_paths
from project06.programme.operations.movement_writing import REGISTER_GROUND
from project06.programme.queries.bottlenecks import get_bottleneck


@evidence.operation(subject_kind="bottleneck", subject="bottleneck")
def link_bottleneck(
    *, bottleneck: UUID, tasks: Sequence[UUID], indicators: Sequence[str], units: Sequence[str], by: Actor
) -> BottleneckData:
    """Make the links of a bottleneck exactly these: tasks, indicator codes, unit paths. Linking is no movement.

    Raises UnknownBottleneck, NotAllowed, UnknownTask, UnusableUnitPath.
    """
    row = lock_bottleneck(bottleneck, by=by)
    row.indicators, row.units = distinct(indicators), unit_paths(units)
    row.save(update_fields=["indicators", "units"])
    row.tasks.set(linked_tasks(tasks, by))
    evidence.record(
        by=by,
        action="programme.link-bottleneck",
        subject_kind="bottleneck",
        subject=row.uuid,
        fields=("tasks", "indicators", "units"),
        purpose="Know what a bottleneck stands in the way of",
        legal_ground=REGISTER_GROUND,
        details={"owner": row.owner_code},
    )
    return get_bottleneck(row.uuid, by=by).bottleneck
