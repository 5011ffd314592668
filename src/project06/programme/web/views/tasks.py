"""The table and the board of tasks, new tasks, and changes of many at once."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from project06.kernel.access import actor_of, requires
from project06.kernel.clock import today
from project06.kernel.errors import Conflict, Invalid, NotFound
from project06.kernel.permissions import can
from project06.programme.data import PlanData, TaskData, TaskFilter, TaskGroupData
from project06.programme.enums import MANAGE_TASKS, READ
from project06.programme.operations.create_task import create_task as give_out
from project06.programme.operations.update_tasks import update_tasks as change_all
from project06.programme.queries.directives import list_plans, list_task_groups
from project06.programme.queries.list_tasks import list_tasks
from project06.programme.queries.task_board import task_board as board_of
from project06.programme.web.agency_list import list_agency_options, name_of_agency
from project06.programme.web.forms.tasks import BulkForm, TaskFilterForm, TaskForm
from project06.programme.web.page import crumbs, do, refusal_words, show
from project06.programme.web.presenters import tasks as presenters
from project06.programme.web.scope import find_asked_unit, own_unit, unit_choices
from project06.programme.web.words import language
from project06.ui.data import Link
from project06.ui.formats import number

MOST_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """A readable question to the register of tasks."""

    form: TaskFilterForm
    wanted: TaskFilter
    groups: tuple[TaskGroupData, ...]

    @property
    def after(self) -> str:
        """Where the page starts."""
        return self.form.said("after")


def ask(request: HttpRequest, query: QueryDict | None = None) -> Asked:
    """Read the filter of an address. Raises UnknownUnit (places), NotAllowed for a unit of others."""
    actor, on, groups = actor_of(request), today(), list_task_groups()
    data = request.GET if query is None else query
    units = unit_choices(actor, on)
    code = data.get("unit", "")
    unit = find_asked_unit(actor, code, on)
    if unit and code not in dict(units):
        units.append((code, unit.official_name))
    form = TaskFilterForm(data, groups=groups, units=units)
    form.is_valid()
    return Asked(form, form.wanted(unit.path if unit else ""), groups)


@requires(READ)
@require_safe
def tasks(request: HttpRequest) -> HttpResponse:
    """Show the table of tasks, filtered, page by page."""
    actor, asked = actor_of(request), ask(request)
    page = list_tasks(asked.wanted, by=actor, order=asked.form.order_wanted(), after=asked.after)
    context = {
        "form": asked.form,
        "table": presenters.present_page(page, request.GET),
        "filter": presenters.query_without(request.GET, "after"),
        "manages": can(actor, MANAGE_TASKS),
        "agencies": list_agency_options(actor, today()),
    }
    template = "programme/tasks.html#found" if request.headers.get("HX-Request") else "programme/tasks.html"
    return show(request, template, context, room="tasks")


@requires(READ)
@require_safe
def task_board(request: HttpRequest) -> HttpResponse:
    """Show the tasks of each claimed status as columns of cards, the most urgent first."""
    asked = ask(request)
    columns = board_of(asked.wanted, by=actor_of(request))
    context = {
        "form": asked.form,
        "columns": presenters.present_board(columns, request.GET),
        "filter": presenters.query_without(request.GET, "after"),
        "crumbs": crumbs("tasks", Link(_("Board"), "")),
    }
    return show(request, "programme/task_board.html", context, room="tasks")


@requires(MANAGE_TASKS)
@require_http_methods(["GET", "HEAD", "POST"])
def create_task(request: HttpRequest) -> HttpResponse:
    """Give out a task in the register of the reader's unit."""
    actor, on = actor_of(request), today()
    form = TaskForm(request.POST or None, plans=list_plans(), groups=list_task_groups())
    register = own_unit(actor, on)

    def again(refused: object, status: int) -> HttpResponse:
        context = {
            "form": refused,
            "unit": register.official_name,
            "agencies": list_agency_options(actor, on),
            "crumbs": crumbs("tasks", Link(_("New task"), "")),
        }
        return show(request, "programme/create_task.html", context, room="tasks", status=status)

    if request.method != "POST":
        return again(form, 200)
    return do(
        request,
        form,
        lambda: give_out(draft=form.draft(), register=register.code, by=actor),
        said=_("The task was given out."),
        back=reverse("programme:tasks"),
        again=again,
    )


@requires(MANAGE_TASKS)
@require_http_methods(["GET", "HEAD", "POST"])
def update_tasks(request: HttpRequest) -> HttpResponse:
    """Change many tasks at once: choose, look at what will change, apply."""
    asked = ask(request)
    found = list_tasks(asked.wanted, by=actor_of(request), limit=MOST_AT_ONCE)
    plans = list_plans()
    form = BulkForm(request.POST or None, tasks=found.tasks, plans=plans, groups=asked.groups)
    if request.method == "POST" and form.is_valid():
        if request.POST.get("step") != "apply":
            return _preview(request, form, found.tasks, plans, asked.groups)
        if (answer := _apply(request, form)) is not None:
            return answer
    context = {
        "form": form,
        "has_more": found.next_after is not None,
        "most": number(MOST_AT_ONCE),
        "agencies": list_agency_options(actor_of(request), today()),
        "crumbs": crumbs("tasks", Link(_("Change many tasks"), "")),
    }
    return show(request, "programme/update_tasks.html", context, room="tasks", status=422 if form.errors else 200)


def _preview(
    request: HttpRequest,
    form: BulkForm,
    found: tuple[TaskData, ...],
    plans: tuple[PlanData, ...],
    groups: tuple[TaskGroupData, ...],
) -> HttpResponse:
    chosen = set(form.cleaned_data["tasks"])
    change = form.change()
    context = {
        "kept": [(name, value) for name in form.fields for value in request.POST.getlist(name)],
        "table": presenters.present_preview(
            [task for task in found if str(task.uuid) in chosen],
            change,
            plans={plan.code: plan.title_in(language()) for plan in plans},
            groups=presenters.group_titles(groups),
            lead=name_of_agency(change.lead or "", today()),
        ),
        "count": len(chosen),
        "crumbs": crumbs("tasks", Link(_("Change many tasks"), "")),
    }
    return show(request, "programme/preview_tasks.html", context, room="tasks")


def _apply(request: HttpRequest, form: BulkForm) -> HttpResponse | None:
    """Change the tasks and go to the table; None leaves the refusal in the form."""
    try:
        report = change_all(
            tasks=[UUID(each) for each in form.cleaned_data["tasks"]],
            change=form.change(),
            reason=form.text("reason"),
            act=form.text("act"),
            by=actor_of(request),
        )
    except (Invalid, Conflict, NotFound) as refusal:
        form.add_error(None, refusal_words(refusal))
        return None
    sentence = ngettext("%(count)s task was changed.", "%(count)s tasks were changed.", report.changed)
    messages.success(request, sentence % {"count": number(report.changed)})
    return redirect("programme:tasks")
