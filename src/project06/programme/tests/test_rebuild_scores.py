"""Landing-page rows made anew are those that the operations kept."""

import pytest

from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed
from project06.programme.models import LatestObservation, UnitScore
from project06.programme.operations.open_period import open_period
from project06.programme.operations.rebuild_scores import rebuild_scores
from project06.programme.operations.record_observations import record_observations
from project06.programme.tests.indicator_world import CHI, MONTH, NOW, RATE, SYSTEM, TODAY, count, rate

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock():
    with frozen(NOW):
        yield


def stored() -> tuple[list[object], list[object]]:
    latest = LatestObservation.objects.order_by("version", "unit_code", "unit_since")
    scores = UnitScore.objects.order_by("version", "period", "unit_code", "unit_since")
    return (
        list(latest.values_list("version", "unit_code", "unit_since", "observation", "valued", "trend")),
        list(scores.values_list("version", "period", "group_path", "unit_code", "place", "ties", "ranked", "missing")),
    )


def test_gives_what_the_operations_kept() -> None:
    record_observations(rows=[rate(40), rate(40, unit="12"), count(3), rate(5, period="2026-09")], by=SYSTEM)
    open_period(indicators=[RATE], units=["14"], units_on=TODAY, period=MONTH, due_on=TODAY, by=SYSTEM)
    before = stored()

    made = rebuild_scores(by=SYSTEM)

    assert stored() == before
    assert made == len(before[0])


def test_is_refused_to_officers() -> None:
    with pytest.raises(NotAllowed):
        rebuild_scores(by=CHI)
