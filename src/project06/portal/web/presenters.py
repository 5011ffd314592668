"""Words and components of the portal's pages."""

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from project06.kernel.permissions import Actor, ActorKind
from project06.places.data import ProvinceRegion, UnitData
from project06.portal.data import ProvinceThenAndNow, SearchResults
from project06.reporting.data import ObligationData
from project06.ui import formats
from project06.ui.data import Column, EmptyState, LegendEntry, Link, MapRegion, ProvinceMap, TableData, Tag
from project06.ui.enums import ColumnKind, Shade, Tone

# Nobody was merged from more than three.
_SHADES = {1: Shade.LEVEL_1, 2: Shade.LEVEL_3, 3: Shade.LEVEL_5}

type Context = dict[str, object]


@dataclass(frozen=True, slots=True)
class ProvinceCard:
    """One of the three provinces on the home page, in words."""

    name: str
    href: str
    then: str
    now: str
    now_link: Link


def present_home(provinces: tuple[ProvinceThenAndNow, ...], regions: tuple[ProvinceRegion, ...], on: date) -> Context:
    """Compose the home page."""
    return {"cards": [_card(province) for province in provinces], "map": _map(regions, on), "hide_search": True}


def present_search(results: SearchResults) -> Context:
    """Compose the results, or an empty state that says what to try."""
    query = urlencode({"q": results.text})
    return {
        "query": results.text,
        "results": results,
        "place_table": _place_table(results) if results.places else None,
        "agency_table": _agency_table(results) if results.agencies else None,
        "all_places": f"{reverse('places:browse')}?{query}" if results.more_places else "",
        "all_agencies": f"{reverse('agencies:browse')}?{query}" if results.more_agencies else "",
        "empty": _nothing_found(results.text),
    }


def present_desk(actor: Actor, owed: tuple[ObligationData, ...], at: datetime) -> Context:
    """Compose the desk of an official, or tell a citizen where to go."""
    if actor.kind is not ActorKind.OFFICER:
        return {
            "empty": EmptyState(
                title=_("This desk is for officials"),
                text=_("You are signed in as a citizen. Your own page will show your data and your applications."),
                action=Link(_("To the home page"), "/"),
            )
        }
    if owed:
        return {"actor": actor, "owed": _owed_table(owed, at)}
    return {
        "actor": actor,
        "empty": EmptyState(
            title=_("No work is waiting for you"),
            text=_(
                "Reports that your agency owes stand here. Applications and corrections of data given to your post "
                "will join them, the most urgent first, each with its lawful deadline."
            ),
            action=Link(_("Look up an administrative unit"), reverse("places:browse")),
        ),
    }


def _owed_table(owed: tuple[ObligationData, ...], at: datetime) -> TableData:
    language = get_language() or "vi"
    return TableData(
        caption=_("Reports that your agency owes"),
        columns=(Column(_("Report")), Column(_("Period")), Column(_("Due"), ColumnKind.MOMENT), Column(_("State"))),
        rows=tuple(
            (
                Link(
                    each.campaign_titles.get(language) or each.campaign_titles["vi"],
                    reverse("reporting:obligation", args=[each.uuid]),
                ),
                each.period.label(language),
                each.due_at,
                Tag(_("overdue"), Tone.DANGER) if each.due_at < at else Tag(_("open"), Tone.INFO),
            )
            for each in owed
        ),
    )


def _map(regions: tuple[ProvinceRegion, ...], on: date) -> ProvinceMap:
    return ProvinceMap(
        caption=_("The provinces of today, by how many older ones they were formed from"),
        region_heading=_("Province"),
        value_heading=_("Formed from"),
        regions=tuple(
            MapRegion(
                shape_ids=region.shapes,
                label=region.unit.name,
                value=formats.listing([unit.name for unit in region.formed_from]),
                href=_unit_address(region.unit, on),
                shade=_SHADES[len(region.formed_from)],
            )
            for region in regions
        ),
        legend=(
            LegendEntry(Shade.LEVEL_1, _("unchanged")),
            LegendEntry(Shade.LEVEL_3, _("formed from two provinces")),
            LegendEntry(Shade.LEVEL_5, _("formed from three provinces")),
        ),
        source=_("Resolution 202/2025/QH15"),
    )


def _card(province: ProvinceThenAndNow) -> ProvinceCard:
    return ProvinceCard(
        name=province.then.name,
        href=_unit_address(province.then, province.then_on),
        then=_("On %(day)s: districts %(districts)s, communes %(communes)s.")
        % {
            "day": formats.day(province.then_on),
            "districts": formats.number(province.districts_then),
            "communes": formats.number(province.communes_then),
        },
        now=_now_sentence(province),
        now_link=Link(province.now.name, _unit_address(province.now, province.now_on)),
    )


def _now_sentence(province: ProvinceThenAndNow) -> str:
    communes = formats.number(province.communes_now)
    if len(province.formed_from) == 1:
        return _("Today: the same province; communes %(communes)s.") % {"communes": communes}
    return _("Today: %(name)s, formed from: %(sources)s; communes %(communes)s.") % {
        "name": province.now.name,
        "sources": formats.listing([unit.name for unit in province.formed_from]),
        "communes": communes,
    }


def _unit_address(unit: UnitData, on: date) -> str:
    return f"{reverse('places:unit', args=[unit.code])}?{urlencode({'on': on.isoformat()})}"


def _place_table(results: SearchResults) -> TableData:
    return TableData(
        caption=_("Places"),
        columns=(Column(_("Name")), Column(_("Code")), Column(_("Since"))),
        rows=tuple(
            (Link(unit.official_name, _unit_address(unit, results.on)), unit.code, formats.day(unit.valid_from))
            for unit in results.places
        ),
    )


def _agency_table(results: SearchResults) -> TableData:
    language = get_language() or "vi"
    return TableData(
        caption=_("Agencies"),
        columns=(Column(_("Name")), Column(_("Code"))),
        rows=tuple(
            (Link(agency.name_in(language), reverse("agencies:agency", args=[agency.code])), agency.code)
            for agency in results.agencies
        ),
    )


def _nothing_found(text: str) -> EmptyState:
    if not text:
        return EmptyState(
            title=_("What are you looking for?"),
            text=_("Type the name of a commune, a province or an organisation. You need not type the accents."),
        )
    return EmptyState(
        title=_("Nothing was found"),
        text=_("Check the spelling, or type only a part of the name. You need not type the accents."),
        action=Link(_("Browse all administrative units"), reverse("places:browse")),
    )
