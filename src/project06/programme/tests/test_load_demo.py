import io

import pytest
from django.core.management import CommandError, call_command

from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed
from project06.programme.data.tasks import TaskFilter
from project06.programme.enums.steering import BottleneckClass, MeetingState, PilotState, Schedule
from project06.programme.models import Bottleneck, Meeting, PilotModel, Task
from project06.programme.operations.load_demo import load_demo
from project06.programme.queries.bottlenecks import list_stuck_bottlenecks
from project06.programme.queries.count_tasks import count_tasks, count_tasks_by_unit
from project06.programme.queries.meetings import get_meeting, list_meetings
from project06.programme.tests.cast import HOA, MACHINE, NOON, SON, TUYEN_QUANG

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    with frozen(NOON):
        yield


@pytest.fixture
def world() -> None:
    load_demo(by=MACHINE)


def test_holds_three_provinces_and_the_centre_in_every_state(world) -> None:
    tally = count_tasks(TaskFilter(), by=MACHINE)

    assert {each.unit_path for each in count_tasks_by_unit(TaskFilter(), by=MACHINE)} == {
        "VN",
        "VN/08",
        "VN/11",
        "VN/25",
    }
    assert set(tally.by_schedule) == set(Schedule)
    assert tally.unclassified > 0
    assert tally.claimed_not_evidenced > 0
    assert set(Bottleneck.objects.values_list("kind", flat=True)) == set(BottleneckClass.values)
    assert set(PilotModel.objects.values_list("state", flat=True)) == set(PilotState.values)
    assert list_stuck_bottlenecks(TUYEN_QUANG, by=SON)


def test_holds_a_meeting_whose_decision_became_a_task(world) -> None:
    planned, issued = list_meetings(by=SON).meetings

    assert (planned.state, issued.state) == (MeetingState.PLANNED, MeetingState.ISSUED)
    detail = get_meeting(issued.uuid, by=SON)
    assert [decision.task is not None for decision in detail.decisions] == [True, False]
    assert len(detail.agenda) > 3
    assert list_meetings(by=HOA).meetings == ()


def test_is_marked_as_synthetic_throughout(world) -> None:
    for model in (Task, Bottleneck, PilotModel, Meeting):
        assert not model.objects.filter(is_synthetic=False).exists()


def test_is_loaded_once(world) -> None:
    assert load_demo(by=MACHINE) == 0


def test_refuses_officers_and_real_installations(settings) -> None:
    with pytest.raises(NotAllowed):
        load_demo(by=SON)
    settings.PROJECT06_MODE = "production"
    with pytest.raises(CommandError):
        call_command("programme_load_demo", write=True)


def test_counts_only_unless_told_to_write() -> None:
    said = io.StringIO()

    call_command("programme_load_demo", stdout=said)

    assert "would be created" in said.getvalue()
    assert not Task.objects.exists()
