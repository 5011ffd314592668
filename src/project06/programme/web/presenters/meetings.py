"""Meetings in words: the list, the agenda by what it is about, the decisions and what became of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from project06.kernel.periods import Period
from project06.kernel.permissions import Actor, can
from project06.programme.data import AgendaPoint, DecisionData, EndpointData, MeetingData, MeetingDetail, MeetingPage
from project06.programme.enums import (
    HOLD_MEETINGS,
    ISSUE_CONCLUSIONS,
    MANAGE_TASKS,
    AgendaKind,
    BottleneckState,
    MeetingState,
)
from project06.programme.web.acts import ShownAct
from project06.programme.web.presenters.registers import days_words
from project06.programme.web.presenters.task import Fact, fact
from project06.programme.web.presenters.tasks import Titles, next_href
from project06.programme.web.words import NONE, language, meeting_tag
from project06.ui import formats
from project06.ui.data import Cell, Column, Link, TableData, Tag
from project06.ui.enums import ColumnKind, Tone


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """A point of the agenda with its facts in one line."""

    number: int
    title: str
    href: str
    facts: str


@dataclass(frozen=True, slots=True)
class AgendaPart:
    """The points of one kind."""

    label: str | Promise
    lines: tuple[AgendaLine, ...]


@dataclass(frozen=True, slots=True)
class ShownDecision:
    """A decision, who carries it out until when, the task it became, and what can be done."""

    number: int
    text: str
    facts: str
    task_href: str
    acts: tuple[ShownAct, ...]


def present_meetings(page: MeetingPage, query: QueryDict) -> TableData:
    """Return a page of meetings, newest first."""
    columns = (
        Column(_("Meeting")),
        Column(_("Day"), ColumnKind.DAY),
        Column(_("Reviews")),
        Column(_("State")),
        Column(_("Conclusions")),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            Link(each.title, reverse("programme:meeting", args=[each.uuid])),
            each.held_on,
            period_words(each),
            meeting_tag(each.state),
            each.conclusions.number if each.conclusions else NONE,
        )
        for each in page.meetings
    )
    return TableData(
        _("Meetings, newest first"),
        columns,
        rows,
        next_href=next_href(page.next_after, query),
        empty_text=_("No meeting has been called yet."),
    )


def period_words(meeting: MeetingData) -> str:
    """Return the month under review."""
    return Period.parse(meeting.period).label(language())


def present_meeting(detail: MeetingDetail) -> tuple[Fact, ...]:
    """Return what is known about a meeting, term by term."""
    meeting = detail.meeting
    facts = [
        fact(_("State"), meeting_tag(meeting.state)),
        Fact(_("Day"), formats.day(meeting.held_on)),
        Fact(_("Reviews"), period_words(meeting)),
        Fact(_("Called by"), meeting.convened_by.name),
    ]
    if act := meeting.conclusions:
        words = _("%(number)s of %(day)s") % {"number": act.number, "day": formats.day(act.issued_on)}
        facts.append(Fact(_("Conclusions"), words))
    return tuple(facts)


def present_endpoints(endpoints: Sequence[EndpointData]) -> TableData | None:
    """Return the connected agencies, None when there are none."""
    if not endpoints:
        return None
    rows: tuple[tuple[Cell, ...], ...] = tuple((each.agency.name, _came(each)) for each in endpoints)
    return TableData(_("Online endpoints"), (Column(_("Agency")), Column(_("Took part"))), rows)


def _came(endpoint: EndpointData) -> Tag:
    if endpoint.attended is None:
        return Tag(_("not noted"))
    return Tag(_("yes"), Tone.SUCCESS) if endpoint.attended else Tag(_("no"), Tone.WARNING)


def present_agenda(agenda: Sequence[AgendaPoint]) -> tuple[AgendaPart, ...]:
    """Return the agenda by kind, in its own order."""
    kinds = list(dict.fromkeys(point.kind for point in agenda))
    return tuple(
        AgendaPart(kind.label, tuple(_line(point) for point in agenda if point.kind is kind)) for kind in kinds
    )


def _line(point: AgendaPoint) -> AgendaLine:
    title = f"{point.code} – {point.title}" if point.subject and point.code else point.title
    return AgendaLine(point.position, title, _href(point), " · ".join(filter(None, _facts(point))))


def _href(point: AgendaPoint) -> str:
    if point.kind is AgendaKind.OFF_TARGET:
        return reverse("programme:indicator", args=[point.code])
    names = {AgendaKind.LATE_TASK: "programme:task", AgendaKind.STUCK_BOTTLENECK: "programme:bottleneck"}
    return reverse(names[point.kind], args=[point.subject]) if point.kind in names and point.subject else ""


def _facts(point: AgendaPoint) -> list[str]:
    facts = point.facts
    words = [facts.get("agency", "")]
    if days := facts.get("days_late"):
        sentence = ngettext("%(days)s working day late", "%(days)s working days late", int(days))
        words.append(sentence % {"days": formats.number(int(days))})
    if state := facts.get("state"):
        words.append(str(BottleneckState(state).label))
    if still := facts.get("still_for"):
        words.append(str(_("without movement for %(days)s") % {"days": days_words(int(still))}))
    if point.kind is AgendaKind.NOT_REPORTED and facts.get("due_on"):
        words.append(str(_("was due on %(day)s") % {"day": formats.day(date.fromisoformat(facts["due_on"]))}))
    if point.kind is AgendaKind.OFF_TARGET:
        words.append(str(_("%(value)s instead of %(target)s") % {"value": facts["value"], "target": facts["target"]}))
    return words


def present_decision(decision: DecisionData, names: Titles, acts: tuple[ShownAct, ...]) -> ShownDecision:
    """Return a decision with what can be done about it; `names` are agencies by code."""
    words = [names.get(decision.lead, decision.lead)]
    if decision.co_leads:
        words.append(formats.listing([names.get(code, code) for code in decision.co_leads]))
    if decision.due_on:
        words.append(str(_("until %(day)s") % {"day": formats.day(decision.due_on)}))
    return ShownDecision(
        number=decision.number,
        text=decision.text,
        facts=" · ".join(filter(None, words)),
        task_href=reverse("programme:task", args=[decision.task]) if decision.task else "",
        acts=acts,
    )


def list_meeting_acts(detail: MeetingDetail, actor: Actor) -> frozenset[str]:
    """Return what the reader may do with the meeting now; operations judge again."""
    meeting = detail.meeting
    if meeting.state is MeetingState.ISSUED:
        return frozenset()
    acts: set[str] = set()
    if can(actor, HOLD_MEETINGS, path=meeting.unit_path):
        acts |= {"prepare_agenda", "record_minutes", "add_decision"}
    is_ready = meeting.state is MeetingState.HELD and bool(detail.decisions)
    if is_ready and can(actor, ISSUE_CONCLUSIONS, path=meeting.unit_path):
        acts.add("issue_conclusions")
    return frozenset(acts)


def list_decision_acts(decision: DecisionData, meeting: MeetingData, actor: Actor) -> frozenset[str]:
    """Return what the reader may do with a decision now; operations judge again."""
    if meeting.state is not MeetingState.ISSUED:
        may = can(actor, HOLD_MEETINGS, path=meeting.unit_path)
        return frozenset({"change_decision"}) if may else frozenset()
    may = can(actor, MANAGE_TASKS, path=meeting.unit_path) and decision.task is None and bool(decision.lead)
    return frozenset({"create_task_from_decision"}) if may else frozenset()
