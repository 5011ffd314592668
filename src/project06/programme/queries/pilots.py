"""Pilot models: the register, and one with its steps."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db.models import Count, QuerySet

from project06.kernel.clock import today
from project06.kernel.permissions import Actor, visible
from project06.kernel.text import fold
from project06.kernel.working_time import office_time
from project06.programme.data.registers import PilotData, PilotDetail
from project06.programme.data.tasks import ActingAgency
from project06.programme.enums import READ
from project06.programme.enums.steering import PilotState
from project06.programme.errors.steering import UnknownPilot
from project06.programme.models import Movement, PilotModel
from project06.programme.queries.movements import movement_data
from project06.programme.queries.select_tasks import below
from project06.programme.rules.moves import ENDED_PILOTS, age_of

PAGE_SIZE = 50
_LONGEST_QUERY = 80


def list_pilots(
    *,
    by: Actor,
    path: str = "",
    state: PilotState | None = None,
    text: str = "",
    after: str = "",
    limit: int = PAGE_SIZE,
    on: date | None = None,
) -> tuple[PilotData, ...]:
    """Return pilot models that `by` may read, by code; `after` is the code of the last one seen."""
    found = pilots_for(by).filter(below(path), code__gt=after)
    if state is not None:
        found = found.filter(state=state.value)
    for word in fold(text[:_LONGEST_QUERY]).split():
        found = found.filter(folded__contains=word)
    return tuple(to_pilot(row, on or today()) for row in found.order_by("code")[:limit])


def get_pilot(pilot: UUID, *, by: Actor, on: date | None = None) -> PilotDetail:
    """Return a pilot model with its steps. Raises UnknownPilot, also when `by` may not read it."""
    row = pilots_for(by).filter(uuid=pilot).first()
    if row is None:
        raise UnknownPilot
    steps = Movement.objects.filter(pilot=row).order_by("id")
    return PilotDetail(to_pilot(row, on or today()), tuple(movement_data(step) for step in steps))


def count_pilots(path: str, *, by: Actor) -> Mapping[PilotState, int]:
    """Return how many pilot models of each state the unit path and what lies below have."""
    rows = pilots_for(by).filter(below(path)).values_list("state").order_by().annotate(count=Count("id"))
    return {PilotState(state): count for state, count in rows}


def pilots_for(by: Actor) -> QuerySet[PilotModel]:
    """Return the pilot models that `by` may read: by the place where they are tried."""
    return PilotModel.objects.filter(visible(by, READ))


def to_pilot(row: PilotModel, day: date) -> PilotData:
    """Return a row as data of the day."""
    state = PilotState(row.state)
    return PilotData(
        uuid=row.uuid,
        code=row.code,
        titles=row.titles,
        lead=ActingAgency(row.lead_code, row.lead_name, row.unit_path),
        unit_path=row.unit_path,
        state=state,
        registered_on=row.registered_on,
        due_on=row.due_on,
        moved_on=row.moved_on,
        result_indicator=row.result_indicator,
        still_for=age_of(row.moved_on, day, office_time()),
        is_late=row.due_on is not None and day > row.due_on and state not in ENDED_PILOTS,
        is_synthetic=row.is_synthetic,
        seen_on=day,
    )
