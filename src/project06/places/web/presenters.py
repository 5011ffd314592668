"""Turns units into pages: words, tables and addresses, no questions to the database."""

from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from project06.places.data import COUNTRY_CODE, ProvinceRegion, UnitCounts, UnitData, UnitPage
from project06.places.enums import Kind, Level
from project06.places.web.forms import Wanted
from project06.places.web.words import KIND_WORDS, LEVEL_WORDS
from project06.ui import formats
from project06.ui.data import (
    Column,
    EmptyState,
    LegendEntry,
    Link,
    MapRegion,
    ProvinceMap,
    TableData,
    Text,
)
from project06.ui.enums import ColumnKind, Shade

REFORM_ON = date(2025, 7, 1)
LAST_DAY_OF_63 = date(2025, 6, 30)

_SHADES = {1: Shade.LEVEL_1, 2: Shade.LEVEL_3, 3: Shade.LEVEL_5}
"""By how many older provinces a province was formed from; nobody was merged from more than three."""


def unit_href(unit: UnitData, on: date) -> str:
    """The address of a unit on a day."""
    return f"{reverse('places:unit', args=[unit.code])}?{urlencode({'on': on.isoformat()})}"


def crumbs(here: Text, href: str) -> tuple[Link, ...]:
    """The way from the home page to a page below the list."""
    return (
        Link(_("Home page"), "/"),
        Link(_("Administrative units"), reverse("places:browse")),
        Link(here, href, current=True),
    )


def browse_href(on: date, **asked: str) -> str:
    """The address of the list on a day."""
    return f"{reverse('places:browse')}?{urlencode({'on': on.isoformat(), **asked})}"


def map_href(on: date) -> str:
    """The address of the map on a day."""
    return f"{reverse('places:map')}?{urlencode({'on': on.isoformat()})}"


def units_table(
    caption: Text, units: tuple[UnitData, ...], on: date | None, *, previous: str = "", following: str = ""
) -> TableData:
    """Units as rows; without a day each leads to its own last day."""
    return TableData(
        caption=caption,
        columns=(
            Column(_("Name")),
            Column(_("Kind")),
            Column(_("Code")),
            Column(_("Valid from"), ColumnKind.DAY),
            Column(_("Until")),
        ),
        rows=tuple(
            (
                Link(unit.official_name, unit_href(unit, on or unit.valid_from)),
                KIND_WORDS[unit.kind],
                unit.code,
                unit.valid_from,
                until(unit),
            )
            for unit in units
        ),
        previous_href=previous,
        next_href=following,
        empty_text=_("There are no such units on this day."),
    )


def until(unit: UnitData) -> str:
    """The day on which a version ended, or that it has not."""
    return formats.day(unit.valid_to) if unit.valid_to else _("in force")


def present_list(page: UnitPage, wanted: Wanted, level: Level) -> TableData:
    """One page of a level, with the ways to its neighbours."""
    asked = {"level": str(level.value)}
    if wanted.under != COUNTRY_CODE:
        asked["under"] = wanted.under
    before, after = page.previous_before, page.next_after
    return units_table(
        LEVEL_WORDS[level],
        page.units,
        wanted.on,
        previous=browse_href(wanted.on, **asked, before=before) if before else "",
        following=browse_href(wanted.on, **asked, after=after) if after else "",
    )


def present_search(found: tuple[UnitData, ...], former: tuple[UnitData, ...], wanted: Wanted) -> dict[str, object]:
    """What a name fits on the day, and what it fitted before: people keep using old names."""
    if not found and not former:
        return {"empty": nothing_found(wanted.text)}
    day = formats.day(wanted.on)
    count = len(found) + len(former)
    return {
        "count": ngettext("%(count)s unit found", "%(count)s units found", count) % {"count": formats.number(count)},
        "table": units_table(_("Found on %(day)s") % {"day": day}, found, wanted.on),
        "former": units_table(_("Ended before %(day)s") % {"day": day}, former, None) if former else None,
    }


def present_counts(counts: UnitCounts) -> str:
    """What exists on the day, in one sentence; empty where the register does not reach."""
    if not counts.at(Level.PROVINCE):
        return ""
    day = formats.day(counts.on)
    provinces = formats.number(counts.at(Level.PROVINCE))
    communes = formats.number(counts.at(Level.COMMUNE))
    if districts := counts.at(Level.DISTRICT):
        return _(
            "On %(day)s the country had %(provinces)s provinces and centrally-run cities, "
            "%(districts)s districts and %(communes)s communes."
        ) % {
            "day": day,
            "provinces": provinces,
            "districts": formats.number(districts),
            "communes": communes,
        }
    return _(
        "On %(day)s the country had %(provinces)s provinces and %(cities)s centrally-run cities, "
        "%(provincial)s provincial units in all, and %(communes)s communes, wards and special zones."
    ) % {
        "day": day,
        "provinces": formats.number(counts.by_kind[Kind.PROVINCE]),
        "cities": formats.number(counts.by_kind[Kind.MUNICIPALITY]),
        "provincial": provinces,
        "communes": communes,
    }


def nothing_on_day() -> EmptyState:
    """The register does not reach back to the day."""
    return EmptyState(
        title=_("The register does not reach this day"),
        text=_("Provinces are known since 1 August 2008, districts and communes since 1 January 2024."),
        action=Link(_("Show the units of today"), reverse("places:browse")),
    )


def nothing_found(text: str) -> EmptyState:
    """No name resembles the words."""
    return EmptyState(
        title=_("Nothing found for “%(text)s”") % {"text": text},
        text=_("Try fewer words, another spelling or another day."),
    )


def present_map(regions: tuple[ProvinceRegion, ...], on: date) -> ProvinceMap:
    """The provinces of a day over the shapes of 2024."""
    return ProvinceMap(
        caption=_("Provinces and centrally-run cities on %(day)s") % {"day": formats.day(on)},
        region_heading=_("Province"),
        value_heading=_("Territory in 2024"),
        regions=tuple(
            MapRegion(
                shape_ids=region.shapes,
                label=region.unit.official_name,
                value=formats.listing([unit.name for unit in region.formed_from]),
                href=unit_href(region.unit, on),
                shade=_SHADES[len(region.formed_from)],
            )
            for region in regions
        ),
        legend=_legend(regions),
        source=_("Resolution 202/2025/QH15"),
    )


def _legend(regions: tuple[ProvinceRegion, ...]) -> tuple[LegendEntry, ...]:
    """One entry for each shade that the map shows."""
    shown = sorted({len(region.formed_from) for region in regions})
    return tuple(
        LegendEntry(
            _SHADES[count],
            ngettext("territory of %(count)s province", "territory of %(count)s provinces", count)
            % {"count": formats.number(count)},
        )
        for count in shown
    )
