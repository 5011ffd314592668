"""Opening, linking and moving bottlenecks."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.db.utils import DatabaseError

from project06.agencies.errors import UnknownAgency
from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed
from project06.programme.data.registers import BottleneckFilter
from project06.programme.enums.steering import BottleneckClass, BottleneckState
from project06.programme.errors.steering import (
    MoveNotPossible,
    OtherEyesNeeded,
    ReasonMissing,
    TitleMissing,
    UnknownBottleneck,
    UnknownTask,
    UnusableDueDate,
    UnusableUnitPath,
)
from project06.programme.models import Movement
from project06.programme.operations.link_bottleneck import link_bottleneck
from project06.programme.operations.move_bottleneck import move_bottleneck
from project06.programme.queries.bottlenecks import (
    count_ages,
    count_bottlenecks,
    get_bottleneck,
    list_bottlenecks,
    list_stuck_bottlenecks,
)
from project06.programme.tests.cast import (
    HOA,
    NGA,
    NOON,
    READER,
    SON,
    TODAY,
    TU,
    TUYEN_QUANG,
    a_bottleneck,
    a_task,
)

pytestmark = pytest.mark.django_db
AGREED = BottleneckState.ACTION_AGREED
RELIEVED = BottleneckState.RELIEVED
VERIFIED = BottleneckState.VERIFIED
RETURNED = BottleneckState.RETURNED


@pytest.fixture(autouse=True)
def _clock():
    with frozen(NOON):
        yield


def _relieved():
    bottleneck = a_bottleneck()
    move_bottleneck(bottleneck=bottleneck.uuid, to=AGREED, note="Trình nghị quyết", by=SON)
    return move_bottleneck(bottleneck=bottleneck.uuid, to=RELIEVED, by=SON)


def test_counts_its_age_in_working_days() -> None:
    bottleneck = a_bottleneck()

    assert bottleneck.code == "DN-2026-0001"
    assert (bottleneck.age, bottleneck.still_for, bottleneck.is_late) == (28, 28, False)
    assert a_bottleneck().code == "DN-2026-0002"


def test_goes_its_way_to_verification_with_two_pairs_of_eyes() -> None:
    bottleneck = _relieved()

    with pytest.raises(OtherEyesNeeded):
        move_bottleneck(bottleneck=bottleneck.uuid, to=VERIFIED, by=SON)
    verified = move_bottleneck(bottleneck=bottleneck.uuid, to=VERIFIED, by=NGA)

    assert (verified.state, verified.closed_on, verified.measure) == (VERIFIED, TODAY, "Trình nghị quyết")
    steps = get_bottleneck(bottleneck.uuid, by=SON).movements
    assert [(step.from_state, step.to_state) for step in steps] == [
        ("", "open"),
        ("open", "action-agreed"),
        ("action-agreed", "relieved"),
        ("relieved", "verified"),
    ]
    assert list_bottlenecks(BottleneckFilter(), by=SON).bottlenecks == ()


def test_comes_back_with_a_reason() -> None:
    bottleneck = _relieved()

    with pytest.raises(ReasonMissing):
        move_bottleneck(bottleneck=bottleneck.uuid, to=RETURNED, by=NGA)
    move_bottleneck(bottleneck=bottleneck.uuid, to=RETURNED, note="Nghị quyết chưa có hiệu lực", by=NGA)

    assert move_bottleneck(bottleneck=bottleneck.uuid, to=RELIEVED, by=SON).state is RELIEVED


@pytest.mark.parametrize("to", [RELIEVED, VERIFIED, RETURNED, BottleneckState.OPEN])
def test_jumps_over_no_step(to) -> None:
    with pytest.raises(MoveNotPossible):
        move_bottleneck(bottleneck=a_bottleneck().uuid, to=to, note="x", by=SON)


def test_takes_no_step_twice() -> None:
    bottleneck = a_bottleneck()
    move_bottleneck(bottleneck=bottleneck.uuid, to=AGREED, note="x", by=SON)

    with pytest.raises(MoveNotPossible):
        move_bottleneck(bottleneck=bottleneck.uuid, to=AGREED, note="x", by=SON)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"titles": {"vi": ""}}, TitleMissing),
        ({"owner": "SXX-08"}, UnknownAgency),
        ({"raised_on": TODAY + timedelta(days=1)}, UnusableDueDate),
        ({"due_on": TODAY - timedelta(days=60)}, UnusableDueDate),
        ({"tasks": (SON.account,)}, UnknownTask),
        ({"units": ("VN/../08",)}, UnusableUnitPath),
        ({"owner": "STP-11"}, NotAllowed),
        ({"by": TU}, NotAllowed),
        ({"by": HOA}, NotAllowed),
    ],
)
def test_refuses_what_cannot_be_opened(changes, refusal) -> None:
    with pytest.raises(refusal):
        a_bottleneck(**changes)


def test_refuses_the_wrong_person() -> None:
    bottleneck = a_bottleneck()

    with pytest.raises(UnknownBottleneck):
        move_bottleneck(bottleneck=bottleneck.uuid, to=AGREED, note="x", by=HOA)
    with pytest.raises(NotAllowed):
        move_bottleneck(bottleneck=bottleneck.uuid, to=AGREED, note="x", by=READER)
    with pytest.raises(UnknownBottleneck):
        get_bottleneck(bottleneck.uuid, by=HOA)


def test_names_what_it_stands_in_the_way_of() -> None:
    task = a_task()
    bottleneck = a_bottleneck(tasks=(task.uuid,), indicators=("fee-policy",), units=("VN/08",))

    linked = link_bottleneck(
        bottleneck=bottleneck.uuid, tasks=[], indicators=["a", "b", "a"], units=["VN/08/02212"], by=SON
    )

    assert bottleneck.tasks == (task.uuid,)
    assert (linked.tasks, linked.indicators, linked.units) == ((), ("a", "b"), ("VN/08/02212",))
    assert linked.moved_on == bottleneck.moved_on, "linking is no movement"


def test_is_stuck_after_twenty_working_days_without_movement() -> None:
    old = a_bottleneck()
    a_bottleneck(raised_on=TODAY - timedelta(days=10))
    moved = a_bottleneck()
    move_bottleneck(bottleneck=moved.uuid, to=AGREED, note="x", by=SON)

    assert [each.uuid for each in list_stuck_bottlenecks(TUYEN_QUANG, by=SON)] == [old.uuid]
    assert list_stuck_bottlenecks(TUYEN_QUANG, by=HOA) == ()


def test_is_counted_by_class_and_age() -> None:
    a_bottleneck()
    a_bottleneck(kind=BottleneckClass.DATA, raised_on=TODAY)
    a_bottleneck(kind=BottleneckClass.DATA, raised_on=TODAY - timedelta(days=300), due_on=None)

    assert count_bottlenecks(TUYEN_QUANG, by=SON) == {BottleneckClass.LEGAL: 1, BottleneckClass.DATA: 2}
    assert [band.count for band in count_ages(TUYEN_QUANG, by=SON)] == [1, 1, 0, 1]


def test_is_listed_page_by_page_the_stillest_first(django_assert_num_queries) -> None:
    for days in (5, 40, 20, 20, 60):
        a_bottleneck(raised_on=TODAY - timedelta(days=days))

    with django_assert_num_queries(2):
        first = list_bottlenecks(BottleneckFilter(below=TUYEN_QUANG), by=SON, limit=3)
    second = list_bottlenecks(BottleneckFilter(), by=SON, after=first.next_after or "", limit=3)

    ages = [(TODAY - each.moved_on).days for each in (*first.bottlenecks, *second.bottlenecks)]
    assert (ages, second.next_after) == ([60, 40, 20, 20, 5], None)
    assert len(list_bottlenecks(BottleneckFilter(text="nghi quyet mien"), by=SON).bottlenecks) == 5
    assert list_bottlenecks(BottleneckFilter(kind=BottleneckClass.DATA), by=SON).bottlenecks == ()


def test_keeps_its_steps_in_the_database_too() -> None:
    a_bottleneck()

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Movement.objects.update(note="Khác")
