"""Sets documents and drawings with Typst, whose wheel brings everything it needs.

Typst refuses to write a document that does not fulfil PDF/UA-1: a heading level left out, a picture without
alternative text or a missing title is an error, not a warning.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, time
from pathlib import Path

import typst
from django.conf import settings
from django.utils.translation import gettext as _

from project06.programme.contrib.composition.document import Block, Document
from project06.programme.contrib.typesetting.plain import plain_block, plain_blocks
from project06.programme.ports import CannotRender

PIXELS_PER_INCH = 200
_HERE = Path(__file__).parent


def typeset(document: Document) -> bytes:
    """Return a document as tagged PDF; the same document gives the same bytes. Raises CannotRender."""
    written = datetime.combine(document.as_of, time.min, tzinfo=UTC)
    return typst.compile(
        _HERE / "report.typ",
        root=_HERE,
        font_paths=[_fonts()],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs=_inputs(_data(document)),
        # Accessible to all readers (ISO 14289-1) and fit for the archive (ISO 19005-2, level A).
        pdf_standards=["ua-1", "a-2a"],
        timestamp=int(written.timestamp()),
    )


def draw_picture(block: Block, language: str) -> bytes:
    """Return a chart or map as PNG. Raises CannotRender."""
    return typst.compile(
        _HERE / "picture.typ",
        root=_HERE,
        font_paths=[_fonts()],
        ignore_system_fonts=True,
        format="png",
        ppi=PIXELS_PER_INCH,
        sys_inputs=_inputs({"language": language, "block": plain_block(block)}),
    )


def _inputs(data: Mapping[str, object]) -> dict[str, str]:
    return {"report": json.dumps(data, ensure_ascii=False)}


def _fonts() -> Path:
    """Return the folder of the typefaces. Raises CannotRender with the remedy when set-up has not made it."""
    folder = Path(settings.PROJECT06_ASSETS) / "fonts"
    if not folder.is_dir():
        raise CannotRender(_("the typefaces are missing; start the platform once with run.py, which fetches them."))
    return folder


def _data(document: Document) -> dict[str, object]:
    """Return what the template reads."""
    return {
        "language": document.language,
        "date": {"year": document.as_of.year, "month": document.as_of.month, "day": document.as_of.day},
        "title": document.title,
        "subtitle": document.subtitle,
        "publisher": document.publisher,
        "country": document.country,
        "cut": document.digest[:16],
        "cut_label": document.particulars[-1].label,
        "page_label": document.page_label,
        "contents_title": document.contents_title,
        "sources_title": document.sources_title,
        "sources": list(document.sources),
        "closing": document.closing.splitlines(),
        "particulars": [{"label": each.label, "value": each.value} for each in document.particulars],
        "sections": [{"title": section.title, "blocks": plain_blocks(section.blocks)} for section in document.sections],
    }
