"""The columns of a list of tasks, as they are exported and read again."""

from collections.abc import Sequence
from dataclasses import dataclass

from project06.kernel.text import fold
from project06.programme.enums.steering import FileFaultCode
from project06.programme.rules.table_reading import Cell, UnreadableTable


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its word in the code and its headings; `is_read` unless it is only told, `is_needed` in a new list."""

    key: str
    vietnamese: str
    english: str
    is_read: bool = True
    is_needed: bool = False

    def heading(self, language: str) -> str:
        """The heading in Vietnamese for Vietnamese readers, in English for all others."""
        return self.vietnamese if language == "vi" else self.english


TASK_COLUMNS = (
    Column("code", "Mã nhiệm vụ", "Code", is_needed=True),
    Column("title", "Nội dung nhiệm vụ", "Title", is_needed=True),
    Column("plan", "Mã kế hoạch", "Plan", is_needed=True),
    Column("group", "Nhóm nhiệm vụ", "Group", is_needed=True),
    Column("lead", "Cơ quan chủ trì", "Lead agency", is_needed=True),
    Column("co_leads", "Cơ quan phối hợp", "Co-lead agencies"),
    Column("recurrence", "Tần suất", "Recurrence"),
    Column("assigned_on", "Ngày giao", "Given out on", is_needed=True),
    Column("due_on", "Hạn hoàn thành", "Due on"),
    Column("directive", "Số văn bản giao", "Act number"),
    Column("directive_on", "Ngày văn bản giao", "Act date"),
    Column("claimed", "Tiến độ báo cáo", "Reported progress"),
    Column("done_on", "Ngày hoàn thành", "Done on"),
    Column("original_due_on", "Hạn ban đầu", "Original due date", is_read=False),
    Column("lead_name", "Tên cơ quan chủ trì", "Name of the lead agency", is_read=False),
    Column("evidence", "Minh chứng", "Evidence", is_read=False),
    Column("schedule", "Theo thời hạn", "Schedule", is_read=False),
    Column("days_left", "Số ngày làm việc còn lại", "Working days left", is_read=False),
)

_BY_WORD = {fold(word): column for column in TASK_COLUMNS for word in (column.key, column.vietnamese, column.english)}


def find_columns(headings: Sequence[Cell]) -> dict[str, int]:
    """Return the place of every column that is read, by its key.

    Headings are understood in Vietnamese, in English and as code words, in any order, with or without marks.
    Raises UnreadableTable when one is unknown, stands twice or is missing.
    """
    places: dict[str, int] = {}
    for place, heading in enumerate(headings):
        column = _BY_WORD.get(fold(heading)) if isinstance(heading, str) else None
        if column is None or column.key in places:
            raise UnreadableTable(FileFaultCode.HEADINGS)
        places[column.key] = place
    if any(column.is_needed and column.key not in places for column in TASK_COLUMNS):
        raise UnreadableTable(FileFaultCode.HEADINGS)
    return {column.key: places[column.key] for column in TASK_COLUMNS if column.is_read and column.key in places}
