"""How a pilot model comes into being and is found again to be changed."""

from uuid import UUID

from django.db import transaction
from django.db.utils import IntegrityError

from project06.kernel.clock import now, today
from project06.kernel.permissions import Actor, check
from project06.programme.data.registers import PilotDraft
from project06.programme.enums.steering import MANAGE_REGISTERS, PilotState
from project06.programme.errors.steering import PilotExists, UnknownPilot, UnusableCode, UnusableDueDate
from project06.programme.models import PilotModel
from project06.programme.operations.movement_writing import append_movement
from project06.programme.operations.task_support import tidy_titles
from project06.programme.operations.task_writing import folded_of
from project06.programme.queries.acting_agencies import get_acting
from project06.programme.queries.pilots import pilots_for
from project06.programme.rules.tasks import is_usable_code


def write_pilot(draft: PilotDraft, *, unit_path: str, by: Actor, is_synthetic: bool = False) -> PilotModel:
    """Write a registered pilot model with its first step.

    Raises TitleMissing, UnusableCode, UnusableDueDate, UnknownAgency (agencies), PilotExists.
    """
    titles = tidy_titles(draft.titles)
    if not is_usable_code(draft.code):
        raise UnusableCode
    if draft.registered_on > today() or (draft.due_on is not None and draft.due_on < draft.registered_on):
        raise UnusableDueDate
    lead = get_acting(draft.lead, draft.registered_on)
    try:
        with transaction.atomic():
            row = PilotModel.objects.create(
                code=draft.code,
                titles=titles,
                folded=folded_of(draft.code, titles, lead.name),
                lead_code=lead.code,
                lead_name=lead.name,
                unit_path=unit_path,
                state=PilotState.REGISTERED,
                registered_on=draft.registered_on,
                due_on=draft.due_on,
                moved_on=draft.registered_on,
                result_indicator=draft.result_indicator,
                is_synthetic=is_synthetic,
                created_at=now(),
            )
    except IntegrityError as fault:
        raise PilotExists(pilot_code=draft.code) from fault
    append_movement(pilot=row, to_state=PilotState.REGISTERED.value, note="", by=by)
    return row


def lock_pilot(pilot: UUID, *, by: Actor) -> PilotModel:
    """Return the locked pilot model, if `by` may see and change it. Raises UnknownPilot, NotAllowed."""
    row = pilots_for(by).select_for_update(of=("self",)).filter(uuid=pilot).first()
    if row is None:
        raise UnknownPilot
    check(by, MANAGE_REGISTERS, path=row.unit_path)
    return row
