"""Arithmetic of figures: the value of a ratio, what a change says of the earlier value, what is possible.

Decision 766/QD-TTg of 2022-06-23: a rate is computed from its two counts, and an empty base gives no value.
"""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal, localcontext

from project06.places.data import LinkedUnit, UnitData
from project06.places.enums import Extent
from project06.programme.data.indicators import Baseline, Reading
from project06.programme.enums import DeltaKind, Direction

DECIMALS = 6
_STEP = Decimal(1).scaleb(-DECIMALS)
_DIGITS = 60


def plain(number: Decimal) -> Decimal:
    """The same number without trailing zeros and without an exponent: 80.760000 is 80.76, 1E+2 is 100."""
    whole = number.to_integral_value()
    return whole.quantize(Decimal(1)) if number == whole else number.normalize()


def ratio_value(numerator: Decimal, denominator: Decimal, factor: Decimal) -> Decimal | None:
    """Numerator over denominator times the factor, to six decimals; None for an empty base."""
    if not denominator:
        return None
    with localcontext(prec=_DIGITS):
        return plain((numerator / denominator * factor).quantize(_STEP, ROUND_HALF_EVEN))


def value_of(reading: Reading, factor: Decimal) -> Decimal | None:
    """The value that a reading states, or that follows from its two counts."""
    if reading.value is not None:
        return plain(reading.value)
    if reading.numerator is None:
        return None
    if reading.denominator is None:
        return plain(reading.numerator)
    return ratio_value(reading.numerator, reading.denominator, factor)


def baseline_of(reading: Reading) -> Baseline | None:
    """The earlier value: as stated, or as the change implies; None when the source says nothing of it."""
    if reading.baseline_value is not None:
        return Baseline(plain(reading.baseline_value), reading.baseline_period, is_implied=False)
    if reading.delta is None or reading.value is None or reading.delta_kind is None:
        return None
    earlier = implied_baseline(reading.value, reading.delta, reading.delta_kind)
    return None if earlier is None else Baseline(earlier, reading.baseline_period, is_implied=True)


def implied_baseline(value: Decimal, delta: Decimal, kind: DeltaKind) -> Decimal | None:
    """What the value was before the change; None when a relative change starts from nothing."""
    if kind is not DeltaKind.RELATIVE:
        return plain(value - delta)
    if delta <= -100:
        return None
    with localcontext(prec=_DIGITS):
        return plain((value / (1 + delta / 100)).quantize(_STEP, ROUND_HALF_EVEN))


def half_last_digit(number: Decimal, exponent: int = 0) -> Decimal:
    """How far off a rounded number may be: half a unit of its last written digit.

    `exponent` is the power of ten in which it is written: "16.39 million" is good to 5,000.
    """
    written = plain(number.scaleb(-exponent)).as_tuple().exponent
    return Decimal(5).scaleb(min(int(written), 0) - 1 + exponent)


def is_within(value: Decimal, lowest: Decimal | None, highest: Decimal | None) -> bool:
    """Whether a value lies inside its range; an open end allows everything."""
    return (lowest is None or value >= lowest) and (highest is None or value <= highest)


def is_same_unit(predecessors: Sequence[LinkedUnit]) -> UnitData | None:
    """The earlier version of a unit that only changed its name or kind; None for one that was formed anew.

    Two provinces that became one under an old code are a new unit (Resolution 202/2025/QH15), a province
    that became a city is not (Resolution 175/2024/QH15).
    """
    if len(predecessors) != 1 or predecessors[0].extent is not Extent.WHOLE:
        return None
    return predecessors[0].unit


def data_age_days(as_of_on: date, on: date) -> int:
    """How old a figure is on a day; a figure of tomorrow has no age."""
    return max((on - as_of_on).days, 0)


def is_reached(value: Decimal, target: Decimal, direction: Direction) -> bool | None:
    """Whether a value is as good as its target; None where neither end is better."""
    if direction is Direction.NEUTRAL:
        return None
    return value >= target if direction is Direction.UP else value <= target
