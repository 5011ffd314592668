"""Every view says who may enter; a view that says nothing lets nobody in.

The decorators only mark the view, `AccessMiddleware` keeps the door: one place, in front of form parsing and of
everything the view does. Operations check rights again, over the very rows (`kernel.permissions`).
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string
from ninja.operation import PathView
from ninja.utils import check_csrf

from project06.kernel.errors import ForgedForm, NotFound, Refusal, SignInNeeded
from project06.kernel.logs import get_logger
from project06.kernel.permissions import Actor, anonymous, check
from project06.kernel.problems import refusal_response

_log = get_logger("access")
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})

ActorLoader = Callable[[HttpRequest], Actor | None]


class Entry(StrEnum):
    """Who may enter at all."""

    PUBLIC = "public"
    SIGNED_IN = "signed-in"
    PERMISSION = "permission"


@dataclass(frozen=True, slots=True)
class Access:
    """A view's declaration."""

    entry: Entry
    permission: str = ""


def public_page[View: Callable[..., Any]](view: View) -> View:
    """Declare a page or a REST operation that anybody may use."""
    return _declare(view, Access(Entry.PUBLIC))


def signed_in_page[View: Callable[..., Any]](view: View) -> View:
    """Declare a page or a REST operation for everybody who is signed in."""
    return _declare(view, Access(Entry.SIGNED_IN))


def requires[View: Callable[..., Any]](permission: str) -> Callable[[View], View]:
    """Declare a page or a REST operation for those who hold `permission` somewhere."""
    return lambda view: _declare(view, Access(Entry.PERMISSION, permission))


def _declare[View: Callable[..., Any]](view: View, access: Access) -> View:
    if getattr(view, "access", access) != access:
        raise TypeError(f"{view.__qualname__} declares its access twice.")
    view.access = access  # type: ignore[attr-defined] # functions carry attributes
    return view


def access_of(callback: Callable[..., Any], method: str = "GET") -> Access | None:
    """Return what a resolved view declares for `method`, what the settings say of it, or None.

    A method that a REST address does not offer at all is public: it ends in 405 without entering anything.
    """
    paths = rest_operations(callback)
    if paths is None:
        return getattr(callback, "access", None) or _listed_access(callback)
    offered = [each for each in paths.operations if method in each.methods]
    return getattr(offered[0].view_func, "access", None) if offered else Access(Entry.PUBLIC)


def rest_operations(callback: Callable[..., Any]) -> PathView | None:
    """Return the REST operations behind a resolved django-ninja view, or None for another view."""
    if getattr(callback, "__module__", "") != PathView.__module__:
        return None
    # django-ninja hides the operations of an address in the closure of the view it hands to Django.
    found = inspect.getclosurevars(callback).nonlocals.get("self")
    return found if isinstance(found, PathView) else None


def _listed_access(callback: Callable[..., Any]) -> Access | None:
    """Look up a third-party view in PROJECT06_VIEW_ACCESS; the longest matching dotted prefix wins."""
    view = getattr(callback, "view_class", callback)
    name = f"{view.__module__}.{getattr(view, '__qualname__', type(view).__qualname__)}"
    listed: dict[str, str] = settings.PROJECT06_VIEW_ACCESS
    matching = [prefix for prefix in listed if name == prefix or name.startswith(f"{prefix}.")]
    if not matching:
        return None
    said = listed[max(matching, key=len)]
    return Access(Entry(said)) if said in {Entry.PUBLIC, Entry.SIGNED_IN} else Access(Entry.PERMISSION, said)


class ActorMiddleware:
    """Sets `request.actor` from whoever the identity package recognises (PROJECT06_ACTOR_LOADER)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Recognise the visitor, then pass the request on."""
        request.actor = _actor_loader()(request) or anonymous()  # type: ignore[attr-defined] # our own attribute
        return self.get_response(request)


def actor_of(request: HttpRequest) -> Actor:
    """Return the actor whom the middleware recognised."""
    actor: Actor = getattr(request, "actor", anonymous())
    return actor


@cache
def _actor_loader() -> ActorLoader:
    path = settings.PROJECT06_ACTOR_LOADER
    loader: ActorLoader = import_string(path) if path else lambda _request: None
    return loader


class AccessMiddleware:
    """Keeps the door: nobody enters a view that does not say who may."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; the decision falls when the view is known."""
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        arguments: tuple[object, ...],  # noqa: ARG002 - Django's signature
        parameters: dict[str, object],  # noqa: ARG002
    ) -> HttpResponse | None:
        """Let the visitor in, or answer with the refusal."""
        try:
            self._check(request, view)
        except Refusal as refusal:
            return refusal_response(request, refusal)
        return None

    def _check(self, request: HttpRequest, view: Callable[..., HttpResponse]) -> None:
        access = access_of(view, request.method or "GET")
        if access is None:
            _refuse_undeclared(view)
            return
        _check_same_site(request, view)
        check_access(access, actor_of(request))


def check_access(access: Access, actor: Actor) -> None:
    """Raise SignInNeeded or NotAllowed unless `actor` may enter a view with this declaration."""
    if access.entry is Entry.PUBLIC:
        return
    if not actor.is_signed_in:
        raise SignInNeeded
    if access.entry is Entry.PERMISSION:
        check(actor, access.permission)


def _check_same_site(request: HttpRequest, view: Callable[..., HttpResponse]) -> None:
    # django-ninja exempts all its views from Django's check; a browser's session cookie must not be enough
    # to change something from another site (OWASP ASVS 4.2.2).
    if rest_operations(view) is None or request.method in _SAFE_METHODS:
        return
    carries_session = settings.SESSION_COOKIE_NAME in request.COOKIES
    if carries_session and check_csrf(request) is not None:
        raise ForgedForm


def _refuse_undeclared(view: Callable[..., HttpResponse]) -> None:
    name = f"{view.__module__}.{getattr(view, '__qualname__', view)}"
    if settings.PROJECT06_UNDECLARED_VIEWS_FAIL:
        raise ImproperlyConfigured(f"{name} does not declare who may enter (kernel.access).")
    _log.error("undeclared_view_refused", view=name)
    raise NotFound


@register
def check_door_is_kept(**_options: object) -> list[CheckMessage]:
    """Fail at start when the middleware that keeps the door is not installed."""
    needed = (ActorMiddleware, AccessMiddleware)
    missing = [each for each in needed if f"{each.__module__}.{each.__qualname__}" not in settings.MIDDLEWARE]
    return [
        Error(f"{each.__module__}.{each.__qualname__} is missing from MIDDLEWARE.", id="kernel.E001")
        for each in missing
    ]
