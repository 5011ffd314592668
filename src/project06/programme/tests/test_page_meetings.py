"""The page of a meeting: agenda from exceptions, minutes, decisions that become tasks, conclusions that freeze."""

from datetime import timedelta

import pytest
from django.urls import reverse

from project06.kernel.clock import frozen
from project06.programme.enums import MeetingState
from project06.programme.models import Decision, Meeting, Task
from project06.programme.queries.meetings import get_meeting
from project06.programme.tests.cast import (
    HOA,
    NOON,
    READER,
    SON,
    TODAY,
    a_bottleneck,
    a_held_meeting,
    a_meeting,
    a_task,
    an_issued_meeting,
)
from project06.programme.tests.pages import words

pytestmark = pytest.mark.django_db
MEETINGS, NEW = "/programme/meetings/", "/programme/meetings/plan/"


@pytest.fixture(autouse=True)
def clock():
    with frozen(NOON):
        yield


def act(name, record):
    return reverse(f"programme:{name}", args=[record.uuid])


def test_lists_meetings_with_few_questions(visit, django_assert_max_num_queries) -> None:
    meeting = a_meeting()
    client = visit(READER)

    with django_assert_max_num_queries(2):
        page = words(client.get(MEETINGS))

    assert act("meeting", meeting) in page
    assert NEW not in page


def test_calls_a_meeting_and_proposes_the_departments(visit) -> None:
    client = visit(SON)
    said = {"title": "Phiên họp tháng 11", "held_on": TODAY.isoformat(), "endpoints": "stp-08, SYT-08"}

    assert "STP-08" in words(client.get(NEW))
    assert client.post(NEW, said).status_code == 302
    assert client.post(NEW, said).status_code == 409
    assert client.post(NEW, {**said, "period": "soon", "held_on": "2026-11-19"}).status_code == 422
    assert client.post(NEW, {}).status_code == 422
    detail = get_meeting(Meeting.objects.get().uuid, by=SON)
    assert [each.agency.code for each in detail.endpoints] == ["STP-08", "SYT-08"]
    assert visit(READER).get(NEW).status_code == 403


def test_makes_the_agenda_from_exceptions(visit) -> None:
    late = a_task("NV-LATE", due_on=TODAY - timedelta(days=20))
    stuck = a_bottleneck()
    meeting = a_meeting()
    client = visit(SON)

    assert client.post(act("prepare_agenda", meeting), {"points": "Kế hoạch năm\n\n  \nViệc khác"}).status_code == 302

    page = words(client.get(act("meeting", meeting)))
    assert act("task", late) in page
    assert act("bottleneck", stuck) in page
    assert "Kế hoạch năm" in page
    assert "Việc khác" in page


def test_keeps_minutes_and_attendance(visit) -> None:
    meeting = a_meeting()
    client = visit(SON)

    assert client.post(act("record_minutes", meeting), {"minutes": ""}).status_code == 422
    said = {"minutes": "Nghe báo cáo.\n\nKết luận.", "attended": ["STP-08"]}
    assert client.post(act("record_minutes", meeting), said).status_code == 302
    detail = get_meeting(meeting.uuid, by=SON)
    assert {each.agency.code: each.attended for each in detail.endpoints} == {"STP-08": True, "SYT-08": False}
    assert "<p>Kết luận.</p>" in words(client.get(act("meeting", meeting)))


def test_decides_rewords_issues_and_gives_out_tasks(visit) -> None:
    meeting = a_held_meeting()
    client = visit(SON)
    wording = {"wording": "Sở Y tế mở rộng ki-ốt", "lead": "syt-08", "recurrence": "once", "due_on": "2026-12-20"}

    assert client.post(act("add_decision", meeting), {}).status_code == 422
    assert client.post(act("add_decision", meeting), wording).status_code == 302
    second = Decision.objects.get(number=2)
    reworded = {**wording, "wording": "Sở Y tế nhân rộng ki-ốt", "group": "public-services"}
    assert client.post(act("change_decision", second), reworded).status_code == 302
    early = {"code": "KL-2", "plan": "project-06", "group": "public-services"}
    assert client.post(act("create_task_from_decision", second), early).status_code == 409
    assert client.post(act("issue_conclusions", meeting), {"number": "", "issued_on": ""}).status_code == 422
    issue = {"number": "21/TB-TCT", "issued_on": TODAY.isoformat()}
    assert client.post(act("issue_conclusions", meeting), issue).status_code == 302
    assert client.post(act("create_task_from_decision", second), early).status_code == 302
    assert client.post(act("create_task_from_decision", second), early).status_code == 409

    task = Task.objects.get(code="KL-2")
    assert task.directive.number == "21/TB-TCT"
    page = words(client.get(act("meeting", meeting)))
    assert act("task", task) in page
    assert "nhân rộng" in page


def test_is_frozen_when_issued(visit) -> None:
    meeting = an_issued_meeting()
    client = visit(SON)

    page = words(client.get(act("meeting", meeting)))
    assert act("record_minutes", meeting) not in page
    assert client.post(act("record_minutes", meeting), {"minutes": "Khác"}).status_code == 409
    assert client.post(act("add_decision", meeting), {"wording": "x", "recurrence": "once"}).status_code == 409
    assert client.post(act("prepare_agenda", meeting), {}).status_code == 409
    decision = Decision.objects.get()
    change = {"wording": "Khác", "recurrence": "once"}
    assert client.post(act("change_decision", decision), change).status_code == 409
    assert get_meeting(meeting.uuid, by=SON).meeting.state is MeetingState.ISSUED


def test_hoa_of_another_province_sees_none_of_it(visit) -> None:
    meeting = a_held_meeting()
    decision = Decision.objects.get()
    client = visit(HOA)

    assert str(meeting.uuid) not in words(client.get(MEETINGS))
    assert client.get(act("meeting", meeting)).status_code == 404
    assert client.post(act("record_minutes", meeting), {"minutes": "x"}).status_code == 404
    assert client.post(act("change_decision", decision), {"wording": "x", "recurrence": "once"}).status_code == 404
    assert client.post(act("create_task_from_decision", decision), {"code": "X"}).status_code == 404


def test_a_reader_is_offered_no_act(visit) -> None:
    page = words(visit(READER).get(act("meeting", a_held_meeting())))

    assert 'method="post"' not in page.split("<main", 1)[1]
