"""Tasks in words: table, board, downloads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from project06.programme.data import BoardColumn, TaskChange, TaskData, TaskGroupData, TaskPage
from project06.programme.web.rows import ShownRow, ShownRows, present_row
from project06.programme.web.words import claim_tag, evidence_tag, language, task_deadline
from project06.ui import formats
from project06.ui.data import Cell, Column, Link, TableData, Tag
from project06.ui.enums import ColumnKind

type Titles = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column of the board, and where all its tasks stand."""

    label: str | Promise
    count: str
    all_href: str
    has_more: bool
    cards: tuple[ShownRow, ...]


def task_href(task: TaskData) -> str:
    """Return the address of a task."""
    return reverse("programme:task", args=[task.uuid])


def task_link(task: TaskData) -> Link:
    """Return the way to a task under its title."""
    return Link(task.title_in(language()), task_href(task))


def group_titles(groups: Sequence[TaskGroupData]) -> Titles:
    """Return the names of the task groups by code."""
    return {group.code: group.title_in(language()) for group in groups}


def present_page(page: TaskPage, query: QueryDict) -> ShownRows:
    """Return a page of the table."""
    return present_tasks(
        page.tasks,
        caption=_("Tasks"),
        empty_text=_("No task fits. Ask for fewer words or another status."),
        next_href=next_href(page.next_after, query),
    )


def present_tasks(
    tasks: Sequence[TaskData], *, caption: str | Promise, empty_text: str | Promise, next_href: str = ""
) -> ShownRows:
    """Return tasks as a table: what and whose, until when, and the two statuses that people give."""
    rows = tuple(_row(task, claim_tag(task.claimed), evidence_tag(task.evidence)) for task in tasks)
    headings = (_("Task"), _("Deadline"), _("Reported, and proved"))
    return ShownRows(caption, headings, rows, next_href, empty_text)


def present_file(tasks: Sequence[TaskData], titles: Titles) -> TableData:
    """Return tasks for a file: every status in a column of its own."""
    columns = (
        Column(_("Code")),
        Column(_("Task")),
        Column(_("Task group")),
        Column(_("Lead agency")),
        Column(_("Given out on"), ColumnKind.DAY),
        Column(_("Original due date"), ColumnKind.DAY),
        Column(_("Due on"), ColumnKind.DAY),
        Column(_("Against the clock")),
        Column(_("Reported")),
        Column(_("Evidence")),
        Column(_("Done on"), ColumnKind.DAY),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            task.code,
            task.title_in(language()),
            titles.get(task.group, task.group),
            task.lead.name,
            task.assigned_on,
            task.original_due_on,
            task.due_on,
            task.schedule.label,
            claim_tag(task.claimed).label,
            task.evidence.label,
            task.done_on,
        )
        for task in tasks
    )
    return TableData(_("Tasks"), columns, rows)


def next_href(after: str | None, query: QueryDict) -> str:
    """Return the address of the next page under the same filter, empty at the end."""
    if after is None:
        return ""
    following = query.copy()
    following["after"] = after
    return f"?{following.urlencode()}"


def query_without(query: QueryDict, *names: str) -> str:
    """Return the filter of an address as text, without some of its parts and without empty ones."""
    kept = {name: value for name, value in query.items() if value and name not in names}
    return urlencode(kept)


def present_board(columns: Sequence[BoardColumn], query: QueryDict) -> tuple[ShownColumn, ...]:
    """Return the columns of the board with their cards."""
    return tuple(_column(column, query) for column in columns)


def _column(column: BoardColumn, query: QueryDict) -> ShownColumn:
    asked = query.copy()
    asked["claimed"] = column.claimed.value if column.claimed else "nobody"
    return ShownColumn(
        label=claim_tag(column.claimed).label,
        count=formats.number(column.count),
        all_href=f"{reverse('programme:tasks')}?{query_without(asked, 'after')}",
        has_more=column.count > len(column.tasks),
        cards=tuple(_row(task, evidence_tag(task.evidence)) for task in column.tasks),
    )


def _row(task: TaskData, *tags: Tag) -> ShownRow:
    notes = (task.code, task.lead.name)
    return present_row(task.title_in(language()), task_href(task), notes, task_deadline(task), tags)


def present_preview(
    tasks: Sequence[TaskData], change: TaskChange, *, plans: Titles, groups: Titles, lead: str
) -> TableData:
    """Return what a bulk update will do: for each task what stands there now and what will stand there."""
    columns = (Column(_("Task")), Column(_("Code")), Column(_("Now")), Column(_("Afterwards")))
    rows = []
    for task in tasks:
        pairs = list(_changes(task, change, plans, groups, lead))
        now = "; ".join(before for before, _after in pairs) or str(_("as wanted"))
        after = "; ".join(after for _before, after in pairs) or str(_("no change"))
        rows.append((task_link(task), task.code, now, after))
    return TableData(_("What will change"), columns, tuple(rows))


def _changes(task: TaskData, change: TaskChange, plans: Titles, groups: Titles, lead: str) -> list[tuple[str, str]]:
    pairs = []
    if change.plan and change.plan != task.plan:
        pairs.append((plans.get(task.plan, task.plan), plans.get(change.plan, change.plan)))
    if change.group and change.group != task.group:
        pairs.append((groups.get(task.group, task.group), groups.get(change.group, change.group)))
    if change.lead and change.lead != task.lead.code:
        pairs.append((task.lead.name, lead or change.lead))
    if change.due_on and change.due_on != task.due_on:
        before = formats.day(task.due_on) if task.due_on else str(_("Without a due date"))
        pairs.append((before, formats.day(change.due_on)))
    return pairs
