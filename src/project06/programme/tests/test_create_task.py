from datetime import date, timedelta

import pytest

from project06.agencies.errors import UnknownAgency
from project06.evidence import public as evidence
from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed
from project06.places.errors import UnknownUnit
from project06.programme.data.tasks import DirectiveKey, TaskFilter
from project06.programme.enums.steering import EvidenceState, Recurrence, Schedule, TaskEventKind
from project06.programme.errors.steering import (
    LeadOutsideRegister,
    LeadRepeated,
    TaskExists,
    TitleMissing,
    UnknownDirective,
    UnknownGroup,
    UnknownPlan,
    UnknownTask,
    UnusableCode,
    UnusableDueDate,
)
from project06.programme.operations.create_task import create_task
from project06.programme.queries.find_task import get_task, get_task_detail
from project06.programme.queries.list_tasks import list_tasks
from project06.programme.tests.cast import HOA, NOON, READER, SON, THU, TODAY, TU, YEN, a_task, draft

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock():
    with frozen(NOON):
        yield


def test_gives_out_a_task_with_nothing_claimed_and_nothing_proved() -> None:
    task = a_task(co_leads=("SYT-08",), directive=DirectiveKey("452/TTg-KSTT", date(2023, 5, 23)))

    assert (task.claimed, task.evidence, task.schedule) == (None, EvidenceState.NONE, Schedule.ON_TIME)
    assert task.original_due_on == task.due_on == TODAY + timedelta(days=30)
    assert task.lead.name == "Sở Tư pháp tỉnh Tuyên Quang"
    assert [each.code for each in task.co_leads] == ["SYT-08"]
    assert (task.register_path, task.lead.unit_path) == ("VN/08", "VN/08")


def test_writes_history_and_evidence() -> None:
    task = a_task()

    detail = get_task_detail(task.uuid, by=SON)
    assert [(event.kind, event.account) for event in detail.history] == [(TaskEventKind.CREATED, SON.account)]
    assert [each.action for each in evidence.list_for_subject(task.uuid).records] == ["programme.create-task"]


def test_lets_every_agency_that_takes_part_read_it_and_nobody_of_another_province() -> None:
    task = a_task(co_leads=("SYT-08",))

    assert get_task(task.uuid, by=YEN).code == "NV-01"
    assert get_task(task.uuid, by=TU).code == "NV-01"
    assert list_tasks(TaskFilter(), by=HOA).tasks == ()
    with pytest.raises(UnknownTask):
        get_task(task.uuid, by=HOA)


def test_shows_a_central_task_to_the_province_that_leads_it() -> None:
    a_task("TW-1", register="VN", by=THU, lead="UBND-11")

    assert [task.code for task in list_tasks(TaskFilter(), by=HOA).tasks] == ["TW-1"]
    assert list_tasks(TaskFilter(), by=SON).tasks == ()


def test_accepts_a_regular_task_without_a_due_date() -> None:
    task = a_task(recurrence=Recurrence.MONTH, due_on=None)

    assert (task.schedule, task.days_left) == (Schedule.REGULAR, None)


@pytest.mark.parametrize("by", [HOA, READER, TU])
def test_refuses_whoever_may_not_give_out_tasks_here(by) -> None:
    with pytest.raises(NotAllowed):
        create_task(draft=draft(), register="08", by=by)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"titles": {"vi": "  ", "en": "Only English"}}, TitleMissing),
        ({"code": "=cmd|' /C calc'!A0"}, UnusableCode),
        ({"due_on": None}, UnusableDueDate),
        ({"due_on": TODAY - timedelta(days=200)}, UnusableDueDate),
        ({"co_leads": ("STP-08",)}, LeadRepeated),
        ({"lead": "SXX-08"}, UnknownAgency),
        ({"lead": "STP-11"}, LeadOutsideRegister),
        ({"plan": "project-07"}, UnknownPlan),
        ({"group": "weather"}, UnknownGroup),
        ({"directive": DirectiveKey("452/TTg-KSTT", date(2024, 5, 23))}, UnknownDirective),
    ],
)
def test_refuses_what_cannot_be_a_task(changes, refusal) -> None:
    with pytest.raises(refusal):
        a_task(**changes)

    assert list_tasks(TaskFilter(), by=SON).tasks == ()


def test_refuses_a_unit_that_did_not_exist_on_the_day() -> None:
    with pytest.raises(UnknownUnit):
        a_task(register="26")


def test_refuses_the_same_code_twice_in_one_register_only() -> None:
    a_task()

    with pytest.raises(TaskExists):
        a_task()
    assert a_task(register="11", by=HOA, lead="STP-11").code == "NV-01"
