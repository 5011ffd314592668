"""In which order a report says things, and what it puts on its map."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

_LOCATOR = re.compile(r"([A-Za-z]*)([0-9]+)")


def locator_key(locator: str) -> tuple[str, int, str]:
    """Return the sorting key of a place in a document: N9 stands before N10, nothing at the end."""
    found = _LOCATOR.match(locator)
    return (found[1], int(found[2]), locator) if found else ("~", 0, locator)


def most_reported(values: Mapping[str, Mapping[str, Decimal]], least: int) -> str:
    """Return the code of the indicator that most provinces reported, at least `least` of them; "" when none has.

    `values` maps indicator codes to values by province; equal ones are decided by the code.
    """
    counted = sorted((-len(each), code) for code, each in values.items() if len(each) >= least)
    return counted[0][1] if counted else ""


def shade_steps(values: Sequence[Decimal], steps: int) -> tuple[Decimal, ...]:
    """Return the upper limits of equal parts of the range, the last one being the largest value."""
    if not values:
        return ()
    low, high = min(values), max(values)
    return tuple(low + (high - low) * number / steps for number in range(1, steps + 1))
