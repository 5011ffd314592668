"""Indicators in words: lines of a unit, places, the map, a history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from project06.kernel.periods import Period
from project06.programme.data.indicator_views import (
    IndicatorLine,
    Standing,
)
from project06.programme.data.indicators import ObservationData, VersionData
from project06.programme.enums import MeasureKind, ObservationStatus
from project06.programme.web.values import say_age, say_observation, say_period, say_target, say_value
from project06.programme.web.words import NONE, language
from project06.ui import formats
from project06.ui.data import (
    Cell,
    Column,
    LineChart,
    Link,
    Series,
    TableData,
    Tag,
)
from project06.ui.enums import ColumnKind, Tone

STATUS_TONES = {
    ObservationStatus.MISSING: Tone.DANGER,
    ObservationStatus.REPORTED: Tone.PLAIN,
    ObservationStatus.CHECKED: Tone.INFO,
    ObservationStatus.APPROVED: Tone.SUCCESS,
}


FEWEST_COMPARED = 2
"""A place among fewer says nothing."""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """An indicator of a unit as a row: value with its source, target, place, age, and the last periods as a line."""

    name: Link
    value: Link | None
    period: str
    age: str
    target: str
    standing: Tag | None
    place: str
    trend: tuple[float | None, ...]
    trend_label: str


def indicator_href(code: str, **asked: str) -> str:
    """Return the address of an indicator."""
    address = reverse("programme:indicator", args=[code])
    kept = {name: value for name, value in asked.items() if value}
    return f"{address}?{urlencode(kept)}" if kept else address


def lineage_href(observation: ObservationData) -> str:
    """Return where a figure is traced to its records."""
    return reverse("programme:lineage", args=[observation.uuid])


def present_line(line: IndicatorLine, **asked: str) -> ShownLine:
    """Return one indicator of a unit; `asked` is the unit and the day that its page shall show."""
    version, valued = line.version, line.valued
    return ShownLine(
        name=Link(version.name(language()), indicator_href(version.indicator, **asked)),
        value=Link(say_observation(version, valued), lineage_href(valued)) if valued else None,
        period=say_period(valued.period) if valued else "",
        age=say_age(line.age_days),
        target=say_target(version, line.target) if line.target else NONE,
        standing=standing_tag(line),
        place=place_words(line.standing),
        trend=tuple(None if point.value is None else float(point.value) for point in line.trend),
        trend_label=_trend_words(line),
    )


def present_groups(lines: Sequence[IndicatorLine], **asked: str) -> list[tuple[str | Promise, tuple[ShownLine, ...]]]:
    """Return the lines by group, groups in their order."""
    return [
        (group.label, tuple(present_line(line, **asked) for line in lines if line.version.group is group))
        for group in dict.fromkeys(line.version.group for line in lines)
    ]


def standing_tag(line: IndicatorLine) -> Tag | None:
    """Return how a value stands against its target; a missing newest figure is said first."""
    if line.current.status is ObservationStatus.MISSING:
        return Tag(line.current.status.label, Tone.DANGER)
    if line.is_on_target is None:
        return None
    return Tag(_("Target reached"), Tone.SUCCESS) if line.is_on_target else Tag(_("Below target"), Tone.WARNING)


def place_words(standing: Standing | None) -> str:
    """Return a place among siblings with how many have none; a tie is said."""
    if standing is None or standing.place is None or standing.ranked < FEWEST_COMPARED:
        return ""
    words = _("place %(place)s of %(ranked)s") % {
        "place": formats.number(standing.place),
        "ranked": formats.number(standing.ranked),
    }
    if standing.missing:
        sentence = ngettext("%(count)s has not reported", "%(count)s have not reported", standing.missing)
        words = f"{words}; {sentence % {'count': formats.number(standing.missing)}}"
    return words


def _trend_words(line: IndicatorLine) -> str:
    known = [point for point in line.trend if point.value is not None]
    if len(known) < 2:
        return ""
    return _("From %(first)s in %(start)s to %(last)s in %(end)s") % {
        "first": say_value(line.version.measure, known[0].value),
        "start": say_period(known[0].period),
        "last": say_value(line.version.measure, known[-1].value),
        "end": say_period(known[-1].period),
    }


def present_lines_table(lines: Sequence[IndicatorLine], caption: str) -> TableData:
    """Return the indicators of a unit as a plain table, for a file."""
    columns = (
        Column(_("Indicator")),
        Column(_("Code")),
        Column(_("Value"), ColumnKind.NUMBER),
        Column(_("Counts")),
        Column(_("Period")),
        Column(_("As of"), ColumnKind.DAY),
        Column(_("Status")),
        Column(_("Target"), ColumnKind.NUMBER),
        Column(_("Target date"), ColumnKind.DAY),
        Column(_("Source")),
    )
    return TableData(caption, columns, tuple(_file_row(line) for line in lines))


def _file_row(line: IndicatorLine) -> tuple[Cell, ...]:
    valued, target = line.valued, line.target
    return (
        line.version.name(language()),
        line.version.indicator,
        valued.value if valued else None,
        line.version.measure.label(language()),
        valued.period if valued else None,
        valued.reading.as_of_on if valued else None,
        line.current.status.label,
        target.value if target else None,
        target.by_on if target else None,
        valued.reading.source if valued else None,
    )


def present_history(version: VersionData, series: Sequence[ObservationData]) -> LineChart | None:
    """Return the values of a unit over time as they were reported; nothing to draw with fewer than two."""
    if sum(each.value is not None for each in series) < 2:
        return None
    kind = ColumnKind.PERCENT if version.measure.kind is MeasureKind.PERCENT else ColumnKind.NUMBER
    return LineChart(
        caption=_("As reported, period by period"),
        step_heading=_("Period"),
        steps=tuple(say_period(each.period) for each in series),
        series=(Series(version.measure.label(language()), tuple(each.value for each in series)),),
        kind=kind,
    )


def newest_period(series: Sequence[ObservationData], on: date) -> str:
    """Return the newest period with a value that had ended on the day, else the newest one at all, else ""."""
    with_value = [each.period for each in series if each.value is not None]
    ended = [code for code in with_value if Period.parse(code).end <= on]
    return (ended or with_value or [""])[-1]


def present_series(version: VersionData, series: Sequence[ObservationData]) -> TableData:
    """Return every figure of a unit, newest first, each with the way to its records."""
    columns = (Column(_("Period")), Column(_("Value")), Column(_("Status")), Column(_("As of")), Column(_("Source")))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            Link(say_period(each.period), lineage_href(each)),
            say_observation(version, each),
            Tag(each.status.label, STATUS_TONES[each.status]),
            formats.day(each.reading.as_of_on) if each.reading.as_of_on else NONE,
            each.reading.source or NONE,
        )
        for each in reversed(series)
    )
    return TableData(
        _("Figures of the unit"), columns, rows, empty_text=_("Nobody was asked for this figure of this unit.")
    )
