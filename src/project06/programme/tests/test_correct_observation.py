"""A corrected figure keeps both readings, also when it was approved."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

import pytest

from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed
from project06.programme.enums import ObservationStatus
from project06.programme.errors import (
    NothingToCorrect,
    NotReported,
    ReasonMissing,
    UnknownObservation,
    UnknownSource,
    ValueOutOfRange,
)
from project06.programme.models import LatestObservation, Observation, UnitScore
from project06.programme.operations.approve_period import approve_period
from project06.programme.operations.check_observations import check_observations
from project06.programme.operations.correct_observation import CorrectReading, correct_observation
from project06.programme.operations.open_period import open_period
from project06.programme.operations.record_observation import record_observation
from project06.programme.queries.get_lineage import get_lineage
from project06.programme.tests.indicator_world import CHI, HOA, MINH, MONTH, NOW, RATE, SYSTEM, TODAY, TUAN, rate

pytestmark = pytest.mark.django_db
RIGHT = CorrectReading(
    reasons={"vi": "Cộng thiếu một xã."}, numerator=Decimal(45), denominator=Decimal(100), source="W-DB23"
)


@pytest.fixture(autouse=True)
def _clock():
    with frozen(NOW):
        yield


@pytest.fixture
def approved():
    figure = record_observation(row=rate(40), by=MINH)
    check_observations(observations=[figure.uuid], by=CHI)
    approve_period(period=MONTH, unit_code="11", indicators=[RATE], by=CHI)
    return figure


def test_keeps_both_readings(approved) -> None:
    correction = correct_observation(observation=approved.uuid, correct=RIGHT, by=CHI)

    lineage = get_lineage(observation=approved.uuid, seen_by=TUAN)
    assert (correction.reading_before, correction.reading_after) == ("40 / 100", "45 / 100")
    assert correction.reason("pl") == "Cộng thiếu một xã."
    assert lineage.corrections == (correction,)
    assert lineage.observation.value == 45
    assert lineage.observation.status is ObservationStatus.APPROVED


def test_reaches_landing_pages_and_places(approved) -> None:
    record_observation(row=rate(42, unit="12"), by=HOA)

    correct_observation(observation=approved.uuid, correct=RIGHT, by=CHI)

    latest = LatestObservation.objects.get(version__indicator__code=RATE, unit_code="11")
    assert latest.trend[-1] == 45
    score = UnitScore.objects.get(version__indicator__code=RATE, period=MONTH, unit_code="11")
    assert score.place == 1


def test_locks_again_at_once(approved) -> None:
    correct_observation(observation=approved.uuid, correct=RIGHT, by=CHI)

    with pytest.raises(Exception, match="locked"):
        Observation.objects.filter(uuid=approved.uuid).update(value=1)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"numerator": Decimal(40)}, NothingToCorrect),
        ({"numerator": Decimal(400)}, ValueOutOfRange),
        ({"source": "no-such"}, UnknownSource),
        ({"reasons": {"vi": "  "}}, ReasonMissing),
    ],
)
def test_refuses_bad_input(approved, change, refusal) -> None:
    with pytest.raises(refusal):
        correct_observation(observation=approved.uuid, correct=replace(RIGHT, **change), by=CHI)


def test_refuses_what_is_not_there() -> None:
    open_period(indicators=[RATE], units=["11"], units_on=TODAY, period=MONTH, due_on=TODAY, by=SYSTEM)
    missing = Observation.objects.get(version__indicator__code=RATE, period=MONTH)

    with pytest.raises(NotReported):
        correct_observation(observation=missing.uuid, correct=RIGHT, by=CHI)
    with pytest.raises(UnknownObservation):
        correct_observation(observation=UUID(int=5), correct=RIGHT, by=CHI)


def test_hides_the_figure_from_another_province(approved) -> None:
    with pytest.raises(UnknownObservation):
        correct_observation(observation=approved.uuid, correct=RIGHT, by=HOA)
    with pytest.raises(NotAllowed):
        correct_observation(observation=approved.uuid, correct=RIGHT, by=MINH)
