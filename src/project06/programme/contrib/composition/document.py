"""A report in words: blocks that every form of it can show. Whoever writes a form decides on looks, never on words."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Tone(StrEnum):
    """The colour of a part of a drawing; the words beside it say the same."""

    STRONG = "strong"
    MEDIUM = "medium"
    LIGHT = "light"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence or a cell with the numbers of the sources behind it."""

    text: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    words: Words


@dataclass(frozen=True, slots=True)
class Points:
    """A list without numbers."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure that stands out: the number and what it means."""

    value: str
    label: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The few figures a hurried reader sees first."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `number` is the bare value for tables that calculate, `is_missing` a figure nobody reported."""

    words: Words
    number: Decimal | None = None
    is_number: bool = False
    is_missing: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a column."""

    text: str
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of a row is its heading. `widths` are parts of the page, one a column."""

    caption: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar as a share of the scale; None where nobody reported. `earlier` marks the earlier value."""

    label: str
    value: str
    share: Decimal | None
    earlier: Decimal | None = None


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars from zero; `alternative` says in words what the drawing shows."""

    caption: str
    alternative: str
    bars: tuple[Bar, ...]
    earlier_label: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a whole."""

    label: str
    value: str
    share: Decimal
    tone: Tone


@dataclass(frozen=True, slots=True)
class PartChart:
    """A whole divided into parts, drawn as one bar."""

    caption: str
    alternative: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """What a colour of the map means."""

    tone: Tone
    label: str


@dataclass(frozen=True, slots=True)
class Map:
    """A drawing of the country as SVG, with its legend; `alternative` says what it shows."""

    caption: str
    alternative: str
    svg: str
    legend: tuple[LegendEntry, ...]
    attribution: str


type Block = Paragraph | Points | KeyFigures | Table | BarChart | PartChart | Map


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of the report."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label with its value, as on a title page."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """The whole report in one language."""

    language: str
    title: str
    subtitle: str
    publisher: str
    country: str
    particulars: tuple[Labelled, ...]
    sections: tuple[Section, ...]
    sources_title: str
    sources: tuple[str, ...]
    closing: str
    contents_title: str
    page_label: str
    as_of: date
    digest: str = field(default="")
