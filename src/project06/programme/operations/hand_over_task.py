"""Give a task to another lead agency."""

from datetime import date
from uuid import UUID

from project06.evidence import public as evidence
from project06.kernel.events import publish
from project06.kernel.permissions import Actor
from project06.programme.data.tasks import TaskData
from project06.programme.enums.steering import EvidenceState, Recurrence, TaskEventKind
from project06.programme.errors.steering import LeadRepeated, TaskSettled
from project06.programme.events.steering import TaskHandedOver
from project06.programme.operations.task_support import (
    GROUND,
    append_event,
    check_manages,
    lock_task,
    needed,
    told,
)
from project06.programme.operations.task_writing import check_agencies, check_in_register, folded_of, set_co_leads
from project06.programme.queries.acting_agencies import get_acting, get_acting_many
from project06.programme.queries.find_task import get_task
from project06.programme.rules.tasks import is_settled


@evidence.operation(subject_kind="task", subject="task")
def hand_over_task(
    *, task: UUID, lead: str, co_leads: tuple[str, ...] = (), on: date, reason: str, by: Actor
) -> TaskData:
    """Let another agency lead the task from the day on: agencies merge, duties move.

    Raises UnknownTask, TaskCancelled, NotAllowed, TaskSettled, ReasonMissing, LeadRepeated (also when the lead
    stays the same and no others are named), LeadOutsideRegister, UnknownAgency (agencies).
    """
    row = lock_task(task, by=by)
    check_manages(row, by)
    if is_settled(EvidenceState(row.evidence), Recurrence(row.recurrence)):
        raise TaskSettled
    why = needed(reason)
    check_agencies(lead, co_leads)
    if lead == row.lead_code and not co_leads:
        raise LeadRepeated
    before, found = row.lead_code, get_acting(lead, on)
    check_in_register(found, row.register_path)
    row.lead_code, row.lead_name, row.unit_path = found.code, found.name, found.unit_path
    row.folded = folded_of(row.code, row.titles, found.name)
    row.save(update_fields=["lead_code", "lead_name", "unit_path", "folded"])
    set_co_leads(row, get_acting_many(co_leads, on))
    append_event(row, TaskEventKind.HANDED_OVER, by=by, reason=why, changes={"lead": before, "on": on.isoformat()})
    evidence.record(
        by=by,
        action="programme.hand-over-task",
        subject_kind="task",
        subject=row.uuid,
        fields=("lead", "co_leads"),
        purpose="Give a task to the agency that is responsible now",
        legal_ground=GROUND,
        details=told(row, lead_before=before),
    )
    publish(TaskHandedOver(task=row.uuid, lead_before=before, lead=found.code))
    return get_task(row.uuid, by=Actor.system("hand_over_task"))
