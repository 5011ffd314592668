"""Register a model that is tried in one place."""

from project06.evidence import public as evidence
from project06.kernel.events import publish
from project06.kernel.permissions import Actor, check
from project06.places import public as places
from project06.programme.data.registers import PilotData, PilotDraft
from project06.programme.enums.steering import MANAGE_REGISTERS, PilotState
from project06.programme.events.steering import PilotMoved
from project06.programme.operations.movement_writing import REGISTER_GROUND
from project06.programme.operations.pilot_writing import write_pilot
from project06.programme.queries.pilots import get_pilot


@evidence.operation
def register_pilot(*, draft: PilotDraft, by: Actor) -> PilotData:
    """Register a pilot model in the unit that bears `draft.unit_code` on the day of registration.

    Raises UnknownUnit (places), NotAllowed, TitleMissing, UnusableCode, UnusableDueDate, UnknownAgency (agencies),
    PilotExists. Law: Decision 06/QĐ-TTg of 2022-01-06, pilot models.
    """
    path = places.get_unit(draft.unit_code, draft.registered_on).path
    check(by, MANAGE_REGISTERS, path=path)
    row = write_pilot(draft, unit_path=path, by=by)
    evidence.record(
        by=by,
        action="programme.register-pilot",
        subject_kind="pilot",
        subject=row.uuid,
        purpose="Keep the register of pilot models",
        legal_ground=REGISTER_GROUND,
        details={"lead": row.lead_code, "unit": path},
    )
    publish(PilotMoved(pilot=row.uuid, state=PilotState.REGISTERED))
    return get_pilot(row.uuid, by=Actor.system("register_pilot")).pilot
