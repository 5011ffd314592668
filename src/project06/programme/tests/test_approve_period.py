"""Approving locks: for the operation, for the reporter, and for the database itself."""

import pytest
from django.db import transaction
from django.db.utils import DatabaseError

from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed
from project06.places.errors import UnknownUnit
from project06.programme.enums import HandlingStep, ObservationStatus
from project06.programme.errors import MisfitPeriod, NotChecked, PeriodAlreadyApproved, PeriodLocked, UnknownIndicator
from project06.programme.models import Correction, Handling, Observation
from project06.programme.operations.approve_period import approve_period
from project06.programme.operations.check_observations import check_observations
from project06.programme.operations.open_period import open_period
from project06.programme.operations.record_observation import record_observation
from project06.programme.queries.get_lineage import get_lineage
from project06.programme.tests.indicator_world import CHI, HOA, MINH, MONTH, NOW, RATE, SYSTEM, TODAY, TUAN, rate

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock():
    with frozen(NOW):
        yield


@pytest.fixture
def checked():
    figure = record_observation(row=rate(40), by=MINH)
    check_observations(observations=[figure.uuid], by=CHI)
    return figure


def approve(by=CHI, **other):
    return approve_period(**{"period": MONTH, "unit_code": "11", "indicators": [RATE]} | other, by=by)


def test_locks_the_figures_of_a_unit(checked) -> None:
    report = approve()

    lineage = get_lineage(observation=checked.uuid, seen_by=TUAN)
    assert (report.rows, report.missing) == (1, 0)
    assert lineage.observation.status is ObservationStatus.APPROVED
    assert lineage.handlings[-1].step is HandlingStep.APPROVED
    assert lineage.handlings[-1].account == CHI.account
    assert lineage.locked_at is not None
    assert lineage.lock_digest


def test_lets_nobody_report_into_a_locked_period(checked) -> None:
    approve()

    with pytest.raises(PeriodLocked):
        record_observation(row=rate(41), by=MINH)
    with pytest.raises(PeriodLocked):
        open_period(indicators=[RATE], units=["11"], units_on=TODAY, period=MONTH, due_on=TODAY, by=SYSTEM)
    record_observation(row=rate(41, unit="12"), by=HOA)


def test_counts_what_is_missing_and_keeps_it_missing(checked) -> None:
    open_period(indicators=[RATE], units=["12"], units_on=TODAY, period=MONTH, due_on=TODAY, by=SYSTEM)

    report = approve(by=SYSTEM, unit_code="VN")

    assert (report.rows, report.missing) == (1, 1)
    with pytest.raises(PeriodLocked):
        record_observation(row=rate(41, unit="12"), by=HOA)


def test_is_enforced_by_the_database_itself(checked) -> None:
    approve()

    with pytest.raises(DatabaseError, match="locked"), transaction.atomic():
        Observation.objects.filter(uuid=checked.uuid).update(value=99)
    rows = Observation.objects.filter(uuid=checked.uuid)
    with pytest.raises(DatabaseError, match="locked"), transaction.atomic():
        rows._raw_delete(rows.db)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Handling.objects.all().update(remark="x")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Correction.objects.all().delete()


def test_waits_until_everything_reported_is_checked() -> None:
    record_observation(row=rate(40), by=MINH)

    with pytest.raises(NotChecked):
        approve()


def test_happens_once(checked) -> None:
    approve()

    with pytest.raises(PeriodAlreadyApproved):
        approve()


@pytest.mark.parametrize(
    ("other", "refusal"),
    [
        ({"period": "2026-99"}, MisfitPeriod),
        ({"unit_code": "99"}, UnknownUnit),
        ({"indicators": ["no-such"]}, UnknownIndicator),
    ],
)
def test_refuses_bad_input(other, refusal) -> None:
    with pytest.raises(refusal):
        approve(**other)


@pytest.mark.parametrize("by", [MINH, HOA, TUAN])
def test_is_refused_to_everybody_else(checked, by) -> None:
    with pytest.raises(NotAllowed):
        approve(by=by)
