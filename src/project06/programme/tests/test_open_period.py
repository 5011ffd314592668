"""Asking units for their figures: missing is a row from the first day."""

from datetime import date

import pytest

from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed
from project06.places.errors import UnknownUnit
from project06.programme.enums import ObservationStatus
from project06.programme.errors import ComputedIndicator, MisfitPeriod, UnitNotInPeriod, UnknownIndicator
from project06.programme.models import Observation, UnitScore
from project06.programme.operations.open_period import open_period
from project06.programme.operations.record_observation import record_observation
from project06.programme.queries.list_not_reported import count_reporting, list_not_reported
from project06.programme.tests.indicator_world import CHI, HOA, MINH, MONTH, NOW, RATE, SYSTEM, TODAY, TUAN, rate

pytestmark = pytest.mark.django_db
DUE = date(2026, 11, 10)


@pytest.fixture(autouse=True)
def _clock():
    with frozen(NOW):
        yield


def opened(by=SYSTEM, **other):
    asked = {"indicators": [RATE], "units": ["11", "12"], "units_on": TODAY, "period": MONTH, "due_on": DUE}
    return open_period(**asked | other, by=by)


def test_writes_a_missing_row_for_each_unit() -> None:
    report = opened()

    assert (report.opened, report.known) == (2, 0)
    rows = Observation.objects.filter(version__indicator__code=RATE, period=MONTH)
    assert {row.status for row in rows} == {ObservationStatus.MISSING}
    assert all(row.value is None and row.due_on == DUE for row in rows)


def test_leaves_what_has_come_already() -> None:
    record_observation(row=rate(40), by=MINH)

    report = opened()

    assert (report.opened, report.known) == (1, 1)
    assert opened().opened == 0


def test_lists_who_has_not_reported() -> None:
    opened()
    record_observation(row=rate(40), by=MINH)

    page = list_not_reported(on=TODAY, seen_by=TUAN, period=MONTH)

    assert [(each.unit_code, each.indicator, each.overdue_days) for each in page.figures] == [("12", RATE, 11)]
    assert page.figures[0].unit_name == "Tỉnh Lai Châu"


def test_continues_the_list_where_the_page_ended() -> None:
    opened(units=["11", "12", "14"])

    first = list_not_reported(on=TODAY, seen_by=TUAN, period=MONTH, limit=2)
    second = list_not_reported(on=TODAY, seen_by=TUAN, period=MONTH, limit=2, after=first.next_after)

    assert [each.unit_code for each in (*first.figures, *second.figures)] == ["11", "12", "14"]
    assert second.next_after is None


def test_shows_missing_rows_only_to_whoever_may_see_the_unit() -> None:
    opened()

    page = list_not_reported(on=TODAY, seen_by=HOA, period=MONTH)

    assert [each.unit_code for each in page.figures] == ["12"]


def test_counts_rate_and_timeliness_from_plain_rows() -> None:
    opened(units=["11", "12", "14", "15"])
    record_observation(row=rate(40), by=MINH)
    with frozen(NOW.replace(day=9)):
        record_observation(row=rate(40, unit="12"), by=HOA)

    counted = count_reporting(on=TODAY, seen_by=TUAN, period=MONTH)

    assert (counted.expected, counted.reported, counted.missing, counted.late) == (4, 2, 2, 1)
    assert (counted.rate, counted.on_time_rate) == (50, 25)
    with pytest.raises(NotAllowed):
        count_reporting(on=TODAY, seen_by=HOA, period=MONTH, under="11")


def test_keeps_missing_units_out_of_the_places() -> None:
    opened()
    record_observation(row=rate(40), by=MINH)

    scores = UnitScore.objects.filter(version__indicator__code=RATE, period=MONTH)
    assert {score.unit_code: (score.place, score.ranked, score.missing) for score in scores} == {
        "11": (1, 1, 1),
        "12": (None, 1, 1),
    }


@pytest.mark.parametrize(
    ("other", "refusal"),
    [
        ({"indicators": ["no-such"]}, UnknownIndicator),
        ({"indicators": ["reporting-rate"]}, ComputedIndicator),
        ({"units": ["99"]}, UnknownUnit),
        ({"period": "H1-2026"}, MisfitPeriod),
        ({"units": ["08"], "period": "2024-H1"}, UnitNotInPeriod),
    ],
)
def test_refuses_bad_input(other, refusal) -> None:
    with pytest.raises(refusal):
        opened(**other)


def test_refuses_whoever_may_not_ask_a_unit() -> None:
    with pytest.raises(NotAllowed):
        opened(by=CHI)
    assert opened(by=CHI, units=["11"]).opened == 1
