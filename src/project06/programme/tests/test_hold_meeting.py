"""From planning a meeting to the tasks its decisions become."""

from datetime import date, timedelta
from uuid import uuid4  # noqa: TID251 - a meeting that does not exist

import pytest
from django.db import transaction
from django.db.utils import DatabaseError

from project06.agencies.errors import UnknownAgency
from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed
from project06.programme.data.meetings import DecisionDraft, MissedTarget, MissingReport
from project06.programme.enums.steering import AgendaKind, DirectiveKind, MeetingState, Schedule
from project06.programme.errors.steering import (
    ActMissing,
    DecisionHasNoLead,
    DecisionHasTask,
    DirectiveExists,
    LeadRepeated,
    MeetingExists,
    MeetingFrozen,
    MeetingNotHeld,
    MeetingNotIssued,
    ReasonMissing,
    TextTooLong,
    TitleMissing,
    UnknownDecision,
    UnknownGroup,
    UnknownMeeting,
    UnusableDoneDate,
    UnusableDueDate,
    UnusableMonth,
)
from project06.programme.models import AgendaItem, Decision, Endpoint, Meeting
from project06.programme.operations.add_decision import add_decision
from project06.programme.operations.change_decision import change_decision
from project06.programme.operations.create_task_from_decision import create_task_from_decision
from project06.programme.operations.issue_conclusions import issue_conclusions
from project06.programme.operations.plan_meeting import plan_meeting
from project06.programme.operations.prepare_agenda import prepare_agenda
from project06.programme.operations.record_minutes import record_minutes
from project06.programme.queries.directives import get_directive
from project06.programme.queries.find_task import get_task
from project06.programme.queries.meetings import get_meeting, list_meetings
from project06.programme.tests.cast import (
    HOA,
    NOON,
    READER,
    SON,
    THU,
    TODAY,
    TU,
    a_bottleneck,
    a_held_meeting,
    a_meeting,
    a_proved_task,
    a_task,
    an_issued_meeting,
)

pytestmark = pytest.mark.django_db
ISSUED = {"number": "15/TB-TCT", "issued_on": TODAY - timedelta(days=1)}


@pytest.fixture(autouse=True)
def _clock():
    with frozen(NOON):
        yield


def _decision(meeting):
    return get_meeting(meeting.uuid, by=SON).decisions[0]


def test_reviews_the_month_before_and_connects_endpoints() -> None:
    meeting = a_meeting()

    detail = get_meeting(meeting.uuid, by=TU)
    assert (meeting.period, meeting.state) == ("2026-10", MeetingState.PLANNED)
    assert [(each.agency.code, each.attended) for each in detail.endpoints] == [("STP-08", None), ("SYT-08", None)]


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"title": " "}, TitleMissing),
        ({"period": "2026-Q1"}, UnusableMonth),
        ({"period": "2026-13"}, UnusableMonth),
        ({"convener": "UBND-99"}, UnknownAgency),
        ({"endpoints": ("SXX-08",)}, UnknownAgency),
        ({"by": TU}, NotAllowed),
        ({"by": HOA}, NotAllowed),
    ],
)
def test_refuses_a_meeting_that_cannot_be_planned(changes, refusal) -> None:
    asked = {"convener": "UBND-08", "title": "Phiên họp", "held_on": TODAY, "by": SON}

    with pytest.raises(refusal):
        plan_meeting(**{**asked, **changes})


def test_refuses_a_second_meeting_on_one_day() -> None:
    a_meeting()

    with pytest.raises(MeetingExists):
        a_meeting()


def test_makes_its_agenda_from_exceptions_the_gravest_first() -> None:
    late = a_task("NV-LATE", due_on=TODAY - timedelta(days=20))
    later = a_task("NV-LATER", due_on=TODAY - timedelta(days=50))
    a_task("NV-FINE")
    a_proved_task("NV-DONE", due_on=TODAY - timedelta(days=60))
    stuck = a_bottleneck()
    a_bottleneck(raised_on=TODAY)
    meeting = a_meeting()

    detail = prepare_agenda(
        meeting=meeting.uuid,
        missing=[MissingReport("SYT-08", "Sở Y tế", "Báo cáo tháng 10", date(2026, 11, 5))],
        missed=[MissedTarget("cashless-social-security", "Chi trả an sinh", "44,06 %", "60 %")],
        points=[" Công tác truyền thông ", ""],
        by=SON,
    )

    assert [(point.position, point.kind, point.subject) for point in detail.agenda] == [
        (1, AgendaKind.NOT_REPORTED, None),
        (2, AgendaKind.LATE_TASK, later.uuid),
        (3, AgendaKind.LATE_TASK, late.uuid),
        (4, AgendaKind.STUCK_BOTTLENECK, stuck.uuid),
        (5, AgendaKind.OFF_TARGET, None),
        (6, AgendaKind.POINT, None),
    ]
    assert detail.agenda[2].facts["days_late"] == "14"
    assert detail.agenda[5].title == "Công tác truyền thông"


