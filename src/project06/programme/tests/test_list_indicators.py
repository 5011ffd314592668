"""One unit's indicators: a few queries, whatever their number."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed
from project06.places.errors import UnknownUnit
from project06.programme.enums import IndicatorGroup, ObservationStatus
from project06.programme.operations.open_period import open_period
from project06.programme.operations.record_observations import record_observations
from project06.programme.queries.list_history import list_history
from project06.programme.queries.list_indicators import list_indicators
from project06.programme.queries.list_map_values import list_map_values
from project06.programme.queries.rank_units import rank_units
from project06.programme.tests.indicator_world import HOA, MINH, MONTH, NOW, RATE, SYSTEM, TODAY, TUAN, count, rate

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock():
    with frozen(NOW):
        yield


def line_of(indicator=RATE, unit="11", by=MINH):
    lines = list_indicators(unit_code=unit, on=TODAY, seen_by=by).lines
    return next(line for line in lines if line.version.indicator == indicator)


def test_shows_the_value_with_its_age_and_its_place() -> None:
    record_observations(rows=[rate(40), rate(50, unit="12")], by=SYSTEM)

    line = line_of()

    assert line.valued is not None
    assert (line.valued.value, line.age_days) == (40, 21)
    assert line.standing is not None
    assert (line.standing.place, line.standing.ranked) == (2, 2)


def test_shows_a_gap_where_a_period_is_missing() -> None:
    record_observations(rows=[rate(40, period="2026-08"), rate(50)], by=SYSTEM)
    open_period(indicators=[RATE], units=["11"], units_on=TODAY, period="2026-09", due_on=TODAY, by=SYSTEM)

    trend = [(point.period, point.value) for point in line_of().trend][-3:]

    assert trend == [("2026-08", 40), ("2026-09", None), ("2026-10", 50)]


def test_keeps_the_last_value_beside_a_missing_row() -> None:
    record_observations(rows=[rate(40, period="2026-09")], by=SYSTEM)
    open_period(indicators=[RATE], units=["11"], units_on=TODAY, period=MONTH, due_on=TODAY, by=SYSTEM)

    line = line_of()

    assert line.current.status is ObservationStatus.MISSING
    assert line.valued is not None
    assert (line.valued.period, line.valued.value) == ("2026-09", 40)


def test_shows_the_earlier_value_of_the_source_report() -> None:
    line = line_of("tuition-cashless-rate")

    assert line.baseline is not None
    assert (line.baseline.value, line.baseline.is_implied) == (Decimal("37.88"), True)


def test_asks_the_same_few_questions_for_many_indicators() -> None:
    list_indicators(unit_code="11", on=TODAY, seen_by=MINH)

    with CaptureQueriesContext(
        connection,
    ) as few:
        list_indicators(unit_code="11", on=TODAY, seen_by=MINH, group=IndicatorGroup.DATA)
    with CaptureQueriesContext(connection) as many:
        list_indicators(unit_code="VN", on=TODAY, seen_by=TUAN)

    assert len(few) == len(many) == 4


def test_is_closed_to_another_province() -> None:
    with pytest.raises(NotAllowed):
        list_indicators(unit_code="11", on=TODAY, seen_by=HOA)
    with pytest.raises(UnknownUnit):
        list_indicators(unit_code="99", on=TODAY, seen_by=TUAN)


def test_ranks_units_with_missing_ones_apart() -> None:
    record_observations(rows=[rate(40), rate(50, unit="12"), count(3)], by=SYSTEM)
    open_period(indicators=[RATE], units=["14"], units_on=TODAY, period=MONTH, due_on=TODAY, by=SYSTEM)

    ranking = rank_units(indicator=RATE, period=MONTH, on=TODAY, seen_by=HOA)

    assert [(each.unit.code, each.place, each.value) for each in ranking.places] == [("12", 1, 50), ("11", 2, 40)]
    assert len(ranking.missing) == 32
    assert rank_units(indicator=RATE, period=MONTH, on=TODAY, seen_by=TUAN).places[1].age_days == 21


def test_tells_the_last_value_of_a_unit_without_place() -> None:
    record_observations(rows=[rate(40, period="2026-09"), rate(50, unit="12")], by=SYSTEM)

    ranking = rank_units(indicator=RATE, period=MONTH, on=TODAY, seen_by=TUAN)

    [lacking] = [each for each in ranking.missing if each.unit.code == "11"]
    assert (lacking.last_period, lacking.last_value) == ("2026-09", 40)


def test_puts_values_on_the_map_of_a_day() -> None:
    record_observations(rows=[rate(40)], by=SYSTEM)

    values = {each.unit.code: each for each in list_map_values(indicator=RATE, on=TODAY, seen_by=TUAN).values}

    assert len(values) == 34
    assert (values["11"].value, values["11"].age_days, values["12"].value) == (40, 21, None)
    assert values["11"].shapes
    older = list_map_values(indicator=RATE, on=TODAY, seen_by=TUAN, period="2023-07").values
    assert {each.unit.code: each.value for each in older}["11"] == Decimal("26.1")


def test_lists_the_history_as_it_was_reported() -> None:
    history = list_history(indicators=[RATE, "qr-readers"], unit_code="11", on=TODAY, seen_by=MINH)

    assert [(each.period, each.value) for each in history[RATE]] == [
        ("2023-07", Decimal("26.1")),
        ("2024-H1", Decimal("80.76")),
    ]
    assert [each.value for each in history["qr-readers"]] == [173]
