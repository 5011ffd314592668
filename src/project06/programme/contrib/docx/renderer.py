"""The report as an editable text with real headings, table heads, alternative texts and language tags."""

import io
import zipfile
from datetime import datetime, time

import docx
from django.utils.translation import override
from docx.document import Document as Target
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table as TargetTable
from docx.text.paragraph import Paragraph as TargetParagraph

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
    Table,
    Words,
)
from project06.programme.contrib.docx.styles import ACCENT, QUIET, dress
from project06.programme.contrib.typesetting.typesetter import draw_picture
from project06.programme.data.report import ReportCut

_TEXT_WIDTH = Mm(170)
_DAY_OF_PARTS = (1980, 1, 1, 0, 0, 0)


class DocxRenderer:
    """Writes one Word file."""

    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    def render(self, cut: ReportCut, language: str) -> bytes:
        """Return the text in the language. Raises CannotRender when the typefaces of the drawings are not there."""
        with override(language):
            document = compose(cut, language)
            target = docx.Document()
            _set_up(target, document)
            _head(target, document)
            for number, section in enumerate(document.sections, start=1):
                target.add_heading(f"{number}  {section.title}", level=1)
                for block in section.blocks:
                    _write(target, block, language)
            _sources(target, document)
        buffer = io.BytesIO()
        target.save(buffer)
        return _repacked(buffer)


def _repacked(package: io.BytesIO) -> bytes:
    """Return the package with the same day on every part, so that the same report gives the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(package) as before, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            after.writestr(zipfile.ZipInfo(part.filename, _DAY_OF_PARTS), before.read(part), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _set_up(target: Target, document: Document) -> None:
    page = target.sections[0]
    page.orientation = WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(20)
    page.top_margin, page.bottom_margin = Mm(22), Mm(20)
    dress(target, document.language)
    about = target.core_properties
    about.title = f"{document.title} – {document.subtitle}"
    about.author = document.publisher
    about.language = document.language
    about.comments = document.digest
    about.created = about.modified = datetime.combine(document.as_of, time.min)
    page.footer.paragraphs[0].text = document.digest[:16]


def _head(target: Target, document: Document) -> None:
    target.add_paragraph(f"{document.country}\n{document.publisher}", style="Quote")
    target.add_heading(document.title, level=0)
    target.add_paragraph(document.subtitle, style="Subtitle")
    for each in document.particulars:
        line = target.add_paragraph()
        line.paragraph_format.space_after = Pt(0)
        line.add_run(f"{each.label}: ").font.color.rgb = QUIET
        line.add_run(each.value).bold = True


def _write(target: Target, block: Block, language: str) -> None:
    if isinstance(block, Paragraph):
        _say(target.add_paragraph(), block.words)
    elif isinstance(block, Points):
        for words in block.items:
            _say(target.add_paragraph(style="List Bullet"), words)
    elif isinstance(block, KeyFigures):
        _key_figures(target, block)
    elif isinstance(block, Table):
        _table(target, block)
    else:
        _picture(target, block, language)


def _say(paragraph: TargetParagraph, words: Words, *, bold: bool = False) -> None:
    paragraph.add_run(words.text).bold = bold
    if words.notes:
        note = paragraph.add_run(", ".join(str(each) for each in words.notes))
        note.font.superscript = True
        note.font.color.rgb = ACCENT


def _key_figures(target: Target, block: KeyFigures) -> None:
    for figure in block.figures:
        line = target.add_paragraph(style="List Bullet")
        number = line.add_run(f"{figure.value}  ")
        number.bold = True
        number.font.color.rgb = ACCENT
        _say(line, Words(figure.label, figure.notes))


def _table(target: Target, block: Table) -> None:
    target.add_paragraph(block.caption, style="Caption")
    table = target.add_table(rows=1, cols=len(block.headings), style="Table Grid")
    table.autofit = False
    _repeat_head(table)
    for cell, heading in zip(table.rows[0].cells, block.headings, strict=True):
        _say(cell.paragraphs[0], Words(heading.text), bold=True)
        _align(cell.paragraphs[0], is_number=heading.is_number)
    for row in block.rows:
        for cell, written in zip(table.add_row().cells, row, strict=True):
            _say(cell.paragraphs[0], written.words)
            _align(cell.paragraphs[0], is_number=written.is_number)
    for column, width in zip(table.columns, block.widths, strict=True):
        for cell in column.cells:
            cell.width = int(_TEXT_WIDTH * width / sum(block.widths))
    target.add_paragraph()


def _align(paragraph: TargetParagraph, *, is_number: bool) -> None:
    paragraph.paragraph_format.space_after = Pt(2)
    for run in paragraph.runs:
        run.font.size = Pt(8.5)
    if is_number:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _repeat_head(table: TargetTable) -> None:
    """Mark the first row as head: readers of the screen announce it, and it is repeated on every page."""
    head = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(head)  # noqa: SLF001 - python-docx has no call for it


def _picture(target: Target, block: BarChart | PartChart | Map, language: str) -> None:
    target.add_paragraph(block.caption, style="Caption")
    picture = target.add_picture(io.BytesIO(draw_picture(block, language)), width=_TEXT_WIDTH)
    # Alternative text stands in the drawing's own properties.
    properties = picture._inline.docPr  # noqa: SLF001 - python-docx has no call for it
    properties.set("descr", block.alternative)
    properties.set("title", block.caption)


def _sources(target: Target, document: Document) -> None:
    target.add_heading(document.sources_title, level=1)
    for source in document.sources:
        target.add_paragraph(source, style="List Number")
    for line in document.closing.splitlines():
        run = target.add_paragraph().add_run(line)
        run.font.size = Pt(8)
        run.font.color.rgb = RGBColor(0x5D, 0x57, 0x51)