def test_prepares_the_agenda_anew_until_it_is_frozen() -> None:
    meeting = a_held_meeting()

    prepare_agenda(meeting=meeting.uuid, points=["a", "b"], by=SON)
    assert [point.title for point in prepare_agenda(meeting=meeting.uuid, points=["c"], by=SON).agenda] == ["c"]
    issue_conclusions(meeting=meeting.uuid, **ISSUED, by=SON)
    with pytest.raises(MeetingFrozen):
        prepare_agenda(meeting=meeting.uuid, points=["d"], by=SON)


def test_keeps_minutes_and_attendance() -> None:
    meeting = a_meeting()

    detail = record_minutes(meeting=meeting.uuid, minutes="Nội dung", attendance={"STP-08": True, "NO": True}, by=SON)

    assert (detail.meeting.state, detail.minutes) == (MeetingState.HELD, "Nội dung")
    assert [(each.agency.code, each.attended) for each in detail.endpoints] == [("STP-08", True), ("SYT-08", None)]
    with pytest.raises(ReasonMissing):
        record_minutes(meeting=meeting.uuid, minutes=" ", attendance={}, by=SON)
    with pytest.raises(TextTooLong):
        record_minutes(meeting=meeting.uuid, minutes="x" * 100_001, attendance={}, by=SON)


def test_numbers_its_decisions_and_lets_them_be_corrected() -> None:
    meeting = a_held_meeting()
    second = add_decision(meeting=meeting.uuid, draft=DecisionDraft(text="Tăng cường truyền thông"), by=SON)

    changed = change_decision(decision=second.uuid, draft=DecisionDraft(text="Tăng cường giám sát"), by=SON)

    assert (changed.number, changed.text) == (2, "Tăng cường giám sát")
    with pytest.raises(UnknownDecision):
        change_decision(decision=uuid4(), draft=DecisionDraft(text="x"), by=SON)


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        (DecisionDraft(text=" "), ReasonMissing),
        (DecisionDraft(text="x" * 501), TextTooLong),
        (DecisionDraft(text="x", lead="SXX-08", due_on=TODAY), UnknownAgency),
        (DecisionDraft(text="x", lead="STP-08"), UnusableDueDate),
        (DecisionDraft(text="x", lead="STP-08", co_leads=("STP-08",), due_on=TODAY), LeadRepeated),
        (DecisionDraft(text="x", group="none"), UnknownGroup),
    ],
)
def test_refuses_a_decision_that_cannot_be_followed(draft, refusal) -> None:
    with pytest.raises(refusal):
        add_decision(meeting=a_meeting().uuid, draft=draft, by=SON)


def test_issues_conclusions_as_an_act_with_number_and_date() -> None:
    meeting = an_issued_meeting()

    act = get_directive("15/TB-TCT", TODAY - timedelta(days=1))
    assert (act.kind, act.titles["vi"]) == (DirectiveKind.CONCLUSION, "Phiên họp tháng 10")
    assert meeting.conclusions == act.key


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"number": " "}, ActMissing),
        ({"issued_on": TODAY + timedelta(days=1)}, UnusableDoneDate),
        ({"issued_on": TODAY - timedelta(days=9)}, UnusableDoneDate),
        ({"by": READER}, NotAllowed),
        ({"by": HOA}, UnknownMeeting),
        ({"meeting": SON.account}, UnknownMeeting),
    ],
)
def test_refuses_to_issue(changes, refusal) -> None:
    meeting = a_held_meeting()

    with pytest.raises(refusal):
        issue_conclusions(**{"meeting": meeting.uuid, **ISSUED, "by": SON, **changes})


def test_refuses_to_issue_what_was_not_held_or_has_a_taken_number() -> None:
    with pytest.raises(MeetingNotHeld):
        issue_conclusions(meeting=a_meeting(held_on=TODAY).uuid, **ISSUED, by=SON)
    an_issued_meeting()
    other = a_held_meeting(held_on=TODAY - timedelta(days=3))
    with pytest.raises(DirectiveExists):
        issue_conclusions(meeting=other.uuid, **ISSUED, by=SON)


