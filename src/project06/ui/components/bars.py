"""Bars from zero."""

from dataclasses import dataclass
from decimal import Decimal

from project06.ui import formats
from project06.ui.data import Bar, BarChart, Column, Figure, Link, TableData
from project06.ui.enums import ColumnKind


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """A bar with its width as an SVG length and its figure in words."""

    bar: Bar
    width: str
    words: str

    @property
    def is_missing(self) -> bool:
        """Say whether nobody reported this figure."""
        return self.bar.value is None


def draw_bars(chart: BarChart) -> tuple[DrawnBar, ...]:
    """Return the bars in the order given, as shares of the chart's scale."""
    top = _scale(chart)
    return tuple(
        DrawnBar(bar, f"{_share(bar.value, top)}%", formats.figure(bar.value, chart.kind)) for bar in chart.bars
    )


def bars_table(chart: BarChart) -> TableData:
    """Return the same figures as a table."""
    columns = (Column(chart.label_heading, ColumnKind.TEXT), Column(chart.value_heading, chart.kind))
    rows = tuple((Link(bar.label, bar.href) if bar.href else bar.label, bar.value) for bar in chart.bars)
    return TableData(chart.caption, columns, rows)


def _scale(chart: BarChart) -> Decimal:
    if chart.maximum is not None:
        return Decimal(str(chart.maximum))
    return max((Decimal(str(bar.value)) for bar in chart.bars if bar.value is not None), default=Decimal(0))


def _share(value: Figure | None, top: Decimal) -> Decimal:
    """Return the width in percent: none for a missing figure, never outside the track."""
    if value is None or top <= 0:
        return Decimal(0)
    return round(min(max(Decimal(str(value)) / top, Decimal(0)), Decimal(1)) * 100, 2)
