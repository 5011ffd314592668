"""The frame of every operation: one transaction, and a refusal leaves a trace."""

import functools
import inspect
from collections.abc import Callable
from contextvars import ContextVar
from typing import overload
from uuid import UUID

from django.db import transaction

from project06.evidence.enums import Outcome
from project06.evidence.operations.write_record import record
from project06.kernel.errors import Refusal, SignInNeeded
from project06.kernel.permissions import Actor

_running: ContextVar[str | None] = ContextVar("project06_running_operation", default=None)


@overload
def operation[**P, R](function: Callable[P, R], /) -> Callable[P, R]: ...


@overload
def operation[**P, R](*, subject_kind: str, subject: str = "") -> Callable[[Callable[P, R]], Callable[P, R]]: ...


def operation[**P, R](
    function: Callable[P, R] | None = None, /, *, subject_kind: str = "", subject: str = ""
) -> Callable[P, R] | Callable[[Callable[P, R]], Callable[P, R]]:
    """Make `verb_noun(*, ..., by)` an operation of its package.

    It runs in one transaction; an operation inside another joins it. When a `Refusal` leaves the outermost one,
    everything is rolled back and then a refusal record is written in a transaction of its own, named
    "package.verb-noun". `@operation(subject_kind="person", subject="person")` names the argument that holds the
    uuid of whom it is about, so that the person sees refused looks too.
    """
    if function is None:
        return lambda decorated: _frame(decorated, subject_kind, subject)
    return _frame(function, subject_kind, subject)


def _frame[**P, R](function: Callable[P, R], subject_kind: str, subject: str) -> Callable[P, R]:
    _check_signature(function, subject)
    name = _action_name(function)

    @functools.wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        outer = _running.get()
        token = _running.set(name)
        try:
            with transaction.atomic():
                return function(*args, **kwargs)
        except Refusal as refusal:
            if outer is None:
                _record_refusal(refusal, name, (subject_kind or name.partition(".")[0], kwargs.get(subject)), kwargs)
            raise
        finally:
            _running.reset(token)

    run.operation_name = name  # type: ignore[attr-defined] # read by the tests about the code
    return run


def _check_signature(function: Callable[..., object], subject: str) -> None:
    parameters = inspect.signature(function).parameters
    by = parameters.get("by")
    if by is None or by.kind is not inspect.Parameter.KEYWORD_ONLY:
        raise TypeError(f"{function.__qualname__} is an operation and needs the keyword argument `by`.")
    if subject and subject not in parameters:
        raise TypeError(f"{function.__qualname__} has no argument {subject!r}.")


def _action_name(function: Callable[..., object]) -> str:
    parts = function.__module__.split(".")
    package = parts[parts.index("project06") + 1] if "project06" in parts else parts[0].strip("_")
    return f"{package}.{function.__name__.replace('_', '-')}"


def _record_refusal(refusal: Refusal, action: str, about: tuple[str, object], arguments: dict[str, object]) -> None:
    by = arguments["by"]
    # A visitor who only has to sign in first has not tried anything yet.
    if refusal.is_recorded or isinstance(refusal, SignInNeeded) or not isinstance(by, Actor):
        return
    subject_kind, subject = about
    with transaction.atomic():
        record(
            by=by,
            action=action,
            subject_kind=subject_kind,
            subject=subject if isinstance(subject, UUID) else None,
            purpose="",
            legal_ground="",
            outcome=Outcome.REFUSED,
            details={"code": refusal.code},
        )
    refusal.is_recorded = True
