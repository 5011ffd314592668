"""Answers about units on a day, from memory."""

from collections.abc import Iterable, Sequence
from datetime import date

from project06.places.data import LinkedUnit, UnitCounts, UnitData
from project06.places.errors import UnknownUnit
from project06.places.queries.current_gazetteer import current_gazetteer
from project06.places.rules import scope


def get_unit(code: str, on: date) -> UnitData:
    """The unit that bore the code on the day. Raises UnknownUnit."""
    unit = find_unit(code, on)
    if unit is None:
        raise UnknownUnit(code=code, on=on.isoformat())
    return unit


def find_unit(code: str, on: date) -> UnitData | None:
    """The unit that bore the code on the day, or None."""
    return current_gazetteer().find(code, on)


def resolve_many(keys: Iterable[tuple[str, date]]) -> list[UnitData | None]:
    """The units of many `(code, date)` keys in their order; None where nothing bore the code."""
    return current_gazetteer().find_many(keys)


def list_children(code: str, on: date) -> tuple[UnitData, ...]:
    """The units directly below, in Vietnamese alphabetical order. Raises UnknownUnit."""
    return current_gazetteer().children(get_unit(code, on).code, on)


def get_path(code: str, on: date) -> tuple[UnitData, ...]:
    """The unit and those above it, from the country downwards. Raises UnknownUnit."""
    return current_gazetteer().path(get_unit(code, on), on)


def list_versions(code: str) -> tuple[UnitData, ...]:
    """Everything that ever bore the code, oldest first: often several units, not one."""
    return current_gazetteer().versions(code)


def list_successors(code: str, on: date) -> Sequence[LinkedUnit]:
    """What the unit became when it ended; empty while it stands. Raises UnknownUnit."""
    return current_gazetteer().successors(get_unit(code, on))


def list_predecessors(code: str, on: date) -> Sequence[LinkedUnit]:
    """What the unit was formed from; empty where the gazetteer begins. Raises UnknownUnit."""
    return current_gazetteer().predecessors(get_unit(code, on))


def as_of(code: str, on: date, to: date) -> tuple[UnitData, ...]:
    """The units of the day `to` on the territory that the unit had `on` its day. Raises UnknownUnit."""
    return current_gazetteer().counterparts(get_unit(code, on), to)


def scope_paths(code: str, on: date) -> tuple[str, ...]:
    """The path prefixes that an office of the unit may see. Raises UnknownUnit; see `rules.scope`."""
    return scope.scope_paths(current_gazetteer(), get_unit(code, on))


def scope_paths_many(keys: Iterable[tuple[str, date]]) -> dict[tuple[str, date], tuple[str, ...]]:
    """The scopes of many units at once. Raises UnknownUnit for the first unknown one."""
    return {(code, on): scope_paths(code, on) for code, on in keys}


def count_units(on: date) -> UnitCounts:
    """How many units of each kind exist on the day."""
    return current_gazetteer().count(on)
