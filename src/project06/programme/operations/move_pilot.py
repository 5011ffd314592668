"""Take a pilot model one step further."""

from uuid import UUID

from project06.evidence import public as evidence
from project06.kernel.clock import today
from project06.kernel.events import publish
from project06.kernel.permissions import Actor
from project06.programme.data.registers import PilotData
from project06.programme.enums.steering import PilotState
from project06.programme.errors.steering import MoveNotPossible, ReasonMissing, ResultIndicatorMissing
from project06.programme.events.steering import PilotMoved
from project06.programme.operations.movement_writing import REGISTER_GROUND, append_movement, tidy_note
from project06.programme.operations.pilot_writing import lock_pilot
from project06.programme.queries.pilots import get_pilot
from project06.programme.rules.moves import MEASURED_PILOTS, can_move_pilot, needs_note


@evidence.operation(subject_kind="pilot", subject="pilot")
def move_pilot(*, pilot: UUID, to: PilotState, note: str = "", result_indicator: str = "", by: Actor) -> PilotData:
    """Prepare, deploy, judge, replicate or stop a model; judging it needs the code of its result indicator.

    Raises UnknownPilot, NotAllowed, MoveNotPossible, ReasonMissing, ResultIndicatorMissing.
    """
    row = lock_pilot(pilot, by=by)
    before, said = PilotState(row.state), tidy_note(note)
    if not can_move_pilot(before, to):
        raise MoveNotPossible(from_state=before.label, to_state=to.label)
    if needs_note(to) and not said:
        raise ReasonMissing
    row.result_indicator = result_indicator.strip() or row.result_indicator
    if to in MEASURED_PILOTS and not row.result_indicator:
        raise ResultIndicatorMissing
    row.state, row.moved_on = to, today()
    row.save(update_fields=["state", "moved_on", "result_indicator"])
    append_movement(pilot=row, from_state=before.value, to_state=to.value, note=said, by=by)
    evidence.record(
        by=by,
        action="programme.move-pilot",
        subject_kind="pilot",
        subject=row.uuid,
        fields=("state", "result_indicator"),
        purpose="Follow a pilot model to its result",
        legal_ground=REGISTER_GROUND,
        details={"lead": row.lead_code, "from": before.value, "to": to.value},
    )
    publish(PilotMoved(pilot=row.uuid, state=to))
    return get_pilot(row.uuid, by=by).pilot
