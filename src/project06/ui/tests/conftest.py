"""What the tests of the design system share: a language, and pages rendered from a line of template."""

from collections.abc import Callable

import pytest
from django.template import Context, Template
from django.utils import translation


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def render() -> Callable[..., str]:
    def _render(line: str, **context: object) -> str:
        return Template("{% load ui %}" + line).render(Context(context))

    return _render
