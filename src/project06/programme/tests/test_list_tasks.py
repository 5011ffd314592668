"""The table, the board, the tallies and the one screen of a unit."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from project06.kernel.clock import frozen
from project06.kernel.working_time import office_time
from project06.programme.data.tasks import TaskFilter
from project06.programme.enums.steering import (
    BottleneckClass,
    Claim,
    EvidenceState,
    PilotState,
    Recurrence,
    Schedule,
    TaskOrder,
)
from project06.programme.models import Task
from project06.programme.operations.cancel_task import cancel_task
from project06.programme.operations.claim_task import claim_task
from project06.programme.queries.count_tasks import count_tasks, count_tasks_by_group, count_tasks_by_unit
from project06.programme.queries.list_tasks import list_late_tasks, list_tasks
from project06.programme.queries.schedule import Today, is_late_on, schedule_on
from project06.programme.queries.select_tasks import clock_of
from project06.programme.queries.summarise_unit import summarise_unit
from project06.programme.queries.task_board import task_board
from project06.programme.rules.tasks import schedule_of
from project06.programme.tests.cast import (
    HOA,
    MACHINE,
    NOON,
    SON,
    THU,
    TODAY,
    TU,
    TUYEN_QUANG,
    a_bottleneck,
    a_claimed_task,
    a_pilot,
    a_proved_task,
    a_task,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock():
    with frozen(NOON):
        yield


def _days(number: int) -> date:
    return TODAY + timedelta(days=number)


def _codes(wanted: TaskFilter, by=SON) -> list[str]:
    return [task.code for task in list_tasks(wanted, by=by).tasks]


@pytest.fixture
def register() -> None:
    """One task in every schedule."""
    a_task("LATE", due_on=_days(-20))
    a_task("SOON", due_on=_days(3), group="data")
    a_task("FINE", due_on=_days(60), titles={"vi": "Làm sạch dữ liệu đất đai, nhà ở"})
    a_task("REGULAR", due_on=None, recurrence=Recurrence.MONTH)
    a_proved_task("DONE")
    a_proved_task("DONE-LATE", due_on=_days(-50))
    a_claimed_task("CLAIMED", due_on=_days(-10))
    cancel_task(task=a_task("GONE").uuid, reason="Trùng", by=SON)


def test_walks_through_all_pages_without_losing_a_task(django_assert_num_queries) -> None:
    for number in range(7):
        a_task(f"NV-{number}", due_on=_days(number % 3), co_leads=("SYT-08",))
    a_task("NV-R", due_on=None, recurrence=Recurrence.YEAR)

    for order in TaskOrder:
        seen, after = [], ""
        while after is not None:
            with django_assert_num_queries(2):
                page = list_tasks(TaskFilter(), by=SON, order=order, after=after, limit=3)
            seen += [task.code for task in page.tasks]
            after = page.next_after
        assert sorted(seen) == sorted({*seen})
        assert len(seen) == 8
    assert seen[-1] == "NV-R"


def test_starts_at_the_beginning_for_a_cursor_that_is_not_ours() -> None:
    a_task()

    for after in ("~", "x~y", "1~yesterday", "9" * 30, "\u0661~2026-01-01"):
        assert len(list_tasks(TaskFilter(), by=SON, after=after).tasks) == 1


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        (TaskFilter(schedule=Schedule.LATE), ["LATE", "CLAIMED"]),
        (TaskFilter(schedule=Schedule.DUE_SOON), ["SOON"]),
        (TaskFilter(schedule=Schedule.ON_TIME), ["FINE"]),
        (TaskFilter(schedule=Schedule.REGULAR), ["REGULAR"]),
        (TaskFilter(schedule=Schedule.DONE_ON_TIME), ["DONE"]),
        (TaskFilter(schedule=Schedule.DONE_LATE), ["DONE-LATE"]),
        (TaskFilter(schedule=Schedule.CANCELLED), ["GONE"]),
        (TaskFilter(group="data"), ["SOON"]),
        (TaskFilter(text="lam sach DAT dai"), ["FINE"]),
        (TaskFilter(claimed=Claim.DONE, evidence=EvidenceState.NONE), ["CLAIMED"]),
        (TaskFilter(never_reported=True, schedule=Schedule.LATE), ["LATE"]),
        (TaskFilter(lead="SYT-08"), []),
        (TaskFilter(below="VN/11"), []),
        (TaskFilter(register="VN/08", plan="project-06", schedule=Schedule.DUE_SOON), ["SOON"]),
    ],
)
def test_finds_what_is_asked_for(register, wanted, codes) -> None:
    assert _codes(wanted) == codes


def test_shows_the_board_with_true_counts(register, django_assert_num_queries) -> None:
    with django_assert_num_queries(2):
        board = task_board(TaskFilter(), by=SON, cards=1)

    assert [(column.claimed, column.count) for column in board] == [
        (None, 4),
        (Claim.NOT_STARTED, 0),
        (Claim.IN_PROGRESS, 0),
        (Claim.DONE, 3),
    ]
    assert [task.code for task in board[0].tasks] == ["LATE"], "the one that is due first"


def test_counts_what_is_claimed_proved_and_late_apart(register, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        tally = count_tasks(TaskFilter(), by=SON)

    assert (tally.total, tally.done, tally.late) == (8, 2, 2)
    assert tally.by_claim == {Claim.DONE: 3}
    assert tally.unclassified == 3, "late, soon and fine: nobody has said anything; regular and cancelled are classes"
    assert tally.claimed_not_evidenced == 1
    assert sum(tally.by_schedule.values()) == tally.total
    assert tally.by_evidence[EvidenceState.ACCEPTED] == 2


def test_counts_by_unit_and_by_group(django_assert_num_queries) -> None:
    a_task("TW-1", register="VN", by=THU, lead="BCA")
    a_task("TW-2", register="VN", by=THU, lead="UBND-11", due_on=_days(-5))
    a_task(group="data")

    with django_assert_num_queries(1):
        tallies = count_tasks_by_unit(TaskFilter(), by=THU)
    assert [(each.unit_path, each.tally.total, each.tally.late) for each in tallies] == [
        ("VN", 1, 0),
        ("VN/08", 1, 0),
        ("VN/11", 1, 1),
    ]
    assert [each.unit_path for each in count_tasks_by_unit(TaskFilter(), by=HOA)] == ["VN/11"]
    assert {group: tally.total for group, tally in count_tasks_by_group(TaskFilter(), by=THU).items()} == {
        "data": 1,
        "institutions": 2,
    }


def test_shows_one_screen_of_a_unit_with_five_statements(register, django_assert_num_queries) -> None:
    a_bottleneck()
    a_bottleneck(kind=BottleneckClass.DATA, raised_on=_days(-9), due_on=_days(-1))
    a_pilot()

    with django_assert_num_queries(5):
        summary = summarise_unit(TUYEN_QUANG, by=SON)

    assert summary.tasks.late == 2
    assert [task.code for task in summary.latest] == ["LATE", "CLAIMED"]
    assert summary.bottlenecks == {BottleneckClass.LEGAL: 1, BottleneckClass.DATA: 1}
    assert (summary.stuck_bottlenecks, summary.late_bottlenecks) == (1, 1)
    assert summary.pilots == {PilotState.REGISTERED: 1}


def test_shows_nothing_of_it_to_another_province(register) -> None:
    a_bottleneck()
    a_pilot()

    summary = summarise_unit(TUYEN_QUANG, by=HOA)

    assert (summary.tasks.total, summary.latest) == (0, ())
    assert (dict(summary.bottlenecks), dict(summary.pilots)) == ({}, {})


def test_tells_how_it_stood_on_another_day() -> None:
    task = a_task(due_on=_days(-20))

    assert list_tasks(TaskFilter(), by=SON, on=_days(-21)).tasks[0].schedule is Schedule.DUE_SOON
    assert list_tasks(TaskFilter(), by=SON, on=_days(-20)).tasks[0].days_left == 0
    assert list_late_tasks(TUYEN_QUANG, by=SON, on=_days(-19), limit=5)[0].uuid == task.uuid
    claim_task(task=task.uuid, claim=Claim.IN_PROGRESS, by=TU)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    due=st.none() | st.integers(-30, 30),
    done=st.none() | st.integers(-40, 30),
    evidence=st.sampled_from(EvidenceState),
    recurrence=st.sampled_from(Recurrence),
    is_cancelled=st.booleans(),
    day=st.integers(-35, 35),
)
def test_answers_in_sql_what_the_rule_answers(*, due, done, evidence, recurrence, is_cancelled, day) -> None:
    if recurrence is Recurrence.ONCE and (due is None or (evidence is EvidenceState.ACCEPTED and done is None)):
        return
    task = Task.objects.filter(code="RULE").first() or Task.objects.get(uuid=a_task("RULE", by=MACHINE).uuid)
    Task.objects.filter(pk=task.pk).update(
        due_on=None if due is None else _days(due),
        done_on=None if done is None else _days(done),
        claimed=None if done is None else Claim.DONE,
        claimed_at=None if done is None else NOON,
        evidence=evidence,
        recurrence=recurrence,
        cancelled_on=TODAY if is_cancelled else None,
    )
    today = Today.of(_days(day))

    row = Task.objects.annotate(schedule=schedule_on(today)).get(pk=task.pk)

    expected = schedule_of(clock_of(row), today=today.day, soon_until=today.soon_until)
    assert row.schedule == expected.value
    assert Task.objects.filter(is_late_on(today.day), pk=task.pk).exists() is (expected is Schedule.LATE)
    assert office_time().working_days_between(today.day, today.soon_until) == 5
