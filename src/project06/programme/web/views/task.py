"""One task: what is claimed, what is proved, what the clock says, and the acts that change it."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from project06.kernel.access import actor_of, requires
from project06.kernel.clock import today
from project06.programme.data import PlanData, TaskDetail, TaskGroupData
from project06.programme.enums import MANAGE_TASKS, READ, Claim
from project06.programme.operations.accept_task_evidence import accept_task_evidence as accept
from project06.programme.operations.attach_task_evidence import attach_task_evidence as attach
from project06.programme.operations.cancel_task import cancel_task as cancel
from project06.programme.operations.check_task_evidence import check_task_evidence as check
from project06.programme.operations.claim_task import claim_task as claim
from project06.programme.operations.edit_task import edit_task as edit
from project06.programme.operations.hand_over_task import hand_over_task as hand_over
from project06.programme.operations.return_task_evidence import return_task_evidence as give_back
from project06.programme.operations.revise_due_date import revise_due_date as revise
from project06.programme.queries.directives import list_plans, list_task_groups
from project06.programme.queries.find_task import get_task_detail
from project06.programme.web.acts import present_acts
from project06.programme.web.agency_list import list_agency_options
from project06.programme.web.forms.refusable import RefusableForm
from project06.programme.web.forms.tasks import (
    AttachForm,
    CancelForm,
    ClaimForm,
    EditForm,
    HandOverForm,
    ReasonForm,
    ReviseForm,
)
from project06.programme.web.page import crumbs, do, do_at_once, show
from project06.programme.web.presenters import task as presenters
from project06.programme.web.presenters.tasks import group_titles
from project06.programme.web.words import SYNTHETIC, language
from project06.ui.data import Link

type Reference = tuple[tuple[PlanData, ...], tuple[TaskGroupData, ...]]


@requires(READ)
@require_safe
def task(request: HttpRequest, task: UUID) -> HttpResponse:
    """Show one task with its history, its documents, and the acts that the reader may do."""
    return _page(request, task)


@requires(READ)
@require_POST
def claim_task(request: HttpRequest, task: UUID) -> HttpResponse:
    """Report the progress."""
    form, by = ClaimForm(request.POST), actor_of(request)
    return _do(
        request,
        task,
        form,
        lambda: claim(
            task=task,
            claim=Claim(form.text("claim")),
            done_on=form.day_or_none("done_on"),
            note=form.text("note"),
            by=by,
        ),
        said=_("The progress is reported."),
    )


@requires(READ)
@require_POST
def attach_task_evidence(request: HttpRequest, task: UUID) -> HttpResponse:
    """Attach the document that proves the task."""
    form, by = AttachForm(request.POST), actor_of(request)
    said = _("The document is attached. Somebody else will check it.")
    return _do(request, task, form, lambda: attach(task=task, document=form.document(), by=by), said=said)


@requires(MANAGE_TASKS)
@require_POST
def check_task_evidence(request: HttpRequest, task: UUID) -> HttpResponse:
    """Note that the document was read and belongs to the task."""
    by = actor_of(request)
    said = _("The document is checked. Accept it or return it.")
    return do_at_once(request, lambda: check(task=task, by=by), said=said, back=_address(task))


@requires(MANAGE_TASKS)
@require_POST
def accept_task_evidence(request: HttpRequest, task: UUID) -> HttpResponse:
    """Accept the document: the task is done."""
    by = actor_of(request)
    return do_at_once(
        request, lambda: accept(task=task, by=by), said=_("The evidence is accepted."), back=_address(task)
    )


@requires(MANAGE_TASKS)
@require_POST
def return_task_evidence(request: HttpRequest, task: UUID) -> HttpResponse:
    """Return the document with a reason."""
    form, by = ReasonForm(request.POST), actor_of(request)
    said = _("The document is returned with your reason.")
    return _do(request, task, form, lambda: give_back(task=task, reason=form.text("reason"), by=by), said=said)


@requires(MANAGE_TASKS)
@require_POST
def revise_due_date(request: HttpRequest, task: UUID) -> HttpResponse:
    """Set a new due date by an act; the original one stays."""
    form, by = ReviseForm(request.POST), actor_of(request)
    return _do(
        request,
        task,
        form,
        lambda: revise(task=task, due_on=form.day("due_on"), reason=form.text("reason"), act=form.text("act"), by=by),
        said=_("The due date is revised; the original one is kept."),
    )


@requires(MANAGE_TASKS)
@require_POST
def hand_over_task(request: HttpRequest, task: UUID) -> HttpResponse:
    """Let another agency lead the task."""
    form, by = HandOverForm(request.POST), actor_of(request)
    return _do(
        request,
        task,
        form,
        lambda: hand_over(
            task=task,
            lead=form.text("lead").upper(),
            co_leads=tuple(code.upper() for code in form.codes("co_leads")),
            on=form.day("on"),
            reason=form.text("reason"),
            by=by,
        ),
        said=_("The task is handed over."),
    )


@requires(MANAGE_TASKS)
@require_POST
def edit_task(request: HttpRequest, task: UUID) -> HttpResponse:
    """Say otherwise what the task is."""
    by = actor_of(request)
    found = get_task_detail(task, by=by)
    form = EditForm(request.POST, plans=list_plans(), groups=list_task_groups(), task=found.task)
    titles = dict(found.task.titles)
    return _do(
        request,
        task,
        form,
        lambda: edit(
            task=task,
            titles=titles | {"vi": form.text("title"), "en": form.text("title_en")},
            plan=form.text("plan"),
            group=form.text("group"),
            reason=form.text("reason"),
            by=by,
        ),
        said=_("The task is changed."),
    )


@requires(MANAGE_TASKS)
@require_POST
def cancel_task(request: HttpRequest, task: UUID) -> HttpResponse:
    """Take the task back."""
    form, by = CancelForm(request.POST), actor_of(request)
    return _do(
        request,
        task,
        form,
        lambda: cancel(task=task, reason=form.text("reason"), act=form.text("act"), by=by),
        said=_("The task is cancelled. It stays in the register."),
    )


def _do(
    request: HttpRequest, task: UUID, form: RefusableForm, act: Callable[[], object], *, said: str | Promise
) -> HttpResponse:
    name = request.resolver_match.url_name if request.resolver_match else ""

    def again(refused: RefusableForm, status: int) -> HttpResponse:
        return _page(request, task, refused={str(name): refused}, status=status)

    return do(request, form, act, said=said, back=_address(task), again=again)


def _page(
    request: HttpRequest, task: UUID, *, refused: dict[str, RefusableForm] | None = None, status: int = 200
) -> HttpResponse:
    actor = actor_of(request)
    detail = get_task_detail(task, by=actor)
    reference = (list_plans(), list_task_groups())
    acts = presenters.list_acts(detail.task, actor)
    forms = _forms(detail, acts, reference) | (refused or {})
    plans = {plan.code: plan.title_in(language()) for plan in reference[0]}
    context = {
        "task": detail.task,
        "title": detail.task.title_in(language()),
        "note": SYNTHETIC if detail.task.is_synthetic else "",
        "facts": presenters.present_facts(detail, plans, group_titles(reference[1])),
        "history": presenters.present_history(detail.history),
        "documents": presenters.present_documents(detail.documents),
        "acts": present_acts(acts, task, forms, frozenset(refused or ())),
        "agencies": list_agency_options(actor, today()) if "hand_over_task" in acts else (),
        "crumbs": crumbs("tasks", Link(detail.task.code, "")),
    }
    return show(request, "programme/task.html", context, room="tasks", status=status)


def _forms(detail: TaskDetail, acts: frozenset[str], reference: Reference) -> dict[str, RefusableForm]:
    plans, groups = reference
    makers: dict[str, Callable[[], RefusableForm]] = {
        "claim_task": ClaimForm,
        "attach_task_evidence": AttachForm,
        "return_task_evidence": ReasonForm,
        "revise_due_date": ReviseForm,
        "hand_over_task": lambda: HandOverForm(initial={"on": today()}),
        "edit_task": lambda: EditForm(plans=plans, groups=groups, task=detail.task),
        "cancel_task": CancelForm,
    }
    return {name: make() for name, make in makers.items() if name in acts}


def _address(task: UUID) -> str:
    return reverse("programme:task", args=[task])
