"""Which local organisations follow from the administrative units, each on its days.

A province or commune has its People's Committee, its police, its public administration service centre
(Decree 118/2025/NĐ-CP) and, in a province, its departments (Decree 45/2025/NĐ-CP, then 150/2025/NĐ-CP).
They live as long as the unit lives, inside the period of the rule that demands them.

A unit that only changed its status or name is the same organisation under another name (Huế 2025-01-01,
Đồng Nai 2026-04-30); one that absorbed others is a new organisation (Law 72/2025/QH15, Resolution
202/2025/QH15), although it often bears an old code.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from project06.agencies.enums import SuccessionKind, Tier
from project06.agencies.rules.periods import Life, make_life
from project06.agencies.rules.reference_format import LinkRow, LocalRow, VersionRow
from project06.places.data import SuccessionData, UnitData
from project06.places.enums import Extent, Kind, Level

_LEVELS = {Tier.PROVINCE: Level.PROVINCE, Tier.COMMUNE: Level.COMMUNE}

_ENGLISH = {
    Kind.PROVINCE: "{name} province",
    Kind.MUNICIPALITY: "{name} city",
    Kind.COMMUNE: "{name} commune",
    Kind.WARD: "{name} ward",
    Kind.TOWNSHIP: "{name} township",
    Kind.SPECIAL_ZONE: "{name} special zone",
}

# The last moment of a period that is still open, for comparisons only.
_END_OF_TIME = date.max


def group_lives(units: Iterable[UnitData], successions: Iterable[SuccessionData]) -> tuple[tuple[UnitData, ...], ...]:
    """Join the versions of each unit that are one organisation's life, oldest first."""
    arrows = _arrows_into(successions)
    by_code: dict[str, list[UnitData]] = defaultdict(list)
    for unit in units:
        by_code[unit.code].append(unit)
    lives: list[tuple[UnitData, ...]] = []
    for versions in by_code.values():
        versions.sort(key=lambda unit: unit.valid_from)
        lives.extend(_split_lives(versions, arrows))
    return tuple(lives)


def expand(lives: Iterable[Sequence[UnitData]], patterns: Iterable[LocalRow]) -> Iterator[Life]:
    """Return every local organisation that the lives of units and the patterns imply."""
    by_tier: dict[Tier, list[LocalRow]] = defaultdict(list)
    for pattern in patterns:
        by_tier[pattern.tier].append(pattern)
    for life in lives:
        for tier, level in _LEVELS.items():
            if life[0].level is level:
                yield from _agencies_of(life, by_tier[tier])


def expand_links(
    links: Iterable[SuccessionData], agencies: Iterable[Life], patterns: Iterable[LocalRow]
) -> Iterator[LinkRow]:
    """Return which local organisation of a province went into which, for provinces that were merged."""
    known = tuple(agencies)
    ends = {(agency.code, agency.valid_to) for agency in known}
    starts = {(agency.code, agency.valid_from) for agency in known}
    prefixes = sorted({pattern.prefix for pattern in patterns if pattern.tier is Tier.PROVINCE})
    for link in links:
        for prefix in prefixes:
            old, new = f"{prefix}-{link.predecessor_code}", f"{prefix}-{link.successor_code}"
            if (old, link.effective_on) in ends and (new, link.effective_on) in starts:
                yield _link(link, old, new)


def _link(link: SuccessionData, old: str, new: str) -> LinkRow:
    return LinkRow(
        predecessor=old,
        successor=new,
        on=link.effective_on,
        kind=SuccessionKind.MERGED if link.extent is Extent.WHOLE else SuccessionKind.FUNCTIONS,
        act=link.act.number,
        is_certain=True,
        note="",
        note_en="",
    )


def _arrows_into(successions: Iterable[SuccessionData]) -> Mapping[tuple[str, date], list[SuccessionData]]:
    arrows: dict[tuple[str, date], list[SuccessionData]] = defaultdict(list)
    for arrow in successions:
        arrows[arrow.successor_code, arrow.effective_on].append(arrow)
    return arrows


def _split_lives(
    versions: Sequence[UnitData], arrows: Mapping[tuple[str, date], list[SuccessionData]]
) -> Iterator[tuple[UnitData, ...]]:
    life = [versions[0]]
    for older, newer in pairwise(versions):
        if not _lives_on(older, newer, arrows):
            yield tuple(life)
            life = []
        life.append(newer)
    yield tuple(life)


def _lives_on(older: UnitData, newer: UnitData, arrows: Mapping[tuple[str, date], list[SuccessionData]]) -> bool:
    if older.valid_to != newer.valid_from or older.path != newer.path:
        return False
    into = arrows.get((newer.code, newer.valid_from), [])
    return all(arrow.predecessor_code == older.code and arrow.extent is Extent.WHOLE for arrow in into)


def _agencies_of(life: Sequence[UnitData], patterns: Iterable[LocalRow]) -> Iterator[Life]:
    for pattern in patterns:
        versions = tuple(_versions(life, pattern))
        if versions:
            yield make_life(versions)


def _versions(life: Sequence[UnitData], pattern: LocalRow) -> Iterator[VersionRow]:
    path = life[0].path.split("/")
    if pattern.except_units.intersection(path[1:]):
        return
    for unit in life:
        start = max(unit.valid_from, pattern.valid_from)
        end = min(unit.valid_to or _END_OF_TIME, pattern.valid_to or _END_OF_TIME)
        if start < end:
            yield _version(unit, pattern, start, None if end == _END_OF_TIME else end)


def _version(unit: UnitData, pattern: LocalRow, start: date, end: date | None) -> VersionRow:
    said = f"{unit.kind.vietnamese.lower()} {unit.name}"
    return VersionRow(
        code=f"{pattern.prefix}-{unit.code}",
        kind=pattern.kind,
        name=pattern.name.format(unit=said),
        name_en=pattern.name_en.format(unit_en=_ENGLISH[unit.kind].format(name=unit.name)),
        parent=_parent(unit, pattern),
        unit_code=unit.code,
        unit_path=unit.path,
        valid_from=start,
        valid_to=end,
        act=pattern.act or unit.act.number,
        is_certain=pattern.is_certain,
        note=pattern.note,
        note_en=pattern.note_en,
    )


def _parent(unit: UnitData, pattern: LocalRow) -> str:
    prefix, _, where = pattern.parent.partition(":")
    if where == "unit":
        return f"{prefix}-{unit.code}"
    if where == "province":
        return f"{prefix}-{unit.path.split('/')[1]}"
    return prefix
