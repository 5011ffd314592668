"""Take a bottleneck one step further, or back."""

from datetime import date
from uuid import UUID

from project06.evidence import public as evidence
from project06.kernel.clock import today
from project06.kernel.events import publish
from project06.kernel.permissions import Actor
from project06.programme.data.registers import BottleneckData
from project06.programme.enums.steering import BottleneckState
from project06.programme.errors.steering import MoveNotPossible, OtherEyesNeeded, ReasonMissing, UnusableDueDate
from project06.programme.events.steering import BottleneckMoved
from project06.programme.models import Bottleneck, Movement
from project06.programme.operations.bottleneck_writing import lock_bottleneck
from project06.programme.operations.movement_writing import REGISTER_GROUND, append_movement, tidy_note
from project06.programme.queries.bottlenecks import get_bottleneck
from project06.programme.rules.moves import can_move_bottleneck, needs_note


@evidence.operation(subject_kind="bottleneck", subject="bottleneck")
def move_bottleneck(
    *, bottleneck: UUID, to: BottleneckState, note: str = "", due_on: date | None = None, by: Actor
) -> BottleneckData:
    """Agree on an action (`note` says which, `due_on` by when), report relief, verify it or return it.

    Whoever reported the relief does not verify it.
    Raises UnknownBottleneck, NotAllowed, MoveNotPossible, ReasonMissing, UnusableDueDate, OtherEyesNeeded.
    """
    row = lock_bottleneck(bottleneck, by=by)
    before, said = BottleneckState(row.state), tidy_note(note)
    if not can_move_bottleneck(before, to):
        raise MoveNotPossible(from_state=before.label, to_state=to.label)
    if needs_note(to) and not said:
        raise ReasonMissing
    if due_on is not None and due_on < row.raised_on:
        raise UnusableDueDate
    if to is BottleneckState.VERIFIED:
        _check_other_eyes(row, by)
    _apply(row, to, said, due_on)
    append_movement(bottleneck=row, from_state=before.value, to_state=to.value, note=said, by=by)
    evidence.record(
        by=by,
        action="programme.move-bottleneck",
        subject_kind="bottleneck",
        subject=row.uuid,
        fields=("state",),
        purpose="Follow the removal of a bottleneck",
        legal_ground=REGISTER_GROUND,
        details={"owner": row.owner_code, "from": before.value, "to": to.value},
    )
    publish(BottleneckMoved(bottleneck=row.uuid, state=to))
    return get_bottleneck(row.uuid, by=by).bottleneck


def _apply(row: Bottleneck, to: BottleneckState, said: str, due_on: date | None) -> None:
    row.state, row.moved_on = to, today()
    if to is BottleneckState.ACTION_AGREED:
        row.measure = said
    if to is BottleneckState.VERIFIED:
        row.closed_on = row.moved_on
    row.due_on = due_on or row.due_on
    row.save(update_fields=["state", "moved_on", "measure", "closed_on", "due_on"])


def _check_other_eyes(row: Bottleneck, by: Actor) -> None:
    """Raise OtherEyesNeeded when `by` reported the relief that is to be verified."""
    relieved = Movement.objects.filter(bottleneck=row, to_state=BottleneckState.RELIEVED).order_by("-id").first()
    if relieved is not None and by.account is not None and relieved.account == by.account:
        raise OtherEyesNeeded
