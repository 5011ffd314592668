"""Units as figures know them: a code, the day it is meant, and since when it has been that unit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from project06.places import public as places
from project06.places.data import UnitData
from project06.programme.data.indicators import UnitKey
from project06.programme.rules.indicators import is_same_unit


@dataclass(frozen=True, slots=True)
class FigureUnit:
    """A unit on a day, and its key across changes of its name or kind."""

    unit: UnitData
    on: date
    key: UnitKey

    @property
    def group_path(self) -> str:
        """The path of the unit above: those below it are compared with each other; "" for the country."""
        return self.unit.path.rpartition("/")[0]


def unit_key(unit: UnitData) -> UnitKey:
    """The key of a unit: it is followed back while it only changed its name or kind, never its code."""
    since = unit.valid_from
    before = is_same_unit(places.list_predecessors(unit.code, since))
    while before is not None and before.code == unit.code:
        since = before.valid_from
        before = is_same_unit(places.list_predecessors(unit.code, since))
    return UnitKey(unit.code, since)


def figure_unit(code: str, on: date) -> FigureUnit:
    """The unit that bore the code on the day. Raises UnknownUnit of places."""
    unit = places.get_unit(code, on)
    return FigureUnit(unit, on, unit_key(unit))


def resolve_units(keys: Iterable[tuple[str, date]]) -> dict[tuple[str, date], FigureUnit]:
    """The units of many (code, day) pairs; pairs that name nothing are left out."""
    wanted = list(dict.fromkeys(keys))
    found = zip(wanted, places.resolve_many(wanted), strict=True)
    return {pair: FigureUnit(unit, pair[1], unit_key(unit)) for pair, unit in found if unit is not None}


def siblings_on(parent_code: str, on: date) -> list[FigureUnit]:
    """The units directly below another one on a day. Raises UnknownUnit of places."""
    return [FigureUnit(unit, on, unit_key(unit)) for unit in places.list_children(parent_code, on)]
