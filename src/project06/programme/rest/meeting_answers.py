"""The shapes in which meetings leave by REST."""

from datetime import date
from uuid import UUID

from ninja import Schema

from project06.programme.enums.steering import AgendaKind, MeetingState, Recurrence
from project06.programme.rest.steering_answers import ActKey, AgencyAnswer


class MeetingAnswer(Schema):
    """A meeting of a working group."""

    uuid: UUID
    title: str
    period: str
    held_on: date
    unit_path: str
    convened_by: AgencyAnswer
    state: MeetingState
    conclusions: ActKey | None
    is_synthetic: bool


class MeetingPageAnswer(Schema):
    """A page of meetings, newest first; `next_after` continues it."""

    meetings: list[MeetingAnswer]
    next_after: str | None


class EndpointAnswer(Schema):
    """An agency that takes part online; null while nobody noted whether it came."""

    agency: AgencyAnswer
    attended: bool | None


class AgendaAnswer(Schema):
    """A point of an agenda."""

    position: int
    kind: AgendaKind
    title: str
    subject: UUID | None
    code: str
    facts: dict[str, str]


class DecisionAnswer(Schema):
    """A numbered decision and the task it became."""

    uuid: UUID
    number: int
    text: str
    lead: str
    co_leads: list[str]
    group: str
    recurrence: Recurrence
    due_on: date | None
    task: UUID | None


class MeetingDetailAnswer(Schema):
    """A meeting with everything of it."""

    meeting: MeetingAnswer
    minutes: str
    endpoints: list[EndpointAnswer]
    agenda: list[AgendaAnswer]
    decisions: list[DecisionAnswer]
