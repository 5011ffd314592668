"""Vietnamese đồng as whole numbers: shares, percentages, words and reading.

The đồng has no smaller unit in use, so an amount is an `int` and never a `float` or a `Decimal`.
"""

import re
from collections.abc import Sequence
from typing import NewType

Dong = NewType("Dong", int)
"""An amount of whole Vietnamese đồng (VND)."""

LARGEST_IN_WORDS = 10**18


def allocate(total: Dong, weights: Sequence[int]) -> tuple[Dong, ...]:
    """Share `total` in proportion to `weights` without losing or making a đồng.

    Largest remainder: every share is rounded down, then the left-over đồng go one by one to the largest
    remainders, the earlier share first when they are equal. A weight of zero gets nothing.
    Raises ValueError for a negative total, a negative weight, or weights that are empty or all zero.
    """
    if total < 0:
        raise ValueError(f"A negative total cannot be shared: {total}")
    if any(weight < 0 for weight in weights):
        raise ValueError("A weight cannot be negative")
    whole = sum(weights)
    if whole == 0:
        raise ValueError("At least one weight must be positive")

    shares, remainders = map(list, zip(*(divmod(total * weight, whole) for weight in weights), strict=True))
    by_remainder = sorted(range(len(weights)), key=lambda index: -remainders[index])
    for index in by_remainder[: total - sum(shares)]:
        shares[index] += 1
    return tuple(Dong(share) for share in shares)


def percent_of(amount: Dong, numerator: int, denominator: int = 100) -> Dong:
    """Return `numerator/denominator` of `amount`, rounded half up to a whole đồng.

    1.5 percent is `percent_of(amount, 15, 1000)`. Half a đồng is rounded away from zero, so that a
    refund mirrors its charge. Raises ValueError unless the fraction is at least zero.
    """
    if numerator < 0 or denominator <= 0:
        raise ValueError(f"Not a share of an amount: {numerator}/{denominator}")
    rounded = (2 * abs(amount) * numerator + denominator) // (2 * denominator)
    return Dong(rounded if amount >= 0 else -rounded)


_MARKS = ". ,\u00a0\u202f"  # point, space, comma, no-break spaces
_WRITTEN = re.compile(
    rf"(?P<sign>[+\-\u2212]?)(?P<digits>[0-9]{{1,3}}(?P<mark>[{_MARKS}])[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*|[0-9]+)"
)
_UNIT = re.compile(r"\s*(?:₫|đồng|vnđ|vnd|đ)\.?\Z", re.IGNORECASE)


def parse_dong(text: str) -> Dong:
    """Read a whole amount as people write it: "1.205.000 đ", "1,205,000 VND", "1 205 000", "1205000".

    Marks between digits are thousands marks only, all alike and every three digits.
    Raises ValueError for anything else, also for a fraction such as "12,5" or "1.205,00": there is no
    part of a đồng, so a fraction means another currency or a mistake.
    """
    found = _WRITTEN.fullmatch(_UNIT.sub("", text.strip()))
    if found is None:
        raise ValueError("Not a whole amount of đồng")
    amount = int(re.sub(r"[^0-9]", "", found["digits"]))
    return Dong(-amount if found["sign"] in {"-", "\u2212"} else amount)


_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_UNITS_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_THOUSANDS = ("", "nghìn", "triệu")


def in_words_vi(amount: Dong) -> str:
    """Return the amount as a Vietnamese invoice says it: 1205000 -> "một triệu hai trăm linh năm nghìn đồng".

    Northern standard words (nghìn, linh, tỷ); empty groups of three are not spoken; a hundred that is zero
    is spoken ("không trăm") after a higher group; "âm" opens a negative amount.
    Raises ValueError beyond 10^18, where the language has no settled words.
    """
    if abs(amount) > LARGEST_IN_WORDS:
        raise ValueError(f"No settled words beyond {LARGEST_IN_WORDS}")
    sign = "âm " if amount < 0 else ""
    return f"{sign}{_number(abs(amount))} đồng"


def _number(number: int) -> str:
    if number == 0:
        return _DIGITS[0]
    billions, rest = divmod(number, 10**9)
    words = [_number(billions), "tỷ"] if billions else []
    words += _below_billion(rest, goes_on=billions > 0)
    return " ".join(words)


def _below_billion(number: int, *, goes_on: bool) -> list[str]:
    """Words below 10^9; `goes_on` says that a higher group was spoken before."""
    words: list[str] = []
    for power in (2, 1, 0):
        group = number // 1000**power % 1000
        if group == 0:
            continue
        words += _group(group, goes_on=goes_on)
        if power:
            words.append(_THOUSANDS[power])
        goes_on = True
    return words


def _group(group: int, *, goes_on: bool) -> list[str]:
    """Words of one group of three digits, 1 to 999."""
    hundreds, below = divmod(group, 100)
    tens, units = divmod(below, 10)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or goes_on else []
    if tens == 0:
        return [*words, *(["linh"] if words and units else []), *([_DIGITS[units]] if units else [])]
    words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if units:
        words.append(_unit_after_tens(tens, units))
    return words


def _unit_after_tens(tens: int, units: int) -> str:
    """11 is "mười một" but 21 "hai mươi mốt"; 14 "mười bốn" but 24 "hai mươi tư"; 15 and 25 end in "lăm"."""
    if tens == 1 and units != 5:
        return _DIGITS[units]
    return _UNITS_AFTER_TENS.get(units, _DIGITS[units])
