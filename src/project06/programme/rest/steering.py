"""Reading tasks, bottlenecks, pilot models and meetings below /api/v1/programme/."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from ninja import Query, Router
from pydantic import StringConstraints

from project06.kernel.access import actor_of, requires
from project06.programme.data.meetings import MeetingDetail, MeetingPage
from project06.programme.data.registers import BottleneckData, BottleneckPage, PilotData, UnitSummary
from project06.programme.data.tasks import DirectiveData, TaskDetail, TaskPage, TaskTally, UnitTally
from project06.programme.enums import READ
from project06.programme.enums.steering import PilotState
from project06.programme.queries import bottlenecks, directives, list_tasks, meetings, pilots
from project06.programme.queries.count_tasks import count_tasks, count_tasks_by_unit
from project06.programme.queries.export_tasks import export_tasks_csv, export_tasks_xlsx
from project06.programme.queries.find_task import get_task_detail
from project06.programme.queries.summarise_unit import summarise_unit
from project06.programme.rest.meeting_answers import MeetingDetailAnswer, MeetingPageAnswer
from project06.programme.rest.steering_answers import (
    NO_NUL,
    BottleneckAnswer,
    BottleneckPageAnswer,
    BottleneckQuery,
    DirectiveAnswer,
    PilotAnswer,
    SummaryAnswer,
    TallyAnswer,
    TaskDetailAnswer,
    TaskPageAnswer,
    TaskPageQuery,
    TaskQuery,
    UnitTallyAnswer,
)

router = Router()

type Path = Annotated[str, StringConstraints(max_length=64, pattern=NO_NUL)]
type Cursor = Annotated[str, StringConstraints(max_length=80, pattern=NO_NUL)]
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _file(kind: str) -> dict[str, object]:
    """Describe an answer that is a file."""
    return {"responses": {200: {"content": {kind: {"schema": {"type": "string", "format": "binary"}}}}}}


@router.get("/tasks", response=TaskPageAnswer)
@requires(READ)
def list_managed_tasks(request: HttpRequest, query: Query[TaskPageQuery]) -> TaskPage:
    """List tasks, by due date or by code."""
    return list_tasks.list_tasks(
        query.wanted(), by=actor_of(request), order=query.order, after=query.after, limit=query.limit
    )


@router.get("/tasks.csv", response={200: None}, openapi_extra=_file("text/csv"))
@requires(READ)
def export_csv(request: HttpRequest, query: Query[TaskQuery]) -> StreamingHttpResponse:
    """Take the tasks away as CSV; the list can be imported again."""
    lines = export_tasks_csv(query.wanted(), by=actor_of(request), language=_language(request))
    answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="tasks.csv"'
    return answer


@router.get("/tasks.xlsx", response={200: None}, openapi_extra=_file(_XLSX))
@requires(READ)
def export_xlsx(request: HttpRequest, query: Query[TaskQuery]) -> HttpResponse:
    """Take the tasks away as a workbook; the list can be imported again."""
    content = export_tasks_xlsx(query.wanted(), by=actor_of(request), language=_language(request))
    answer = HttpResponse(content, content_type=_XLSX)
    answer["Content-Disposition"] = 'attachment; filename="tasks.xlsx"'
    return answer


@router.get("/task-tally", response=TallyAnswer)
@requires(READ)
def get_tally(request: HttpRequest, query: Query[TaskQuery]) -> TaskTally:
    """Count managed tasks; reported tallies are observations and stand elsewhere."""
    return count_tasks(query.wanted(), by=actor_of(request))


@router.get("/task-tallies", response=list[UnitTallyAnswer])
@requires(READ)
def list_tallies(request: HttpRequest, query: Query[TaskQuery]) -> tuple[UnitTally, ...]:
    """Count managed tasks for the country's agencies and for each province."""
    return count_tasks_by_unit(query.wanted(), by=actor_of(request))


@router.get("/tasks/{uuid}", response=TaskDetailAnswer)
@requires(READ)
def get_managed_task(request: HttpRequest, uuid: UUID) -> TaskDetail:
    """Get a task with its history and documents."""
    return get_task_detail(uuid, by=actor_of(request))


@router.get("/summary", response=SummaryAnswer)
@requires(READ)
def get_summary(request: HttpRequest, unit_path: Path) -> UnitSummary:
    """Get one screen of a unit: late tasks, bottlenecks by class, pilot models by state."""
    return summarise_unit(unit_path, by=actor_of(request))


@router.get("/bottlenecks", response=BottleneckPageAnswer)
@requires(READ)
def list_bottlenecks(request: HttpRequest, query: Query[BottleneckQuery]) -> BottleneckPage:
    """List bottlenecks, the longest without movement first."""
    return bottlenecks.list_bottlenecks(query.wanted(), by=actor_of(request), after=query.after, limit=query.limit)


@router.get("/bottlenecks/{uuid}", response=BottleneckAnswer)
@requires(READ)
def get_bottleneck(request: HttpRequest, uuid: UUID) -> BottleneckData:
    """Get a bottleneck."""
    return bottlenecks.get_bottleneck(uuid, by=actor_of(request)).bottleneck


@router.get("/pilots", response=list[PilotAnswer])
@requires(READ)
def list_pilots(
    request: HttpRequest, below: Path = "", state: PilotState | None = None, after: Cursor = ""
) -> tuple[PilotData, ...]:
    """List pilot models by code, fifty at a time; `after` is the code of the last one seen."""
    return pilots.list_pilots(by=actor_of(request), path=below, state=state, after=after)


@router.get("/pilots/{uuid}", response=PilotAnswer)
@requires(READ)
def get_pilot(request: HttpRequest, uuid: UUID) -> PilotData:
    """Get a pilot model."""
    return pilots.get_pilot(uuid, by=actor_of(request)).pilot


@router.get("/meetings", response=MeetingPageAnswer)
@requires(READ)
def list_meetings(request: HttpRequest, below: Path = "", after: Cursor = "") -> MeetingPage:
    """List meetings, newest first."""
    return meetings.list_meetings(by=actor_of(request), path=below, after=after)


@router.get("/meetings/{uuid}", response=MeetingDetailAnswer)
@requires(READ)
def get_meeting(request: HttpRequest, uuid: UUID) -> MeetingDetail:
    """Get a meeting with endpoints, agenda, minutes and decisions."""
    return meetings.get_meeting(uuid, by=actor_of(request))


@router.get("/directives", response=list[DirectiveAnswer])
@requires(READ)
def list_directives(request: HttpRequest) -> tuple[DirectiveData, ...]:
    """List the newest acts."""
    return directives.list_directives()


def _language(request: HttpRequest) -> str:
    return getattr(request, "LANGUAGE_CODE", "vi")
