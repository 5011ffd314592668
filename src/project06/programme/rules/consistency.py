"""Figures that speak of each other must agree; a finding names every figure that is involved.

A finding refuses nothing by itself: published figures do contradict each other, and the report has to say so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from project06.programme.data.indicators import Finding, Reading
from project06.programme.enums import DeltaKind, FindingKind, Severity
from project06.programme.rules.indicators import (
    half_last_digit,
    implied_baseline,
    is_within,
    plain,
    ratio_value,
)
from project06.programme.rules.ranking import median

OUTLIER_SCORE = Decimal("3.5")
"""Modified z-score beyond which a value asks for an explanation (Iglewicz and Hoaglin 1993)."""

FEWEST_FOR_SCORE = 5
"""Below this number of earlier values only a jump is looked for."""

JUMP_POINTS = Decimal(25)
JUMP_TIMES = Decimal(3)
_NORMAL = Decimal("0.6745")


@dataclass(frozen=True, slots=True)
class PartRule:
    """Indicators that count parts of what another one counts; complete parts must give the whole."""

    whole: str
    parts: tuple[str, ...]
    is_complete: bool


PART_RULES = (
    # 244 + 122 + 38 = 404 of 656 (10 July 2024): 252 tasks are not classified by the source.
    PartRule("tasks-total", ("tasks-completed", "tasks-regular", "tasks-in-progress", "tasks-late"), is_complete=False),
    # 34 + 27 = 61 (Tuyên Quang, 10 June 2024).
    PartRule("tasks-assigned", ("tasks-2023-completed-and-regular", "tasks-2024-being-implemented"), is_complete=True),
    PartRule("pilot-models", ("pilot-models-started",), is_complete=False),
    PartRule("pilot-models-started", ("pilot-models-basically-complete", "pilot-models-deploying"), is_complete=True),
    PartRule("communal-units", ("communes", "wards", "special-zones"), is_complete=True),
    PartRule("provincial-units", ("provinces", "municipalities"), is_complete=True),
)


def check_reading(name: str, reading: Reading, *, factor: Decimal) -> Iterator[Finding]:
    """What one reading says against itself: its ratio, and its earlier value with its change."""
    if reading.numerator is not None and reading.denominator and reading.value is not None:
        computed = ratio_value(reading.numerator, reading.denominator, factor)
        if computed is not None and abs(computed - reading.value) > half_last_digit(reading.value, reading.exponent):
            numbers = {"value": reading.value, "computed": computed}
            yield Finding(FindingKind.RATIO, Severity.CONTRADICTION, (name,), numbers)
    if None not in (reading.value, reading.baseline_value, reading.delta) and reading.delta_kind:
        yield from _check_delta(name, reading)


def _check_delta(name: str, reading: Reading) -> Iterator[Finding]:
    assert reading.value is not None and reading.baseline_value is not None and reading.delta is not None  # noqa: S101, PT018 - asked by the caller
    implied = implied_baseline(reading.value, reading.delta, reading.delta_kind or DeltaKind.COUNT)
    numbers = {"value": reading.value, "baseline": reading.baseline_value, "delta": reading.delta}
    about = (name, f"{name} ({reading.baseline_period})" if reading.baseline_period else name)
    if implied is None:
        yield Finding(FindingKind.BASELINE_DELTA, Severity.CONTRADICTION, about, numbers)
        return
    allowed = _allowed(reading)
    if abs(implied - reading.baseline_value) > allowed:
        numbers["implied"] = implied
        yield Finding(FindingKind.BASELINE_DELTA, Severity.CONTRADICTION, about, numbers)


def _allowed(reading: Reading) -> Decimal:
    """What rounding explains: nothing for sums written with the same digits, a half digit for a relative change."""
    if reading.delta_kind is not DeltaKind.RELATIVE or reading.baseline_value is None or reading.delta is None:
        return Decimal(0)
    grown = 1 + reading.delta / 100
    return abs(reading.baseline_value) * half_last_digit(reading.delta) / 100 / grown + half_last_digit(
        reading.baseline_value
    )


def check_series(name: str, reading: Reading, earlier: Mapping[str, Decimal]) -> Iterator[Finding]:
    """Whether the earlier value told now is the one that was reported then; `earlier` maps periods to values."""
    known = earlier.get(reading.baseline_period)
    if known is None or reading.value is None:
        return
    told = reading.baseline_value
    if told is None and reading.delta is not None and reading.delta_kind is not None:
        told = implied_baseline(reading.value, reading.delta, reading.delta_kind)
    if told is None:
        return
    allowed = half_last_digit(told, reading.exponent) + half_last_digit(known, reading.exponent)
    if reading.delta_kind is DeltaKind.RELATIVE:
        allowed += _allowed_relative(known, reading.delta)
    if abs(told - known) > allowed:
        about = (name, f"{name} ({reading.baseline_period})")
        yield Finding(FindingKind.BASELINE_SERIES, Severity.CONTRADICTION, about, {"told": told, "known": known})


def _allowed_relative(known: Decimal, delta: Decimal | None) -> Decimal:
    return abs(known) * half_last_digit(delta) / 100 if delta is not None else Decimal(0)


def check_range(name: str, value: Decimal, lowest: Decimal | None, highest: Decimal | None) -> Iterator[Finding]:
    """Whether a value is possible at all, such as a percentage between 0 and 100."""
    if not is_within(value, lowest, highest):
        numbers = {"value": value}
        numbers |= {"lowest": lowest} if lowest is not None else {}
        numbers |= {"highest": highest} if highest is not None else {}
        yield Finding(FindingKind.OUT_OF_RANGE, Severity.CONTRADICTION, (name,), numbers)


def check_parts(rule: PartRule, values: Mapping[str, Decimal]) -> Iterator[Finding]:
    """Whether parts and whole agree; an incomplete division shows what is not classified.

    A complete division is judged only when every part is known.
    """
    whole = values.get(rule.whole)
    known = [part for part in rule.parts if part in values]
    if whole is None or not known:
        return
    total = sum((values[part] for part in known), start=Decimal(0))
    about = (rule.whole, *known)
    numbers = {"whole": whole, "parts": total, "rest": whole - total}
    if total > whole:
        yield Finding(FindingKind.PARTS_EXCEED_WHOLE, Severity.CONTRADICTION, about, numbers)
    elif total < whole and not rule.is_complete:
        yield Finding(FindingKind.PARTS_UNCLASSIFIED, Severity.NOTE, about, numbers)
    elif total < whole and len(known) == len(rule.parts):
        yield Finding(FindingKind.PARTS_DIFFER, Severity.CONTRADICTION, about, numbers)


def check_outlier(name: str, value: Decimal, history: Sequence[Decimal], *, is_percent: bool) -> Iterator[Finding]:
    """Whether a value is far from the earlier ones: by the modified z-score, or by a jump when they are few."""
    if not history:
        return
    if len(history) >= FEWEST_FOR_SCORE:
        score = robust_score(value, history)
        is_far = score is not None and score > OUTLIER_SCORE
    else:
        is_far = _is_jump(value, history[-1], is_percent=is_percent)
    if is_far:
        numbers = {"value": value, "usual": plain(median(history)), "earlier": Decimal(len(history))}
        yield Finding(FindingKind.OUTLIER, Severity.WARNING, (name,), numbers)


def robust_score(value: Decimal, history: Sequence[Decimal]) -> Decimal | None:
    """How far a value lies from the middle, in units of the usual distance; None when nothing ever differed."""
    middle = median(history)
    usual = median([abs(each - middle) for each in history])
    if not usual:
        # At least half of the history is one value: fall back to the mean distance.
        usual = sum((abs(each - middle) for each in history), start=Decimal(0)) / len(history)
    if not usual:
        return None if value == middle else OUTLIER_SCORE + 1
    return abs(value - middle) * _NORMAL / usual


def _is_jump(value: Decimal, last: Decimal, *, is_percent: bool) -> bool:
    if is_percent:
        return abs(value - last) > JUMP_POINTS
    if not last:
        return False
    return value > last * JUMP_TIMES or value * JUMP_TIMES < last
