from datetime import timedelta
from uuid import uuid4  # noqa: TID251 - a task that does not exist

import pytest

from project06.evidence import public as evidence
from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed
from project06.programme.data.tasks import TaskChange, TaskFilter
from project06.programme.enums.steering import TaskEventKind
from project06.programme.errors.steering import (
    ActMissing,
    LeadOutsideRegister,
    NothingToChange,
    ReasonMissing,
    TaskCancelled,
    TaskSettled,
    UnknownPlan,
    UnknownTask,
    UnusableDueDate,
)
from project06.programme.operations.cancel_task import cancel_task
from project06.programme.operations.update_tasks import update_tasks
from project06.programme.queries.find_task import get_task, get_task_detail
from project06.programme.queries.list_tasks import list_task_identifiers, list_tasks
from project06.programme.tests.cast import HOA, NOON, SON, THU, TODAY, TU, a_proved_task, a_task

pytestmark = pytest.mark.django_db
LATER = TODAY + timedelta(days=120)


@pytest.fixture(autouse=True)
def _clock():
    with frozen(NOON):
        yield


def test_changes_many_tasks_and_their_histories_in_one_statement(django_assert_max_num_queries) -> None:
    tasks = [a_task(f"NV-{number}").uuid for number in range(12)]

    with django_assert_max_num_queries(14):
        report = update_tasks(
            tasks=tasks,
            change=TaskChange(group="data", due_on=LATER, lead="SYT-08"),
            reason="Sắp xếp lại",
            act="20/QĐ-UBND",
            by=SON,
        )

    assert (report.asked, report.changed) == (12, 12)
    for detail in (get_task_detail(task, by=SON) for task in tasks):
        assert (detail.task.group, detail.task.due_on, detail.task.lead.code) == ("data", LATER, "SYT-08")
        assert detail.task.original_due_on == TODAY + timedelta(days=30)
        assert detail.task.revisions == 1
        kinds = {event.kind for event in detail.history}
        assert kinds == {TaskEventKind.CREATED, TaskEventKind.DUE_REVISED, TaskEventKind.HANDED_OVER}
    assert len(list_tasks(TaskFilter(text="so y te"), by=SON).tasks) == 12


def test_leaves_alone_what_is_already_so() -> None:
    first, second = a_task("NV-1"), a_task("NV-2", group="data")

    report = update_tasks(tasks=[first.uuid, second.uuid], change=TaskChange(group="data"), reason="Nhóm", by=SON)

    assert (report.changed, report.tasks) == (1, (first.uuid,))
    assert len(get_task_detail(second.uuid, by=SON).history) == 1
    assert get_task_detail(first.uuid, by=SON).history[-1].changes == {"group": "institutions"}
    assert [each.action for each in evidence.list_for_subject(second.uuid).records] == ["programme.create-task"]


def test_changes_nothing_the_second_time() -> None:
    task = a_task()
    change = TaskChange(plan="digital-transformation")

    update_tasks(tasks=[task.uuid], change=change, reason="Kế hoạch", by=SON)

    assert update_tasks(tasks=[task.uuid], change=change, reason="Kế hoạch", by=SON).changed == 0


def test_takes_a_whole_filter() -> None:
    for number in range(3):
        a_task(f"NV-{number}")
    a_task("NV-9", group="data")

    found = list_task_identifiers(TaskFilter(group="institutions"), by=SON, limit=100)

    assert update_tasks(tasks=found, change=TaskChange(group="resources"), reason="Nhóm", by=SON).changed == 3


@pytest.mark.parametrize(
    ("change", "reason", "act", "refusal"),
    [
        (TaskChange(), "x", "", NothingToChange),
        (TaskChange(group="data"), " ", "", ReasonMissing),
        (TaskChange(due_on=LATER), "x", "", ActMissing),
        (TaskChange(due_on=TODAY - timedelta(days=300)), "x", "1/QĐ", UnusableDueDate),
        (TaskChange(plan="none"), "x", "", UnknownPlan),
        (TaskChange(lead="SYT-11"), "x", "", LeadOutsideRegister),
    ],
)
def test_refuses_a_change_that_cannot_be_made(change, reason, act, refusal) -> None:
    with pytest.raises(refusal):
        update_tasks(tasks=[a_task().uuid], change=change, reason=reason, act=act, by=SON)


def test_refuses_all_when_one_task_cannot_be_changed() -> None:
    good, proved, cancelled = a_task("NV-1"), a_proved_task("NV-2"), a_task("NV-3")
    cancel_task(task=cancelled.uuid, reason="Trùng", by=SON)

    for other, refusal in ((cancelled.uuid, TaskCancelled), (proved.uuid, TaskSettled), (uuid4(), UnknownTask)):
        with pytest.raises(refusal):
            update_tasks(tasks=[good.uuid, other], change=TaskChange(due_on=LATER), reason="x", act="1/QĐ", by=SON)
    assert get_task(good.uuid, by=SON).due_on == TODAY + timedelta(days=30)


def test_refuses_the_wrong_person() -> None:
    own, central = a_task(), a_task("TW-1", register="VN", by=THU, lead="STP-08")

    with pytest.raises(UnknownTask):
        update_tasks(tasks=[own.uuid], change=TaskChange(group="data"), reason="x", by=HOA)
    with pytest.raises(NotAllowed):
        update_tasks(tasks=[own.uuid], change=TaskChange(group="data"), reason="x", by=TU)
    with pytest.raises(NotAllowed):
        update_tasks(tasks=[own.uuid, central.uuid], change=TaskChange(group="data"), reason="x", by=SON)
