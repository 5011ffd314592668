"""Meetings: the list, a new one, and the page of one with agenda, minutes, decisions and conclusions."""

from collections.abc import Callable
from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from project06.kernel.access import actor_of, requires
from project06.kernel.clock import today
from project06.kernel.permissions import Actor, can
from project06.programme.data import DecisionData, MeetingDetail
from project06.programme.enums import HOLD_MEETINGS, ISSUE_CONCLUSIONS, MANAGE_TASKS, READ
from project06.programme.operations.add_decision import add_decision as decide
from project06.programme.operations.change_decision import change_decision as reword
from project06.programme.operations.create_task_from_decision import create_task_from_decision as give_out
from project06.programme.operations.issue_conclusions import issue_conclusions as issue
from project06.programme.operations.plan_meeting import plan_meeting as call
from project06.programme.operations.prepare_agenda import prepare_agenda as prepare
from project06.programme.operations.record_minutes import record_minutes as write_down
from project06.programme.queries.directives import list_plans, list_task_groups
from project06.programme.queries.find_meeting import get_meeting_of_decision
from project06.programme.queries.meetings import get_meeting, list_meetings
from project06.programme.web.acts import ShownAct, present_acts
from project06.programme.web.agency_list import list_agency_options, list_departments
from project06.programme.web.forms.meetings import (
    AgendaForm,
    DecisionForm,
    DecisionTaskForm,
    IssueForm,
    MeetingForm,
    MinutesForm,
)
from project06.programme.web.forms.refusable import RefusableForm
from project06.programme.web.page import crumbs, do, show
from project06.programme.web.presenters import meetings as presenters
from project06.programme.web.presenters.tasks import query_without
from project06.programme.web.words import SYNTHETIC
from project06.ui.data import Link

type Forms = dict[str, Form]


@requires(READ)
@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    """Show the meetings, newest first."""
    actor = actor_of(request)
    page = list_meetings(by=actor, after=request.GET.get("after", "")[:80])
    context = {
        "table": presenters.present_meetings(page, request.GET),
        "filter": query_without(request.GET, "after"),
        "manages": can(actor, HOLD_MEETINGS),
    }
    return show(request, "programme/meetings.html", context, room="meetings")


