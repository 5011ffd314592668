"""Lines over time and sparklines, in a box of 1000 by 300 that the page stretches as it likes."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from project06.ui import formats
from project06.ui.data import Column, Figure, LineChart, Series, TableData
from project06.ui.enums import ColumnKind

WIDTH, HEIGHT = 1000, 300


@dataclass(frozen=True, slots=True)
class DrawnSeries:
    """A line as SVG path data, with a dash pattern of its own (1 is solid)."""

    series: Series
    dash: int
    path: str
    points: str


@dataclass(frozen=True, slots=True)
class DrawnLines:
    """The lines and the words at the axes."""

    series: tuple[DrawnSeries, ...]
    top: str
    middle: str
    bottom: str
    first_step: str
    last_step: str


def draw_lines(chart: LineChart) -> DrawnLines:
    """Return the lines of a chart on one scale that starts at zero unless figures are below it."""
    low, high = _range([value for each in chart.series for value in each.values])
    return DrawnLines(
        series=tuple(_drawn(each, index, low, high) for index, each in enumerate(chart.series, start=1)),
        top=formats.figure(high, chart.kind),
        middle=formats.figure((low + high) / 2, chart.kind),
        bottom=formats.figure(low, chart.kind),
        first_step=str(chart.steps[0]),
        last_step=str(chart.steps[-1]),
    )


def lines_table(chart: LineChart) -> TableData:
    """Return the same figures as a table, one row a step."""
    columns = (
        Column(chart.step_heading, ColumnKind.TEXT),
        *(Column(each.label, chart.kind) for each in chart.series),
    )
    rows = tuple((step, *(each.values[index] for each in chart.series)) for index, step in enumerate(chart.steps))
    return TableData(chart.caption, columns, rows)


def sparkline_path(values: Sequence[Figure | None]) -> str:
    """Return one line without axes; gaps stay gaps."""
    low, high = _range(list(values))
    return _path(values, low, high)


def _drawn(series: Series, dash: int, low: float, high: float) -> DrawnSeries:
    dots = [f"M{x} {y}h0" for x, y in _points(series.values, low, high) if y is not None]
    return DrawnSeries(series, dash, _path(series.values, low, high), "".join(dots))


def _range(values: list[Figure | None]) -> tuple[float, float]:
    known = [float(value) for value in values if value is not None]
    low, high = min([0.0, *known]), max([0.0, *known])
    return low, high if high > low else low + 1


def _points(values: Sequence[Figure | None], low: float, high: float) -> list[tuple[float, float | None]]:
    step = WIDTH / max(len(values) - 1, 1)
    return [
        (
            round(index * step, 1),
            None if value is None else round(HEIGHT - (float(value) - low) / (high - low) * HEIGHT, 1),
        )
        for index, value in enumerate(values)
    ]


def _path(values: Sequence[Figure | None], low: float, high: float) -> str:
    """Lift the pen at every missing figure."""
    runs = groupby(_points(values, low, high), key=lambda point: point[1] is None)
    lines = [" ".join(f"{x} {y}" for x, y in run) for is_gap, run in runs if not is_gap]
    return "".join(f"M{line}" for line in lines)
