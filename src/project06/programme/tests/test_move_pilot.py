"""Registering and moving pilot models."""

from datetime import timedelta

import pytest

from project06.agencies.errors import UnknownAgency
from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed
from project06.places.errors import UnknownUnit
from project06.programme.enums.steering import PilotState
from project06.programme.errors.steering import (
    MoveNotPossible,
    PilotExists,
    ReasonMissing,
    ResultIndicatorMissing,
    TitleMissing,
    UnknownPilot,
    UnusableCode,
    UnusableDueDate,
)
from project06.programme.operations.move_pilot import move_pilot
from project06.programme.queries.pilots import count_pilots, get_pilot, list_pilots
from project06.programme.tests.cast import HOA, NOON, READER, SON, TODAY, TU, TUYEN_QUANG, a_pilot

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock():
    with frozen(NOON):
        yield


def _deployed(code: str = "MH-01"):
    pilot = a_pilot(code)
    move_pilot(pilot=pilot.uuid, to=PilotState.PREPARING, by=SON)
    return move_pilot(pilot=pilot.uuid, to=PilotState.DEPLOYED, by=SON)


def test_goes_from_registration_to_replication() -> None:
    pilot = _deployed()

    move_pilot(pilot=pilot.uuid, to=PilotState.EFFECTIVE, result_indicator="kiosk-visits", by=SON)
    replicated = move_pilot(pilot=pilot.uuid, to=PilotState.REPLICATED, note="Nhân rộng 5 bệnh viện", by=SON)

    assert (replicated.state, replicated.result_indicator) == (PilotState.REPLICATED, "kiosk-visits")
    assert len(get_pilot(pilot.uuid, by=SON).movements) == 5


def test_goes_on_after_no_result() -> None:
    pilot = _deployed()

    move_pilot(pilot=pilot.uuid, to=PilotState.NO_RESULT, result_indicator="x", note="Chưa có người dùng", by=SON)

    assert move_pilot(pilot=pilot.uuid, to=PilotState.DEPLOYED, by=SON).state is PilotState.DEPLOYED


@pytest.mark.parametrize("to", [PilotState.EFFECTIVE, PilotState.NO_RESULT])
def test_is_not_judged_without_its_result_indicator(to) -> None:
    with pytest.raises(ResultIndicatorMissing):
        move_pilot(pilot=_deployed().uuid, to=to, note="x", by=SON)


def test_ends_with_a_reason_and_for_good() -> None:
    pilot = a_pilot()

    with pytest.raises(ReasonMissing):
        move_pilot(pilot=pilot.uuid, to=PilotState.STOPPED, by=SON)
    move_pilot(pilot=pilot.uuid, to=PilotState.STOPPED, note="Hết kinh phí", by=SON)
    with pytest.raises(MoveNotPossible):
        move_pilot(pilot=pilot.uuid, to=PilotState.PREPARING, by=SON)


@pytest.mark.parametrize(
    "to", [PilotState.DEPLOYED, PilotState.EFFECTIVE, PilotState.REPLICATED, PilotState.REGISTERED]
)
def test_jumps_over_no_step(to) -> None:
    with pytest.raises(MoveNotPossible):
        move_pilot(pilot=a_pilot().uuid, to=to, note="x", by=SON)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"titles": {}}, TitleMissing),
        ({"code": " "}, UnusableCode),
        ({"lead": "SXX-08"}, UnknownAgency),
        ({"unit_code": "26"}, UnknownUnit),
        ({"registered_on": TODAY + timedelta(days=1)}, UnusableDueDate),
        ({"unit_code": "11", "lead": "SYT-11"}, NotAllowed),
        ({"by": TU}, NotAllowed),
        ({"by": HOA}, NotAllowed),
    ],
)
def test_refuses_what_cannot_be_registered(changes, refusal) -> None:
    with pytest.raises(refusal):
        a_pilot(**changes)


def test_refuses_the_same_code_twice() -> None:
    a_pilot()

    with pytest.raises(PilotExists):
        a_pilot()


def test_refuses_the_wrong_person() -> None:
    pilot = a_pilot()

    with pytest.raises(UnknownPilot):
        move_pilot(pilot=pilot.uuid, to=PilotState.PREPARING, by=HOA)
    with pytest.raises(NotAllowed):
        move_pilot(pilot=pilot.uuid, to=PilotState.PREPARING, by=READER)
    assert list_pilots(by=HOA) == ()


def test_is_listed_found_and_counted(django_assert_num_queries) -> None:
    a_pilot("MH-02")
    _deployed("MH-01")

    with django_assert_num_queries(1):
        assert [each.code for each in list_pilots(by=SON, path=TUYEN_QUANG, text="ki ot tu phuc vu")] == [
            "MH-01",
            "MH-02",
        ]
    assert [each.code for each in list_pilots(by=SON, after="MH-01")] == ["MH-02"]
    assert [each.code for each in list_pilots(by=SON, state=PilotState.DEPLOYED)] == ["MH-01"]
    assert count_pilots(TUYEN_QUANG, by=SON) == {PilotState.REGISTERED: 1, PilotState.DEPLOYED: 1}
