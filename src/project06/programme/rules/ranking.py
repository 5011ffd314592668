"""Fair places of units on one indicator.

Who has not reported has no place and no influence on the others: missing is listed apart, never averaged,
never treated as zero. Equal values share a place, and the next place is left free (1, 2, 2, 4).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from project06.programme.enums import Direction
from project06.programme.rules.indicators import data_age_days


@dataclass(frozen=True, slots=True)
class Entry[Unit]:
    """A unit with its value, or without one."""

    unit: Unit
    value: Decimal | None
    as_of_on: date | None = None


@dataclass(frozen=True, slots=True)
class Place[Unit]:
    """A unit with its place from 1; `ties` counts the others that share it, `age_days` tells how old the value is."""

    unit: Unit
    value: Decimal
    place: int
    ties: int
    age_days: int | None


@dataclass(frozen=True, slots=True)
class Places[Unit]:
    """The places, best first, and those that have none."""

    places: tuple[Place[Unit], ...]
    missing: tuple[Unit, ...]


def rank_entries[Unit](entries: Iterable[Entry[Unit]], direction: Direction, *, on: date) -> Places[Unit]:
    """Give places by direction; a neutral indicator gives none, because neither end is better.

    Units of one place keep the order in which they were given.
    """
    known, missing = _divide(entries)
    if direction is Direction.NEUTRAL:
        return Places((), missing)
    known.sort(key=lambda pair: pair[1], reverse=direction is Direction.UP)
    shared = Counter(value for _, value in known)
    first_at: dict[Decimal, int] = {}
    for number, (_, value) in enumerate(known, start=1):
        first_at.setdefault(value, number)
    places = tuple(
        Place(entry.unit, value, first_at[value], shared[value] - 1, _age(entry.as_of_on, on)) for entry, value in known
    )
    return Places(places, missing)


def _divide[Unit](entries: Iterable[Entry[Unit]]) -> tuple[list[tuple[Entry[Unit], Decimal]], tuple[Unit, ...]]:
    known: list[tuple[Entry[Unit], Decimal]] = []
    missing: list[Unit] = []
    for entry in entries:
        if entry.value is None:
            missing.append(entry.unit)
        else:
            known.append((entry, entry.value))
    return known, tuple(missing)


def _age(as_of_on: date | None, on: date) -> int | None:
    return None if as_of_on is None else data_age_days(as_of_on, on)


def median(values: Sequence[Decimal]) -> Decimal:
    """The middle value; ValueError for none."""
    if not values:
        raise ValueError("Nothing has no middle.")
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
