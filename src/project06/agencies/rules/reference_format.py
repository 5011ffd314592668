"""The text of the reference files: what we know of the organisation of the State, as sorted facts.

Ministries: Resolution 08/2021/QH15 (2021-07-23) until 2025-02-28, Resolution 176/2025/QH15 from 2025-03-01
(14 ministries, 3 ministerial-level agencies). A row says in `sure` whether a source was read for its day
and act; a doubtful one is shown as such and never decides anything.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from project06.agencies.enums import AgencyKind, SuccessionKind, Tier

AGENCIES_FILE = "agencies.csv"
LINKS_FILE = "links.csv"
LOCAL_FILE = "local_agencies.csv"
ROLES_FILE = "roles.csv"


@dataclass(frozen=True, slots=True)
class VersionRow:
    """What an organisation was called, and whom it answered to, during `[valid_from, valid_to)`."""

    code: str
    kind: AgencyKind
    name: str
    name_en: str
    parent: str
    unit_code: str
    unit_path: str
    valid_from: date
    valid_to: date | None
    act: str
    is_certain: bool
    note: str
    note_en: str


@dataclass(frozen=True, slots=True)
class LinkRow:
    """What passed from one organisation to another on a day."""

    predecessor: str
    successor: str
    on: date
    kind: SuccessionKind
    act: str
    is_certain: bool
    note: str
    note_en: str


@dataclass(frozen=True, slots=True)
class LocalRow:
    """An organisation that every unit of a tier has, as a pattern."""

    prefix: str
    kind: AgencyKind
    tier: Tier
    name: str
    name_en: str
    parent: str
    valid_from: date
    valid_to: date | None
    act: str
    is_certain: bool
    except_units: frozenset[str]
    note: str
    note_en: str


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role with the permissions it bundles."""

    code: str
    name: str
    name_en: str
    description: str
    description_en: str
    permissions: tuple[str, ...]


def parse_agencies(text: str) -> tuple[VersionRow, ...]:
    """Read the central organisations; a malformed cell raises ValueError, a missing column KeyError."""
    return tuple(
        VersionRow(
            code=row["code"],
            kind=AgencyKind(row["kind"]),
            name=row["name"],
            name_en=row["name_en"],
            parent=row["parent"],
            unit_code=row["unit"],
            unit_path=row["unit"],
            valid_from=date.fromisoformat(row["valid_from"]),
            valid_to=_day(row["valid_to"]),
            act=row["act"],
            is_certain=_yes(row["sure"]),
            note=row["note"],
            note_en=row["note_en"],
        )
        for row in _rows(text)
    )


def parse_links(text: str) -> tuple[LinkRow, ...]:
    """Read what passed between central organisations."""
    return tuple(
        LinkRow(
            predecessor=row["predecessor"],
            successor=row["successor"],
            on=date.fromisoformat(row["on"]),
            kind=SuccessionKind(row["kind"]),
            act=row["act"],
            is_certain=_yes(row["sure"]),
            note=row["note"],
            note_en=row["note_en"],
        )
        for row in _rows(text)
    )


def parse_local_agencies(text: str) -> tuple[LocalRow, ...]:
    """Read the patterns of local organisations."""
    return tuple(
        LocalRow(
            prefix=row["prefix"],
            kind=AgencyKind(row["kind"]),
            tier=Tier(row["tier"]),
            name=row["name"],
            name_en=row["name_en"],
            parent=row["parent"],
            valid_from=date.fromisoformat(row["valid_from"]),
            valid_to=_day(row["valid_to"]),
            act=row["act"],
            is_certain=_yes(row["sure"]),
            except_units=frozenset(row["except_units"].split()),
            note=row["note"],
            note_en=row["note_en"],
        )
        for row in _rows(text)
    )


def parse_roles(text: str) -> tuple[RoleRow, ...]:
    """Read the roles; which permissions exist is checked by a test, not here."""
    return tuple(
        RoleRow(
            code=row["code"],
            name=row["name"],
            name_en=row["name_en"],
            description=row["description"],
            description_en=row["description_en"],
            permissions=tuple(sorted(row["permissions"].split())),
        )
        for row in _rows(text)
    )


def _rows(text: str) -> Iterator[Mapping[str, str]]:
    return iter(csv.DictReader(io.StringIO(text), strict=True))


def _day(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def _yes(cell: str) -> bool:
    if cell not in {"yes", "no"}:
        raise ValueError(f"{cell!r} is neither yes nor no.")
    return cell == "yes"
