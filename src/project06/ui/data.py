"""What presenters hand to the components: frozen, without queries behind it.

Texts may be lazy translations. A figure is `None` when nobody reported it: the components say so
in words and never draw a zero for it.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.utils.functional import Promise

from .enums import ColumnKind, DeadlineState, Shade, Sorting, StepState, Tone

type Text = str | Promise
type Figure = int | float | Decimal

MOST_SERIES = 4
"""There are so many kinds of dashes; more lines nobody can tell apart."""


@dataclass(frozen=True, slots=True)
class Link:
    """A label that leads somewhere; `current` marks the page the reader is on, `note` is a short count."""

    label: Text
    href: str
    current: bool = False
    note: Text = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """A status in words; the colour only repeats them."""

    label: Text
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline that the clock has judged already.

    `working_days` counts the days left (ON_TIME, SOON) or gone by (LATE, MET_LATE), never below zero.
    """

    due: date | datetime
    state: DeadlineState
    working_days: int = 0


type Cell = Text | Figure | date | Link | Tag | Deadline | None


@dataclass(frozen=True, slots=True)
class Column:
    """A table column; `sort_href` makes its heading a link that sorts by it."""

    label: Text
    kind: ColumnKind = ColumnKind.TEXT
    sort_href: str = ""
    sorting: Sorting = Sorting.NONE


@dataclass(frozen=True, slots=True)
class TableData:
    """One page of a list. The first cell of a row is its heading.

    `previous_href` and `next_href` carry the keyset cursor: there is no page number and no count.
    """

    caption: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    previous_href: str = ""
    next_href: str = ""
    empty_text: Text = ""
    note: Text = ""

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("A row needs one cell a column.")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a procedure."""

    label: Text
    state: StepState
    note: Text = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class EmptyState:
    """What stands where something will be: what, why it is not there yet, and what to do."""

    title: Text
    text: Text
    action: Link | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; a value of None is a figure that was not reported."""

    label: Text
    value: Figure | None
    href: str = ""
    tone: Tone = Tone.ACCENT


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars from zero; `maximum` fixes the scale (100 % for shares), otherwise the largest value does."""

    caption: Text
    label_heading: Text
    value_heading: Text
    bars: tuple[Bar, ...]
    kind: ColumnKind = ColumnKind.NUMBER
    maximum: Figure | None = None
    source: Text = ""


@dataclass(frozen=True, slots=True)
class Series:
    """One line; None is a gap, never a zero."""

    label: Text
    values: tuple[Figure | None, ...]
    tone: Tone = Tone.ACCENT


@dataclass(frozen=True, slots=True)
class LineChart:
    """Up to four lines over the same steps of time, told apart by dashes as well as by colour."""

    caption: Text
    step_heading: Text
    steps: tuple[Text, ...]
    series: tuple[Series, ...]
    kind: ColumnKind = ColumnKind.NUMBER
    source: Text = ""

    def __post_init__(self) -> None:
        if not self.steps or any(len(each.values) != len(self.steps) for each in self.series):
            raise ValueError("A line needs one value a step, None where nobody reported.")
        if not 1 <= len(self.series) <= MOST_SERIES:
            raise ValueError(f"A chart shows one to {MOST_SERIES} lines.")


@dataclass(frozen=True, slots=True)
class MapRegion:
    """A unit on the map: the outlines it consists of, its name, its figure in words, where it leads."""

    shape_ids: tuple[str, ...]
    label: Text
    value: Text = ""
    href: str = ""
    shade: Shade = Shade.MISSING


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """What a shade means."""

    shade: Shade
    label: Text


@dataclass(frozen=True, slots=True)
class ProvinceMap:
    """The whole country. Outlines in no region are drawn plain; the archipelagos are always there."""

    caption: Text
    region_heading: Text
    value_heading: Text
    regions: tuple[MapRegion, ...]
    legend: tuple[LegendEntry, ...] = field(default=())
    source: Text = ""
