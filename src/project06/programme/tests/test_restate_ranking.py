"""The figures of 2024 told in the units of today."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed
from project06.kernel.permissions import anonymous
from project06.places import public as places
from project06.programme.data.indicators import FigureRow, Reading
from project06.programme.errors import MisfitPeriod, UnknownIndicator
from project06.programme.operations.record_observations import record_observations
from project06.programme.queries.restate_ranking import restate_ranking
from project06.programme.tests.indicator_world import COUNT, NOW, RATE, SYSTEM, TODAY, TUAN

pytestmark = pytest.mark.django_db
THEN = date(2024, 6, 30)
PERIOD = "2024-06"


@pytest.fixture(autouse=True)
def _clock():
    with frozen(NOW):
        yield


def record(values, indicator=RATE):
    rows = [FigureRow(indicator, code, THEN, PERIOD, reading) for code, reading in values.items()]
    record_observations(rows=rows, by=SYSTEM)


def told(indicator=RATE, to=TODAY, by=TUAN):
    return restate_ranking(indicator=indicator, period=PERIOD, to=to, seen_by=by)


def counts(numerator, denominator):
    return Reading(numerator=Decimal(numerator), denominator=Decimal(denominator))


def test_computes_a_rate_anew_from_the_sums() -> None:
    record({"02": counts(10, 100), "08": counts(30, 60)})  # Hà Giang and Tuyên Quang

    [united] = [unit for unit in told().units if unit.unit.code == "08"]

    assert (united.value, united.numerator, united.denominator) == (25, 40, 160)
    assert {source.name for source in united.sources} == {"Hà Giang", "Tuyên Quang"}
    assert united.place == 1


def test_sums_counts() -> None:
    record({"02": Reading(value=Decimal(10)), "08": Reading(value=Decimal(30))}, COUNT)

    [united] = [unit for unit in told(COUNT).units if unit.unit.code == "08"]

    assert united.value == 40


def test_gives_no_place_to_a_sum_that_lacks_a_part() -> None:
    record({"08": counts(30, 60), "11": counts(1, 4)})

    ranking = told()

    by_code = {unit.unit.code: unit for unit in ranking.units}
    assert by_code["08"].place is None
    assert [lack.unit.name for lack in by_code["08"].lacks] == ["Hà Giang"]
    assert by_code["11"].place == 1


def test_says_that_a_lone_percentage_cannot_be_restated() -> None:
    record({"08": Reading(value=Decimal(50)), "02": counts(10, 100)})

    ranking = told()

    [aside] = ranking.not_restated
    assert (aside.unit.name, aside.value, aside.is_lone_ratio) == ("Tuyên Quang", 50, True)
    assert [unit.code for unit in aside.candidates] == ["08"]


def test_keeps_a_lone_percentage_of_a_unit_that_kept_its_territory() -> None:
    record({"11": Reading(value=Decimal("97.7"))})

    ranking = told()

    [kept] = ranking.units
    assert (kept.unit.code, kept.value, kept.place) == ("11", Decimal("97.7"), 1)
    assert ranking.not_restated == ()


def test_lists_who_did_not_report() -> None:
    record({"11": counts(1, 4)})

    silent = {unit.code for unit in told().not_reported}

    assert len(silent) == 62
    assert "11" not in silent


def test_does_not_mix_up_units_that_shared_a_code() -> None:
    # 15 was Yên Bái in 2024 and is Lào Cai today; 10 was Lào Cai.
    record({"15": counts(1, 10), "10": counts(3, 10)})

    [united] = [unit for unit in told().units if unit.unit.code == "15"]

    assert united.unit.name == "Lào Cai"
    assert united.value == 20


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(numbers=st.lists(st.integers(0, 999), min_size=63, max_size=63))
def test_loses_and_invents_nothing(numbers: list[int]) -> None:
    codes = [unit.code for unit in places.list_children("VN", THEN)]
    values = zip(codes, numbers, strict=True)
    record({code: Reading(value=Decimal(number)) for code, number in values}, "qr-readers")

    ranking = told("qr-readers")

    assert len(ranking.units) == 34
    assert sum(unit.value for unit in ranking.units) == sum(numbers)
    assert all(unit.place for unit in ranking.units)


def test_refuses_bad_input() -> None:
    with pytest.raises(UnknownIndicator):
        told("no-such")
    with pytest.raises(MisfitPeriod):
        restate_ranking(indicator=RATE, period="x", to=TODAY, seen_by=TUAN)
    with pytest.raises(NotAllowed):
        told(by=anonymous())
