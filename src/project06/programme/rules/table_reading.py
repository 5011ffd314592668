"""Reading a list that somebody made in an office programme: .xlsx or CSV, judged by content, never by name.

Memory is bounded: the file, what it unpacks to and the number of rows have limits, and rows come one by one.
"""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from project06.programme.enums.steering import FileFaultCode
from project06.programme.rules.safe_cells import is_formula, unguard

MOST_BYTES = 10_000_000
MOST_UNPACKED_BYTES = 120_000_000
MOST_ROWS = 5_000
MOST_COLUMNS = 40
_MOST_EMPTY_ROWS = 20_000
_ZIP = b"PK\x03\x04"
_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_NOT_TABLES = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x7fELF",
)
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DELIMITERS = ",;\t"
# What openpyxl raises on workbooks that break their own format; it promises no class of its own.
_BROKEN = (
    InvalidFileException, zipfile.BadZipFile, zlib.error, ParseError, EOFError, OSError,
    AttributeError, IndexError, KeyError, TypeError, ValueError, NotImplementedError, OverflowError,
)  # fmt: skip


class Formula(Enum):
    """A cell that calculates; its text is not kept."""

    FORMULA = "formula"


type Cell = str | date | Formula


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row as people count it, headings being row 1, without trailing empty cells."""

    number: int
    cells: tuple[Cell, ...]


class UnreadableTable(Exception):
    """The file as a whole cannot be read; `code` says why."""

    def __init__(self, code: FileFaultCode) -> None:
        super().__init__(code.value)
        self.code = code


def read_table(content: bytes) -> Iterator[TableRow]:
    """Yield the rows of the first sheet or of the text, empty ones left out, the headings first.

    Raises UnreadableTable, also half-way, for whatever is no table or exceeds a limit.
    """
    _check_size(content)
    rows = _workbook_rows(content) if content.startswith(_ZIP) else _text_rows(content)
    count = 0
    for row in rows:
        if not row.cells:
            continue
        count += 1
        if count > MOST_ROWS + 1:
            raise UnreadableTable(FileFaultCode.TOO_MANY_ROWS)
        yield row
    if not count:
        raise UnreadableTable(FileFaultCode.EMPTY)


def _check_size(content: bytes) -> None:
    if not content.strip():
        raise UnreadableTable(FileFaultCode.EMPTY)
    if len(content) > MOST_BYTES:
        raise UnreadableTable(FileFaultCode.TOO_LARGE)


def _workbook_rows(content: bytes) -> Iterator[TableRow]:
    try:
        _check_archive(content)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
        try:
            sheet = book.worksheets[0]
            # The size that a sheet states about itself may be wrong; rows are read as they come.
            sheet.reset_dimensions()
            for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS + 1), start=1):
                if number > MOST_ROWS + _MOST_EMPTY_ROWS:
                    raise UnreadableTable(FileFaultCode.TOO_MANY_ROWS)
                yield TableRow(number, _trimmed([_workbook_cell(cell.value, cell.data_type) for cell in cells]))
        finally:
            book.close()
    except _BROKEN as fault:
        raise UnreadableTable(FileFaultCode.BROKEN) from fault


def _check_archive(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        names = {part.filename for part in parts}
        if "xl/workbook.xml" not in names:
            raise UnreadableTable(FileFaultCode.NOT_A_TABLE)
        # Reading stops at the stated size of a part, so that the sum below is a true limit.
        if sum(part.file_size for part in parts) > MOST_UNPACKED_BYTES:
            raise UnreadableTable(FileFaultCode.TOO_LARGE)


def _workbook_cell(value: object, data_type: str) -> Cell:
    if data_type == "f":
        return Formula.FORMULA
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else unguard(_tidy(str(value)))


def _text_rows(content: bytes) -> Iterator[TableRow]:
    text = _decode(content)
    if text.lstrip()[:1] in {"<", "{"}:
        raise UnreadableTable(FileFaultCode.NOT_A_TABLE)
    first, _, _ = text.partition("\n")
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), start=1):
            if number > MOST_ROWS + _MOST_EMPTY_ROWS:
                raise UnreadableTable(FileFaultCode.TOO_MANY_ROWS)
            yield TableRow(number, _trimmed([_text_cell(cell) for cell in cells[: MOST_COLUMNS + 1]]))
    except csv.Error as fault:
        raise UnreadableTable(FileFaultCode.BROKEN) from fault


def _decode(content: bytes) -> str:
    if content.startswith(_OLD_OFFICE):
        is_locked = _ENCRYPTED in content
        raise UnreadableTable(FileFaultCode.PROTECTED if is_locked else FileFaultCode.NOT_A_TABLE)
    if content.startswith(_NOT_TABLES):
        raise UnreadableTable(FileFaultCode.NOT_A_TABLE)
    encoding = next((name for mark, name in _BOMS if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as fault:
        raise UnreadableTable(FileFaultCode.NOT_TEXT) from fault
    if "\0" in text:
        raise UnreadableTable(FileFaultCode.NOT_A_TABLE)
    return text


def _text_cell(text: str) -> Cell:
    tidy = _tidy(text)
    return Formula.FORMULA if is_formula(tidy) else unguard(tidy)


def _tidy(text: str) -> str:
    return " ".join(text.replace("\ufeff", "").split())


def _trimmed(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    kept = list(cells)
    while kept and kept[-1] == "":
        kept.pop()
    return tuple(kept)
