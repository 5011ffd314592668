"""A half-filled form that met a locked session is kept, and offered again after unlocking.

Only ordinary form fields are kept, in the session on the server, and only after the form's protection token was
found good. The person sends them again with one click; nothing is sent behind their back.
"""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from project06.identity.queries.session_state import KEPT_FORM

# A form of the platform is far smaller; whatever is larger is not kept, and the page says so (characters).
MOST_CHARACTERS = 60_000

_NEVER_KEPT = ("password", "code", "token", "credential")


@dataclass(frozen=True, slots=True)
class KeptForm:
    """Where a form was going and what it said."""

    path: str
    fields: tuple[tuple[str, str], ...]


def keep_form(request: HttpRequest) -> bool:
    """Keep the posted form in the session; say whether it was kept."""
    if request.method != "POST" or request.FILES:
        return False
    fields = [(name, value) for name in request.POST for value in request.POST.getlist(name)]
    fields = [field for field in fields if not _is_secret(field[0])]
    if not fields or sum(len(name) + len(value) for name, value in fields) > MOST_CHARACTERS:
        return False
    request.session[KEPT_FORM] = {"path": request.get_full_path(), "fields": fields}
    return True


def find_kept_form(request: HttpRequest) -> KeptForm | None:
    """Return the kept form, or None."""
    kept: dict[str, Any] | None = request.session.get(KEPT_FORM)  # Any: a JSON document of ours
    if not kept:
        return None
    return KeptForm(path=kept["path"], fields=tuple((name, value) for name, value in kept["fields"]))


def forget_form(request: HttpRequest) -> None:
    """Forget the kept form: it was offered, or discarded."""
    request.session.pop(KEPT_FORM, None)


def _is_secret(name: str) -> bool:
    return name == "csrfmiddlewaretoken" or any(word in name.lower() for word in _NEVER_KEPT)
