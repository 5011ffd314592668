"""What every page of steering shares: its rooms, its files, and how an act ends."""

from collections.abc import Callable, Mapping
from urllib.parse import quote

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from project06.kernel.access import actor_of
from project06.kernel.errors import Conflict, Invalid, NotFound, Refusal
from project06.kernel.permissions import Actor, can
from project06.programme.enums import READ
from project06.programme.web.forms.refusable import RefusableForm
from project06.reporting import public as reporting
from project06.ui.data import Link

_ROOMS = (
    (READ, "programme:chairman", _("Overview")),
    (READ, "programme:tasks", _("Tasks")),
    (READ, "programme:bottlenecks", _("Bottlenecks")),
    (READ, "programme:pilots", _("Pilot models")),
    (READ, "programme:meetings", _("Meetings")),
    (READ, "programme:indicators", _("Indicators")),
    (READ, "programme:report", _("Report")),
    (reporting.CHECK, "reporting:inbox", _("Reports to check")),
    (reporting.SEE, "reporting:not_reported", _("Who has not reported")),
)


def show(
    request: HttpRequest, template: str, context: Mapping[str, object], *, room: str, status: int = 200
) -> HttpResponse:
    """Render a page of steering with the way to its neighbours; `room` is the page the reader is in."""
    rooms = present_rooms(actor_of(request), f"programme:{room}")
    return render(request, template, {"rooms": rooms, **context}, status=status)


def present_rooms(actor: Actor, current: str) -> tuple[Link, ...]:
    """Return the pages of steering that the reader may enter."""
    return tuple(
        Link(label, reverse(name), current=name == current)
        for permission, name, label in _ROOMS
        if can(actor, permission)
    )


def crumbs(room: str, *more: Link) -> tuple[Link, ...]:
    """Return the way from the overview to a page below a room."""
    name, label = next((name, label) for _right, name, label in _ROOMS if name == f"programme:{room}")
    return (Link(_("Overview"), reverse("programme:chairman")), Link(label, reverse(name)), *more)


def do(
    request: HttpRequest,
    form: RefusableForm,
    act: Callable[[], object],
    *,
    said: str | Promise,
    back: str,
    again: Callable[[RefusableForm, int], HttpResponse],
) -> HttpResponse:
    """Act, say so and go `back`; what was sent wrongly is shown `again` with the form and its errors.

    Missing rights are no error of a form: NotAllowed escapes and is answered by its own page.
    """
    if not form.is_valid():
        return again(form, 422)
    try:
        act()
    except (Invalid, Conflict, NotFound) as refusal:
        form.refuse(refusal)
        return again(form, refusal.status if isinstance(refusal, Conflict) else 422)
    messages.success(request, str(said))
    return redirect(back)


def do_at_once(request: HttpRequest, act: Callable[[], object], *, said: str | Promise, back: str) -> HttpResponse:
    """Act by a button without questions; a refusal is told as one sentence on the page the reader came from."""
    try:
        act()
    except (Invalid, Conflict) as refusal:
        messages.error(request, refusal_words(refusal))
    else:
        messages.success(request, str(said))
    return redirect(back)


def refusal_words(refusal: Refusal) -> str:
    """Return the sentence of a refusal with what to do about it."""
    return " ".join(filter(None, (refusal.say(), str(refusal.remedy))))


def attachment(content: bytes, name: str, content_type: str) -> HttpResponse:
    """Hand out a file under a name."""
    answer = HttpResponse(content, content_type=content_type)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
