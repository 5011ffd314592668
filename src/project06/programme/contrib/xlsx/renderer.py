"""The report as a workbook: the text on the first sheet, every table on one of its own with numbers that calculate."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time

import xlsxwriter
from django.utils.translation import override
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from project06.programme.contrib.composition.compose import compose
from project06.programme.contrib.composition.document import (
    BarChart,
    Block,
    Document,
    KeyFigures,
    Map,
    Paragraph,
    PartChart,
    Points,
    Section,
    Table,
    Words,
)
from project06.programme.data.report import ReportCut

_LONGEST_SHEET_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_ACCENT = "#8B1E1E"
_CHARACTERS_WIDE = 120


@dataclass(frozen=True, slots=True)
class _Formats:
    title: Format
    heading: Format
    text: Format
    head: Format
    head_number: Format
    cell: Format
    number: Format


class XlsxRenderer:
    """Writes one workbook; no text is ever read as a formula."""

    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    def render(self, cut: ReportCut, language: str) -> bytes:
        """Return the workbook in the language."""
        with override(language):
            document = compose(cut, language)
        buffer = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        book = xlsxwriter.Workbook(buffer, options)
        book.set_properties(
            {
                "title": f"{document.title} – {document.subtitle}",
                "author": document.publisher,
                "comments": document.digest,
                "created": datetime.combine(document.as_of, time.min),
            }
        )
        formats = _formats(book)
        _overview(book, document, formats)
        names = _Names()
        for section in document.sections:
            for block in section.blocks:
                _drawn(book, names.sheet(section.title), block, formats)
        book.close()
        return buffer.getvalue()


class _Names:
    """Names of sheets: legal, short enough, each once."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def sheet(self, wanted: str) -> Iterator[str]:
        """Offer names for a sheet until one is taken."""
        plain = _FORBIDDEN.sub(" ", wanted).strip()
        number = 1
        while True:
            tail = "" if number == 1 else f" {number}"
            name = plain[: _LONGEST_SHEET_NAME - len(tail)] + tail
            number += 1
            if name.lower() not in self._given:
                self._given.add(name.lower())
                yield name


def _formats(book: Workbook) -> _Formats:
    font = {"font_name": "Calibri", "font_size": 11, "valign": "top", "text_wrap": True}
    head = {**font, "bold": True, "bottom": 2, "valign": "bottom"}
    return _Formats(
        title=book.add_format({**font, "bold": True, "font_size": 18, "font_color": _ACCENT, "text_wrap": False}),
        heading=book.add_format({**font, "bold": True, "font_size": 13, "font_color": _ACCENT}),
        text=book.add_format(font),
        head=book.add_format(head),
        head_number=book.add_format({**head, "align": "right"}),
        cell=book.add_format({**font, "bottom": 4}),
        number=book.add_format({**font, "bottom": 4, "align": "right"}),
    )


def _overview(book: Workbook, document: Document, formats: _Formats) -> None:
    """The whole text on one sheet, so that nothing of the report is missing in the workbook."""
    sheet = book.add_worksheet(_FORBIDDEN.sub(" ", document.subtitle)[:_LONGEST_SHEET_NAME])
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, _CHARACTERS_WIDE)
    sheet.write_string(0, 0, document.title, formats.title)
    lines = [(each, formats.text) for each in _head_lines(document)]
    for section in document.sections:
        lines.append(("", formats.text))
        lines.append((section.title, formats.heading))
        lines += [(each, formats.text) for each in _lines(section)]
    lines += [("", formats.text), (document.sources_title, formats.heading)]
    lines += [(f"{number}. {source}", formats.text) for number, source in enumerate(document.sources, start=1)]
    lines += [(line, formats.text) for line in ("", *document.closing.splitlines())]
    for row, (line, look) in enumerate(lines, start=1):
        sheet.write_string(row, 0, line, look)


def _head_lines(document: Document) -> Iterator[str]:
    yield f"{document.country} – {document.publisher}"
    yield document.subtitle
    for each in document.particulars:
        yield f"{each.label}: {each.value}"


def _lines(section: Section) -> Iterator[str]:
    for block in section.blocks:
        if isinstance(block, Paragraph):
            yield _noted(block.words)
        elif isinstance(block, Points):
            yield from (f"• {_noted(each)}" for each in block.items)
        elif isinstance(block, KeyFigures):
            yield from (f"{each.label}: {each.value}" for each in block.figures)
        elif isinstance(block, BarChart | PartChart | Map):
            yield block.alternative


def _noted(words: Words) -> str:
    return f"{words.text} [{', '.join(str(each) for each in words.notes)}]" if words.notes else words.text


def _drawn(book: Workbook, names: Iterator[str], block: Block, formats: _Formats) -> None:
    if isinstance(block, Table):
        _table(book.add_worksheet(next(names)), block, formats)
    elif isinstance(block, BarChart):
        _bars(book, book.add_worksheet(next(names)), block, formats)


def _table(sheet: Worksheet, block: Table, formats: _Formats) -> None:
    """A figure is written as its bare number beside its words, so that it can be calculated with."""
    sheet.write_string(0, 0, block.caption, formats.heading)
    column = 0
    for index, heading in enumerate(block.headings):
        look = formats.head_number if heading.is_number else formats.head
        body = formats.number if heading.is_number else formats.cell
        sheet.set_column(column, column, max(12, block.widths[index]))
        sheet.write_string(1, column, heading.text, look)
        for row, cells in enumerate(block.rows, start=2):
            sheet.write_string(row, column, _noted(cells[index].words), body)
        column += 1
        if any(cells[index].number is not None for cells in block.rows):
            _numbers(sheet, column, block, index, formats)
            column += 1
    sheet.freeze_panes(2, 1)


def _numbers(sheet: Worksheet, column: int, block: Table, index: int, formats: _Formats) -> None:
    sheet.set_column(column, column, 20)
    sheet.write_string(1, column, f"{block.headings[index].text} (123)", formats.head_number)
    for row, cells in enumerate(block.rows, start=2):
        number = cells[index].number
        if number is not None:
            sheet.write_number(row, column, float(number), formats.number)


def _bars(book: Workbook, sheet: Worksheet, block: BarChart, formats: _Formats) -> None:
    sheet.set_column(0, 0, 60)
    sheet.write_string(0, 0, block.caption, formats.heading)
    for row, bar in enumerate(block.bars, start=1):
        sheet.write_string(row, 0, bar.label, formats.cell)
        if bar.share is not None:
            sheet.write_number(row, 1, float(bar.share * 100), formats.number)
        if bar.earlier is not None:
            sheet.write_number(row, 2, float(bar.earlier * 100), formats.number)
    chart = book.add_chart({"type": "bar"})
    last = len(block.bars)
    for column, colour in ((1, _ACCENT), (2, "#D08A45")):
        chart.add_series(
            {
                "name": block.earlier_label if column == 2 else "%",
                "categories": [sheet.name, 1, 0, last, 0],
                "values": [sheet.name, 1, column, last, column],
                "fill": {"color": colour},
            }
        )
    chart.set_title({"name": block.caption})
    chart.set_y_axis({"reverse": True})
    chart.set_x_axis({"min": 0, "max": 100})
    sheet.insert_chart(last + 2, 0, chart, {"description": block.alternative, "x_scale": 1.6, "y_scale": 1.4})
