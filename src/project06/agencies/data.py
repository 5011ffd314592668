"""What crosses the package's border: frozen, without behaviour beyond reading itself."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from project06.agencies.enums import AgencyKind, SuccessionKind


@dataclass(frozen=True, slots=True)
class AgencyData:
    """An organisation of the State as it was on one day.

    `(code, date)` finds an organisation, `code` alone never does: `UBND-15` was the committee of Yên Bái
    and is since 2025-07-01 that of Lào Cai.
    """

    uuid: UUID
    code: str
    kind: AgencyKind
    name: str
    name_en: str
    parent_code: str | None
    unit_code: str
    unit_path: str
    valid_from: date
    valid_to: date | None
    is_certain: bool
    act: str
    note: str
    note_en: str

    def name_in(self, language: str) -> str:
        """The name in Vietnamese for Vietnamese readers, in English for all others where one is known."""
        return self.name if language == "vi" or not self.name_en else self.name_en


@dataclass(frozen=True, slots=True)
class NamePeriod:
    """What an organisation was called, and whom it answered to, during `[valid_from, valid_to)`."""

    name: str
    name_en: str
    parent_code: str | None
    valid_from: date
    valid_to: date | None
    act: str


@dataclass(frozen=True, slots=True)
class SuccessionData:
    """What passed from one organisation to another on a day, and by which act."""

    agency: AgencyData
    kind: SuccessionKind
    on: date
    act: str
    is_certain: bool
    note: str
    note_en: str


@dataclass(frozen=True, slots=True)
class AgencyPage:
    """One page of a list, and where the next page starts."""

    agencies: tuple[AgencyData, ...]
    next_after: str | None


@dataclass(frozen=True, slots=True)
class AgencyStory:
    """An organisation with its names, its superior and what came before and after it."""

    agency: AgencyData
    parent: AgencyData | None
    names: tuple[NamePeriod, ...]
    predecessors: tuple[SuccessionData, ...]
    successors: tuple[SuccessionData, ...]


@dataclass(frozen=True, slots=True)
class RoleData:
    """A named bundle of permissions with a description that a person understands."""

    code: str
    name: str
    name_en: str
    description: str
    description_en: str
    permissions: tuple[str, ...]

    def name_in(self, language: str) -> str:
        """The name in Vietnamese for Vietnamese readers, in English for all others."""
        return self.name if language == "vi" else self.name_en

    def description_in(self, language: str) -> str:
        """The description in Vietnamese for Vietnamese readers, in English for all others."""
        return self.description if language == "vi" else self.description_en


@dataclass(frozen=True, slots=True)
class GrantedRole:
    """A role that a post has during `[valid_from, valid_to)`."""

    uuid: UUID
    role: RoleData
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class OfficialData:
    """A person who may hold posts; `account` is the identity of the sign-in."""

    uuid: UUID
    account: UUID
    name: str
    staff_number: str


@dataclass(frozen=True, slots=True)
class HolderData:
    """Who holds a post, and since when."""

    uuid: UUID
    official: OfficialData
    valid_from: date
    valid_to: date | None
    decision: str


@dataclass(frozen=True, slots=True)
class PostData:
    """A place in an organisation that officials hold one after another."""

    uuid: UUID
    agency_code: str
    agency_name: str
    unit_path: str
    title: str
    valid_from: date
    valid_to: date | None
    holders: tuple[HolderData, ...] = ()
    roles: tuple[GrantedRole, ...] = ()


@dataclass(frozen=True, slots=True)
class AssignmentData:
    """A post that an account's holder fills on a day, with everything that follows from it.

    `paths` are all unit paths the post covers on that day: the subtree of the organisation's unit and
    of the units that went into it.
    """

    uuid: UUID
    official_name: str
    post: UUID
    post_title: str
    agency_code: str
    agency_name: str
    unit_code: str
    unit_path: str
    permissions: tuple[str, ...]
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load changed, or would change."""

    agencies_added: int
    agencies_changed: int
    versions_written: int
    successions_written: int
    roles_written: int
    not_in_reference: int
    is_written: bool
