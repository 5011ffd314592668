"""Posts, appointments and roles, for those who administer them."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from project06.agencies import public as agencies
from project06.agencies.data import PostData
from project06.agencies.enums import ADMINISTER
from project06.agencies.errors import UnknownOfficial
from project06.agencies.web import presenters
from project06.agencies.web.forms import AppointForm, GrantForm, PostForm
from project06.kernel.access import actor_of, requires
from project06.kernel.clock import today
from project06.kernel.errors import Conflict, Invalid
from project06.kernel.permissions import check
from project06.ui.data import Link


@requires(ADMINISTER)
@require_safe
def roles(request: HttpRequest) -> HttpResponse:
    """Explain every role in plain words."""
    shown = [presenters.present_role(role) for role in agencies.list_roles()]
    context = {"roles": shown, "crumbs": presenters.present_crumbs(Link(_("Roles"), ""))}
    return render(request, "agencies/roles.html", context)


@requires(ADMINISTER)
@require_safe
def list_posts(request: HttpRequest, code: str) -> HttpResponse:
    """Show the posts of an organisation with holders and roles."""
    found = agencies.get_agency(code, today())
    check(actor_of(request), ADMINISTER, path=found.unit_path)
    name = presenters.name_of(found)
    context = {
        "name": name,
        "code": code,
        "posts": [presenters.present_post(post) for post in agencies.list_posts(found, today())],
        "crumbs": presenters.present_crumbs(Link(name, presenters.agency_href(code)), Link(_("Posts"), "")),
    }
    return render(request, "agencies/list_posts.html", context)


@requires(ADMINISTER)
@require_http_methods(["GET", "HEAD", "POST"])
def create(request: HttpRequest, code: str) -> HttpResponse:
    """Create a post."""
    found = agencies.get_agency(code, today())
    check(actor_of(request), ADMINISTER, path=found.unit_path)
    form = PostForm(request.POST or None)
    if form.is_valid():
        try:
            made = agencies.create_post(agency=code, title=form.cleaned_data["title"], on=today(), by=actor_of(request))
        except Conflict as refusal:
            form.add_error("title", refusal.say())
        else:
            messages.success(request, _("The post was created. Now give it roles and appoint somebody."))
            return redirect("agencies:post", made.uuid)
    context = {"form": form, "name": presenters.name_of(found), "code": code}
    return render(request, "agencies/create.html", context, status=422 if form.errors else 200)


@requires(ADMINISTER)
@require_safe
def post(request: HttpRequest, post: UUID) -> HttpResponse:
    """Show one post with what can be done about it."""
    return _show(request, _own_post(request, post))


@requires(ADMINISTER)
@require_POST
def appoint(request: HttpRequest, post: UUID) -> HttpResponse:
    """Appoint an official to the post."""
    found = _own_post(request, post)
    form = AppointForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            official = agencies.get_official(said["staff_number"])
            agencies.appoint_official(
                official=official.uuid,
                post=post,
                valid_from=said["valid_from"],
                valid_to=said["valid_to"],
                decision=said["decision"],
                by=actor_of(request),
            )
        except UnknownOfficial as refusal:
            form.add_error("staff_number", refusal.say())
        except (Conflict, Invalid) as refusal:
            form.add_error(None, refusal.say())
        else:
            messages.success(request, _("The official was appointed."))
            return redirect("agencies:post", post)
    return _show(request, found, appoint_form=form)


@requires(ADMINISTER)
@require_POST
def grant(request: HttpRequest, post: UUID) -> HttpResponse:
    """Give the post a role from today on."""
    found = _own_post(request, post)
    form = _grant_form(found, request)
    if form.is_valid():
        agencies.grant_role(post=post, role=form.cleaned_data["role"], on=today(), by=actor_of(request))
        messages.success(request, _("The post has the role from today on."))
        return redirect("agencies:post", post)
    return _show(request, found, grant_form=form)


@requires(ADMINISTER)
@require_POST
def revoke(request: HttpRequest, post: UUID) -> HttpResponse:
    """Take a role from the post today."""
    agencies.revoke_role(post=post, role=request.POST.get("role", ""), on=today(), by=actor_of(request))
    messages.success(request, _("The role was taken from the post."))
    return redirect("agencies:post", post)


@requires(ADMINISTER)
@require_POST
def end(request: HttpRequest, assignment: UUID) -> HttpResponse:
    """End an appointment today."""
    left = agencies.end_assignment(assignment=assignment, valid_to=today(), by=actor_of(request))
    messages.success(request, _("The appointment ended today."))
    return redirect("agencies:post", left.uuid)


def _own_post(request: HttpRequest, post: UUID) -> PostData:
    found = agencies.get_post(post, today())
    check(actor_of(request), ADMINISTER, path=found.unit_path)
    return found


def _show(
    request: HttpRequest,
    found: PostData,
    *,
    appoint_form: AppointForm | None = None,
    grant_form: GrantForm | None = None,
) -> HttpResponse:
    shown = presenters.present_post(found)
    refused: tuple[Form, ...] = tuple(form for form in (appoint_form, grant_form) if form)
    context = {
        "post": shown,
        "appoint_form": appoint_form or AppointForm(initial={"valid_from": today()}),
        "grant_form": grant_form or _grant_form(found),
        "crumbs": presenters.present_crumbs(shown.agency, Link(shown.title, "")),
    }
    return render(request, "agencies/post.html", context, status=422 if refused else 200)


def _grant_form(found: PostData, request: HttpRequest | None = None) -> GrantForm:
    held = {granted.role.code for granted in found.roles}
    free = tuple(role for role in agencies.list_roles() if role.code not in held)
    said = request.POST if request else None
    return GrantForm(said, roles=free, language=get_language() or "vi")
