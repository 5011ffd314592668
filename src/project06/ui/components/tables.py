"""Table cells in words."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from project06.ui import formats
from project06.ui.data import Cell, Column, Deadline, Link, TableData, Tag
from project06.ui.enums import ColumnKind


@dataclass(frozen=True, slots=True)
class DrawnCell:
    """A cell as the template prints it: `part` says which component, `words` is the text of plain ones."""

    part: str
    content: Cell
    words: str
    is_numeric: bool
    is_missing: bool = False


def draw_rows(table: TableData) -> tuple[tuple[DrawnCell, ...], ...]:
    """Return every row with its cells written in the active language."""
    return tuple(
        tuple(_drawn(cell, column) for cell, column in zip(row, table.columns, strict=True)) for row in table.rows
    )


def _drawn(cell: Cell, column: Column) -> DrawnCell:
    numeric = column.kind.is_numeric
    if cell is None:
        return DrawnCell("words", cell, formats.not_reported(), numeric, is_missing=True)
    part = {Link: "link", Tag: "tag", Deadline: "deadline"}.get(type(cell), "words")
    return DrawnCell(part, cell, _words(cell, column.kind) if part == "words" else "", numeric)


def _words(cell: Cell, kind: ColumnKind) -> str:
    if isinstance(cell, datetime):
        return formats.day(cell) if kind is ColumnKind.DAY else formats.moment(cell)
    if isinstance(cell, date):
        return formats.day(cell)
    if isinstance(cell, int | float | Decimal) and not isinstance(cell, bool):
        return formats.figure(cell, kind)
    return str(cell)