def test_is_frozen_once_issued_for_every_operation() -> None:
    meeting = an_issued_meeting()
    decision = _decision(meeting)

    with pytest.raises(MeetingFrozen):
        issue_conclusions(meeting=meeting.uuid, **ISSUED, by=SON)
    with pytest.raises(MeetingFrozen):
        record_minutes(meeting=meeting.uuid, minutes="x", attendance={}, by=SON)
    with pytest.raises(MeetingFrozen):
        add_decision(meeting=meeting.uuid, draft=DecisionDraft(text="x"), by=SON)
    with pytest.raises(MeetingFrozen):
        change_decision(decision=decision.uuid, draft=DecisionDraft(text="x"), by=SON)


@pytest.mark.parametrize("model", [Meeting, Decision, AgendaItem, Endpoint])
def test_is_frozen_in_the_database_too(model) -> None:
    meeting = a_held_meeting()
    prepare_agenda(meeting=meeting.uuid, points=["a"], by=SON)
    issue_conclusions(meeting=meeting.uuid, **ISSUED, by=SON)

    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        model.objects.update(id=99)
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        model.objects.all()._raw_delete("default")
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        Decision.objects.create(meeting_id=Meeting.objects.get().pk, number=9, text="x")


def test_turns_a_decision_into_a_task_by_the_conclusions() -> None:
    meeting = an_issued_meeting()

    task = create_task_from_decision(decision=_decision(meeting).uuid, code="KL-15-1", plan="project-06", by=SON)

    assert task.titles == {"vi": "Sở Tư pháp trình nghị quyết miễn phí"}
    assert (task.lead.code, [each.code for each in task.co_leads]) == ("STP-08", ["STC-08"])
    assert (task.directive, task.assigned_on) == (meeting.conclusions, meeting.held_on)
    assert (task.schedule, task.decision) == (Schedule.ON_TIME, _decision(meeting).uuid)
    assert _decision(meeting).task == task.uuid
    assert get_task(task.uuid, by=TU).code == "KL-15-1"


def test_turns_a_decision_into_one_task_only_and_only_when_it_can() -> None:
    meeting = a_held_meeting()
    add_decision(meeting=meeting.uuid, draft=DecisionDraft(text="Không giao ai"), by=SON)
    first, second = get_meeting(meeting.uuid, by=SON).decisions
    asked = {"plan": "project-06", "by": SON}

    with pytest.raises(MeetingNotIssued):
        create_task_from_decision(decision=first.uuid, code="KL-1", **asked)
    issue_conclusions(meeting=meeting.uuid, **ISSUED, by=SON)
    create_task_from_decision(decision=first.uuid, code="KL-1", **asked)
    with pytest.raises(DecisionHasTask):
        create_task_from_decision(decision=first.uuid, code="KL-2", **asked)
    with pytest.raises(DecisionHasNoLead):
        create_task_from_decision(decision=second.uuid, code="KL-3", **asked)
    with pytest.raises(UnknownDecision):
        create_task_from_decision(decision=first.uuid, code="KL-4", plan="project-06", by=HOA)
    with pytest.raises(NotAllowed):
        create_task_from_decision(decision=second.uuid, code="KL-5", plan="project-06", by=TU)


def test_shows_a_meeting_to_its_unit_and_its_endpoints_only(django_assert_num_queries) -> None:
    meeting = a_meeting()
    central = plan_meeting(convener="BCA", title="Họp toàn quốc", held_on=TODAY, endpoints=("UBND-11",), by=THU)

    with django_assert_num_queries(1):
        assert [each.uuid for each in list_meetings(by=HOA).meetings] == [central.uuid]
    assert [each.uuid for each in list_meetings(by=SON).meetings] == [meeting.uuid]
    assert [each.uuid for each in list_meetings(by=THU).meetings] == [central.uuid, meeting.uuid]
    with pytest.raises(UnknownMeeting):
        get_meeting(meeting.uuid, by=HOA)


def test_lists_meetings_page_by_page() -> None:
    for days in range(5):
        a_meeting(held_on=TODAY - timedelta(days=days))

    first = list_meetings(by=SON, limit=3)
    second = list_meetings(by=SON, limit=3, after=first.next_after or "")

    assert [(TODAY - each.held_on).days for each in (*first.meetings, *second.meetings)] == [0, 1, 2, 3, 4]
    assert second.next_after is None
