"""Arithmetic of figures, against plain fractions and against the changes that the sources tell."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from project06.programme.data.indicators import Reading
from project06.programme.enums import DeltaKind
from project06.programme.rules.indicators import (
    baseline_of,
    half_last_digit,
    implied_baseline,
    plain,
    ratio_value,
    value_of,
)

amounts = st.decimals(min_value=0, max_value=10**15, places=2)


@pytest.mark.parametrize(
    ("value", "delta", "kind", "baseline"),
    [
        ("80.76", "36.7", DeltaKind.PERCENTAGE_POINTS, "44.06"),
        ("91.22", "53.34", DeltaKind.PERCENTAGE_POINTS, "37.88"),
        ("63", "14", DeltaKind.COUNT, "49"),
        ("15", "2", DeltaKind.COUNT, "13"),
        ("87.08", "9.67", DeltaKind.PERCENTAGE_POINTS, "77.41"),
        ("82.2", "2.6", DeltaKind.PERCENTAGE_POINTS, "79.6"),
        ("84", "3.2", DeltaKind.PERCENTAGE_POINTS, "80.8"),
    ],
)
def test_implies_the_earlier_value_of_the_source_reports(
    value: str, delta: str, kind: DeltaKind, baseline: str
) -> None:
    assert implied_baseline(Decimal(value), Decimal(delta), kind) == Decimal(baseline)


def test_reads_a_relative_change_as_a_part_of_the_earlier_value() -> None:
    earlier = implied_baseline(Decimal("1.9E15"), Decimal(26), DeltaKind.RELATIVE)

    assert earlier is not None
    assert abs(earlier * Decimal("1.26") - Decimal("1.9E15")) < 1


def test_has_no_earlier_value_when_everything_was_lost() -> None:
    assert implied_baseline(Decimal(0), Decimal(-100), DeltaKind.RELATIVE) is None


@given(numerator=amounts, denominator=amounts.filter(bool))
def test_computes_a_rate_as_exactly_as_a_fraction(numerator: Decimal, denominator: Decimal) -> None:
    value = ratio_value(numerator, denominator, Decimal(100))

    assert value is not None
    assert abs(Fraction(value) - Fraction(numerator) / Fraction(denominator) * 100) <= Fraction(1, 2_000_000)


def test_gives_no_value_for_an_empty_base() -> None:
    assert ratio_value(Decimal(3), Decimal(0), Decimal(100)) is None
    assert value_of(Reading(numerator=Decimal(3), denominator=Decimal(0)), Decimal(100)) is None


@given(number=st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**20), max_value=10**20))
def test_writes_the_same_number_without_trailing_zeros(number: Decimal) -> None:
    written = plain(number)

    assert written == number
    assert "E" not in str(written)
    assert "." not in str(written) or str(written)[-1] != "0"


def test_takes_a_stated_value_before_its_counts() -> None:
    reading = Reading(value=Decimal("34.3"), numerator=Decimal(12163), denominator=Decimal(35470))

    assert value_of(reading, Decimal(100)) == Decimal("34.3")


def test_takes_a_count_alone_as_the_value() -> None:
    assert value_of(Reading(numerator=Decimal(12163)), Decimal(1)) == Decimal(12163)
    assert value_of(Reading(), Decimal(1)) is None


def test_says_whether_the_earlier_value_is_stated_or_implied() -> None:
    stated = Reading(value=Decimal("82.2"), baseline_value=Decimal("79.6"), baseline_period="2023")
    implied = Reading(value=Decimal(63), delta=Decimal(14), delta_kind=DeltaKind.COUNT, baseline_period="2023")

    first, second = baseline_of(stated), baseline_of(implied)

    assert first is not None
    assert second is not None
    assert (first.value, first.is_implied) == (Decimal("79.6"), False)
    assert (second.value, second.is_implied) == (Decimal(49), True)
    assert baseline_of(Reading(value=Decimal(61))) is None


def test_knows_how_exact_a_written_number_is() -> None:
    assert half_last_digit(Decimal("80.76")) == Decimal("0.005")
    assert half_last_digit(Decimal(16_390_000), 6) == Decimal(5_000)
    assert half_last_digit(Decimal(61)) == Decimal("0.5")
