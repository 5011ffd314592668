"""Who calls the REST interface in the contract test, in place of a signed-in session."""

from django.http import HttpRequest

from project06.kernel.permissions import Actor


def platform(_request: HttpRequest) -> Actor:
    """Return an actor who may do everything, so that every operation is entered."""
    return Actor.system("contract-test")
