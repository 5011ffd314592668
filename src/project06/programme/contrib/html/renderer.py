"""The report as one web page that needs nothing else: style sheet and drawings travel inside."""

import base64
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib import resources
from itertools import accumulate

from django.template.loader import render_to_string

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
    Tone,
)
from project06.programme.data.report import ReportCut

_BAR_WIDTH = 400
_WHOLE_WIDTH = 1000
_TEMPLATES: dict[type, str] = {
    Paragraph: "programme/report/paragraph.html",
    Points: "programme/report/points.html",
    KeyFigures: "programme/report/keys.html",
    Table: "programme/report/table.html",
    BarChart: "programme/report/bars.html",
    PartChart: "programme/report/parts.html",
    Map: "programme/report/map.html",
}


class HtmlRenderer:
    """Writes one HTML file."""

    media_type = "text/html; charset=utf-8"

    def render(self, cut: ReportCut, language: str) -> bytes:
        """Return the page in the language."""
        document = compose(cut, language)
        context = {"document": document, "sections": _sections(document), "stylesheet": _stylesheet()}
        return render_to_string("programme/report/document.html", context).encode()


@dataclass(frozen=True, slots=True)
class _DrawnBar:
    label: str
    value: str
    share: Decimal | None
    width: int
    earlier: Decimal | None
    mark: int


@dataclass(frozen=True, slots=True)
class _DrawnPart:
    label: str
    value: str
    tone: Tone
    start: int
    width: int


def _sections(document: Document) -> list[dict[str, object]]:
    return [
        {"title": section.title, "parts": [_part(block) for block in section.blocks]} for section in document.sections
    ]


def _part(block: Block) -> dict[str, object]:
    return {"template": _TEMPLATES[type(block)], "block": _drawn(block)}


def _drawn(block: Block) -> object:
    """Return what the template prints: drawings with their lengths, everything else as it is."""
    if isinstance(block, BarChart):
        bars = [
            _DrawnBar(
                label=each.label,
                value=each.value,
                share=each.share,
                width=_length(each.share, _BAR_WIDTH),
                earlier=each.earlier,
                mark=max(0, _length(each.earlier, _BAR_WIDTH) - 1),
            )
            for each in block.bars
        ]
        return {"caption": block.caption, "earlier_label": block.earlier_label, "bars": bars}
    if isinstance(block, PartChart):
        widths = [_length(each.share, _WHOLE_WIDTH) for each in block.parts]
        starts = [0, *accumulate(widths)]
        parts = [
            _DrawnPart(each.label, each.value, each.tone, start, width)
            for each, start, width in zip(block.parts, starts, widths, strict=False)
        ]
        return {"caption": block.caption, "alternative": block.alternative, "parts": parts}
    return block


def _length(share: Decimal | None, whole: int) -> int:
    return 0 if share is None else round(min(max(share, Decimal(0)), Decimal(1)) * whole)


@cache
def _stylesheet() -> str:
    """The style sheet as an address that carries its content."""
    text = resources.files(__package__).joinpath("report.css").read_bytes()
    return f"data:text/css;base64,{base64.b64encode(text).decode()}"
