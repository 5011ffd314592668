"""Turn an issued decision into a task."""

from uuid import UUID

from project06.evidence import public as evidence
from project06.kernel.events import publish
from project06.kernel.permissions import Actor, check
from project06.programme.data.tasks import DirectiveKey, TaskData, TaskDraft
from project06.programme.enums.steering import MANAGE_TASKS, MeetingState, Recurrence
from project06.programme.errors.steering import (
    DecisionHasNoLead,
    DecisionHasTask,
    MeetingNotIssued,
    UnknownDecision,
)
from project06.programme.events.steering import TaskCreated
from project06.programme.models import Decision, Task
from project06.programme.operations.task_support import GROUND, told
from project06.programme.operations.task_writing import write_task
from project06.programme.queries.find_task import get_task
from project06.programme.queries.meetings import meetings_for


@evidence.operation
def create_task_from_decision(*, decision: UUID, code: str, plan: str, group: str = "", by: Actor) -> TaskData:
    """Give out the task that a decision says: its lead, co-leads, due date and group; by the issued conclusions.

    `group` is needed when the decision names none. The task is given out on the day of the meeting.
    Raises UnknownDecision, NotAllowed, MeetingNotIssued, DecisionHasNoLead, DecisionHasTask, and what
    `create_task` raises for a draft.
    """
    row = _lock(decision, by)
    draft = _draft(row, code, plan, group)
    task = write_task(draft, register_path=row.meeting.unit_path, by=by, decision=row)
    evidence.record(
        by=by,
        action="programme.create-task-from-decision",
        subject_kind="task",
        subject=task.uuid,
        fields=("lead", "due_on", "decision"),
        purpose="Give out a task that a meeting decided",
        legal_ground=GROUND,
        details=told(task, decision=str(row.number)),
    )
    publish(TaskCreated(task=task.uuid, lead=task.lead_code, unit_path=task.unit_path))
    return get_task(task.uuid, by=Actor.system("create_task_from_decision"))


def _lock(decision: UUID, by: Actor) -> Decision:
    found = (
        Decision.objects.select_for_update(of=("self",))
        .filter(uuid=decision, meeting__in=meetings_for(by))
        .select_related("meeting", "meeting__conclusions", "group")
        .first()
    )
    if found is None:
        raise UnknownDecision
    check(by, MANAGE_TASKS, path=found.meeting.unit_path)
    if found.meeting.state != MeetingState.ISSUED:
        raise MeetingNotIssued
    if not found.lead_code:
        raise DecisionHasNoLead
    if Task.objects.filter(decision=found).exists():
        raise DecisionHasTask
    return found


def _draft(row: Decision, code: str, plan: str, group: str) -> TaskDraft:
    act = row.meeting.conclusions
    return TaskDraft(
        code=code,
        titles={"vi": row.text},
        plan=plan,
        group=row.group.code if row.group else group,
        lead=row.lead_code,
        co_leads=tuple(row.co_leads),
        recurrence=Recurrence(row.recurrence),
        assigned_on=row.meeting.held_on,
        due_on=row.due_on,
        directive=DirectiveKey(act.number, act.issued_on) if act else None,
    )
