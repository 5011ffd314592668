"""Bottlenecks and pilot models, as they cross the border of the package."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from project06.programme.data.tasks import ActingAgency, TaskData, TaskTally, text_in
from project06.programme.enums.steering import BottleneckClass, BottleneckState, PilotState


@dataclass(frozen=True, slots=True, kw_only=True)
class BottleneckDraft:
    """What a new bottleneck says; `units` are unit paths, `indicators` codes, `tasks` identifiers."""

    titles: Mapping[str, str]
    kind: BottleneckClass
    owner: str
    raised_on: date
    due_on: date | None = None
    tasks: tuple[UUID, ...] = ()
    indicators: tuple[str, ...] = ()
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BottleneckData:
    """Something that stands in the way. Ages are working days of `seen_on`.

    `age` runs from the day it was raised to its verification, `still_for` since it moved last.
    """

    uuid: UUID
    code: str
    titles: Mapping[str, str]
    kind: BottleneckClass
    owner: ActingAgency
    state: BottleneckState
    raised_on: date
    due_on: date | None
    moved_on: date
    closed_on: date | None
    measure: str
    tasks: tuple[UUID, ...]
    indicators: tuple[str, ...]
    units: tuple[str, ...]
    age: int
    still_for: int
    is_late: bool
    is_synthetic: bool
    seen_on: date

    def title_in(self, language: str) -> str:
        """The title in `language`, else in English, else in Vietnamese."""
        return text_in(self.titles, language)


@dataclass(frozen=True, slots=True)
class BottleneckPage:
    """A page of bottlenecks and where the next one starts, None at the end."""

    bottlenecks: tuple[BottleneckData, ...]
    next_after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BottleneckFilter:
    """What a reader of bottlenecks looks for; closed ones are left out unless a state is asked for."""

    below: str = ""
    kind: BottleneckClass | None = None
    state: BottleneckState | None = None
    owner: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementData:
    """One step of a bottleneck or a pilot model; persons by account only, with the office they held."""

    from_state: str
    to_state: str
    happened_at: datetime
    account: UUID | None
    agency: str
    post_title: str
    note: str


@dataclass(frozen=True, slots=True)
class BottleneckDetail:
    """A bottleneck with its steps, oldest first."""

    bottleneck: BottleneckData
    movements: tuple[MovementData, ...]


@dataclass(frozen=True, slots=True)
class AgeBand:
    """How many open bottlenecks are at least `from_days` and fewer than `to_days` working days old."""

    from_days: int
    to_days: int | None
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PilotDraft:
    """What a new pilot model says; `unit_code` is where it is tried, `result_indicator` how its result is known."""

    code: str
    titles: Mapping[str, str]
    lead: str
    unit_code: str
    registered_on: date
    due_on: date | None = None
    result_indicator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PilotData:
    """A model that is tried in one place before others copy it."""

    uuid: UUID
    code: str
    titles: Mapping[str, str]
    lead: ActingAgency
    unit_path: str
    state: PilotState
    registered_on: date
    due_on: date | None
    moved_on: date
    result_indicator: str
    still_for: int
    is_late: bool
    is_synthetic: bool
    seen_on: date

    def title_in(self, language: str) -> str:
        """The title in `language`, else in English, else in Vietnamese."""
        return text_in(self.titles, language)


@dataclass(frozen=True, slots=True)
class PilotDetail:
    """A pilot model with its steps, oldest first."""

    pilot: PilotData
    movements: tuple[MovementData, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitSummary:
    """One screen of a unit on a day: what is late, what stands in the way, what is being tried.

    Every number is computed from managed records; `bottlenecks` and `pilots` count those that still run and,
    of pilots, all states.
    """

    unit_path: str
    on: date
    tasks: TaskTally
    latest: tuple[TaskData, ...]
    bottlenecks: Mapping[BottleneckClass, int]
    stuck_bottlenecks: int
    late_bottlenecks: int
    pilots: Mapping[PilotState, int]
