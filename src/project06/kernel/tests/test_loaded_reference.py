"""A start loads reference data only when it changed."""

import pytest

from project06.kernel.references import is_loaded, mark_loaded

pytestmark = pytest.mark.django_db


def test_knows_nothing_before_the_first_load() -> None:
    assert not is_loaded("lists", "a" * 64)


def test_recognises_the_delivery_it_loaded() -> None:
    mark_loaded("lists", "a" * 64)

    assert is_loaded("lists", "a" * 64)
    assert not is_loaded("lists", "b" * 64)
    assert not is_loaded("other", "a" * 64)


def test_remembers_the_last_delivery_only() -> None:
    mark_loaded("lists", "a" * 64)
    mark_loaded("lists", "b" * 64)

    assert is_loaded("lists", "b" * 64)
    assert not is_loaded("lists", "a" * 64)
