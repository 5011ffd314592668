"""Acting on tasks, bottlenecks and pilot models; each act is a thing of its own.

The acts join the router of `rest/steering.py`: an address belongs to one router, whatever its methods.
"""

from uuid import UUID

from django.http import HttpRequest
from ninja import File
from ninja.files import UploadedFile

from project06.kernel.access import actor_of, requires
from project06.kernel.errors import FieldError
from project06.programme.data.registers import BottleneckData, PilotData
from project06.programme.data.task_import import ImportReport
from project06.programme.data.tasks import BulkReport, TaskData
from project06.programme.enums.steering import MANAGE_REGISTERS, MANAGE_TASKS, REPORT_TASKS, FileFaultCode
from project06.programme.errors.steering import UnusableList
from project06.programme.operations.accept_task_evidence import accept_task_evidence
from project06.programme.operations.attach_task_evidence import attach_task_evidence
from project06.programme.operations.cancel_task import cancel_task
from project06.programme.operations.check_task_evidence import check_task_evidence
from project06.programme.operations.claim_task import claim_task
from project06.programme.operations.create_task import create_task
from project06.programme.operations.import_tasks import import_tasks
from project06.programme.operations.move_bottleneck import move_bottleneck
from project06.programme.operations.move_pilot import move_pilot
from project06.programme.operations.return_task_evidence import return_task_evidence
from project06.programme.operations.revise_due_date import revise_due_date
from project06.programme.operations.update_tasks import update_tasks
from project06.programme.rest.steering import router
from project06.programme.rest.steering_answers import (
    BottleneckAnswer,
    BottleneckMoveBody,
    BulkAnswer,
    BulkBody,
    ClaimBody,
    DocumentAnswer,
    ImportAnswer,
    PilotAnswer,
    PilotMoveBody,
    ReasonBody,
    RevisionBody,
    TaskAnswer,
    TaskBody,
    Text,
)
from project06.programme.rules.table_reading import MOST_BYTES

__all__ = ["router"]


@router.post("/tasks", response={201: TaskAnswer})
@requires(MANAGE_TASKS)
def give_out(request: HttpRequest, body: TaskBody) -> TaskData:
    """Give out a task. A taken code is refused, so that sending twice creates one task."""
    return create_task(draft=body.draft(), register=body.register_code, by=actor_of(request))


@router.post("/tasks/{uuid}/claims", response={201: TaskAnswer})
@requires(REPORT_TASKS)
def claim(request: HttpRequest, uuid: UUID, body: ClaimBody) -> TaskData:
    """Report the progress of a task."""
    return claim_task(task=uuid, claim=body.claim, done_on=body.done_on, note=body.note, by=actor_of(request))


@router.post("/tasks/{uuid}/documents", response={201: TaskAnswer})
@requires(REPORT_TASKS)
def attach(request: HttpRequest, uuid: UUID, body: DocumentAnswer) -> TaskData:
    """Attach the document that proves a task."""
    return attach_task_evidence(task=uuid, document=body.ref(), by=actor_of(request))


@router.post("/tasks/{uuid}/checks", response={201: TaskAnswer})
@requires(MANAGE_TASKS)
def check_document(request: HttpRequest, uuid: UUID) -> TaskData:
    """Note that the document of a task was read."""
    return check_task_evidence(task=uuid, by=actor_of(request))


@router.post("/tasks/{uuid}/acceptances", response={201: TaskAnswer})
@requires(MANAGE_TASKS)
def accept_document(request: HttpRequest, uuid: UUID) -> TaskData:
    """Accept the document of a task."""
    return accept_task_evidence(task=uuid, by=actor_of(request))


@router.post("/tasks/{uuid}/returns", response={201: TaskAnswer})
@requires(MANAGE_TASKS)
def return_document(request: HttpRequest, uuid: UUID, body: ReasonBody) -> TaskData:
    """Return the document of a task with a reason."""
    return return_task_evidence(task=uuid, reason=body.reason, by=actor_of(request))


@router.post("/tasks/{uuid}/revisions", response={201: TaskAnswer})
@requires(MANAGE_TASKS)
def revise(request: HttpRequest, uuid: UUID, body: RevisionBody) -> TaskData:
    """Revise the due date of a task by an act."""
    return revise_due_date(task=uuid, due_on=body.due_on, reason=body.reason, act=body.act, by=actor_of(request))


@router.post("/tasks/{uuid}/cancellations", response={201: TaskAnswer})
@requires(MANAGE_TASKS)
def cancel(request: HttpRequest, uuid: UUID, body: ReasonBody) -> TaskData:
    """Take a task back."""
    return cancel_task(task=uuid, reason=body.reason, act=body.act, by=actor_of(request))


@router.post("/task-updates", response={201: BulkAnswer})
@requires(MANAGE_TASKS)
def update(request: HttpRequest, body: BulkBody) -> BulkReport:
    """Change many tasks at once, all or none."""
    return update_tasks(tasks=body.tasks, change=body.change(), reason=body.reason, act=body.act, by=actor_of(request))


@router.post("/task-imports", response={201: ImportAnswer})
@requires(MANAGE_TASKS)
def import_list(
    request: HttpRequest, register_code: Text, sheet: File[UploadedFile], *, write: bool = False
) -> ImportReport:
    """Judge a list of tasks (.xlsx or CSV); store it with `write=true`, all of it or nothing."""
    if (sheet.size or 0) > MOST_BYTES:
        raise UnusableList(errors=[FieldError("file", FileFaultCode.TOO_LARGE.value, FileFaultCode.TOO_LARGE.label)])
    content = sheet.read()
    return import_tasks(content=content, register=register_code, write=write, by=actor_of(request))


@router.post("/bottlenecks/{uuid}/movements", response={201: BottleneckAnswer})
@requires(MANAGE_REGISTERS)
def move_on_bottleneck(request: HttpRequest, uuid: UUID, body: BottleneckMoveBody) -> BottleneckData:
    """Take a bottleneck one step further, or back."""
    return move_bottleneck(bottleneck=uuid, to=body.to, note=body.note, due_on=body.due_on, by=actor_of(request))


@router.post("/pilots/{uuid}/movements", response={201: PilotAnswer})
@requires(MANAGE_REGISTERS)
def move_on_pilot(request: HttpRequest, uuid: UUID, body: PilotMoveBody) -> PilotData:
    """Take a pilot model one step further."""
    return move_pilot(
        pilot=uuid, to=body.to, note=body.note, result_indicator=body.result_indicator, by=actor_of(request)
    )
