"""The tables that pages show, as files: CSV, workbook, Parquet; safe to open, with real numbers and days."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter
from django.http import HttpResponse
from django.utils.translation import gettext as _

from project06.kernel.clock import local
from project06.programme.rules.safe_cells import guard
from project06.programme.web.page import attachment
from project06.ui.components.deadlines import draw_deadline
from project06.ui.data import Cell, Column, Deadline, Link, TableData, Tag

MOST_ROWS = 5_000
_MOST_LETTERS = 32_000
type _Value = str | int | float | Decimal | date | None


class TableFormat(StrEnum):
    """The form of a file; the value is its ending."""

    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"


CONTENT_TYPES = {
    TableFormat.CSV: "text/csv; charset=utf-8",
    TableFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    TableFormat.PARQUET: "application/vnd.apache.parquet",
}


@dataclass(frozen=True, slots=True)
class FlatTable:
    """A table of plain values: a deadline has become its day and its words."""

    headings: tuple[str, ...]
    rows: tuple[tuple[_Value, ...], ...]


def table_file(table: TableData, name: str, form: TableFormat) -> HttpResponse:
    """Hand out a table under a name."""
    return attachment(write_table(flatten(table), form), f"{name}.{form.value}", CONTENT_TYPES[form])


def write_table(table: FlatTable, form: TableFormat) -> bytes:
    """Return the table in the form."""
    writers = {TableFormat.CSV: _csv, TableFormat.XLSX: _xlsx, TableFormat.PARQUET: write_parquet}
    return writers[form](table)


def flatten(table: TableData) -> FlatTable:
    """Return headings and plain values; a column with deadlines gets a second one for the words."""
    has_words = [
        any(isinstance(row[place], Deadline | Tag) for row in table.rows) for place in range(len(table.columns))
    ]
    has_days = [any(isinstance(row[place], Deadline) for row in table.rows) for place in range(len(table.columns))]
    split = [words and days for words, days in zip(has_words, has_days, strict=True)]
    headings = tuple(_headings(table.columns, split))
    rows = tuple(tuple(_cells(row, split)) for row in table.rows)
    return FlatTable(headings, rows)


def _headings(columns: Sequence[Column], split: Sequence[bool]) -> Iterator[str]:
    for column, is_split in zip(columns, split, strict=True):
        yield str(column.label)
        if is_split:
            yield _("%(column)s, in words") % {"column": column.label}


def _cells(row: Sequence[Cell], split: Sequence[bool]) -> Iterator[_Value]:
    for cell, is_split in zip(row, split, strict=True):
        if not is_split:
            yield _plain(cell)
            continue
        yield cell.due if isinstance(cell, Deadline) else None
        yield draw_deadline(cell).words if isinstance(cell, Deadline) else _text(_plain(cell))


def _plain(cell: Cell) -> _Value:
    if isinstance(cell, Link | Tag):
        return str(cell.label)
    if isinstance(cell, Deadline):
        return cell.due
    if isinstance(cell, datetime):
        return local(cell).strftime("%Y-%m-%d %H:%M")
    return cell if cell is None or isinstance(cell, int | float | Decimal | date) else str(cell)


def _text(value: _Value) -> str:
    if value is None:
        return ""
    return guard(value) if isinstance(value, str) else str(value)


def _csv(table: FlatTable) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(table.headings)
    writer.writerows([_text(cell) for cell in row] for row in table.rows)
    # Office programmes take a file without the mark for the machine's old encoding.
    return buffer.getvalue().encode("utf-8-sig")


def _xlsx(table: FlatTable) -> bytes:
    buffer = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        sheet = book.add_worksheet()
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.freeze_panes(1, 1)
        for place, heading in enumerate(table.headings):
            sheet.set_column(place, place, 60 if place == 0 else 22)
            sheet.write_string(0, place, heading, bold)
        for number, row in enumerate(table.rows, start=1):
            for place, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(number, place, cell, day)
                elif isinstance(cell, int | float | Decimal):
                    sheet.write_number(number, place, float(cell))
                elif cell is not None:
                    sheet.write_string(number, place, guard(cell)[:_MOST_LETTERS])
    return buffer.getvalue()


def write_parquet(table: FlatTable) -> bytes:
    """Return typed columns: days as days, numbers as numbers; a column of nothing is text."""
    columns = {heading: _column([row[place] for row in table.rows]) for place, heading in enumerate(table.headings)}
    sink = pa.BufferOutputStream()
    pq.write_table(pa.table(columns), sink)
    content: bytes = sink.getvalue().to_pybytes()
    return content


def _column(values: list[_Value]) -> pa.Array:
    known = [value for value in values if value is not None]
    if known and all(isinstance(value, date) for value in known):
        return pa.array(values, pa.date32())
    if known and all(isinstance(value, int) for value in known):
        return pa.array(values, pa.int64())
    if known and all(isinstance(value, int | float | Decimal) for value in known):
        return pa.array([_number(value) for value in values], pa.float64())
    return pa.array([None if value is None else str(value) for value in values], pa.string())


def _number(value: _Value) -> float | None:
    return float(value) if isinstance(value, int | float | Decimal) else None
