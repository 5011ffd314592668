"""Reads finished reports as a person does: the words, whatever the form."""

import io
import re
from functools import cache
from html import unescape

import docx
import openpyxl
import pypdfium2

from project06.programme.contrib.docx.renderer import DocxRenderer
from project06.programme.contrib.html.renderer import HtmlRenderer
from project06.programme.contrib.pdf.renderer import PdfRenderer
from project06.programme.contrib.xlsx.renderer import XlsxRenderer
from project06.programme.data.report import ReportCut
from project06.programme.queries.cut_report import cut_definition
from project06.programme.rules.report_definitions import shipped_definition

RENDERERS = {"html": HtmlRenderer, "pdf": PdfRenderer, "docx": DocxRenderer, "xlsx": XlsxRenderer}
_TAG = re.compile(r"<[^>]+>")
_SPACES = re.compile(r"[\s\u00a0\u202f]+")


@cache
def shipped_cut(key: str) -> ReportCut:
    """The cut of a shipped report; the reference it reads does not change during a run."""
    return cut_definition(shipped_definition(key))


@cache
def rendered(key: str, language: str, form: str) -> bytes:
    return RENDERERS[form]().render(shipped_cut(key), language)


@cache
def words(key: str, language: str, form: str) -> str:
    """The text of a report with single spaces; of a PDF without any, for its lines are broken anywhere."""
    return _READERS[form](rendered(key, language, form))


def plain(phrase: str, form: str) -> str:
    """A phrase as `words` writes it."""
    spaced = phrase.replace("~", " ")
    return _without_spaces(spaced) if form == "pdf" else spaced


def _html(content: bytes) -> str:
    # Numbers of sources stand inside the sentence but are no part of it.
    text = re.sub(r"<sup.*?</sup>", "", content.decode(), flags=re.DOTALL)
    return _single(unescape(_TAG.sub(" ", text)))


def _pdf(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    return _without_spaces("".join(page.get_textpage().get_text_bounded() for page in document))


def _docx(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    parts = [paragraph.text for paragraph in document.paragraphs]
    parts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return _single(" ".join(parts))


def _xlsx(content: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    cells = (cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
    return _single(" ".join(str(cell) for cell in cells if cell is not None))


def _single(text: str) -> str:
    return _SPACES.sub(" ", text)


def _without_spaces(text: str) -> str:
    # U+00AD and U+2060 steer line breaks and are invisible, as is the mark that PDFium sets for a hyphen.
    return re.sub(r"[\s\u00a0\u202f\u00ad\u2060\ufffe\x02]+", "", text)


_READERS = {"html": _html, "pdf": _pdf, "docx": _docx, "xlsx": _xlsx}
