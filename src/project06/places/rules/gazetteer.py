"""The units of Viet Nam on any day, in memory.

The key is always `(code, date)`: Law on Organisation of Local Government 72/2025/QH15 and Resolution
202/2025/QH15 gave old codes to other units, so a code alone names nothing.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from project06.places.data import PATH_SEPARATOR, LinkedUnit, SuccessionData, UnitCounts, UnitData
from project06.places.enums import Kind, Level

_ONE_DAY = timedelta(days=1)


class Gazetteer:
    """An index over unit versions; siblings keep the order in which the units were given."""

    def __init__(self, units: Iterable[UnitData], successions: Iterable[SuccessionData]) -> None:
        """Index the versions; the reference must be free of faults (rules.integrity)."""
        self._versions: dict[str, list[UnitData]] = defaultdict(list)
        self._children: dict[str, list[UnitData]] = defaultdict(list)
        for unit in units:
            self._versions[unit.code].append(unit)
            if unit.parent_code is not None:
                self._children[unit.parent_code].append(unit)
        for versions in self._versions.values():
            versions.sort(key=lambda unit: unit.valid_from)
        self._starts = {code: [u.valid_from for u in units] for code, units in self._versions.items()}
        self._successors: dict[tuple[str, date], list[LinkedUnit]] = defaultdict(list)
        self._predecessors: dict[tuple[str, date], list[LinkedUnit]] = defaultdict(list)
        for arrow in successions:
            self._link(arrow)

    def _link(self, arrow: SuccessionData) -> None:
        older = self._versions[arrow.predecessor_code]
        newer = self._versions[arrow.successor_code]
        predecessor = next(unit for unit in older if unit.valid_to == arrow.effective_on)
        successor = next(unit for unit in newer if unit.valid_from == arrow.effective_on)
        after = LinkedUnit(successor, arrow.extent, arrow.effective_on, arrow.act)
        before = LinkedUnit(predecessor, arrow.extent, arrow.effective_on, arrow.act)
        self._successors[predecessor.code, predecessor.valid_from].append(after)
        self._predecessors[successor.code, successor.valid_from].append(before)

    def find(self, code: str, on: date) -> UnitData | None:
        """The unit that bore the code on the day, or None."""
        starts = self._starts.get(code)
        if starts is None:
            return None
        place = bisect_right(starts, on)
        if place == 0:
            return None
        unit = self._versions[code][place - 1]
        return unit if unit.valid_to is None or on < unit.valid_to else None

    def find_many(self, keys: Iterable[tuple[str, date]]) -> list[UnitData | None]:
        """The units of many `(code, date)` keys, in their order."""
        find = self.find
        return [find(code, on) for code, on in keys]

    def versions(self, code: str) -> tuple[UnitData, ...]:
        """Everything that ever bore the code, oldest first; not necessarily the same unit."""
        return tuple(self._versions.get(code, ()))

    def children(self, code: str, on: date) -> tuple[UnitData, ...]:
        """The units directly below the unit that bore the code on the day."""
        return tuple(unit for unit in self._children.get(code, ()) if unit.is_valid_on(on))

    def path(self, unit: UnitData, on: date) -> tuple[UnitData, ...]:
        """The unit and those above it, from the country downwards, as they were on the day."""
        above = (self.find(code, on) for code in unit.path.split(PATH_SEPARATOR)[:-1])
        return (*(ancestor for ancestor in above if ancestor is not None), unit)

    def ancestor(self, unit: UnitData, level: Level, on: date) -> UnitData | None:
        """The unit itself or the one above it that stands at the level; None when it stands higher."""
        return next((above for above in self.path(unit, on) if above.level is level), None)

    def successors(self, unit: UnitData) -> Sequence[LinkedUnit]:
        """The units that took over this version's territory on the day it ended."""
        return tuple(self._successors.get((unit.code, unit.valid_from), ()))

    def predecessors(self, unit: UnitData) -> Sequence[LinkedUnit]:
        """The units from whose territory this version was formed."""
        return tuple(self._predecessors.get((unit.code, unit.valid_from), ()))

    def counterparts(self, unit: UnitData, on: date) -> tuple[UnitData, ...]:
        """The units of another day that share territory with this one, through every change between.

        A district has no successor (Law 72/2025/QH15 art. 1): its communes answer for it.
        """
        if unit.is_valid_on(on):
            return (unit,)
        if unit.valid_from > on:
            neighbours = [link.unit for link in self.predecessors(unit)]
        elif links := self.successors(unit):
            neighbours = [link.unit for link in links]
        else:
            neighbours = list(self.children(unit.code, last_day(unit)))
        found: dict[UnitData, None] = {}
        for neighbour in neighbours:
            found.update(dict.fromkeys(self.counterparts(neighbour, on)))
        return tuple(found)

    def count(self, on: date) -> UnitCounts:
        """How many units of each kind exist on the day."""
        by_kind = dict.fromkeys(Kind, 0)
        for versions in self._versions.values():
            for unit in versions:
                by_kind[unit.kind] += unit.is_valid_on(on)
        return UnitCounts(on, by_kind)


def last_day(unit: UnitData) -> date:
    """The last day of a version; that of a standing one lies at the end of time."""
    return (unit.valid_to or date.max) - _ONE_DAY
