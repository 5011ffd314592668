"""Bottlenecks and pilot models in words."""

from collections.abc import Mapping, Sequence

from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from project06.kernel.permissions import Actor, can
from project06.places import public as places
from project06.programme.data import (
    BottleneckData,
    BottleneckPage,
    MovementData,
    PilotData,
    TaskData,
)
from project06.programme.enums import MANAGE_REGISTERS, BottleneckClass, BottleneckState, PilotState
from project06.programme.rules.moves import (
    BOTTLENECK_MOVES,
    PILOT_MOVES,
    STUCK_AFTER_WORKING_DAYS,
)
from project06.programme.web.presenters.task import Fact, fact, office_words
from project06.programme.web.presenters.tasks import next_href, task_href
from project06.programme.web.rows import ShownRows, present_row
from project06.programme.web.words import (
    NONE,
    bottleneck_deadline,
    bottleneck_tag,
    language,
    pilot_deadline,
    pilot_tag,
)
from project06.ui import formats
from project06.ui.data import Cell, Column, TableData, Tag
from project06.ui.enums import ColumnKind, Tone


def days_words(days: int) -> str:
    """Return a length in working days."""
    sentence = ngettext("%(days)s working day", "%(days)s working days", days)
    return sentence % {"days": formats.number(days)}


def still_tag(bottleneck: BottleneckData) -> Tag:
    """Return for how long nothing has moved; after a month of work it counts as stuck."""
    if bottleneck.closed_on is not None:
        return Tag(_("Removed"), Tone.SUCCESS)
    is_stuck = bottleneck.still_for >= STUCK_AFTER_WORKING_DAYS
    return Tag(days_words(bottleneck.still_for), Tone.DANGER if is_stuck else Tone.PLAIN)


def present_bottlenecks(page: BottleneckPage, query: QueryDict) -> ShownRows:
    """Return a page of the register."""
    rows = tuple(
        present_row(
            each.title_in(language()),
            reverse("programme:bottleneck", args=[each.uuid]),
            (each.code, str(each.kind.label), each.owner.name),
            bottleneck_deadline(each),
            (bottleneck_tag(each.state), still_tag(each)),
        )
        for each in page.bottlenecks
    )
    return ShownRows(
        _("Bottlenecks, the longest without movement first"),
        (_("Bottleneck"), _("To be removed by"), _("State, and for how long nothing has moved")),
        rows,
        next_href(page.next_after, query),
        _("Nothing stands in the way here."),
    )


def present_bottleneck_file(bottlenecks: Sequence[BottleneckData]) -> TableData:
    """Return the register for a file."""
    columns = (
        Column(_("Bottleneck")),
        Column(_("Class")),
        Column(_("State")),
        Column(_("Working days without movement"), ColumnKind.NUMBER),
        Column(_("Age in working days"), ColumnKind.NUMBER),
        Column(_("To be removed by")),
        Column(_("Agency that must remove it")),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            each.title_in(language()),
            BottleneckClass(each.kind).label,
            bottleneck_tag(each.state),
            each.still_for,
            each.age,
            bottleneck_deadline(each),
            each.owner.name,
        )
        for each in bottlenecks
    )
    return TableData(
        _("Bottlenecks"),
        columns,
        rows,
    )


def present_bottleneck(bottleneck: BottleneckData, tasks: Sequence[TaskData]) -> tuple[Fact, ...]:
    """Return what is known about a bottleneck, term by term."""
    facts = [
        fact(_("State"), bottleneck_tag(bottleneck.state)),
        fact(_("To be removed by"), bottleneck_deadline(bottleneck)),
        fact(_("Without movement"), still_tag(bottleneck)),
        Fact(_("Class"), bottleneck.kind.label),
        Fact(_("Agency that must remove it"), bottleneck.owner.name),
        Fact(_("Raised on"), formats.day(bottleneck.raised_on)),
        Fact(_("Age"), days_words(bottleneck.age)),
    ]
    if bottleneck.measure:
        facts.append(Fact(_("Agreed action"), bottleneck.measure))
    facts += [Fact(_("Holds back the task"), task.title_in(language()), href=task_href(task)) for task in tasks]
    facts += [
        Fact(_("Holds back the indicator"), code, href=reverse("programme:indicator", args=[code]))
        for code in bottleneck.indicators
    ]
    facts += [Fact(_("Concerns the unit"), _unit_name(path, bottleneck)) for path in bottleneck.units]
    return tuple(facts)


