"""Reads the reference that is delivered with the package, and what the administrative units add to it."""

from dataclasses import dataclass
from pathlib import Path

from project06.agencies.rules.local_agencies import expand, expand_links, group_lives
from project06.agencies.rules.periods import Life, join_versions
from project06.agencies.rules.reference_format import (
    AGENCIES_FILE,
    LINKS_FILE,
    LOCAL_FILE,
    ROLES_FILE,
    LinkRow,
    RoleRow,
    parse_agencies,
    parse_links,
    parse_local_agencies,
    parse_roles,
)
from project06.places import public as places

REFERENCE_FOLDER = Path(__file__).resolve().parent.parent / "reference"


@dataclass(frozen=True, slots=True)
class ReferenceData:
    """Every organisation, succession and role that the reference knows."""

    agencies: tuple[Life, ...]
    links: tuple[LinkRow, ...]
    roles: tuple[RoleRow, ...]


def read_reference(folder: Path = REFERENCE_FOLDER) -> ReferenceData:
    """Return the organisations of the files, and those that follow from today's gazetteer.

    Raises FileNotFoundError for a missing file, ValueError or KeyError for a malformed one.
    """
    units = places.list_reference()
    patterns = parse_local_agencies(_text(folder, LOCAL_FILE))
    local = tuple(expand(group_lives(units.units, units.successions), patterns))
    return ReferenceData(
        agencies=(*join_versions(parse_agencies(_text(folder, AGENCIES_FILE))), *local),
        links=(
            *parse_links(_text(folder, LINKS_FILE)),
            *expand_links(units.successions, local, patterns),
        ),
        roles=parse_roles(_text(folder, ROLES_FILE)),
    )


def _text(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")
