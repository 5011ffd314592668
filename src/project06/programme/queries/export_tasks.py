"""A list of tasks to take away: as CSV line by line, or as a workbook; both can be imported again."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import override
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from project06.kernel.clock import today
from project06.kernel.permissions import Actor
from project06.programme.data.tasks import TaskData, TaskFilter
from project06.programme.enums.steering import Claim, Recurrence, TaskOrder
from project06.programme.queries.directives import list_plans, list_task_groups
from project06.programme.queries.list_tasks import list_tasks
from project06.programme.rules.safe_cells import guard
from project06.programme.rules.task_columns import TASK_COLUMNS

BATCH = 500
MOST_ROWS = 50_000
_BYTE_ORDER_MARK = "\ufeff"
_WIDTHS = {"title": 70, "lead_name": 40, "co_leads": 24}

type _Cell = str | int | date | None


def export_tasks_csv(wanted: TaskFilter, *, by: Actor, language: str, on: date | None = None) -> Iterator[str]:
    """Yield a CSV of the tasks that `by` may read and that fit, with headings in Vietnamese or English.

    It begins with a byte order mark, without which office programmes misread Vietnamese letters. Texts that
    an office programme would calculate are marked as text. Memory holds one batch at a time.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(column.heading(language) for column in TASK_COLUMNS)
    yield _BYTE_ORDER_MARK + _taken(buffer)
    for tasks in _batches(wanted, by, on or today()):
        writer.writerows([_as_text(cell) for cell in _cells(task)] for task in tasks)
        yield _taken(buffer)


def export_tasks_xlsx(wanted: TaskFilter, *, by: Actor, language: str, on: date | None = None) -> bytes:
    """Return a workbook of the tasks that `by` may read and that fit; its second sheet lists the known codes.

    Rows go to a temporary file as they come, so memory holds one batch and the finished file.
    """
    output = io.BytesIO()
    # Nothing that somebody typed becomes a formula, a link or a number.
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(output, options) as book:
        _write_tasks(book, _batches(wanted, by, on or today()), language)
        _write_codes(book, language)
    return output.getvalue()


def empty_task_list(*, language: str) -> bytes:
    """Return a workbook to fill in: the headings that are read, and the known codes on the second sheet."""
    output = io.BytesIO()
    with Workbook(output, {"constant_memory": True}) as book:
        _write_tasks(book, iter(()), language, read_only=False)
        _write_codes(book, language)
    return output.getvalue()


def _batches(wanted: TaskFilter, by: Actor, day: date) -> Iterator[Sequence[TaskData]]:
    after: str | None = ""
    written = 0
    while after is not None and written < MOST_ROWS:
        page = list_tasks(wanted, by=by, order=TaskOrder.CODE, after=after, limit=BATCH, on=day)
        yield page.tasks
        written += len(page.tasks)
        after = page.next_after


def _cells(task: TaskData) -> list[_Cell]:
    known: dict[str, _Cell] = {
        "code": task.code,
        "title": task.titles["vi"],
        "plan": task.plan,
        "group": task.group,
        "lead": task.lead.code,
        "co_leads": "; ".join(each.code for each in task.co_leads),
        "recurrence": task.recurrence.value,
        "assigned_on": task.assigned_on,
        "due_on": task.due_on,
        "directive": task.directive.number if task.directive else None,
        "directive_on": task.directive.issued_on if task.directive else None,
        "claimed": task.claimed.value if task.claimed else None,
        "done_on": task.done_on,
        "original_due_on": task.original_due_on,
        "lead_name": task.lead.name,
        "evidence": task.evidence.value,
        "schedule": task.schedule.value,
        "days_left": task.days_left,
    }
    return [known[column.key] for column in TASK_COLUMNS]


def _as_text(cell: _Cell) -> str:
    if cell is None:
        return ""
    return guard(cell) if isinstance(cell, str) else str(cell)


def _taken(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text


def _write_tasks(
    book: Workbook,
    batches: Iterator[Sequence[TaskData]],
    language: str,
    *,
    read_only: bool = True,
) -> None:
    columns = [column for column in TASK_COLUMNS if read_only or column.is_read]
    sheet = book.add_worksheet("Nhiệm vụ" if language == "vi" else "Tasks")
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.freeze_panes(1, 1)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, _WIDTHS.get(column.key, 16))
        sheet.write_string(0, place, column.heading(language), bold)
    for number, task in enumerate((task for tasks in batches for task in tasks), start=1):
        for place, cell in enumerate(_cells(task)):
            _write_cell(sheet, number, place, cell, day)


def _write_cell(sheet: Worksheet, row: int, place: int, cell: _Cell, day: Format) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(row, place, cell, day)
    elif isinstance(cell, int):
        sheet.write_number(row, place, cell)
    elif cell is not None:
        sheet.write_string(row, place, guard(cell))


def _write_codes(book: Workbook, language: str) -> None:
    """Write the sheet that explains every code; words of enumerations in the language of the list."""
    spoken = "vi" if language == "vi" else "en"
    sheet = book.add_worksheet("Mã" if language == "vi" else "Codes")
    sheet.set_column(0, 1, 24)
    sheet.set_column(2, 2, 90)
    headings = {column.key: column.heading(language) for column in TASK_COLUMNS}
    with override(spoken):
        rows = [
            *((headings["plan"], plan.code, plan.title_in(spoken)) for plan in list_plans()),
            *((headings["group"], group.code, group.title_in(spoken)) for group in list_task_groups()),
            *((headings["recurrence"], each.value, str(each.label)) for each in Recurrence),
            *((headings["claimed"], each.value, str(each.label)) for each in Claim),
        ]
    for number, row in enumerate(rows):
        for place, text in enumerate(row):
            sheet.write_string(number, place, text)
