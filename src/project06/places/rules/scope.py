"""Which paths an office of a unit may see: its own, and those of the units it was made of.

A record keeps the path it was written under. The office of Phú Thọ (25) of today therefore also
answers for `VN/26/...`, the former Vĩnh Phúc. A unit of which only a part came over stays outside.
"""

from collections.abc import Iterable

from project06.places.data import PATH_SEPARATOR, UnitData
from project06.places.enums import Extent
from project06.places.rules.gazetteer import Gazetteer, last_day


def scope_paths(gazetteer: Gazetteer, unit: UnitData) -> tuple[str, ...]:
    """The shortest list of path prefixes below which everything lies wholly in the unit.

    Never grants more than the unit: where its path was later given to a larger one (Yên Bái's
    `VN/15` is Lào Cai's today), the paths of its own children stand for it.
    """
    inside = _wholly_inside(gazetteer, unit)
    paths = {path for version in inside for path in _own_paths(gazetteer, version, inside)}
    return _without_covered(paths)


def _wholly_inside(gazetteer: Gazetteer, unit: UnitData) -> set[UnitData]:
    """The unit, everything it was wholly made of, and its own later shapes."""
    inside = {unit}
    waiting = [unit]
    while waiting:
        version = waiting.pop()
        neighbours = {link.unit for link in gazetteer.predecessors(version) if link.extent is Extent.WHOLE}
        neighbours |= {link.unit for link in gazetteer.successors(version) if _is_same(gazetteer, link.unit)}
        waiting.extend(neighbours - inside)
        inside |= neighbours
    return inside


def _is_same(gazetteer: Gazetteer, successor: UnitData) -> bool:
    """Whether a successor is its only predecessor under another name or kind."""
    links = gazetteer.predecessors(successor)
    return len(links) == 1 and links[0].extent is Extent.WHOLE


def _own_paths(gazetteer: Gazetteer, version: UnitData, inside: set[UnitData]) -> Iterable[str]:
    strangers = (
        other for other in gazetteer.versions(version.code) if other.path == version.path and other not in inside
    )
    if not any(strangers):
        return (version.path,)
    return (child.path for child in gazetteer.children(version.code, last_day(version)))


def _without_covered(paths: set[str]) -> tuple[str, ...]:
    kept: list[str] = []
    for path in sorted(paths):
        if not kept or not path.startswith(kept[-1] + PATH_SEPARATOR):
            kept.append(path)
    return tuple(kept)
