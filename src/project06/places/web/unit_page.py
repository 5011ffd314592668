"""The page of one unit on one day, put together from what the door answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from project06.places.data import LegalActData, LinkedUnit, UnitData
from project06.places.enums import Extent
from project06.places.web.presenters import browse_href, map_href, unit_href, units_table, until
from project06.places.web.words import CERTAINTY_WORDS, EXTENT_WORDS, KIND_WORDS
from project06.ui import formats
from project06.ui.data import Column, Link, TableData, Tag, Text
from project06.ui.enums import ColumnKind, Tone


@dataclass(frozen=True, slots=True)
class Fact:
    """A term and what stands for it."""

    term: Text
    text: Text
    note: Text = ""


@dataclass(frozen=True, slots=True)
class UnitAnswers:
    """What the door knows of a unit on a day; `today_here` is what stands on its territory today."""

    unit: UnitData
    on: date
    act: LegalActData
    path: tuple[UnitData, ...]
    children: tuple[UnitData, ...]
    versions: tuple[UnitData, ...]
    predecessors: Sequence[LinkedUnit]
    successors: Sequence[LinkedUnit]
    today_here: tuple[UnitData, ...]
    today: date


def present_unit(found: UnitAnswers) -> dict[str, object]:
    """Compose the page."""
    unit = found.unit
    return {
        "unit": unit,
        "kind": KIND_WORDS[unit.kind],
        "lead": _lead(found),
        "crumbs": _crumbs(found),
        "facts": _facts(found),
        "actions": (Link(_("Map of this day"), map_href(found.on)),),
        "is_divided": any(link.extent is Extent.PART for link in found.successors),
        "today_here": [Link(here.official_name, unit_href(here, found.today)) for here in found.today_here],
        "predecessors": _links_table(_("Formed from"), found.predecessors) if found.predecessors else None,
        "successors": _links_table(_("Passed on to"), found.successors) if found.successors else None,
        "children": units_table(_("Units below"), found.children, found.on) if found.children else None,
        "versions": units_table(_("Everything that bore this code"), found.versions, None)
        if len(found.versions) > 1
        else None,
    }


def _lead(found: UnitAnswers) -> str:
    said = {"day": formats.day(found.on), "from": formats.day(found.unit.valid_from), "until": until(found.unit)}
    if found.unit.is_valid_on(found.today):
        return _("As it is on %(day)s. It stands in this form since %(from)s.") % said
    return _("As it was on %(day)s. It stood in this form from %(from)s and ended on %(until)s.") % said


def _crumbs(found: UnitAnswers) -> tuple[Link, ...]:
    above = [Link(unit.official_name, unit_href(unit, found.on)) for unit in found.path[:-1]]
    here = Link(found.unit.official_name, unit_href(found.unit, found.on), current=True)
    return (
        Link(_("Home page"), "/"),
        Link(_("Administrative units"), browse_href(found.on)),
        *above,
        here,
    )


def _facts(found: UnitAnswers) -> tuple[Fact, ...]:
    act = found.act
    return (
        Fact(_("Code"), found.unit.code, _("The code names this unit only together with a day.")),
        Fact(_("Kind"), KIND_WORDS[found.unit.kind]),
        Fact(_("Path"), found.unit.path),
        Fact(
            _("Legal act"),
            _("%(number)s of %(day)s, %(issuer)s")
            % {"number": act.key.number, "day": formats.day(act.key.issued_on), "issuer": act.issuer},
            act.title,
        ),
        Fact(_("In effect since"), formats.day(act.effective_on), CERTAINTY_WORDS[act.certainty]),
    )


def _links_table(caption: Text, links: Sequence[LinkedUnit]) -> TableData:
    return TableData(
        caption=caption,
        columns=(
            Column(_("Name")),
            Column(_("Kind")),
            Column(_("How much")),
            Column(_("On the day"), ColumnKind.DAY),
            Column(_("Legal act")),
        ),
        rows=tuple(
            (
                Link(link.unit.official_name, unit_href(link.unit, link.unit.valid_from)),
                KIND_WORDS[link.unit.kind],
                Tag(EXTENT_WORDS[link.extent], Tone.WARNING if link.extent is Extent.PART else Tone.SUCCESS),
                link.effective_on,
                link.act.number,
            )
            for link in links
        ),
    )
