from datetime import timedelta
from uuid import uuid4  # noqa: TID251 - a task that does not exist

import pytest

from project06.evidence import public as evidence
from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed
from project06.programme.enums.steering import Claim, Schedule, TaskEventKind
from project06.programme.errors.steering import (
    NotYourTask,
    TaskCancelled,
    TaskSettled,
    UnknownTask,
    UnusableDoneDate,
)
from project06.programme.operations.cancel_task import cancel_task
from project06.programme.operations.claim_task import claim_task
from project06.programme.queries.find_task import get_task_detail
from project06.programme.tests.cast import HOA, NOON, READER, SON, TODAY, TU, YEN, a_proved_task, a_task

pytestmark = pytest.mark.django_db
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture(autouse=True)
def _clock():
    with frozen(NOON):
        yield


def test_keeps_what_the_lead_says_apart_from_the_clock() -> None:
    task = a_task(due_on=YESTERDAY - timedelta(days=3))

    claimed = claim_task(task=task.uuid, claim=Claim.DONE, done_on=YESTERDAY - timedelta(days=9), by=TU)

    assert claimed.claimed is Claim.DONE
    assert claimed.schedule is Schedule.LATE


def test_lets_a_co_lead_and_the_secretary_report_too() -> None:
    task = a_task(co_leads=("SYT-08",))

    assert claim_task(task=task.uuid, claim=Claim.NOT_STARTED, by=YEN).claimed is Claim.NOT_STARTED
    assert claim_task(task=task.uuid, claim=Claim.IN_PROGRESS, by=SON).claimed is Claim.IN_PROGRESS


def test_appends_every_report_to_the_history() -> None:
    task = a_task()

    claim_task(task=task.uuid, claim=Claim.IN_PROGRESS, note="Đang lấy ý kiến", by=TU)
    claim_task(task=task.uuid, claim=Claim.IN_PROGRESS, by=TU)

    events = [event for event in get_task_detail(task.uuid, by=SON).history if event.kind is TaskEventKind.CLAIMED]
    assert [(event.claim, event.reason) for event in events] == [
        (Claim.IN_PROGRESS, "Đang lấy ý kiến"),
        (Claim.IN_PROGRESS, ""),
    ]


def test_takes_back_the_day_with_the_claim() -> None:
    task = a_task()
    claim_task(task=task.uuid, claim=Claim.DONE, done_on=YESTERDAY, by=TU)

    assert claim_task(task=task.uuid, claim=Claim.IN_PROGRESS, by=TU).done_on is None


@pytest.mark.parametrize(("by", "refusal"), [(HOA, UnknownTask), (YEN, NotYourTask), (READER, NotAllowed)])
def test_refuses_whoever_does_not_lead_it(by, refusal) -> None:
    task = a_task()

    with pytest.raises(refusal):
        claim_task(task=task.uuid, claim=Claim.IN_PROGRESS, by=by)


@pytest.mark.parametrize(
    ("claim", "done_on"),
    [
        (Claim.DONE, None),
        (Claim.DONE, TODAY + timedelta(days=1)),
        (Claim.DONE, TODAY - timedelta(days=200)),
        (Claim.IN_PROGRESS, YESTERDAY),
    ],
)
def test_refuses_a_day_that_does_not_fit(claim, done_on) -> None:
    task = a_task()

    with pytest.raises(UnusableDoneDate):
        claim_task(task=task.uuid, claim=claim, done_on=done_on, by=TU)


def test_refuses_a_settled_and_a_cancelled_task() -> None:
    proved, cancelled = a_proved_task(), a_task("NV-02")
    cancel_task(task=cancelled.uuid, reason="Trùng nhiệm vụ", by=SON)

    with pytest.raises(TaskSettled):
        claim_task(task=proved.uuid, claim=Claim.IN_PROGRESS, by=TU)
    with pytest.raises(TaskCancelled):
        claim_task(task=cancelled.uuid, claim=Claim.IN_PROGRESS, by=TU)


def test_refuses_a_task_that_does_not_exist() -> None:
    with pytest.raises(UnknownTask):
        claim_task(task=uuid4(), claim=Claim.IN_PROGRESS, by=TU)


def test_records_a_refusal() -> None:
    task = a_task()

    with pytest.raises(NotYourTask):
        claim_task(task=task.uuid, claim=Claim.IN_PROGRESS, by=YEN)

    newest = evidence.list_for_subject(task.uuid).records[0]
    assert (newest.outcome, newest.details) == (evidence.Outcome.REFUSED, {"code": "programme.not-your-task"})
