"""Whether this installation is the demonstration world; asked by every operation of it."""

from django.conf import settings

from project06.identity.errors import UnknownPersona

DEMO = "demo"


def check_is_demo() -> None:
    """Raise UnknownPersona unless the process was started as the demonstration world.

    The mode is read from the environment once, at start (config.environment); nothing in a request sets it.
    """
    if settings.PROJECT06_MODE != DEMO:
        raise UnknownPersona
