"""Fill the demonstration world with tasks, bottlenecks, pilot models and a meeting; safe to run any number of times."""

from datetime import date, timedelta
from uuid import UUID

from django.conf import settings

from project06.evidence import public as evidence
from project06.kernel.clock import frozen, today
from project06.kernel.permissions import Actor, check
from project06.places import public as places
from project06.programme.data.meetings import DecisionDraft
from project06.programme.data.registers import BottleneckDraft, PilotDraft
from project06.programme.enums.steering import (
    LOAD_STEERING,
    BottleneckClass,
    BottleneckState,
    Claim,
    EvidenceState,
    PilotState,
)
from project06.programme.errors.steering import NotDemonstration
from project06.programme.models import Task
from project06.programme.operations import demo_tasks as demo
from project06.programme.operations.accept_task_evidence import accept_task_evidence
from project06.programme.operations.add_decision import add_decision
from project06.programme.operations.attach_task_evidence import attach_task_evidence
from project06.programme.operations.bottleneck_writing import write_bottleneck
from project06.programme.operations.cancel_task import cancel_task
from project06.programme.operations.check_task_evidence import check_task_evidence
from project06.programme.operations.claim_task import claim_task
from project06.programme.operations.create_task_from_decision import create_task_from_decision
from project06.programme.operations.issue_conclusions import issue_conclusions
from project06.programme.operations.meeting_support import write_meeting
from project06.programme.operations.move_bottleneck import move_bottleneck
from project06.programme.operations.move_pilot import move_pilot
from project06.programme.operations.pilot_writing import write_pilot
from project06.programme.operations.prepare_agenda import prepare_agenda
from project06.programme.operations.record_minutes import record_minutes
from project06.programme.operations.return_task_evidence import return_task_evidence
from project06.programme.operations.revise_due_date import revise_due_date
from project06.programme.operations.task_writing import write_task
from project06.programme.queries.acting_agencies import get_acting

_MODES = frozenset({"demo", "test"})
_BOTTLENECK_WAYS = {
    "open": (),
    "action-agreed": (BottleneckState.ACTION_AGREED,),
    "relieved": (BottleneckState.ACTION_AGREED, BottleneckState.RELIEVED),
    "returned": (BottleneckState.ACTION_AGREED, BottleneckState.RELIEVED, BottleneckState.RETURNED),
    "verified": (BottleneckState.ACTION_AGREED, BottleneckState.RELIEVED, BottleneckState.VERIFIED),
}
_TRIED = (PilotState.PREPARING, PilotState.DEPLOYED)
_PILOT_WAYS = {
    "registered": (),
    "preparing": _TRIED[:1],
    "deployed": _TRIED,
    "effective": (*_TRIED, PilotState.EFFECTIVE),
    "no-result": (*_TRIED, PilotState.NO_RESULT),
    "replicated": (*_TRIED, PilotState.EFFECTIVE, PilotState.REPLICATED),
    "stopped": (PilotState.PREPARING, PilotState.STOPPED),
}
_HELD_DAYS = -18


@evidence.operation
def load_demo(*, by: Actor) -> int:
    """Create the synthetic records where there are none; return how many tasks were new.

    Past acts are written as of their invented days. Raises NotAllowed, NotDemonstration outside the demonstration.
    """
    check(by, LOAD_STEERING)
    if str(settings.PROJECT06_MODE) not in _MODES:
        raise NotDemonstration
    if Task.objects.filter(is_synthetic=True).exists():
        return 0
    day = today()
    tasks = {each.draft.code: _load_task(each, day, by) for each in demo.list_demo_tasks(day)}
    for row in demo.demo_rows("demo_bottlenecks.csv"):
        _load_bottleneck(row, tasks, day, by)
    for row in demo.demo_rows("demo_pilots.csv"):
        _load_pilot(row, day, by)
    _load_meetings(day, by)
    evidence.record(
        by=by,
        action="programme.load-demo",
        subject_kind="tasks",
        subject=None,
        purpose="Fill the demonstration world",
        legal_ground="Demonstration with invented data",
        details={"tasks": str(len(tasks))},
    )
    return len(tasks)


def _load_task(each: demo.DemoTask, day: date, by: Actor) -> UUID:
    course = each.course
    with frozen(demo.moment(day, demo.ASSIGNED_DAYS)):
        path = places.get_unit(each.unit, today()).path
        task = write_task(each.draft, register_path=path, by=by, is_synthetic=True).uuid
    if course.first_due is not None and course.due is not None:
        with frozen(demo.moment(day, course.first_due - 3)):
            due_on = day + timedelta(days=course.due)
            revise_due_date(task=task, due_on=due_on, reason="Chờ văn bản hướng dẫn", act="Công văn mô phỏng", by=by)
    if course.is_cancelled:
        with frozen(demo.moment(day, -50)):
            cancel_task(task=task, reason="Trùng với nhiệm vụ khác", by=by)
    if course.claim is not None:
        _claim(task, course.claim, course.done, day, by)
    _prove(task, course.evidence, demo.ASSIGNED_DAYS + 70 if course.done is None else course.done + 1, day, by)
    return task


