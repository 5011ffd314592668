"""The register of bottlenecks: list, page, new ones, next steps, links."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from project06.kernel.access import actor_of, requires
from project06.kernel.clock import today
from project06.kernel.permissions import can
from project06.places import public as places
from project06.programme.data import BottleneckDetail, BottleneckFilter
from project06.programme.enums import MANAGE_REGISTERS, READ, BottleneckState
from project06.programme.operations.link_bottleneck import link_bottleneck as link
from project06.programme.operations.move_bottleneck import move_bottleneck as move
from project06.programme.operations.open_bottleneck import open_bottleneck as enter
from project06.programme.queries.bottlenecks import get_bottleneck, list_bottlenecks
from project06.programme.queries.pick_tasks import pick_tasks, pick_tasks_by_code
from project06.programme.web.acts import present_acts
from project06.programme.web.agency_list import list_agency_options
from project06.programme.web.files import MOST_ROWS, TableFormat, table_file
from project06.programme.web.forms.refusable import RefusableForm
from project06.programme.web.forms.registers import (
    BottleneckFilterForm,
    BottleneckForm,
    LinkBottleneckForm,
    MoveBottleneckForm,
)
from project06.programme.web.page import crumbs, do, show
from project06.programme.web.presenters import registers as presenters
from project06.programme.web.presenters.tasks import query_without
from project06.programme.web.scope import find_asked_unit, unit_choices
from project06.programme.web.words import SYNTHETIC, language
from project06.ui.data import Link

_STATES = {state.value: state.label for state in BottleneckState}


@requires(READ)
@require_safe
def bottlenecks(request: HttpRequest) -> HttpResponse:
    """Show what stands in the way, the longest without movement first."""
    actor = actor_of(request)
    form, wanted = _ask(request)
    page = list_bottlenecks(wanted, by=actor, after=form.said("after"))
    context = {
        "form": form,
        "table": presenters.present_bottlenecks(page, request.GET),
        "filter": query_without(request.GET, "after"),
        "manages": can(actor, MANAGE_REGISTERS),
    }
    return show(request, "programme/bottlenecks.html", context, room="bottlenecks")


@requires(READ)
@require_safe
def export_bottlenecks(request: HttpRequest, form: TableFormat) -> HttpResponse:
    """Hand out the filtered register as a file."""
    _form, wanted = _ask(request)
    page = list_bottlenecks(wanted, by=actor_of(request), limit=MOST_ROWS)
    return table_file(presenters.present_bottleneck_file(page.bottlenecks), "bottlenecks", form)


@requires(READ)
@require_safe
def bottleneck(request: HttpRequest, bottleneck: UUID) -> HttpResponse:
    """Show one bottleneck with its steps and what can be done now."""
    return _page(request, bottleneck)


@requires(MANAGE_REGISTERS)
@require_http_methods(["GET", "HEAD", "POST"])
def open_bottleneck(request: HttpRequest) -> HttpResponse:
    """Enter a bottleneck; `?task=` names the task it holds back."""
    actor = actor_of(request)
    form = BottleneckForm(request.POST or None, tasks=_asked_tasks(request))

    def again(refused: RefusableForm, status: int) -> HttpResponse:
        context = {
            "form": refused,
            "agencies": list_agency_options(actor, today()),
            "crumbs": crumbs("bottlenecks", Link(_("New bottleneck"), "")),
        }
        return show(request, "programme/open_bottleneck.html", context, room="bottlenecks", status=status)

    if request.method != "POST":
        return again(form, 200)
    return do(
        request,
        form,
        lambda: enter(draft=form.draft(), by=actor),
        said=_("The bottleneck is in the register."),
        back=reverse("programme:bottlenecks"),
        again=again,
    )


@requires(MANAGE_REGISTERS)
@require_POST
def move_bottleneck(request: HttpRequest, bottleneck: UUID) -> HttpResponse:
    """Take the next step: agree, relieve, verify, return."""
    by = actor_of(request)
    found = get_bottleneck(bottleneck, by=by).bottleneck
    form = MoveBottleneckForm(request.POST, steps=presenters.bottleneck_steps(found))
    return do(
        request,
        form,
        lambda: move(
            bottleneck=bottleneck,
            to=BottleneckState(form.text("to")),
            note=form.text("note"),
            due_on=form.day_or_none("due_on"),
            by=by,
        ),
        said=_("The step is stored."),
        back=_address(bottleneck),
        again=lambda refused, status: _page(request, bottleneck, {"move_bottleneck": refused}, status),
    )


@requires(MANAGE_REGISTERS)
@require_POST
def link_bottleneck(request: HttpRequest, bottleneck: UUID) -> HttpResponse:
    """Say which tasks, indicators and units it holds back."""
    by = actor_of(request)
    found = get_bottleneck(bottleneck, by=by).bottleneck
    form = LinkBottleneckForm(request.POST, bottleneck=found)
    return do(
        request,
        form,
        lambda: link(
            bottleneck=bottleneck,
            tasks=[task.uuid for task in pick_tasks_by_code(form.codes("tasks"), by=by)],
            indicators=form.codes("indicators"),
            units=[places.get_unit(code, today()).path for code in form.codes("units")],
            by=by,
        ),
        said=_("The links are stored."),
        back=_address(bottleneck),
        again=lambda refused, status: _page(request, bottleneck, {"link_bottleneck": refused}, status),
    )


def _ask(request: HttpRequest) -> tuple[BottleneckFilterForm, BottleneckFilter]:
    actor, on = actor_of(request), today()
    unit = find_asked_unit(actor, request.GET.get("unit", ""), on)
    form = BottleneckFilterForm(request.GET, units=unit_choices(actor, on))
    form.is_valid()
    return form, form.wanted(unit.path if unit else "")


def _asked_tasks(request: HttpRequest) -> tuple[UUID, ...]:
    try:
        asked = [UUID(request.GET["task"])] if request.GET.get("task") else []
    except ValueError:
        asked = []
    return tuple(task.uuid for task in pick_tasks(asked, by=actor_of(request)))


def _page(
    request: HttpRequest, bottleneck: UUID, refused: dict[str, RefusableForm] | None = None, status: int = 200
) -> HttpResponse:
    actor = actor_of(request)
    detail = get_bottleneck(bottleneck, by=actor)
    found = detail.bottleneck
    tasks = pick_tasks(found.tasks, by=actor)
    acts = presenters.list_bottleneck_acts(found, actor)
    forms = _forms(detail, tuple(task.code for task in tasks)) | (refused or {})
    context = {
        "bottleneck": found,
        "title": found.title_in(language()),
        "note": SYNTHETIC if found.is_synthetic else "",
        "facts": presenters.present_bottleneck(found, tasks),
        "history": presenters.present_movements(detail.movements, _STATES),
        "acts": present_acts(acts, bottleneck, forms, frozenset(refused or ())),
        "crumbs": crumbs("bottlenecks", Link(found.code, "")),
    }
    return show(request, "programme/bottleneck.html", context, room="bottlenecks", status=status)


def _forms(detail: BottleneckDetail, task_codes: tuple[str, ...]) -> dict[str, RefusableForm]:
    found = detail.bottleneck
    return {
        "move_bottleneck": MoveBottleneckForm(steps=presenters.bottleneck_steps(found)),
        "link_bottleneck": LinkBottleneckForm(bottleneck=found, task_codes=task_codes),
    }


def _address(bottleneck: UUID) -> str:
    return reverse("programme:bottleneck", args=[bottleneck])
