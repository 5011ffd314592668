"""Indicators of a unit, and one indicator: its definition, its history, its places, its map."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from project06.kernel.access import actor_of, requires
from project06.kernel.clock import today
from project06.kernel.permissions import Actor
from project06.places.data import COUNTRY_CODE, UnitData
from project06.programme.data.indicator_views import IndicatorLine
from project06.programme.data.indicators import in_language
from project06.programme.enums import READ, IndicatorGroup
from project06.programme.queries.indicator_versions import get_version
from project06.programme.queries.list_history import list_history
from project06.programme.queries.list_indicators import list_indicators
from project06.programme.queries.list_map_values import list_map_values
from project06.programme.queries.rank_units import rank_units
from project06.programme.queries.restate_ranking import restate_ranking
from project06.programme.web.files import TableFormat, table_file
from project06.programme.web.forms.refusable import LongSelect, day_field
from project06.programme.web.page import crumbs, show
from project06.programme.web.presenters import comparison
from project06.programme.web.presenters import indicators as presenters
from project06.programme.web.presenters.task import Fact
from project06.programme.web.presenters.tasks import query_without
from project06.programme.web.scope import choose_unit, unit_choices
from project06.programme.web.words import ANY, language
from project06.ui.data import Link, TableData

type Choices = list[tuple[str, str]]


class FiguresForm(forms.Form):
    """Whose figures, as of which day, of which group."""

    unit = forms.ChoiceField(label=gettext_lazy("Unit"), required=False, widget=LongSelect)
    on = day_field(
        gettext_lazy("On the day"), required=False, hint=gettext_lazy("Figures stay with the unit that reported them.")
    )
    group = forms.ChoiceField(label=gettext_lazy("Group"), required=False, choices=[("", ANY), *IndicatorGroup.choices])

    @property
    def day(self) -> date:
        """Return the day asked for, today for none or an unreadable one."""
        try:
            return self.fields["on"].clean(self.data.get("on")) or today()
        except ValidationError:
            return today()

    @property
    def chosen_group(self) -> IndicatorGroup | None:
        """Return the group, None for all."""
        text = getattr(self, "cleaned_data", {}).get("group")
        return IndicatorGroup(text) if text else None


@dataclass(frozen=True, slots=True)
class Asked:
    """A readable question: for whom, of which unit, as of which day."""

    actor: Actor
    form: FiguresForm
    unit: UnitData
    on: date


def _ask(request: HttpRequest) -> Asked:
    actor, form = actor_of(request), FiguresForm(request.GET)
    on = form.day
    unit = choose_unit(actor, request.GET.get("unit", ""), on)
    choices = unit_choices(actor, on)
    if unit.code not in dict(choices):
        choices.append((unit.code, unit.official_name))
    form.fields["unit"].choices = choices  # type: ignore[attr-defined] # a ChoiceField
    form.initial = {"unit": unit.code}
    form.is_valid()
    return Asked(actor, form, unit, on)


@requires(READ)
@require_safe
def indicators(request: HttpRequest) -> HttpResponse:
    """Show where every indicator of a unit stands."""
    asked = _ask(request)
    lines = _lines(asked)
    day = asked.on.isoformat() if request.GET.get("on") else ""
    context = {
        "form": asked.form,
        "unit": asked.unit,
        "groups": presenters.present_groups(lines, unit=asked.unit.code, on=day),
        "filter": query_without(request.GET),
    }
    return show(request, "programme/indicators.html", context, room="indicators")


@requires(READ)
@require_safe
def export_indicators(request: HttpRequest, form: TableFormat) -> HttpResponse:
    """Hand out the indicators of a unit as a file."""
    asked = _ask(request)
    return table_file(presenters.present_lines_table(_lines(asked), asked.unit.official_name), "indicators", form)


@requires(READ)
@require_safe
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    """Show one indicator: definition, history of the unit, places of its siblings, map."""
    asked, version = _ask(request), get_version(code)
    series = list_history(indicators=[code], unit_code=asked.unit.code, on=asked.on, seen_by=asked.actor)[code]
    line = next((each for each in _lines(asked) if each.version.indicator == code), None)
    period = request.GET.get("period") or presenters.newest_period(series, asked.on)
    definition = in_language(version.definitions, language())
    context = {
        "form": asked.form,
        "name": version.name(language()),
        "unit": asked.unit,
        "line": presenters.present_line(line) if line else None,
        "facts": [
            Fact(_("Group"), version.group.label),
            Fact(_("Counts"), version.measure.label(language())),
            Fact(_("Better"), version.direction.label),
            Fact(_("Comes from"), version.origin.label),
            *([Fact(_("Definition"), definition)] if definition else []),
        ],
        "history": presenters.present_history(version, series),
        "figures": presenters.present_series(version, series),
        "ranking": _ranking(asked, code, period),
        "restated": _restated(asked, code, period) if request.GET.get("restated") else None,
        "restated_href": comparison.restated_href(code, asked.unit, request.GET),
        "map": comparison.present_map(list_map_values(indicator=code, on=asked.on, seen_by=asked.actor)),
        "crumbs": crumbs("indicators", Link(version.name(language()), "")),
    }
    return show(request, "programme/indicator.html", context, room="indicators")


def _lines(asked: Asked) -> tuple[IndicatorLine, ...]:
    found = list_indicators(unit_code=asked.unit.code, on=asked.on, seen_by=asked.actor, group=asked.form.chosen_group)
    return found.lines


def _ranking(asked: Asked, code: str, period: str) -> TableData | None:
    """Compare the unit with its siblings; the country is compared with nobody, its parts with each other."""
    if not period:
        return None
    parent = asked.unit.parent_code or COUNTRY_CODE
    found = rank_units(indicator=code, period=period, on=asked.on, seen_by=asked.actor, parent=parent)
    return comparison.present_ranking(found) if found.places else None


def _restated(asked: Asked, code: str, period: str) -> TableData | None:
    if not period:
        return None
    found = restate_ranking(indicator=code, period=period, to=today(), seen_by=asked.actor)
    return comparison.present_restated(found)
