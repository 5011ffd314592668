"""What every row of a list of tasks must say, checked before anything is looked up."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from project06.kernel.text import fold, nfc
from project06.programme.data.task_import import RowFault, TaskRow
from project06.programme.data.tasks import DirectiveKey
from project06.programme.enums.steering import Claim, Recurrence, RowFaultCode
from project06.programme.rules.table_reading import Cell, Formula, TableRow
from project06.programme.rules.task_columns import TASK_COLUMNS, find_columns
from project06.programme.rules.tasks import LONGEST_TITLE, is_usable_code, is_usable_done, is_usable_due

EARLIEST_YEAR = 2015
LATEST_YEAR = 2060
MOST_CO_LEADS = 40
_SEPARATORS = re.compile(r"[;,|\n]+")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[/.\-](?P<month>\d{1,2})[/.\-](?P<year>\d{4})")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[T ]00:00(?::00)?)?")

RECURRENCE_WORDS: Mapping[str, Recurrence] = {
    **{fold(each.value): each for each in Recurrence},
    "": Recurrence.ONCE,
    "mot lan": Recurrence.ONCE,
    "hang thang": Recurrence.MONTH,
    "hang quy": Recurrence.QUARTER,
    "6 thang": Recurrence.HALF,
    "hang nam": Recurrence.YEAR,
}
CLAIM_WORDS: Mapping[str, Claim | None] = {
    **{fold(each.value): each for each in Claim},
    "": None,
    "chua thuc hien": Claim.NOT_STARTED,
    "dang thuc hien": Claim.IN_PROGRESS,
    "dang trien khai": Claim.IN_PROGRESS,
    "hoan thanh": Claim.DONE,
    "da hoan thanh": Claim.DONE,
}


@dataclass(slots=True)
class RowReader:
    """Reads the cells of one row and remembers what is wrong with them."""

    row: TableRow
    places: Mapping[str, int]
    faults: list[RowFault] = field(default_factory=list)

    def blame(self, column: str, code: RowFaultCode) -> None:
        """Note a fault."""
        self.faults.append(RowFault(self.row.number, column, code))

    def cell(self, column: str) -> Cell:
        """Return the cell, empty when the list has no such column or the row is shorter."""
        place = self.places.get(column)
        found = "" if place is None or place >= len(self.row.cells) else self.row.cells[place]
        if found is Formula.FORMULA:
            self.blame(column, RowFaultCode.FORMULA)
            return ""
        return found

    def text(self, column: str, longest: int, *, is_needed: bool) -> str:
        """Return a text in the canonical form of Vietnamese letters."""
        found = self.cell(column)
        text = nfc(found.isoformat() if isinstance(found, date) else str(found))
        if is_needed and not text and not self._is_blamed(column):
            self.blame(column, RowFaultCode.MISSING)
        if len(text) > longest:
            self.blame(column, RowFaultCode.TOO_LONG)
        return text[:longest]

    def day(self, column: str) -> date | None:
        """Return a day, None for an empty cell."""
        found = self.cell(column)
        if isinstance(found, str):
            if not found:
                return None
            found = parse_day(found) or ""
        if not isinstance(found, date) or not EARLIEST_YEAR <= found.year <= LATEST_YEAR:
            self.blame(column, RowFaultCode.BAD_DATE)
            return None
        return found

    def word[Word: Enum | None](self, column: str, words: Mapping[str, Word], code: RowFaultCode) -> Word:
        """Return what one of the known words means; the meaning of nothing for an unknown one."""
        said = fold(str(self.cell(column)))
        if said not in words:
            self.blame(column, code)
            return words[""]
        return words[said]

    def _is_blamed(self, column: str) -> bool:
        return any(fault.column == column for fault in self.faults)


def read_rows(rows: Iterable[TableRow], *, today: date) -> tuple[list[TaskRow], list[RowFault], int]:
    """Return the tasks that could be read, everything that is wrong, and the number of rows below the headings.

    Raises UnreadableTable when the file is no list of tasks.
    """
    table = iter(rows)
    headings = next(table)
    places = find_columns(headings.cells)
    tasks: list[TaskRow] = []
    faults: list[RowFault] = []
    first_seen: set[str] = set()
    count = 0
    for row in table:
        count += 1
        reader = RowReader(row, places)
        task = _read_row(reader, width=len(headings.cells), today=today)
        if task is not None and fold(task.code) in first_seen:
            reader.blame("code", RowFaultCode.DUPLICATE)
        if task is not None:
            first_seen.add(fold(task.code))
        faults.extend(reader.faults)
        if task is not None and not reader.faults:
            tasks.append(task)
    return tasks, faults, count


def parse_day(text: str) -> date | None:
    """Return the day of a text such as 31/12/2026, 31.12.2026, 31-12-2026 or 2026-12-31, else None."""
    found = _DAY_FIRST.fullmatch(text) or _YEAR_FIRST.fullmatch(text)
    if found is None:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _read_row(reader: RowReader, *, width: int, today: date) -> TaskRow | None:
    """Return the task of a row, None when a cell without which nothing else makes sense is wrong."""
    if len(reader.row.cells) > width:
        reader.blame(TASK_COLUMNS[0].key, RowFaultCode.TOO_MANY_CELLS)
    code = reader.text("code", 40, is_needed=True)
    if code and not is_usable_code(code):
        reader.blame("code", RowFaultCode.BAD_CODE)
    assigned_on = reader.day("assigned_on")
    if assigned_on is None and not any(fault.column == "assigned_on" for fault in reader.faults):
        reader.blame("assigned_on", RowFaultCode.MISSING)
    lead = reader.text("lead", 20, is_needed=True)
    task = TaskRow(
        row=reader.row.number,
        code=code,
        title=reader.text("title", LONGEST_TITLE, is_needed=True),
        plan=reader.text("plan", 40, is_needed=True),
        group=reader.text("group", 40, is_needed=True),
        lead=lead,
        co_leads=_co_leads(reader, lead),
        recurrence=reader.word("recurrence", RECURRENCE_WORDS, RowFaultCode.UNKNOWN_RECURRENCE),
        assigned_on=assigned_on or today,
        due_on=reader.day("due_on"),
        directive=_directive(reader),
        claimed=reader.word("claimed", CLAIM_WORDS, RowFaultCode.UNKNOWN_CLAIM),
        done_on=reader.day("done_on"),
    )
    if assigned_on is None:
        return None
    _check_days(reader, task, today)
    return task


def _co_leads(reader: RowReader, lead: str) -> tuple[str, ...]:
    said = [word.strip() for word in _SEPARATORS.split(reader.text("co_leads", 800, is_needed=False))]
    named = tuple(dict.fromkeys(word for word in said if word))
    if lead in named:
        reader.blame("co_leads", RowFaultCode.LEAD_REPEATED)
    if len(named) > MOST_CO_LEADS:
        reader.blame("co_leads", RowFaultCode.TOO_LONG)
    return named


def _directive(reader: RowReader) -> DirectiveKey | None:
    number = reader.text("directive", 60, is_needed=False)
    issued_on = reader.day("directive_on")
    if not number and issued_on is None:
        return None
    if not number:
        reader.blame("directive", RowFaultCode.MISSING)
    if issued_on is None:
        reader.blame("directive_on", RowFaultCode.MISSING)
        return None
    return DirectiveKey(number, issued_on)


def _check_days(reader: RowReader, task: TaskRow, today: date) -> None:
    if any(fault.code is RowFaultCode.BAD_DATE for fault in reader.faults):
        return
    if task.assigned_on > today:
        reader.blame("assigned_on", RowFaultCode.DATE_IN_FUTURE)
    if not is_usable_due(task.recurrence, task.assigned_on, task.due_on):
        code = RowFaultCode.DUE_MISSING if task.due_on is None else RowFaultCode.DUE_BEFORE_ASSIGNED
        reader.blame("due_on", code)
    if task.claimed is None:
        if task.done_on is not None:
            reader.blame("done_on", RowFaultCode.DONE_WITHOUT_DATE)
    elif not is_usable_done(task.claimed, task.assigned_on, task.done_on, today):
        is_future = task.done_on is not None and task.done_on > today
        reader.blame("done_on", RowFaultCode.DATE_IN_FUTURE if is_future else RowFaultCode.DONE_WITHOUT_DATE)
