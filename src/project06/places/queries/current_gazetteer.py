"""The reference in force: read once a process from the tables, and again after a load."""

from threading import Lock
from time import monotonic
from typing import NamedTuple

from project06.places.data import Reference
from project06.places.models import Release
from project06.places.queries.read_tables import read_tables
from project06.places.rules.gazetteer import Gazetteer

REFRESH_S = 5.0
"""How long a process may go on before it asks whether another one loaded a new reference."""


class _Held(NamedTuple):
    reference: Reference
    gazetteer: Gazetteer
    release: int | None
    asked_at: float


_held: _Held | None = None
_lock = Lock()


def current_gazetteer() -> Gazetteer:
    """The units of the newest release as an index; empty before the first load."""
    return _current().gazetteer


def current_reference() -> Reference:
    """Everything the newest release says; empty before the first load."""
    return _current().reference


def forget_gazetteer() -> None:
    """Let the next question in this process read the tables again."""
    global _held  # noqa: PLW0603 - one a process
    _held = None


def find_release() -> Release | None:
    """The release in force, or None before the first load."""
    return Release.objects.order_by("-id").first()


def _current() -> _Held:
    held = _held
    if held is not None and _is_fresh(held):
        return held
    with _lock:
        return _refresh()


def _refresh() -> _Held:
    """Ask which release is in force and read the tables only if it is another one."""
    global _held  # noqa: PLW0603 - one a process
    held = _held
    if held is not None and _is_fresh(held):
        return held
    release = find_release()
    number = release.pk if release else None
    if held is None or held.release != number:
        reference = read_tables()
        held = _Held(reference, Gazetteer(reference.units, reference.successions), number, 0.0)
    _held = held = held._replace(asked_at=monotonic())
    return held


def _is_fresh(held: _Held) -> bool:
    return monotonic() - held.asked_at < REFRESH_S