@requires(READ)
@require_safe
def meeting(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Show one meeting: agenda, minutes, decisions and the tasks they became."""
    return _page(request, meeting)


@requires(HOLD_MEETINGS)
@require_http_methods(["GET", "HEAD", "POST"])
def plan_meeting(request: HttpRequest) -> HttpResponse:
    """Call a meeting of the reader's agency."""
    actor = actor_of(request)
    form = MeetingForm(request.POST or None, endpoints=list_departments(actor, today()))

    def again(refused: RefusableForm, status: int) -> HttpResponse:
        context = {
            "form": refused,
            "agencies": list_agency_options(actor, today()),
            "crumbs": crumbs("meetings", Link(_("New meeting"), "")),
        }
        return show(request, "programme/plan_meeting.html", context, room="meetings", status=status)

    if request.method != "POST":
        return again(form, 200)
    return do(
        request,
        form,
        lambda: call(
            convener=actor.agency or "",
            title=form.text("title"),
            held_on=form.day("held_on"),
            period=form.text("period"),
            endpoints=tuple(code.upper() for code in form.codes("endpoints")),
            by=actor,
        ),
        said=_("The meeting is called."),
        back=reverse("programme:meetings"),
        again=again,
    )


@requires(HOLD_MEETINGS)
@require_POST
def prepare_agenda(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Write the agenda anew from what is late, stuck, missing and off target today."""
    form, by = AgendaForm(request.POST), actor_of(request)

    def act() -> None:
        prepare(meeting=meeting, points=form.lines(), by=by)

    return _do(request, meeting, form, act, said=_("The agenda shows the exceptions of today."))


@requires(HOLD_MEETINGS)
@require_POST
def record_minutes(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Store the minutes and who took part."""
    by = actor_of(request)
    form = MinutesForm(request.POST, detail=get_meeting(meeting, by=by))

    def act() -> None:
        write_down(meeting=meeting, minutes=form.text("minutes"), attendance=form.attendance(), by=by)

    return _do(request, meeting, form, act, said=_("The minutes are stored."))


@requires(HOLD_MEETINGS)
@require_POST
def add_decision(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Add a decision."""
    form, by = DecisionForm(request.POST, groups=list_task_groups()), actor_of(request)
    said = _("The decision is added.")
    return _do(request, meeting, form, lambda: decide(meeting=meeting, draft=form.draft(), by=by), said=said)


@requires(ISSUE_CONCLUSIONS)
@require_POST
def issue_conclusions(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Give the conclusions their number and date; from then on nothing changes."""
    form, by = IssueForm(request.POST), actor_of(request)

    def act() -> None:
        number, document = form.text("number"), form.text("document")
        issue(meeting=meeting, number=number, issued_on=form.day("issued_on"), document=document, by=by)

    return _do(request, meeting, form, act, said=_("The conclusions are issued and can no longer be changed."))


@requires(HOLD_MEETINGS)
@require_POST
def change_decision(request: HttpRequest, decision: UUID) -> HttpResponse:
    """Say a decision otherwise, until the conclusions are issued."""
    by = actor_of(request)
    found = get_meeting_of_decision(decision, by=by)
    form = DecisionForm(request.POST, groups=list_task_groups(), decision=_decision(found, decision))
    said = _("The decision is changed.")
    act = lambda: reword(decision=decision, draft=form.draft(), by=by)  # noqa: E731 - one act, named for the reader
    return _do(request, found.meeting.uuid, form, act, said=said, decision=decision)


@requires(MANAGE_TASKS)
@require_POST
def create_task_from_decision(request: HttpRequest, decision: UUID) -> HttpResponse:
    """Give out the task that a decision says."""
    by = actor_of(request)
    found = get_meeting_of_decision(decision, by=by)
    form = DecisionTaskForm(
        request.POST, decision=_decision(found, decision), plans=list_plans(), groups=list_task_groups()
    )

    def act() -> None:
        give_out(decision=decision, code=form.text("code"), plan=form.text("plan"), group=form.text("group"), by=by)

    said = _("The decision became a task.")
    return _do(request, found.meeting.uuid, form, act, said=said, decision=decision)


def _do(
    request: HttpRequest,
    meeting: UUID,
    form: RefusableForm,
    act: Callable[[], object],
    *,
    said: str | Promise,
    decision: UUID | None = None,
) -> HttpResponse:
    name = str(request.resolver_match.url_name) if request.resolver_match else ""

    def again(refused: RefusableForm, status: int) -> HttpResponse:
        return _page(request, meeting, refused={(decision or meeting, name): refused}, status=status)

    return do(request, form, act, said=said, back=reverse("programme:meeting", args=[meeting]), again=again)


def _decision(detail: MeetingDetail, decision: UUID) -> DecisionData:
    return next(each for each in detail.decisions if each.uuid == decision)


def _page(
    request: HttpRequest,
    meeting: UUID,
    *,
    refused: dict[tuple[UUID, str], RefusableForm] | None = None,
    status: int = 200,
) -> HttpResponse:
    actor, turned_down = actor_of(request), refused or {}
    detail = get_meeting(meeting, by=actor)
    acts = presenters.list_meeting_acts(detail, actor)
    agencies = list_agency_options(actor, today())
    names = {each.code: each.name for each in agencies}
    context = {
        "meeting": detail.meeting,
        "note": SYNTHETIC if detail.meeting.is_synthetic else "",
        "facts": presenters.present_meeting(detail),
        "agenda": presenters.present_agenda(detail.agenda),
        "minutes": detail.minutes,
        "endpoints": presenters.present_endpoints(detail.endpoints),
        "decisions": [
            presenters.present_decision(each, names, _decision_acts(each, detail, actor, turned_down))
            for each in detail.decisions
        ],
        "acts": _acts(acts, meeting, _forms(detail, acts), turned_down),
        "agencies": agencies if acts else (),
        "crumbs": crumbs("meetings", Link(detail.meeting.title, "")),
    }
    return show(request, "programme/meeting.html", context, room="meetings", status=status)


def _acts(
    names: frozenset[str], subject: UUID, forms: Forms, refused: dict[tuple[UUID, str], RefusableForm]
) -> tuple[ShownAct, ...]:
    mine = {name: form for (whose, name), form in refused.items() if whose == subject}
    return present_acts(names, subject, forms | mine, frozenset(mine))


def _forms(detail: MeetingDetail, acts: frozenset[str]) -> Forms:
    makers: dict[str, Callable[[], Form]] = {
        "prepare_agenda": AgendaForm,
        "record_minutes": lambda: MinutesForm(detail=detail),
        "add_decision": lambda: DecisionForm(groups=list_task_groups()),
        "issue_conclusions": IssueForm,
    }
    return {name: make() for name, make in makers.items() if name in acts}


def _decision_acts(
    decision: DecisionData, detail: MeetingDetail, actor: Actor, refused: dict[tuple[UUID, str], RefusableForm]
) -> tuple[ShownAct, ...]:
    names = presenters.list_decision_acts(decision, detail.meeting, actor)
    forms: Forms = {}
    if "change_decision" in names:
        forms["change_decision"] = DecisionForm(groups=list_task_groups(), decision=decision)
    if "create_task_from_decision" in names:
        code = f"KL-{detail.meeting.held_on:%Y-%m}-{decision.number}"
        forms["create_task_from_decision"] = DecisionTaskForm(
            decision=decision, plans=list_plans(), groups=list_task_groups(), code=code
        )
    return _acts(names, decision.uuid, forms, refused)
