"""Tables that leave the house: as CSV or as an XLSX workbook, safe to open."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal

import xlsxwriter

from project06.kernel.clock import local
from project06.reporting.enums import SheetFormat

type Value = str | int | Decimal | datetime | None

_FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")
_WIDEST = 60


def write_sheet(headings: Sequence[str], rows: Iterable[Sequence[Value]], form: SheetFormat) -> bytes:
    """Return a table as a file; moments are written on the clocks of Viet Nam."""
    return _csv(headings, rows) if form is SheetFormat.CSV else _xlsx(headings, rows)


def _csv(headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    buffer = io.StringIO(newline="")
    table = csv.writer(buffer)
    table.writerow(headings)
    table.writerows([_harmless(each) for each in row] for row in rows)
    # Spreadsheet programs take a file without the mark for the machine's old encoding.
    return buffer.getvalue().encode("utf-8-sig")


def _xlsx(headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    buffer = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        sheet = book.add_worksheet()
        bold = book.add_format({"bold": True})
        for column, heading in enumerate(headings):
            sheet.set_column(column, column, min(_WIDEST, max(12, len(heading) + 2)))
        sheet.write_row(0, 0, headings, bold)
        sheet.freeze_panes(1, 0)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                _write(sheet, number, column, value)
    return buffer.getvalue()


def _write(sheet: "xlsxwriter.worksheet.Worksheet", number: int, column: int, value: Value) -> None:
    if isinstance(value, int | Decimal):
        sheet.write_number(number, column, value)
    elif value is not None:
        sheet.write_string(number, column, _words(value))


def _words(value: Value) -> str:
    if isinstance(value, datetime):
        return local(value).strftime("%Y-%m-%d %H:%M")
    return "" if value is None else str(value)


def _harmless(value: Value) -> str:
    """Keep a spreadsheet program from running a cell that somebody wrote (OWASP: CSV injection)."""
    words = _words(value)
    return f"'{words}" if isinstance(value, str) and words.startswith(_FORMULA_MARKS) else words
