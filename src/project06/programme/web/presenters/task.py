"""One task in words: its three statuses, its history, its documents, and what the reader may do."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from project06.kernel.permissions import Actor, can
from project06.programme.data import TaskData, TaskDetail, TaskEventData, TaskEvidenceData
from project06.programme.enums import (
    MANAGE_TASKS,
    REPORT_TASKS,
    EvidenceState,
    Recurrence,
    Schedule,
)
from project06.programme.rules.tasks import can_move_evidence
from project06.programme.web.presenters.tasks import Titles
from project06.programme.web.words import NONE, claim_tag, evidence_tag, language, task_deadline
from project06.ui import formats
from project06.ui.data import Cell, Column, Deadline, TableData, Tag, Text
from project06.ui.enums import ColumnKind


@dataclass(frozen=True, slots=True)
class Fact:
    """A term and what it says: words, a status, a deadline or a link."""

    term: Text
    text: Text = ""
    tag: Tag | None = None
    deadline: Deadline | None = None
    href: str = ""


def fact(term: Text, cell: Cell) -> Fact:
    """Return a fact of whatever a table cell may hold."""
    if isinstance(cell, Tag):
        return Fact(term, tag=cell)
    if isinstance(cell, Deadline):
        return Fact(term, deadline=cell)
    return Fact(term, str(cell))


def present_facts(detail: TaskDetail, plans: Titles, groups: Titles) -> tuple[Fact, ...]:
    """Return what is known about a task, term by term; the three statuses first, side by side."""
    task = detail.task
    facts = [
        fact(_("Against the clock"), task_deadline(task)),
        fact(_("Reported by the lead"), claim_tag(task.claimed)),
        fact(_("Proved by a document"), evidence_tag(task.evidence)),
        Fact(_("Lead agency"), task.lead.name),
    ]
    if task.co_leads:
        facts.append(Fact(_("Together with"), formats.listing([each.name for each in task.co_leads])))
    facts += _dates(task)
    facts += [
        Fact(_("Plan"), plans.get(task.plan, task.plan)),
        Fact(_("Task group"), groups.get(task.group, task.group)),
    ]
    facts += _orders(detail)
    return tuple(facts)


def _dates(task: TaskData) -> list[Fact]:
    facts = [Fact(_("Given out on"), formats.day(task.assigned_on))]
    if task.recurrence is not Recurrence.ONCE:
        facts.append(Fact(_("How often"), task.recurrence.label))
    if task.original_due_on and task.original_due_on != task.due_on:
        facts.append(Fact(_("Original due date"), formats.day(task.original_due_on)))
        facts.append(Fact(_("Revisions of the due date"), formats.number(task.revisions)))
    if task.done_on:
        facts.append(Fact(_("Done on"), formats.day(task.done_on)))
    return facts


def _orders(detail: TaskDetail) -> list[Fact]:
    facts = []
    if act := detail.directive:
        words = _("%(number)s of %(day)s: %(title)s") % {
            "number": act.key.number,
            "day": formats.day(act.key.issued_on),
            "title": act.title_in(language()),
        }
        facts.append(Fact(_("Ordered by"), words))
    if detail.task.decision:
        facts.append(Fact(_("Comes from"), _("A decision of a meeting")))
    return facts


def present_history(history: Sequence[TaskEventData]) -> TableData:
    """Return what happened, newest first: offices, no names."""
    columns = (Column(_("Time"), ColumnKind.MOMENT), Column(_("What")), Column(_("Details")), Column(_("Who")))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (each.happened_at, each.kind.label, _details(each), office_words(each.post_title, each.agency))
        for each in reversed(history)
    )
    return TableData(_("History"), columns, rows)


def _details(event: TaskEventData) -> str:
    parts = [str(claim_tag(event.claim).label) if event.claim else ""]
    if event.due_before and event.due_after and event.due_before != event.due_after:
        words = _("due date from %(before)s to %(after)s") % {
            "before": formats.day(event.due_before),
            "after": formats.day(event.due_after),
        }
        parts.append(str(words))
    parts += [event.reason, event.act]
    return "; ".join(filter(None, parts)) or NONE


def office_words(post_title: str, agency: str) -> str | Promise:
    """Return in which office somebody acted; without one it was the platform."""
    return ", ".join(filter(None, (post_title, agency))) or _("The platform")


def present_documents(documents: Sequence[TaskEvidenceData]) -> TableData:
    """Return the proving documents, newest first."""
    columns = (
        Column(_("Document")),
        Column(_("Where it is kept")),
        Column(_("State")),
        Column(_("Attached"), ColumnKind.MOMENT),
        Column(_("Reason for the return")),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (each.document.name, each.document.reference, evidence_tag(each.state), each.attached_at, each.reason or NONE)
        for each in documents
    )
    return TableData(_("Documents"), columns, rows, empty_text=_("No document has been attached yet."))


def list_acts(task: TaskData, actor: Actor) -> frozenset[str]:
    """Return what the reader may do with the task now, by the names of the addresses; operations judge again."""
    if task.schedule is Schedule.CANCELLED:
        return frozenset()
    acts: set[str] = set()
    manages = can(actor, MANAGE_TASKS, path=task.register_path)
    paths = {task.lead.code: task.lead.unit_path} | {each.code: each.unit_path for each in task.co_leads}
    reports = actor.agency in paths and can(actor, REPORT_TASKS, path=paths[actor.agency])
    is_proved = task.evidence is EvidenceState.ACCEPTED and task.recurrence is Recurrence.ONCE
    if (manages or reports) and not is_proved:
        acts.add("claim_task")
        if can_move_evidence(task.evidence, EvidenceState.ATTACHED, task.recurrence):
            acts.add("attach_task_evidence")
    if manages:
        acts |= _acts_of_manager(task, is_proved=is_proved)
    return frozenset(acts)


def _acts_of_manager(task: TaskData, *, is_proved: bool) -> set[str]:
    acts = {"edit_task"}
    if task.evidence is EvidenceState.ATTACHED:
        acts.add("check_task_evidence")
    if task.evidence is EvidenceState.CHECKED:
        acts |= {"accept_task_evidence", "return_task_evidence"}
    if not is_proved:
        acts |= {"revise_due_date", "hand_over_task", "cancel_task"}
    return acts
