"""Meetings: the list, and one with its agenda, endpoints and decisions."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from project06.kernel.permissions import Actor, can, visible
from project06.places.data import COUNTRY_CODE
from project06.programme.data.meetings import (
    AgendaPoint,
    DecisionData,
    EndpointData,
    MeetingData,
    MeetingDetail,
    MeetingPage,
)
from project06.programme.data.tasks import ActingAgency, DirectiveKey
from project06.programme.enums import READ
from project06.programme.enums.steering import AgendaKind, MeetingState, Recurrence
from project06.programme.errors.steering import UnknownMeeting
from project06.programme.models import AgendaItem, Decision, Endpoint, Meeting, Task
from project06.programme.queries.select_tasks import below

PAGE_SIZE = 24
_SEPARATOR = "~"


def list_meetings(*, by: Actor, path: str = "", after: str = "", limit: int = PAGE_SIZE) -> MeetingPage:
    """Return a page of the meetings that `by` may read, newest first. One statement."""
    found = meetings_for(by).filter(below(path))
    identifier, _, said = after.partition(_SEPARATOR)
    try:
        last, day = int(identifier), date.fromisoformat(said)
    except ValueError:
        last, day = 0, None
    if day is not None:
        found = found.filter(Q(held_on__lt=day) | Q(held_on=day, id__lt=last))
    rows = list(found.order_by("-held_on", "-id")[: limit + 1])
    tail = rows[limit - 1] if len(rows) > limit else None
    return MeetingPage(
        tuple(meeting_data(row) for row in rows[:limit]),
        next_after=f"{tail.pk}{_SEPARATOR}{tail.held_on}" if tail else None,
    )


def get_meeting(meeting: UUID, *, by: Actor) -> MeetingDetail:
    """Return a meeting with everything of it. Raises UnknownMeeting, also when `by` may not read it."""
    row = meetings_for(by).filter(uuid=meeting).first()
    if row is None:
        raise UnknownMeeting
    return MeetingDetail(
        meeting=meeting_data(row),
        minutes=row.minutes,
        endpoints=tuple(
            EndpointData(ActingAgency(each.agency_code, each.agency_name, each.unit_path), each.attended)
            for each in Endpoint.objects.filter(meeting=row).order_by("id")
        ),
        agenda=tuple(_point(each) for each in AgendaItem.objects.filter(meeting=row).order_by("position")),
        decisions=list_decisions(row),
    )


def meetings_for(by: Actor) -> QuerySet[Meeting]:
    """Return the meetings that `by` may read: of their units, and those their agencies are connected to."""
    found = Meeting.objects.select_related("conclusions")
    if can(by, READ, path=COUNTRY_CODE):
        return found
    connected = Endpoint.objects.filter(visible(by, READ)).values("meeting_id")
    return found.filter(visible(by, READ) | Q(pk__in=connected))


def list_decisions(meeting: Meeting) -> tuple[DecisionData, ...]:
    """Return the decisions of a meeting by number, with the tasks they became."""
    rows = list(Decision.objects.filter(meeting=meeting).select_related("group").order_by("number"))
    tasks: dict[int | None, UUID] = dict(Task.objects.filter(decision__in=rows).values_list("decision_id", "uuid"))
    return tuple(decision_data(row, tasks.get(row.pk)) for row in rows)


def decision_data(row: Decision, task: UUID | None) -> DecisionData:
    """Return a decision as data."""
    return DecisionData(
        uuid=row.uuid,
        number=row.number,
        text=row.text,
        lead=row.lead_code,
        co_leads=tuple(row.co_leads),
        group=row.group.code if row.group else "",
        recurrence=Recurrence(row.recurrence),
        due_on=row.due_on,
        task=task,
    )


def meeting_data(row: Meeting) -> MeetingData:
    """Return a meeting as data."""
    act = row.conclusions
    return MeetingData(
        uuid=row.uuid,
        title=row.title,
        period=row.period,
        held_on=row.held_on,
        unit_path=row.unit_path,
        convened_by=ActingAgency(row.convener_code, row.convener_name, row.unit_path),
        state=MeetingState(row.state),
        conclusions=DirectiveKey(act.number, act.issued_on) if act else None,
        is_synthetic=row.is_synthetic,
    )


def _point(row: AgendaItem) -> AgendaPoint:
    return AgendaPoint(row.position, AgendaKind(row.kind), row.title, row.subject, row.code, row.facts)