def _claim(task: UUID, claim: Claim, done: int | None, day: date, by: Actor) -> None:
    with frozen(demo.moment(day, -95 if done is None else done + 1)):
        claim_task(task=task, claim=claim, done_on=None if done is None else day + timedelta(days=done), by=by)


def _prove(task: UUID, evidence_state: EvidenceState, on: int, day: date, by: Actor) -> None:
    if evidence_state is EvidenceState.NONE:
        return
    with frozen(demo.moment(day, on, 10)):
        attach_task_evidence(task=task, document=demo.DOCUMENT, by=by)
    if evidence_state is EvidenceState.ATTACHED:
        return
    with frozen(demo.moment(day, on, 15)):
        check_task_evidence(task=task, by=by)
        if evidence_state is EvidenceState.ACCEPTED:
            accept_task_evidence(task=task, by=by)
        if evidence_state is EvidenceState.RETURNED:
            return_task_evidence(task=task, reason="Báo cáo chưa có số liệu đối soát", by=by)


def _load_bottleneck(row: dict[str, str], tasks: dict[str, UUID], day: date, by: Actor) -> None:
    raised = int(row["raised_days"])
    unit = row["unit"]
    codes = [code if unit == "VN" else f"{unit}-{code}" for code in row["tasks"].split()]
    draft = BottleneckDraft(
        titles={"vi": row["vi"], "en": row["en"]},
        kind=BottleneckClass(row["kind"]),
        owner=row["owner"],
        raised_on=day + timedelta(days=raised),
        due_on=day + timedelta(days=int(row["due_days"])),
        tasks=tuple(tasks[code] for code in codes),
        indicators=tuple(row["indicators"].split()),
    )
    with frozen(demo.moment(day, raised)):
        bottleneck = write_bottleneck(draft, get_acting(draft.owner, draft.raised_on), by=by, is_synthetic=True).uuid
    for number, state in enumerate(_BOTTLENECK_WAYS[row["state"]], start=1):
        note = row["measure"] if state is BottleneckState.ACTION_AGREED else "Kết quả kiểm tra (mô phỏng)"
        with frozen(demo.moment(day, raised + 6 * number)):
            move_bottleneck(bottleneck=bottleneck, to=state, note=note, by=by)


def _load_pilot(row: dict[str, str], day: date, by: Actor) -> None:
    registered = int(row["registered_days"])
    draft = PilotDraft(
        code=row["code"],
        titles={"vi": row["vi"], "en": row["en"]},
        lead=row["lead"],
        unit_code=row["unit"],
        registered_on=day + timedelta(days=registered),
        due_on=day + timedelta(days=int(row["due_days"])),
        result_indicator=row["indicator"],
    )
    with frozen(demo.moment(day, registered)):
        path = places.get_unit(draft.unit_code, draft.registered_on).path
        pilot = write_pilot(draft, unit_path=path, by=by, is_synthetic=True).uuid
    for number, state in enumerate(_PILOT_WAYS[row["state"]], start=1):
        with frozen(demo.moment(day, registered + 25 * number)):
            move_pilot(pilot=pilot, to=state, note="Theo báo cáo của cơ quan chủ trì (mô phỏng)", by=by)


def _load_meetings(day: date, by: Actor) -> None:
    """A meeting of Tuyên Quang with issued conclusions, one decision of which became a task; the next one planned."""
    with frozen(demo.moment(day, _HELD_DAYS, 14)):
        held_on = today()
        convener = get_acting("UBND-08", held_on)
        endpoints = ("STP-08", "SNNMT-08", "SKHCN-08", "SNV-08", "CA-08")
        meeting = write_meeting(
            convener, "Phiên họp tháng của Tổ công tác Đề án 06", held_on, "", endpoints, is_synthetic=True
        ).uuid
        prepare_agenda(meeting=meeting, points=["Công tác truyền thông về Đề án 06"], by=by)
        minutes = "Tổ công tác nghe báo cáo, thảo luận các nhiệm vụ trễ hạn và điểm nghẽn (biên bản mô phỏng)."
        record_minutes(meeting=meeting, minutes=minutes, attendance={"STP-08": True, "CA-08": False}, by=by)
        first = add_decision(meeting=meeting, draft=_decision("STP-08", "institutions", 25), by=by)
        add_decision(meeting=meeting, draft=_decision("SNNMT-08", "data", 40), by=by)
        issue_conclusions(meeting=meeting, number="06/TB-TCT (mô phỏng)", issued_on=held_on, by=by)
        task = create_task_from_decision(decision=first.uuid, code="08-KL-01", plan=demo.PLAN, by=by)
        Task.objects.filter(uuid=task.uuid).update(is_synthetic=True)
    upcoming = day + timedelta(days=12)
    write_meeting(get_acting("UBND-08", upcoming), "Phiên họp tháng tới", upcoming, "", endpoints, is_synthetic=True)


def _decision(lead: str, group: str, due_days: int) -> DecisionDraft:
    words = {
        "institutions": "Trình Hội đồng nhân dân nghị quyết miễn, giảm phí, lệ phí dịch vụ công trực tuyến",
        "data": "Đối soát dữ liệu đất đai với dữ liệu dân cư tại các xã còn chậm",
    }
    return DecisionDraft(text=words[group], lead=lead, group=group, due_on=today() + timedelta(days=due_days))
