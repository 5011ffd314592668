"""What figures say against each other."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from project06.programme.data.indicators import Reading
from project06.programme.enums import DeltaKind, FindingKind, Severity
from project06.programme.rules.consistency import (
    PART_RULES,
    check_outlier,
    check_parts,
    check_range,
    check_reading,
    check_series,
    robust_score,
)

TASKS = next(rule for rule in PART_RULES if rule.whole == "tasks-total")
ASSIGNED = next(rule for rule in PART_RULES if rule.whole == "tasks-assigned")
values = st.decimals(min_value=0, max_value=1000, places=2)


def test_shows_252_tasks_of_july_2024_as_unclassified() -> None:
    known = {
        "tasks-total": Decimal(656),
        "tasks-completed": Decimal(244),
        "tasks-regular": Decimal(122),
        "tasks-in-progress": Decimal(38),
    }

    [finding] = check_parts(TASKS, known)

    assert finding.kind is FindingKind.PARTS_UNCLASSIFIED
    assert finding.severity is Severity.NOTE
    assert finding.numbers == {"whole": 656, "parts": 404, "rest": 252}
    assert finding.about == ("tasks-total", "tasks-completed", "tasks-regular", "tasks-in-progress")


def test_finds_34_and_27_to_be_61() -> None:
    known = {
        "tasks-assigned": Decimal(61),
        "tasks-2023-completed-and-regular": Decimal(34),
        "tasks-2024-being-implemented": Decimal(27),
    }

    assert list(check_parts(ASSIGNED, known)) == []
    [finding] = check_parts(ASSIGNED, known | {"tasks-assigned": Decimal(62)})
    assert finding.kind is FindingKind.PARTS_DIFFER


def test_objects_when_parts_are_more_than_the_whole() -> None:
    [finding] = check_parts(TASKS, {"tasks-total": Decimal(10), "tasks-completed": Decimal(11)})

    assert finding.kind is FindingKind.PARTS_EXCEED_WHOLE
    assert finding.severity is Severity.CONTRADICTION


def test_keeps_silent_about_parts_that_nobody_reported() -> None:
    assert list(check_parts(TASKS, {"tasks-completed": Decimal(11)})) == []
    assert list(check_parts(ASSIGNED, {"tasks-assigned": Decimal(61), TASKS.parts[0]: Decimal(1)})) == []


@given(baseline=values, delta=st.decimals(min_value=-500, max_value=500, places=2))
def test_accepts_every_true_sum(baseline: Decimal, delta: Decimal) -> None:
    reading = Reading(
        value=baseline + delta, baseline_value=baseline, delta=delta, delta_kind=DeltaKind.PERCENTAGE_POINTS
    )

    assert list(check_reading("x", reading, factor=Decimal(1))) == []


@given(baseline=values, delta=values, error=st.decimals(min_value="0.01", max_value=100, places=2))
def test_objects_to_every_false_sum(baseline: Decimal, delta: Decimal, error: Decimal) -> None:
    reading = Reading(value=baseline + delta + error, baseline_value=baseline, delta=delta, delta_kind=DeltaKind.COUNT)

    [finding] = check_reading("x", reading, factor=Decimal(1))

    assert finding.kind is FindingKind.BASELINE_DELTA


@given(baseline=st.integers(100, 10**9), per_cent=st.integers(-90, 300))
def test_allows_a_relative_change_its_rounding(baseline: int, per_cent: int) -> None:
    value = Decimal(baseline) * (100 + per_cent) / 100
    reading = Reading(
        value=value, baseline_value=Decimal(baseline), delta=Decimal(per_cent), delta_kind=DeltaKind.RELATIVE
    )

    assert list(check_reading("x", reading, factor=Decimal(1))) == []


def test_does_not_take_points_for_per_cent() -> None:
    points = Reading(value=Decimal("80.76"), baseline_value=Decimal("44.06"), delta=Decimal("36.7"))

    [finding] = check_reading(
        "x",
        Reading(
            value=points.value,
            baseline_value=points.baseline_value,
            delta=points.delta,
            delta_kind=DeltaKind.RELATIVE,
        ),
        factor=Decimal(1),
    )

    assert finding.kind is FindingKind.BASELINE_DELTA


def test_compares_counts_with_the_stated_rate() -> None:
    counts = {"numerator": Decimal(12163), "denominator": Decimal(35470)}

    assert list(check_reading("x", Reading(value=Decimal("34.3"), **counts), factor=Decimal(100))) == []
    [finding] = check_reading("x", Reading(value=Decimal("34.5"), **counts), factor=Decimal(100))
    assert finding.kind is FindingKind.RATIO


def test_remembers_what_was_reported_then() -> None:
    reading = Reading(
        value=Decimal("87.08"), delta=Decimal("9.67"), delta_kind=DeltaKind.PERCENTAGE_POINTS, baseline_period="2023"
    )

    assert list(check_series("x", reading, {"2023": Decimal("77.41")})) == []
    assert list(check_series("x", reading, {})) == []
    [finding] = check_series("x", reading, {"2023": Decimal("76.5")})
    assert finding.kind is FindingKind.BASELINE_SERIES
    assert finding.about == ("x", "x (2023)")


@pytest.mark.parametrize(("value", "is_possible"), [("0", True), ("100", True), ("100.01", False), ("-0.01", False)])
def test_keeps_percentages_between_0_and_100(value: str, is_possible: bool) -> None:  # noqa: FBT001
    found = list(check_range("x", Decimal(value), Decimal(0), Decimal(100)))

    assert (found == []) is is_possible


def test_calls_a_value_far_from_the_others_an_outlier() -> None:
    usual = [Decimal(each) for each in (50, 51, 52, 50, 51, 53)]

    assert list(check_outlier("x", Decimal(52), usual, is_percent=True)) == []
    [finding] = check_outlier("x", Decimal(90), usual, is_percent=True)
    assert finding.kind is FindingKind.OUTLIER
    assert finding.numbers["usual"] == Decimal(51)


def test_looks_for_a_jump_while_the_history_is_short() -> None:
    assert list(check_outlier("x", Decimal(80), [Decimal(50)], is_percent=True))
    assert not list(check_outlier("x", Decimal(70), [Decimal(50)], is_percent=True))
    assert list(check_outlier("x", Decimal(10), [Decimal(50)], is_percent=False))
    assert not list(check_outlier("x", Decimal(5), [], is_percent=False))
    assert not list(check_outlier("x", Decimal(5), [Decimal(0)], is_percent=False))


@given(history=st.lists(values, min_size=5, max_size=41).filter(lambda history: len(history) % 2))
def test_never_calls_the_middle_an_outlier(history: list[Decimal]) -> None:
    middle = sorted(history)[len(history) // 2]

    assert not robust_score(middle, history)


def test_notices_the_first_change_of_a_series_that_never_moved() -> None:
    still = [Decimal(5)] * 8

    assert robust_score(Decimal(5), still) is None
    assert list(check_outlier("x", Decimal(6), still, is_percent=False))