def _unit_name(path: str, bottleneck: BottleneckData) -> str:
    unit = places.find_unit(path.rpartition("/")[2], bottleneck.seen_on)
    return unit.official_name if unit else path


def present_movements(movements: Sequence[MovementData], words: Mapping[str, str | Promise]) -> TableData:
    """Return the steps of a record, newest first: offices, no names."""
    columns = (Column(_("Time"), ColumnKind.MOMENT), Column(_("Step")), Column(_("Explanation")), Column(_("Who")))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            each.happened_at,
            words.get(each.to_state, each.to_state),
            each.note or NONE,
            office_words(each.post_title, each.agency),
        )
        for each in reversed(movements)
    )
    return TableData(_("History"), columns, rows, empty_text=_("Nothing has moved yet."))


def bottleneck_steps(bottleneck: BottleneckData) -> frozenset[BottleneckState]:
    """Return where a bottleneck can go from here."""
    return BOTTLENECK_MOVES[bottleneck.state]


def list_bottleneck_acts(bottleneck: BottleneckData, actor: Actor) -> frozenset[str]:
    """Return what the reader may do with it now; operations judge again."""
    if not can(actor, MANAGE_REGISTERS, path=bottleneck.owner.unit_path):
        return frozenset()
    steps = {"move_bottleneck"} if bottleneck_steps(bottleneck) else set()
    return frozenset(steps | {"link_bottleneck"})


def present_pilots(pilots: Sequence[PilotData], following: str) -> ShownRows:
    """Return a page of the register."""
    rows = tuple(
        present_row(
            each.title_in(language()),
            reverse("programme:pilot", args=[each.uuid]),
            (each.code, each.lead.name),
            pilot_deadline(each),
            (pilot_tag(each.state),),
        )
        for each in pilots
    )
    headings = (_("Pilot model"), _("Result expected by"), _("State"))
    return ShownRows(_("Pilot models"), headings, rows, following, _("No pilot model fits."))


def present_pilot_file(pilots: Sequence[PilotData]) -> TableData:
    """Return the register for a file."""
    columns = (
        Column(_("Code")),
        Column(_("Pilot model")),
        Column(_("State")),
        Column(_("Lead agency")),
        Column(_("Registered on"), ColumnKind.DAY),
        Column(_("Result expected by"), ColumnKind.DAY),
        Column(_("Result indicator")),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            each.code,
            each.title_in(language()),
            each.state.label,
            each.lead.name,
            each.registered_on,
            each.due_on,
            each.result_indicator or None,
        )
        for each in pilots
    )
    return TableData(_("Pilot models"), columns, rows)


def present_pilot(pilot: PilotData) -> tuple[Fact, ...]:
    """Return what is known about a pilot model, term by term."""
    unit = places.find_unit(pilot.unit_path.rpartition("/")[2], pilot.seen_on)
    facts = [
        fact(_("State"), pilot_tag(pilot.state)),
        fact(_("Result expected by"), pilot_deadline(pilot)),
        Fact(_("Lead agency"), pilot.lead.name),
        Fact(_("Where it is tried"), unit.official_name if unit else pilot.unit_path),
        Fact(_("Registered on"), formats.day(pilot.registered_on)),
        Fact(_("In this state for"), days_words(pilot.still_for)),
    ]
    if pilot.result_indicator:
        href = reverse("programme:indicator", args=[pilot.result_indicator])
        facts.append(Fact(_("Result indicator"), pilot.result_indicator, href=href))
    return tuple(facts)


def pilot_steps(pilot: PilotData) -> frozenset[PilotState]:
    """Return where a pilot model can go from here."""
    return PILOT_MOVES[pilot.state]


def list_pilot_acts(pilot: PilotData, actor: Actor) -> frozenset[str]:
    """Return what the reader may do with it now; operations judge again."""
    may = can(actor, MANAGE_REGISTERS, path=pilot.unit_path)
    return frozenset({"move_pilot"}) if may and pilot_steps(pilot) else frozenset()
