"""The monthly figures of the demonstration world: which indicators, whose, how they rise. Every number is invented.

The same installation on the same day gives the same numbers: they depend on nothing but codes and months.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from project06.kernel.periods import Period, PeriodKind
from project06.places import public as places
from project06.places.data import COUNTRY_CODE
from project06.programme.data.indicators import FigureRow, Reading

MONTHS = 12
COMMUNE_MONTHS = 6
CHECKED_AFTER_MONTHS = 1
APPROVED_AFTER_MONTHS = 3
NOTE = "Số liệu mô phỏng của bản trình diễn."
PROVINCE_OF_COMMUNES = "08"
_SILENT_PER_HUNDRED = 9


@dataclass(frozen=True, slots=True)
class DemoIndicator:
    """Where an indicator starts, how much it gains in a year, what a unit is to reach, and how large its base is."""

    code: str
    start: int
    gain: int
    target: int
    base: int
    for_communes: bool = False


INDICATORS = (
    DemoIndicator("essential-services-online-rate", 62, 22, 80, 9_000, for_communes=True),
    DemoIndicator("g2p-cashless-rate", 55, 25, 75, 40_000, for_communes=True),
    DemoIndicator("tuition-cashless-rate", 64, 20, 85, 60_000),
    DemoIndicator("population-cleaning-rate", 90, 8, 99, 900_000, for_communes=True),
    DemoIndicator("land-owners-matched-rate", 40, 30, 70, 300_000),
    DemoIndicator("communes-with-land-data-rate", 45, 35, 90, 120),
)


def list_months(on: date, count: int = MONTHS) -> tuple[Period, ...]:
    """Return the last whole months before the day, oldest first."""
    month = Period.containing(PeriodKind.MONTH, on)
    months = []
    for _ in range(count):
        month = month.previous()
        months.append(month)
    return tuple(reversed(months))


def list_units(on: date) -> tuple[str, ...]:
    """Return the codes of the provinces of the day."""
    return tuple(unit.code for unit in places.list_children(COUNTRY_CODE, on))


def list_communes(on: date) -> tuple[str, ...]:
    """Return the codes of the communes that report in the demonstration."""
    return tuple(unit.code for unit in places.list_children(PROVINCE_OF_COMMUNES, on))


def list_rows(on: date) -> Iterator[FigureRow]:
    """Yield the figures of provinces and communes; some units are silent in some months."""
    months = list_months(on)
    for place, month in enumerate(months):
        for indicator in INDICATORS:
            for unit in list_units(on):
                yield from _row(indicator, unit, month, place, scale=1)
            if indicator.for_communes and place >= MONTHS - COMMUNE_MONTHS:
                for unit in list_communes(on):
                    yield from _row(indicator, unit, month, place, scale=60)


def _row(indicator: DemoIndicator, unit: str, month: Period, place: int, *, scale: int) -> Iterator[FigureRow]:
    if _lot(unit, indicator.code, month.code, "silent") % 100 < _SILENT_PER_HUNDRED:
        return
    base = max(20, indicator.base * (40 + _lot(unit, "size") % 120) // 100 // scale)
    share = indicator.start + _lot(unit, indicator.code) % 16 - 6 + Decimal(indicator.gain * place) / MONTHS
    share += Decimal(_lot(unit, indicator.code, month.code) % 30) / 10
    numerator = int(min(share, Decimal(100)) * base / 100)
    reading = Reading(numerator=Decimal(numerator), denominator=Decimal(base), note=NOTE)
    yield FigureRow(indicator.code, unit, month.last_on, month.code, reading)


def _lot(*words: str) -> int:
    """Return a number below ten thousand that depends on nothing but the words."""
    return int.from_bytes(hashlib.sha256(":".join(words).encode()).digest()[:4]) % 10_000
