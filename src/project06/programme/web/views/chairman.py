"""One screen for the leader of a unit: what is late, what misses its target, what is stuck, who is silent."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from project06.kernel.access import actor_of, requires
from project06.kernel.clock import now, today
from project06.kernel.permissions import Actor, can
from project06.places.data import UnitData
from project06.places.enums import Level
from project06.programme.data.indicator_views import IndicatorLine
from project06.programme.enums import READ, Direction
from project06.programme.queries.bottlenecks import count_ages
from project06.programme.queries.list_indicators import list_indicators
from project06.programme.queries.list_map_values import list_map_values
from project06.programme.queries.summarise_unit import summarise_unit
from project06.programme.web.forms.refusable import LongSelect
from project06.programme.web.page import show
from project06.programme.web.presenters import chairman as presenters
from project06.programme.web.presenters import comparison
from project06.programme.web.presenters import indicators as figures
from project06.programme.web.presenters.tasks import present_tasks
from project06.programme.web.scope import choose_unit, unit_trail, units_below
from project06.programme.web.silence import find_missing
from project06.programme.web.words import language
from project06.reporting import public as reporting
from project06.ui.data import ProvinceMap
from project06.ui.formats import day

MOST_MISSING = 8
MOST_LINES = 12


class UnitForm(forms.Form):
    """Which part of the unit, as of which day, and which indicator colours the map."""

    unit = forms.ChoiceField(label=gettext_lazy("Go to a unit below"), required=False, widget=LongSelect)
    indicator = forms.ChoiceField(label=gettext_lazy("Indicator on the map"), required=False)

    def __init__(self, data: QueryDict, *, units: tuple[UnitData, ...], here: UnitData) -> None:
        super().__init__(data, initial={"unit": here.code})
        self.fields["unit"].choices = [  # type: ignore[attr-defined] # a ChoiceField
            (each.code, each.official_name) for each in (here, *units)
        ]

    def offer_indicators(self, lines: tuple[IndicatorLine, ...]) -> None:
        """Offer what provinces can be compared by."""
        self.fields["indicator"].choices = [  # type: ignore[attr-defined] # a ChoiceField
            (line.version.indicator, line.version.name(language())) for line in lines
        ]


@dataclass(frozen=True, slots=True)
class _Screen:
    """Which unit, as of which day, for whom."""

    actor: Actor
    unit: UnitData
    on: date


@requires(READ)
@require_safe
def chairman(request: HttpRequest) -> HttpResponse:
    """Show the unit of the reader, or one below it, on one screen."""
    actor, on = actor_of(request), today()
    screen = _Screen(actor, choose_unit(actor, request.GET.get("unit", ""), on), on)
    unit = screen.unit
    lines = list_indicators(unit_code=unit.code, on=on, seen_by=actor).lines
    comparable = tuple(line for line in lines if line.version.direction is not Direction.NEUTRAL)
    form = UnitForm(request.GET, units=units_below(unit, on), here=unit)
    form.offer_indicators(comparable)
    summary = summarise_unit(unit.path, by=actor, on=on)
    sees_reports = can(actor, reporting.SEE)
    missing = find_missing(unit.path, by=actor, limit=MOST_MISSING)
    context = {
        "unit": unit,
        "form": form,
        "has_parts": len(form.fields["unit"].choices) > 1,  # type: ignore[attr-defined] # a ChoiceField
        "lead": _("As of %(day)s") % {"day": day(on)},
        "note": _("Every figure, task and name here is invented for the demonstration.") if _is_invented() else "",
        "crumbs": unit_trail(actor, unit, on, reverse("programme:chairman")),
        "stats": presenters.present_stats(summary, unit, missing if sees_reports else None, MOST_MISSING),
        "late": present_tasks(
            summary.latest,
            caption=_("Late tasks, the longest overdue first"),
            empty_text=_("No task is late."),
        ),
        "late_href": presenters.list_href("programme:tasks", unit=unit.code, schedule="late"),
        "lines": [figures.present_line(line, unit=unit.code) for line in _chosen(lines)],
        "all_lines_href": presenters.list_href("programme:indicators", unit=unit.code),
        "classes": presenters.present_classes(summary, unit),
        "ages": presenters.present_ages(count_ages(unit.path, by=actor, on=on)),
        "missing": presenters.present_missing(missing, now()) if sees_reports else None,
        "missing_href": presenters.list_href("reporting:not_reported", below=unit.path, overdue="on"),
        "map": _map(screen, comparable, request.GET.get("indicator", "")),
    }
    return show(request, "programme/chairman.html", context, room="chairman")


def _is_invented() -> bool:
    return str(settings.PROJECT06_MODE) == "demo"


def _chosen(lines: tuple[IndicatorLine, ...]) -> list[IndicatorLine]:
    """Return what a leader looks at first: missed targets, missing figures, then what has a target or a place."""

    def rank(line: IndicatorLine) -> tuple[bool, bool, bool]:
        return (line.is_on_target is not False, line.valued is line.current, line.target is None)

    return sorted(lines, key=rank)[:MOST_LINES]


def _map(screen: _Screen, lines: tuple[IndicatorLine, ...], asked: str) -> ProvinceMap | None:
    """Return the map by the asked indicator, else by the first that compares; communes have no outlines."""
    if screen.unit.level > Level.PROVINCE or not lines:
        return None
    codes = [line.version.indicator for line in lines]
    code = asked if asked in codes else codes[0]
    return comparison.present_map(list_map_values(indicator=code, on=screen.on, seen_by=screen.actor))
