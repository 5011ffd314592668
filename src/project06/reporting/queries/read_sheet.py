"""A file that an agency sent back, as rows. Nothing in it is trusted: not its name, not its size, not its cells."""

import csv
import io
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from project06.reporting.data import SheetRow
from project06.reporting.errors import TooLargeSheet, UnreadableSheet

MOST_BYTES = 2_000_000
MOST_UNPACKED_BYTES = 40_000_000
MOST_ROWS = 1_000
"""Five times the longest form, with room for headings and remarks."""

CODE_HEADING = "code"
ANSWER_HEADING = "answer"
_ZIP_MARK = b"PK\x03\x04"
_BROKEN = (BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, OSError, SyntaxError)


def read_sheet(content: bytes) -> tuple[SheetRow, ...]:
    """Return the rows below the headings “code” and “answer” of an XLSX workbook or a CSV table.

    What a file is, its first bytes say, not its name. Raises UnreadableSheet and TooLargeSheet.
    """
    if len(content) > MOST_BYTES:
        raise TooLargeSheet
    rows = _workbook_rows(content) if content.startswith(_ZIP_MARK) else _table_rows(content)
    return tuple(_below_headings(rows))


def _workbook_rows(content: bytes) -> Iterator[tuple[int, list[Any]]]:  # Any: cells of a library without types
    try:
        with ZipFile(io.BytesIO(content)) as packed:
            if sum(each.file_size for each in packed.infolist()) > MOST_UNPACKED_BYTES:
                raise TooLargeSheet
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False)
        sheet = book.worksheets[0]
        # The size that a file states of itself may be a lie; rows are counted as they come.
        sheet.reset_dimensions()
        for number, cells in enumerate(sheet.iter_rows(max_col=20), start=1):
            if number > MOST_ROWS:
                raise TooLargeSheet
            yield number, list(cells)
    except (*_BROKEN, IndexError) as fault:
        raise UnreadableSheet from fault


def _table_rows(content: bytes) -> Iterator[tuple[int, list[Any]]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise UnreadableSheet from fault
    if "\x00" in text:
        raise UnreadableSheet
    first = text.partition("\n")[0]
    mark = max((";", ",", "\t"), key=first.count)
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text), delimiter=mark, strict=True), start=1):
            if number > MOST_ROWS:
                raise TooLargeSheet
            yield number, list(cells)
    except csv.Error as fault:
        raise UnreadableSheet from fault


def _below_headings(rows: Iterator[tuple[int, list[Any]]]) -> Iterator[SheetRow]:
    places: tuple[int, int] | None = None
    for number, cells in rows:
        if places is None:
            places = _headings(cells)
            continue
        row = _row(number, cells, places)
        if row.code or row.answer not in {None, ""}:
            yield row
    if places is None:
        raise UnreadableSheet


def _headings(cells: list[Any]) -> tuple[int, int] | None:
    words = [str(_value(cell) or "").strip().lower() for cell in cells]
    if CODE_HEADING in words and ANSWER_HEADING in words:
        return words.index(CODE_HEADING), words.index(ANSWER_HEADING)
    return None


def _row(number: int, cells: list[Any], places: tuple[int, int]) -> SheetRow:
    code, answer = (cells[place] if place < len(cells) else None for place in places)
    value = _value(answer)
    return SheetRow(
        number=number,
        code=str(_value(code) or "").strip()[:60],
        answer=value,
        is_formula=getattr(answer, "data_type", "") == "f" or (isinstance(value, str) and value.startswith("=")),
    )


def _value(cell: object) -> object:
    """Return what a cell of a workbook or of a table holds."""
    return getattr(cell, "value", cell)
