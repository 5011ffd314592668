"""Delivering many figures: all of them, or none."""

from dataclasses import replace

import pytest

from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed
from project06.programme.errors import DuplicateRow, FaultyFigures, TooManyRows, ValueOutOfRange
from project06.programme.models import Observation, UnitScore
from project06.programme.operations import record_observations as module
from project06.programme.operations.record_observations import record_observations
from project06.programme.tests.indicator_world import MINH, MONTH, NOW, RATE, SYSTEM, TUAN, count, rate

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock():
    with frozen(NOW):
        yield


def test_stores_every_row_of_a_delivery() -> None:
    rows = [rate(40), rate(50, unit="12"), count(7), count(8, unit="12")]

    report = record_observations(rows=rows, by=SYSTEM)

    assert (report.rows, report.changed, report.periods) == (4, 4, (MONTH,))
    assert record_observations(rows=rows, by=SYSTEM).changed == 0


def test_gives_places_in_the_same_transaction() -> None:
    record_observations(rows=[rate(40), rate(50, unit="12"), rate(50, unit="14")], by=SYSTEM)

    scores = UnitScore.objects.filter(version__indicator__code=RATE, period=MONTH)
    found = {score.unit_code: (score.place, score.ties, score.ranked) for score in scores}
    assert found == {"11": (3, 0, 3), "12": (1, 1, 3), "14": (1, 1, 3)}


def test_stores_nothing_when_one_row_is_wrong() -> None:
    rows = [rate(40), rate(101, unit="12"), rate(40)]

    with pytest.raises(FaultyFigures) as refused:
        record_observations(rows=rows, by=SYSTEM)

    named = [(fault.field, fault.code) for fault in refused.value.field_errors]
    assert named == [("rows.2", ValueOutOfRange.code), ("rows.3", DuplicateRow.code)]
    assert refused.value.parameters["count"] == 2
    assert not Observation.objects.filter(version__indicator__code=RATE, period=MONTH).exists()


def test_names_rows_of_units_that_are_not_the_reporters() -> None:
    with pytest.raises(FaultyFigures) as refused:
        record_observations(rows=[rate(40), rate(40, unit="12")], by=MINH)

    assert [fault.field for fault in refused.value.field_errors] == ["rows.2"]


def test_names_the_first_wrong_rows_and_counts_the_others() -> None:
    rows = [replace(rate(101), unit_code=code) for code in ("11", "12") for _ in range(150)]

    with pytest.raises(FaultyFigures) as refused:
        record_observations(rows=rows, by=SYSTEM)

    assert len(refused.value.field_errors) == module.MOST_ERRORS
    assert refused.value.parameters["count"] == 300


def test_refuses_a_reader() -> None:
    with pytest.raises(NotAllowed):
        record_observations(rows=[rate(40)], by=TUAN)


def test_refuses_a_delivery_without_end() -> None:
    with pytest.raises(TooManyRows):
        record_observations(rows=[rate(40)] * 60_000, by=SYSTEM)


def test_takes_an_empty_delivery_calmly() -> None:
    assert record_observations(rows=[], by=SYSTEM).changed == 0
