"""Expected refusals: a stable code, an HTTP status and one sentence a citizen can read.

A package subclasses one of the kinds below in its own `errors.py`; whatever is not a `Refusal` is a defect
and is not caught. The code is part of the public contract: it never changes once published.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_registry: dict[str, type["Refusal"]] = {}


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one field of a form or of a JSON document.

    `field` is the path of names joined by dots, never the value somebody typed.
    """

    field: str
    code: str
    sentence: str | Promise


class Refusal(Exception):
    """An expected "no", with the parameters of its sentence as keyword arguments.

    Parameters must not be personal data: they are shown, logged and kept as evidence.
    """

    code: ClassVar[str] = "kernel.refused"
    status: ClassVar[int] = 400
    sentence: ClassVar[str | Promise] = _("This cannot be done.")
    remedy: ClassVar[str | Promise] = ""

    def __init_subclass__(cls, **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        _register(cls)

    def __init__(self, **parameters: object) -> None:
        super().__init__(self.code)
        self.parameters: Mapping[str, object] = MappingProxyType(parameters)
        self.field_errors: tuple[FieldError, ...] = ()
        # Set by the recorder of evidence, so that one refusal is written down once.
        self.is_recorded = False

    def __str__(self) -> str:
        return f"{self.code}: {self.say()}"

    def say(self) -> str:
        """Return the sentence in the active language, with its parameters filled in."""
        return str(self.sentence) % self.parameters if self.parameters else str(self.sentence)


def _register(refusal: type[Refusal]) -> None:
    if "code" not in vars(refusal):
        raise TypeError(f"{refusal.__qualname__} needs a code of its own.")
    known = _registry.get(refusal.code)
    if known and (known.__module__, known.__qualname__) != (refusal.__module__, refusal.__qualname__):
        raise TypeError(f"The code {refusal.code} already belongs to {known.__module__}.{known.__qualname__}.")
    _registry[refusal.code] = refusal


_register(Refusal)


class SignInNeeded(Refusal):
    """Nobody is signed in, and this needs somebody."""

    code = "kernel.sign-in-needed"
    status = 401
    sentence = _("Please sign in to continue.")
    remedy = _("Sign in with your electronic identity and try again.")


class NotAllowed(Refusal):
    """Somebody is signed in, but lacks the right."""

    code = "kernel.not-allowed"
    status = 403
    sentence = _("You do not have the right to do this.")
    remedy = _("If your work needs it, ask the person who assigns roles in your agency.")


class NotFound(Refusal):
    """The thing does not exist, or the person asking must not learn whether it does."""

    code = "kernel.not-found"
    status = 404
    sentence = _("We could not find what you are looking for.")
    remedy = _("Check the address, or search from the home page.")


class Conflict(Refusal):
    """The state of the thing forbids it: already done, changed meanwhile, too late."""

    code = "kernel.conflict"
    status = 409
    sentence = _("This has changed in the meantime, so it could not be done.")
    remedy = _("Reload the page, look at the present state and try again if it is still needed.")


class Invalid(Refusal):
    """What was sent cannot be accepted; `errors` says which fields and why."""

    code = "kernel.invalid"
    status = 422
    sentence = _("Some of the information is missing or wrong.")
    remedy = _("Correct the marked fields and send them again.")

    def __init__(self, *, errors: Sequence[FieldError] = (), **parameters: object) -> None:
        super().__init__(**parameters)
        self.field_errors = tuple(errors)


class TooMany(Refusal):
    """Too many tries or too much at once."""

    code = "kernel.too-many"
    status = 429
    sentence = _("There were too many tries in a short time.")
    remedy = _("Wait a few minutes and try again.")


class ForgedForm(Refusal):
    """A form came without its protection token: another site may have sent it."""

    code = "kernel.forged-form"
    status = 403
    sentence = _("The form could not be checked for safety, so nothing was done.")
    remedy = _("Go back, reload the page and send the form again.")


RefusalObserver = Callable[[HttpRequest, Refusal], None]

# Called once for each refusal that leaves as an answer; the evidence package adds itself when it is ready.
refusal_observers: list[RefusalObserver] = []


def list_refusals() -> list[type[Refusal]]:
    """Return every refusal class of the product that has been imported, by code; those of tests do not count."""
    return [_registry[code] for code in sorted(_registry) if ".tests." not in _registry[code].__module__]
