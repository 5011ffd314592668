"""Units compared on one indicator, in words: places, restated places, the map."""

from collections.abc import Sequence
from decimal import Decimal
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from project06.places.data import UnitData
from project06.programme.data.indicator_views import IndicatorMap, RankedUnit, Ranking, RestatedRanking
from project06.programme.data.indicators import VersionData
from project06.programme.enums import ObservationStatus
from project06.programme.web.presenters.indicators import STATUS_TONES, indicator_href
from project06.programme.web.values import say_age, say_period, say_value
from project06.programme.web.words import NONE, language
from project06.ui import formats
from project06.ui.data import Cell, Column, LegendEntry, Link, MapRegion, ProvinceMap, TableData, Tag
from project06.ui.enums import ColumnKind, Shade, Tone

_LEVELS = (Shade.LEVEL_1, Shade.LEVEL_2, Shade.LEVEL_3, Shade.LEVEL_4, Shade.LEVEL_5)


def present_ranking(ranking: Ranking) -> TableData:
    """Return the places of units in a period; who has not reported stands below, without a place."""
    columns = (
        Column(_("Unit")),
        Column(_("Place"), ColumnKind.NUMBER),
        Column(_("Value")),
        Column(_("Status")),
        Column(_("Age of the data")),
    )
    rows: list[tuple[Cell, ...]] = [_ranked_row(each, ranking.version) for each in ranking.places]
    rows += [
        (
            each.unit.official_name,
            None,
            _last_words(ranking.version, each.last_period, each.last_value),
            Tag(ObservationStatus.MISSING.label, Tone.DANGER),
            NONE,
        )
        for each in ranking.missing
    ]
    return TableData(
        _("Units compared, %(period)s") % {"period": say_period(ranking.period)},
        columns,
        tuple(rows),
        note=_("Equal values share a place. Who has not reported has no place and changes nobody else's."),
    )


def _ranked_row(each: RankedUnit, version: VersionData) -> tuple[Cell, ...]:
    return (
        Link(each.unit.official_name, reverse("programme:lineage", args=[each.observation])),
        each.place,
        say_value(version.measure, each.value),
        Tag(each.status.label, STATUS_TONES[each.status]),
        say_age(each.age_days) or NONE,
    )


def _last_words(version: VersionData, period: str | None, value: Decimal | None) -> str:
    if period is None:
        return formats.not_reported()
    return _("not reported; last %(value)s in %(period)s") % {
        "value": say_value(version.measure, value),
        "period": say_period(period),
    }


def present_restated(ranking: RestatedRanking) -> TableData:
    """Return figures of an earlier day told in today's units; partial sums have no place."""
    columns = (Column(_("Unit")), Column(_("Place"), ColumnKind.NUMBER), Column(_("Value")), Column(_("Made of")))
    rows: list[tuple[Cell, ...]] = [
        (
            each.unit.official_name,
            each.place,
            say_value(ranking.version.measure, each.value),
            _sources(each.sources, is_partial=bool(each.lacks)),
        )
        for each in ranking.units
    ]
    rows += [
        (
            each.unit.official_name,
            None,
            say_value(ranking.version.measure, each.value),
            _("cannot be restated: its two counts are unknown")
            if each.is_lone_ratio
            else _("cannot be restated: the unit was divided"),
        )
        for each in ranking.not_restated
    ]
    caption = _("%(period)s, told in the units of %(day)s") % {
        "period": say_period(ranking.period),
        "day": formats.day(ranking.restated_to),
    }
    return TableData(
        caption, columns, tuple(rows), note=_("Counts are summed; rates are computed anew from both counts.")
    )


def _sources(sources: Sequence[UnitData], *, is_partial: bool) -> str:
    names = formats.listing([source.name for source in sources])
    return _("%(names)s; a part has not reported") % {"names": names} if is_partial else names


def present_map(found: IndicatorMap) -> ProvinceMap | None:
    """Return the provinces coloured by value in five equal steps; nothing when no province has one."""
    values = [each.value for each in found.values if each.value is not None]
    if not values:
        return None
    low, high = min(values), max(values)
    measure = found.version.measure
    regions = tuple(
        MapRegion(
            shape_ids=each.shapes,
            label=each.unit.name,
            value=_with_age(say_value(measure, each.value), say_age(each.age_days)),
            href=f"{reverse('programme:chairman')}?{urlencode({'unit': each.unit.code})}",
            shade=_shade(each.value, low, high),
        )
        for each in found.values
    )
    return ProvinceMap(
        caption=_("%(indicator)s by province, %(day)s")
        % {"indicator": found.version.name(language()), "day": formats.day(found.on)},
        region_heading=_("Province"),
        value_heading=_("Value and its age"),
        regions=regions,
        legend=_legend(found, low, high),
    )


def _with_age(value: str, age: str) -> str:
    return f"{value} · {age}" if age else value


def _shade(value: Decimal | None, low: Decimal, high: Decimal) -> Shade:
    if value is None:
        return Shade.MISSING
    if high == low:
        return Shade.LEVEL_3
    return _LEVELS[min(int((value - low) * len(_LEVELS) / (high - low)), len(_LEVELS) - 1)]


def _legend(found: IndicatorMap, low: Decimal, high: Decimal) -> tuple[LegendEntry, ...]:
    measure = found.version.measure
    missing = LegendEntry(Shade.MISSING, formats.not_reported())
    if high == low:
        return (LegendEntry(Shade.LEVEL_3, say_value(measure, low)), missing)
    step = (high - low) / len(_LEVELS)
    marks = [_rounded(low + step * number) for number in range(len(_LEVELS) + 1)]
    entries = [
        LegendEntry(
            shade,
            _("%(low)s to %(high)s") % {"low": formats.number(marks[at], 1), "high": say_value(measure, marks[at + 1])},
        )
        for at, shade in enumerate(_LEVELS)
    ]
    return (*entries, missing)


def _rounded(value: Decimal) -> Decimal:
    return round(value, 1) if value < 1000 else round(value)  # type: ignore[return-value] # Decimal stays Decimal


def restated_href(code: str, unit: UnitData, query: QueryDict) -> str:
    """Return the address that tells the same period in today's units."""
    asked = {name: str(query[name]) for name in ("on", "period") if query.get(name)}
    return indicator_href(code, unit=unit.code, restated="yes", **asked)
