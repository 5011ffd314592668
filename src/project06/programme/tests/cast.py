"""Who plays in the tests of tasks, bottlenecks, pilots and meetings; all of them are invented."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from project06.kernel.permissions import Actor, ActorKind, Grant
from project06.programme.data.meetings import DecisionDraft, MeetingData
from project06.programme.data.registers import BottleneckData, BottleneckDraft, PilotData, PilotDraft
from project06.programme.data.tasks import DocumentRef, TaskData, TaskDraft
from project06.programme.enums import READ
from project06.programme.enums.steering import (
    HOLD_MEETINGS,
    ISSUE_CONCLUSIONS,
    MANAGE_REGISTERS,
    MANAGE_TASKS,
    REPORT_TASKS,
    BottleneckClass,
    Claim,
)
from project06.programme.operations.accept_task_evidence import accept_task_evidence
from project06.programme.operations.add_decision import add_decision
from project06.programme.operations.attach_task_evidence import attach_task_evidence
from project06.programme.operations.check_task_evidence import check_task_evidence
from project06.programme.operations.claim_task import claim_task
from project06.programme.operations.create_task import create_task
from project06.programme.operations.issue_conclusions import issue_conclusions
from project06.programme.operations.open_bottleneck import open_bottleneck
from project06.programme.operations.plan_meeting import plan_meeting
from project06.programme.operations.record_minutes import record_minutes
from project06.programme.operations.register_pilot import register_pilot

TODAY = date(2026, 11, 18)
NOON = datetime(2026, 11, 18, 5, tzinfo=UTC)
TUYEN_QUANG = "VN/08"
DIEN_BIEN = "VN/11"
_ALL = (READ, MANAGE_TASKS, REPORT_TASKS, MANAGE_REGISTERS, HOLD_MEETINGS, ISSUE_CONCLUSIONS)
DOCUMENT = DocumentRef("store:bao-cao-12", "Báo cáo số 12/BC-STP", "ab" * 32)


def officer(number: int, agency: str, path: str, *permissions: str) -> Actor:
    """An officer of an agency with the permissions over one path."""
    return Actor(
        account=UUID(int=number),
        name=f"Officer {number}",
        kind=ActorKind.OFFICER,
        agency=agency,
        grants=tuple(Grant(permission, (path,)) for permission in permissions),
    )


SON = officer(1, "UBND-08", TUYEN_QUANG, *_ALL)
"""Secretary of the working group of Tuyên Quang."""
NGA = officer(2, "UBND-08", TUYEN_QUANG, *_ALL)
"""A colleague of Sơn: the second pair of eyes."""
TU = officer(3, "STP-08", TUYEN_QUANG, READ, REPORT_TASKS)
"""Reporter of the Department of Justice of Tuyên Quang."""
YEN = officer(4, "SYT-08", TUYEN_QUANG, READ, REPORT_TASKS)
"""Reporter of the Department of Health of Tuyên Quang."""
HOA = officer(5, "UBND-11", DIEN_BIEN, *_ALL)
"""Secretary of Điện Biên: must see nothing of Tuyên Quang."""
THU = officer(6, "BCA", "VN", *_ALL)
"""Secretary of the central working group."""
READER = officer(7, "UBND-08", TUYEN_QUANG, READ)
"""May read Tuyên Quang and nothing else."""
MACHINE = Actor.system("tests")


def draft(code: str = "NV-01", **changes: object) -> TaskDraft:
    """A task of the Department of Justice of Tuyên Quang that is due in a month."""
    values: dict[str, object] = {
        "code": code,
        "titles": {"vi": "Rà soát, đơn giản hóa thủ tục hành chính về đất đai", "en": "Simplify land procedures"},
        "plan": "project-06",
        "group": "institutions",
        "lead": "STP-08",
        "assigned_on": TODAY - timedelta(days=100),
        "due_on": TODAY + timedelta(days=30),
    }
    return TaskDraft(**{**values, **changes})  # type: ignore[arg-type]


def a_task(code: str = "NV-01", *, register: str = "08", by: Actor = SON, **changes: object) -> TaskData:
    """A task that was given out."""
    return create_task(draft=draft(code, **changes), register=register, by=by)


def a_claimed_task(code: str = "NV-01", *, done_on: date | None = None, **changes: object) -> TaskData:
    """A task that its lead says is done."""
    task = a_task(code, **changes)
    return claim_task(task=task.uuid, claim=Claim.DONE, done_on=done_on or TODAY - timedelta(days=1), by=TU)


def a_checked_task(code: str = "NV-01", **changes: object) -> TaskData:
    """A task that is said to be done and whose document was read."""
    task = a_claimed_task(code, **changes)
    attach_task_evidence(task=task.uuid, document=DOCUMENT, by=TU)
    return check_task_evidence(task=task.uuid, by=SON)


def a_proved_task(code: str = "NV-01", **changes: object) -> TaskData:
    """A task that is done for good."""
    return accept_task_evidence(task=a_checked_task(code, **changes).uuid, by=SON)


def a_bottleneck(*, owner: str = "STP-08", by: Actor = SON, **changes: object) -> BottleneckData:
    """Something that stands in the way of the Department of Justice for forty days."""
    values: dict[str, object] = {
        "titles": {"vi": "Chưa ban hành nghị quyết miễn, giảm phí, lệ phí"},
        "kind": BottleneckClass.LEGAL,
        "owner": owner,
        "raised_on": TODAY - timedelta(days=40),
        "due_on": TODAY + timedelta(days=10),
    }
    return open_bottleneck(draft=BottleneckDraft(**{**values, **changes}), by=by)  # type: ignore[arg-type]


def a_pilot(code: str = "MH-01", *, by: Actor = SON, **changes: object) -> PilotData:
    """A model that is tried in a hospital of Tuyên Quang."""
    values: dict[str, object] = {
        "code": code,
        "titles": {"vi": "Ki-ốt tự phục vụ khám chữa bệnh bằng căn cước"},
        "lead": "SYT-08",
        "unit_code": "08",
        "registered_on": TODAY - timedelta(days=90),
        "due_on": TODAY + timedelta(days=90),
    }
    return register_pilot(draft=PilotDraft(**{**values, **changes}), by=by)  # type: ignore[arg-type]


def a_meeting(
    *, held_on: date = TODAY - timedelta(days=2), endpoints: tuple[str, ...] = ("STP-08", "SYT-08"), by: Actor = SON
) -> MeetingData:
    """The monthly meeting of the working group of Tuyên Quang."""
    return plan_meeting(convener="UBND-08", title="Phiên họp tháng 10", held_on=held_on, endpoints=endpoints, by=by)


def a_held_meeting(**changes: object) -> MeetingData:
    """A meeting with minutes and one decision that names a lead."""
    meeting = a_meeting(**changes)  # type: ignore[arg-type]
    attendance: Mapping[str, bool] = {"STP-08": True, "SYT-08": False}
    record_minutes(meeting=meeting.uuid, minutes="Tổ công tác nghe báo cáo.", attendance=attendance, by=SON)
    decision = DecisionDraft(
        text="Sở Tư pháp trình nghị quyết miễn phí",
        lead="STP-08",
        co_leads=("STC-08",),
        group="institutions",
        due_on=TODAY + timedelta(days=20),
    )
    add_decision(meeting=meeting.uuid, draft=decision, by=SON)
    return meeting


def an_issued_meeting(**changes: object) -> MeetingData:
    """A meeting whose conclusions are issued."""
    meeting = a_held_meeting(**changes)
    return issue_conclusions(
        meeting=meeting.uuid, number="15/TB-TCT", issued_on=TODAY - timedelta(days=1), by=SON
    ).meeting
