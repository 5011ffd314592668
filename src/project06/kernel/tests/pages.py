"""Views for the tests of the door and of refusals."""

from django.contrib.auth.views import LoginView
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from ninja import NinjaAPI, Router, Schema
from ninja.errors import HttpError

from project06.kernel.access import actor_of, public_page, requires, signed_in_page
from project06.kernel.errors import Conflict
from project06.kernel.permissions import Actor, ActorKind, Grant
from project06.kernel.problems import install_problem_handlers

LAN = Actor(account=None, name="Lan", kind=ActorKind.PERSON)
MINH = Actor(account=None, name="Minh", kind=ActorKind.OFFICER, grants=(Grant("kernel.test-door", ("VN/08",)),))
PEOPLE = {"lan": LAN, "minh": MINH}


class TooLate(Conflict):
    code = "kernel.test-too-late"
    sentence = _("The deadline was %(day)s.")


def load_actor(request: HttpRequest) -> Actor | None:
    return PEOPLE.get(request.headers.get("X-Test-Person", ""))


@public_page
def open_page(request):
    return HttpResponse(actor_of(request).kind)


@signed_in_page
def own_page(request):
    return HttpResponse("own")


@requires("kernel.test-door")
@require_POST
def officer_page(request):
    return HttpResponse("desk")


def forgotten_page(request):
    return HttpResponse("nobody may see this")


@public_page
def late_page(request):
    raise TooLate(day="2026-03-01")


@public_page
def broken_page(request):
    raise RuntimeError("099001000001")


@public_page
def forbidden_page(request):
    raise PermissionDenied


class Name(Schema):
    name: str
    age: int


router = Router()


@router.get("/open")
@public_page
def read_open(request):
    return {"ok": True}


@router.post("/open")
@requires("kernel.test-door")
def write_open(request, body: Name):
    return {"ok": True}


@router.get("/late")
@public_page
def read_late(request):
    raise TooLate(day="2026-03-01")


@router.get("/old/{status}")
@public_page
def read_old(request, status: int):
    raise HttpError(status, "099001000001")


@router.get("/forgotten")
def read_forgotten(request):
    return {"ok": True}


api = NinjaAPI(urls_namespace="kernel-tests", docs_url=None, openapi_url=None)
install_problem_handlers(api)
api.add_router("/kernel/", router)

urlpatterns = [
    path("open/", open_page),
    path("own/", own_page),
    path("desk/", officer_page),
    path("forgotten/", forgotten_page),
    path("late/", late_page),
    path("broken/", broken_page),
    path("forbidden/", forbidden_page),
    path("listed/", LoginView.as_view(template_name="kernel/refusal.html")),
    path("api/v1/", api.urls),
    path("accounts/", include(([path("login/", open_page, name="login")], "accounts"))),
]

handler400 = "project06.kernel.problems.bad_request"
handler403 = "project06.kernel.problems.permission_denied"
handler404 = "project06.kernel.problems.page_not_found"
handler500 = "project06.kernel.problems.server_error"
