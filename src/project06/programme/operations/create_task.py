"""Give out a task."""

from project06.evidence import public as evidence
from project06.kernel.events import publish
from project06.kernel.permissions import Actor, check
from project06.places import public as places
from project06.programme.data.tasks import TaskData, TaskDraft
from project06.programme.enums.steering import MANAGE_TASKS
from project06.programme.events.steering import TaskCreated
from project06.programme.operations.task_support import GROUND, told
from project06.programme.operations.task_writing import write_task
from project06.programme.queries.find_task import get_task


@evidence.operation
def create_task(*, draft: TaskDraft, register: str, by: Actor) -> TaskData:
    """Give out a task in the register of the unit that bears the code `register` on the day it is given out.

    Raises UnknownUnit (places), NotAllowed, TitleMissing, UnusableCode, UnusableDueDate, LeadRepeated,
    LeadOutsideRegister, UnknownAgency (agencies), UnknownPlan, UnknownGroup, UnknownDirective, TaskExists.
    Law: Decision 06/QĐ-TTg of 2022-01-06, roadmap of tasks.
    """
    path = places.get_unit(register, draft.assigned_on).path
    check(by, MANAGE_TASKS, path=path)
    task = write_task(draft, register_path=path, by=by)
    evidence.record(
        by=by,
        action="programme.create-task",
        subject_kind="task",
        subject=task.uuid,
        fields=("lead", "due_on"),
        purpose="Give out a task of the programme",
        legal_ground=GROUND,
        details=told(task),
    )
    publish(TaskCreated(task=task.uuid, lead=task.lead_code, unit_path=task.unit_path))
    return get_task(task.uuid, by=Actor.system("create_task"))
