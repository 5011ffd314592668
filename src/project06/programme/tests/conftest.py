"""A browser without a browser: pages are asked for as somebody of the cast; the sign-in is tested elsewhere."""

from collections.abc import Callable

import pytest
from django.test import Client

from project06.kernel.permissions import Actor


@pytest.fixture
def visit(monkeypatch: pytest.MonkeyPatch) -> Callable[[Actor], Client]:
    """Give a function that returns a client in whose requests an actor acts."""

    def be(actor: Actor) -> Client:
        monkeypatch.setattr("project06.kernel.access._actor_loader", lambda: lambda _request: actor)
        return Client()

    return be
