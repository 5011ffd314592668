"""The register of pilot models: list, page, new ones, next steps."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from project06.kernel.access import actor_of, requires
from project06.kernel.clock import today
from project06.kernel.permissions import can
from project06.programme.data import PilotData
from project06.programme.enums import MANAGE_REGISTERS, READ, PilotState
from project06.programme.operations.move_pilot import move_pilot as move
from project06.programme.operations.register_pilot import register_pilot as register
from project06.programme.queries.pilots import PAGE_SIZE, get_pilot, list_pilots
from project06.programme.web.acts import present_acts
from project06.programme.web.agency_list import list_agency_options
from project06.programme.web.files import MOST_ROWS, TableFormat, table_file
from project06.programme.web.forms.refusable import RefusableForm
from project06.programme.web.forms.registers import MovePilotForm, PilotFilterForm, PilotForm
from project06.programme.web.page import crumbs, do, show
from project06.programme.web.presenters import registers as presenters
from project06.programme.web.presenters.tasks import next_href, query_without
from project06.programme.web.scope import find_asked_unit, unit_choices
from project06.programme.web.words import SYNTHETIC, language
from project06.ui.data import Link

_STATES = {state.value: state.label for state in PilotState}


@requires(READ)
@require_safe
def pilots(request: HttpRequest) -> HttpResponse:
    """Show the pilot models by code."""
    form, found = _find(request, PAGE_SIZE + 1)
    following = found[PAGE_SIZE - 1].code if len(found) > PAGE_SIZE else None
    context = {
        "form": form,
        "table": presenters.present_pilots(found[:PAGE_SIZE], next_href(following, request.GET)),
        "filter": query_without(request.GET, "after"),
        "manages": can(actor_of(request), MANAGE_REGISTERS),
    }
    return show(request, "programme/pilots.html", context, room="pilots")


@requires(READ)
@require_safe
def export_pilots(request: HttpRequest, form: TableFormat) -> HttpResponse:
    """Hand out the filtered register as a file."""
    _form, found = _find(request, MOST_ROWS)
    return table_file(presenters.present_pilot_file(found), "pilot-models", form)


@requires(READ)
@require_safe
def pilot(request: HttpRequest, pilot: UUID) -> HttpResponse:
    """Show one pilot model with its steps and what can be done now."""
    return _page(request, pilot)


@requires(MANAGE_REGISTERS)
@require_http_methods(["GET", "HEAD", "POST"])
def register_pilot(request: HttpRequest) -> HttpResponse:
    """Register a pilot model."""
    actor, on = actor_of(request), today()
    form = PilotForm(request.POST or None, units=unit_choices(actor, on))

    def again(refused: RefusableForm, status: int) -> HttpResponse:
        context = {
            "form": refused,
            "agencies": list_agency_options(actor, on),
            "crumbs": crumbs("pilots", Link(_("New pilot model"), "")),
        }
        return show(request, "programme/register_pilot.html", context, room="pilots", status=status)

    if request.method != "POST":
        return again(form, 200)
    return do(
        request,
        form,
        lambda: register(draft=form.draft(), by=actor),
        said=_("The pilot model is registered."),
        back=reverse("programme:pilots"),
        again=again,
    )


@requires(MANAGE_REGISTERS)
@require_POST
def move_pilot(request: HttpRequest, pilot: UUID) -> HttpResponse:
    """Take the next step: prepare, deploy, judge, replicate or stop."""
    by = actor_of(request)
    form = _move_form(get_pilot(pilot, by=by).pilot, request)
    return do(
        request,
        form,
        lambda: move(
            pilot=pilot,
            to=PilotState(form.text("to")),
            note=form.text("note"),
            result_indicator=form.text("result_indicator"),
            by=by,
        ),
        said=_("The step is stored."),
        back=reverse("programme:pilot", args=[pilot]),
        again=lambda refused, status: _page(request, pilot, refused, status),
    )


def _find(request: HttpRequest, limit: int) -> tuple[PilotFilterForm, tuple[PilotData, ...]]:
    actor, on = actor_of(request), today()
    unit = find_asked_unit(actor, request.GET.get("unit", ""), on)
    form = PilotFilterForm(request.GET, units=unit_choices(actor, on))
    form.is_valid()
    found = list_pilots(
        by=actor,
        path=unit.path if unit else "",
        state=form.state_wanted(),
        text=form.said("q"),
        after=form.said("after"),
        limit=limit,
    )
    return form, found


def _move_form(found: PilotData, request: HttpRequest | None = None) -> MovePilotForm:
    data = request.POST if request else None
    return MovePilotForm(data, steps=presenters.pilot_steps(found), indicator=found.result_indicator)


def _page(request: HttpRequest, pilot: UUID, refused: RefusableForm | None = None, status: int = 200) -> HttpResponse:
    actor = actor_of(request)
    detail = get_pilot(pilot, by=actor)
    acts = presenters.list_pilot_acts(detail.pilot, actor)
    forms = {"move_pilot": refused or _move_form(detail.pilot)}
    context = {
        "pilot": detail.pilot,
        "title": detail.pilot.title_in(language()),
        "note": SYNTHETIC if detail.pilot.is_synthetic else "",
        "facts": presenters.present_pilot(detail.pilot),
        "history": presenters.present_movements(detail.movements, _STATES),
        "acts": present_acts(acts, pilot, forms, frozenset({"move_pilot"}) if refused else frozenset()),
        "crumbs": crumbs("pilots", Link(detail.pilot.code, "")),
    }
    return show(request, "programme/pilot.html", context, room="pilots", status=status)
