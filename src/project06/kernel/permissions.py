"""Rights as columns, not joins.

A right is a permission plus the part of the country it covers, and the part is a *path* of unit codes from the
root: "VN/25/08000". Every row that can be seen or changed carries its unit's path, so the whole question "which
rows may this person see" becomes a few ranges over one indexed column. No table of rights is joined for each
row, and a list of a million rows costs the same as one without rights.

A path covers itself and everything below it. Because "0" follows "/" directly, the range from "VN/25" up to but
excluding "VN/250" holds exactly "VN/25" and what starts with "VN/25/" - provided that paths are built from
letters, digits, "_" and "/" and are compared byte by byte: use `kernel.fields.UnitPathField`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from django.db.models import Q
from django.utils.functional import Promise

from project06.kernel.errors import NotAllowed

_PATH = re.compile(r"[0-9A-Za-z_]+(/[0-9A-Za-z_]+)*")
_CODE = re.compile(r"[a-z][a-z0-9]*\.[a-z0-9]+(-[a-z0-9]+)*")
_AFTER_SLASH = chr(ord("/") + 1)

_declared: dict[str, str | Promise] = {}


class ActorKind(StrEnum):
    """Who acts: a citizen, an official in a post, the platform itself, or nobody known."""

    PERSON = "person"
    OFFICER = "officer"
    SYSTEM = "system"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class Grant:
    """One permission over the units below the given paths."""

    permission: str
    paths: tuple[str, ...]

    def __post_init__(self) -> None:
        for path in self.paths:
            check_path(path)

    def covers(self, path: str) -> bool:
        """Say whether the unit at `path` lies in or below one of the granted paths."""
        return any(path == own or path.startswith(f"{own}/") for own in self.paths)


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever asks for something, as they were at this moment."""

    account: UUID | None
    name: str
    kind: ActorKind
    agency: str | None = None
    agency_name: str = ""
    post: UUID | None = None
    post_title: str = ""
    grants: tuple[Grant, ...] = ()
    acting_for: UUID | None = None
    second_factor: bool = False

    @classmethod
    def system(cls, name: str) -> "Actor":
        """Return the platform itself, named after the job or command that works; it holds every right."""
        return cls(account=None, name=name, kind=ActorKind.SYSTEM)

    @property
    def is_signed_in(self) -> bool:
        """Say whether somebody is known to be there."""
        return self.kind is not ActorKind.ANONYMOUS


_NOBODY = Actor(account=None, name="", kind=ActorKind.ANONYMOUS)


def anonymous() -> Actor:
    """Return the actor of a visitor who has not signed in."""
    return _NOBODY


def check_path(path: str) -> None:
    """Raise ValueError unless `path` is written as codes of letters, digits and "_" joined by "/"."""
    if not _PATH.fullmatch(path):
        raise ValueError(f"{path!r} is not a path of unit codes such as VN/25/08000.")


def declare_permission(code: str, description: str | Promise) -> str:
    """Announce a permission with a plain description for the people who assign roles; return its code.

    Raises ValueError for a code that is not `package.verb-noun` or belongs to another description.
    """
    if not _CODE.fullmatch(code):
        raise ValueError(f"A permission is written package.word-word, not {code!r}.")
    if _declared.setdefault(code, description) is not description and str(_declared[code]) != str(description):
        raise ValueError(f"The permission {code} is declared twice.")
    return code


def permissions() -> Mapping[str, str | Promise]:
    """Return every declared permission with its description."""
    return MappingProxyType(_declared)


def can(actor: Actor, permission: str, *, path: str | None = None) -> bool:
    """Say whether `actor` holds `permission` at the unit `path`, or anywhere when no path is given."""
    if actor.kind is ActorKind.SYSTEM:
        return True
    held = [grant for grant in actor.grants if grant.permission == permission and grant.paths]
    return any(path is None or grant.covers(path) for grant in held)


def check(actor: Actor, permission: str, *, path: str | None = None) -> None:
    """Raise NotAllowed unless `actor` holds `permission` at the unit `path` (anywhere without a path)."""
    if not can(actor, permission, path=path):
        raise NotAllowed


def visible(actor: Actor, permission: str, field: str = "unit_path") -> Q:
    """Compile what `actor` may see under `permission` into ranges over the path column `field`.

    The column must compare byte by byte (`kernel.fields.UnitPathField`), then each range is an index range.
    """
    if actor.kind is ActorKind.SYSTEM:
        return Q()
    held = (path for grant in actor.grants if grant.permission == permission for path in grant.paths)
    rows = Q(pk__in=[])
    for path in _outermost(held):
        rows |= Q(**{f"{field}__gte": path, f"{field}__lt": path + _AFTER_SLASH})
    return rows


def _outermost(paths: Iterable[str]) -> list[str]:
    """Drop paths that another one covers, so that no range is searched twice."""
    kept: list[str] = []
    for path in sorted(set(paths), key=lambda each: each.split("/")):
        if not kept or not (path == kept[-1] or path.startswith(f"{kept[-1]}/")):
            kept.append(path)
    return kept
