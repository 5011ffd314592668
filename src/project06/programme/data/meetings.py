"""Meetings, their agendas and conclusions, as they cross the border of the package."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from project06.programme.data.tasks import ActingAgency, DirectiveKey
from project06.programme.enums.steering import AgendaKind, MeetingState, Recurrence


@dataclass(frozen=True, slots=True)
class MissingReport:
    """Who should have reported and did not: the agency, what, and since when it is missing."""

    agency: str
    agency_name: str
    what: str
    due_on: date


@dataclass(frozen=True, slots=True)
class MissedTarget:
    """An indicator that misses its target; the values are written as the indicator writes them."""

    indicator: str
    name: str
    value: str
    target: str


@dataclass(frozen=True, slots=True)
class AgendaPoint:
    """One point of an agenda. `subject` names the task or bottleneck; `facts` are its numbers and dates as text."""

    position: int
    kind: AgendaKind
    title: str
    subject: UUID | None
    code: str
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class EndpointData:
    """An agency that takes part online ("điểm cầu"); None while nobody has noted whether it came."""

    agency: ActingAgency
    attended: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionDraft:
    """What a meeting decided; with a lead agency it can become a task."""

    text: str
    lead: str = ""
    co_leads: tuple[str, ...] = ()
    group: str = ""
    recurrence: Recurrence = Recurrence.ONCE
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionData:
    """A numbered decision of a meeting and the task it became, if it did."""

    uuid: UUID
    number: int
    text: str
    lead: str
    co_leads: tuple[str, ...]
    group: str
    recurrence: Recurrence
    due_on: date | None
    task: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingData:
    """A meeting of a working group; `period` is the month it reviews ("2024-06")."""

    uuid: UUID
    title: str
    period: str
    held_on: date
    unit_path: str
    convened_by: ActingAgency
    state: MeetingState
    conclusions: DirectiveKey | None
    is_synthetic: bool


@dataclass(frozen=True, slots=True)
class MeetingDetail:
    """A meeting with everything that belongs to it."""

    meeting: MeetingData
    minutes: str
    endpoints: tuple[EndpointData, ...]
    agenda: tuple[AgendaPoint, ...]
    decisions: tuple[DecisionData, ...]


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """A page of meetings, newest first, and where the next one starts, None at the end."""

    meetings: tuple[MeetingData, ...]
    next_after: str | None
