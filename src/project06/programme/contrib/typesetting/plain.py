"""Blocks as plain dictionaries, for forms that are written by another program."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import cast

from project06.programme.contrib.composition.document import (
    BarChart,
    Block,
    Cell,
    KeyFigures,
    Map,
    Paragraph,
    PartChart,
    Points,
    Table,
    Words,
)

type Plain = dict[str, object]


def plain_blocks(blocks: Iterable[Block]) -> list[Plain]:
    """Return blocks with their kind: paragraph, points, keys, table, bars, parts, map."""
    return [plain_block(block) for block in blocks]


def plain_block(block: Block) -> Plain:
    """Return one block with its kind."""
    return _WRITERS[type(block)](block)


def _words(words: Words) -> Plain:
    return {"text": words.text, "notes": list(words.notes)}


def _paragraph(block: object) -> Plain:
    return {"kind": "paragraph", "words": _words(cast("Paragraph", block).words)}


def _points(block: object) -> Plain:
    return {"kind": "points", "items": [_words(each) for each in cast("Points", block).items]}


def _keys(block: object) -> Plain:
    figures = cast("KeyFigures", block).figures
    return {
        "kind": "keys",
        "figures": [{"value": each.value, "label": each.label, "notes": list(each.notes)} for each in figures],
    }


def _table(block: object) -> Plain:
    table = cast("Table", block)
    return {
        "kind": "table",
        "caption": table.caption,
        "headings": [{"text": each.text, "number": each.is_number} for each in table.headings],
        "rows": [[_cell(each) for each in row] for row in table.rows],
        "widths": list(table.widths),
    }


def _cell(cell: Cell) -> Plain:
    return {"words": _words(cell.words), "missing": cell.is_missing}


def _bars(block: object) -> Plain:
    chart = cast("BarChart", block)
    return {
        "kind": "bars",
        "caption": chart.caption,
        "alternative": chart.alternative,
        "earlier_label": chart.earlier_label,
        "bars": [
            {"label": each.label, "value": each.value, "share": _length(each.share), "earlier": _length(each.earlier)}
            for each in chart.bars
        ],
    }


def _parts(block: object) -> Plain:
    chart = cast("PartChart", block)
    return {
        "kind": "parts",
        "caption": chart.caption,
        "alternative": chart.alternative,
        "parts": [
            {"label": each.label, "value": each.value, "share": _length(each.share), "tone": each.tone.value}
            for each in chart.parts
        ],
    }


def _map(block: object) -> Plain:
    drawn = cast("Map", block)
    return {
        "kind": "map",
        "caption": drawn.caption,
        "alternative": drawn.alternative,
        "svg": drawn.svg,
        "legend": [{"tone": each.tone.value, "label": each.label} for each in drawn.legend],
        "attribution": drawn.attribution,
    }


def _length(share: Decimal | None) -> float | None:
    """A length in a drawing, never outside it; the figure itself is said in words."""
    return None if share is None else float(min(max(share, Decimal(0)), Decimal(1)))


_WRITERS: dict[type, Callable[[object], Plain]] = {
    Paragraph: _paragraph,
    Points: _points,
    KeyFigures: _keys,
    Table: _table,
    BarChart: _bars,
    PartChart: _parts,
    Map: _map,
}
