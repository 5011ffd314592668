"""Revising, handing over, editing and cancelling one task."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from django.db.utils import DatabaseError

from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed
from project06.programme.enums.steering import Recurrence, Schedule, TaskEventKind
from project06.programme.errors.steering import (
    ActMissing,
    LeadOutsideRegister,
    LeadRepeated,
    NothingToChange,
    ReasonMissing,
    SameDueDate,
    TaskCancelled,
    TaskSettled,
    TitleMissing,
    UnknownGroup,
    UnknownTask,
    UnusableDueDate,
)
from project06.programme.models import Task, TaskEvent
from project06.programme.operations.cancel_task import cancel_task
from project06.programme.operations.edit_task import edit_task
from project06.programme.operations.hand_over_task import hand_over_task
from project06.programme.operations.revise_due_date import revise_due_date
from project06.programme.queries.find_task import get_task, get_task_detail
from project06.programme.tests.cast import HOA, NOON, SON, TODAY, TU, YEN, a_proved_task, a_task

pytestmark = pytest.mark.django_db
LATER = TODAY + timedelta(days=90)
WHY = {"reason": "Chờ nghị định mới", "act": "15/TB-VPCP"}


@pytest.fixture(autouse=True)
def _clock():
    with frozen(NOON):
        yield


def test_revises_the_due_date_and_keeps_the_original_one() -> None:
    task = a_task()

    revise_due_date(task=task.uuid, due_on=LATER, **WHY, by=SON)
    revised = revise_due_date(task=task.uuid, due_on=LATER + timedelta(days=9), **WHY, by=SON)

    assert (revised.original_due_on, revised.due_on) == (task.due_on, LATER + timedelta(days=9))
    assert revised.revisions == 2
    events = get_task_detail(task.uuid, by=SON).history[1:]
    assert [(event.due_before, event.due_after, event.act) for event in events] == [
        (task.due_on, LATER, "15/TB-VPCP"),
        (LATER, LATER + timedelta(days=9), "15/TB-VPCP"),
    ]


def test_gives_a_regular_task_a_due_date_it_never_had() -> None:
    task = a_task(recurrence=Recurrence.QUARTER, due_on=None)

    revised = revise_due_date(task=task.uuid, due_on=LATER, **WHY, by=SON)

    assert (revised.original_due_on, revised.due_on) == (None, LATER)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"reason": " "}, ReasonMissing),
        ({"act": " "}, ActMissing),
        ({"due_on": TODAY + timedelta(days=30)}, SameDueDate),
        ({"due_on": TODAY - timedelta(days=150)}, UnusableDueDate),
    ],
)
def test_refuses_a_revision_that_cannot_be_explained(changes, refusal) -> None:
    task = a_task()

    with pytest.raises(refusal):
        revise_due_date(**{"task": task.uuid, "due_on": LATER, **WHY, "by": SON, **changes})

    assert get_task(task.uuid, by=SON).revisions == 0


def test_refuses_to_revise_what_is_settled_cancelled_or_of_somebody_else() -> None:
    proved, cancelled, own = a_proved_task(), a_task("NV-02"), a_task("NV-03")
    cancel_task(task=cancelled.uuid, reason="Trùng", by=SON)

    with pytest.raises(TaskSettled):
        revise_due_date(task=proved.uuid, due_on=LATER, **WHY, by=SON)
    with pytest.raises(TaskCancelled):
        revise_due_date(task=cancelled.uuid, due_on=LATER, **WHY, by=SON)
    with pytest.raises(NotAllowed):
        revise_due_date(task=own.uuid, due_on=LATER, **WHY, by=TU)
    with pytest.raises(UnknownTask):
        revise_due_date(task=own.uuid, due_on=LATER, **WHY, by=HOA)


def test_keeps_the_original_due_date_in_the_database_too() -> None:
    task = a_task()

    with pytest.raises(DatabaseError, match="original due date"), transaction.atomic():
        Task.objects.filter(uuid=task.uuid).update(original_due_on=date(2027, 1, 1))


def test_keeps_the_history_in_the_database_too() -> None:
    a_task()

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        TaskEvent.objects.update(reason="Khác")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        TaskEvent.objects.all().delete()
    assert TaskEvent.objects.update(account=None) == 1, "an account may become a pseudonym when its time is over"


def test_hands_over_to_another_agency() -> None:
    task = a_task()

    handed = hand_over_task(
        task=task.uuid, lead="SYT-08", co_leads=("STP-08",), on=TODAY, reason="Chuyển chức năng", by=SON
    )

    assert (handed.lead.code, [each.code for each in handed.co_leads]) == ("SYT-08", ["STP-08"])
    last = get_task_detail(task.uuid, by=SON).history[-1]
    assert (last.kind, last.changes["lead"]) == (TaskEventKind.HANDED_OVER, "STP-08")
    assert get_task(task.uuid, by=YEN).lead.name == "Sở Y tế tỉnh Tuyên Quang"


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"lead": "STP-08"}, LeadRepeated),
        ({"co_leads": ("SYT-08",)}, LeadRepeated),
        ({"lead": "SYT-11"}, LeadOutsideRegister),
        ({"reason": ""}, ReasonMissing),
        ({"by": TU}, NotAllowed),
        ({"by": HOA}, UnknownTask),
    ],
)
def test_refuses_to_hand_over(changes, refusal) -> None:
    task = a_task()
    asked = {"task": task.uuid, "lead": "SYT-08", "on": TODAY, "reason": "Chuyển", "by": SON}

    with pytest.raises(refusal):
        hand_over_task(**{**asked, **changes})


def test_edits_and_keeps_the_former_words() -> None:
    task = a_task()

    edited = edit_task(
        task=task.uuid,
        titles={"vi": "Rà soát thủ tục", "pl": "Przegląd procedur"},
        plan="digital-transformation",
        group="data",
        reason="Sửa nhóm",
        by=SON,
    )

    assert (edited.group, edited.title_in("pl"), edited.title_in("hi")) == (
        "data",
        "Przegląd procedur",
        "Rà soát thủ tục",
    )
    changes = get_task_detail(task.uuid, by=SON).history[-1].changes
    assert changes["group"] == "institutions"
    assert changes["title_en"] == "Simplify land procedures"


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"titles": {"en": "x"}}, TitleMissing),
        ({"group": "none"}, UnknownGroup),
        ({"reason": ""}, ReasonMissing),
        ({"by": TU}, NotAllowed),
        ({"by": HOA}, UnknownTask),
    ],
)
def test_refuses_to_edit(changes, refusal) -> None:
    task = a_task()
    asked = {
        "task": task.uuid,
        "titles": {"vi": "Mới"},
        "plan": "project-06",
        "group": "data",
        "reason": "Sửa",
        "by": SON,
    }

    with pytest.raises(refusal):
        edit_task(**{**asked, **changes})


def test_refuses_an_edit_that_changes_nothing() -> None:
    task = a_task()

    with pytest.raises(NothingToChange):
        edit_task(task=task.uuid, titles=task.titles, plan=task.plan, group=task.group, reason="Sửa", by=SON)


def test_cancels_once_and_keeps_the_task_in_the_register() -> None:
    task = a_task(due_on=TODAY - timedelta(days=5))

    assert cancel_task(task=task.uuid, reason="Trùng nhiệm vụ", by=SON).schedule is Schedule.CANCELLED

    with pytest.raises(TaskCancelled):
        cancel_task(task=task.uuid, reason="Lần nữa", by=SON)
    assert get_task(task.uuid, by=TU).cancelled_on == TODAY


@pytest.mark.parametrize(
    ("by", "reason", "refusal"), [(TU, "x", NotAllowed), (HOA, "x", UnknownTask), (SON, " ", ReasonMissing)]
)
def test_refuses_to_cancel(by, reason, refusal) -> None:
    task = a_task()

    with pytest.raises(refusal):
        cancel_task(task=task.uuid, reason=reason, by=by)


def test_refuses_to_cancel_what_is_proved() -> None:
    with pytest.raises(TaskSettled):
        cancel_task(task=a_proved_task().uuid, reason="Nhầm", by=SON)
