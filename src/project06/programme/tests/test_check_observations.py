"""A second pair of eyes sees a figure before it counts."""

from dataclasses import replace
from uuid import UUID

import pytest

from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed
from project06.programme.enums import CHECK_INDICATORS, REPORT_INDICATORS, HandlingStep, ObservationStatus
from project06.programme.errors import NotReported, OwnFigure, PeriodLocked, UnknownObservation
from project06.programme.models import Observation
from project06.programme.operations.approve_period import approve_period
from project06.programme.operations.check_observations import check_observations
from project06.programme.operations.open_period import open_period
from project06.programme.operations.record_observation import record_observation
from project06.programme.queries.get_lineage import get_lineage
from project06.programme.tests.indicator_world import (
    CHI,
    HOA,
    MINH,
    MONTH,
    NOW,
    RATE,
    SYSTEM,
    TODAY,
    TUAN,
    officer,
    rate,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock():
    with frozen(NOW):
        yield


def test_marks_a_figure_as_checked() -> None:
    figure = record_observation(row=rate(40), by=MINH)

    assert check_observations(observations=[figure.uuid], by=CHI) == 1
    assert check_observations(observations=[figure.uuid], by=CHI) == 0
    steps = [each.step for each in get_lineage(observation=figure.uuid, seen_by=TUAN).handlings]
    assert steps == [HandlingStep.RECORDED, HandlingStep.CHECKED]


def test_has_to_be_done_again_after_a_change() -> None:
    figure = record_observation(row=rate(40), by=MINH)
    check_observations(observations=[figure.uuid], by=CHI)

    record_observation(row=rate(41), by=MINH)

    stored = Observation.objects.get(uuid=figure.uuid)
    assert (stored.status, stored.checked_in) == (ObservationStatus.REPORTED, None)


def test_is_not_for_whoever_reported_it() -> None:
    both = officer(1, "Minh", ("VN/11",), REPORT_INDICATORS, CHECK_INDICATORS)
    figure = record_observation(row=rate(40), by=both)

    with pytest.raises(OwnFigure):
        check_observations(observations=[figure.uuid], by=both)


def test_hides_figures_of_another_province() -> None:
    figure = record_observation(row=rate(40), by=MINH)

    with pytest.raises(UnknownObservation):
        check_observations(observations=[figure.uuid], by=HOA)
    with pytest.raises(NotAllowed):
        check_observations(observations=[figure.uuid], by=MINH)


def test_refuses_what_is_missing_unknown_or_locked() -> None:
    open_period(indicators=[RATE], units=["11"], units_on=TODAY, period=MONTH, due_on=TODAY, by=SYSTEM)
    missing = Observation.objects.get(version__indicator__code=RATE, period=MONTH)
    with pytest.raises(NotReported):
        check_observations(observations=[missing.uuid], by=CHI)
    with pytest.raises(UnknownObservation):
        check_observations(observations=[UUID(int=77)], by=CHI)

    figure = record_observation(row=replace(rate(40), period="2026-09"), by=MINH)
    check_observations(observations=[figure.uuid], by=CHI)
    approve_period(period="2026-09", unit_code="11", indicators=[RATE], by=CHI)
    with pytest.raises(PeriodLocked):
        check_observations(observations=[figure.uuid], by=CHI)
