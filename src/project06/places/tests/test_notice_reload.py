"""A process reads the tables once, and again when another one has loaded a new reference."""

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from project06.kernel.clock import now
from project06.places import public as places
from project06.places.models import Release, Unit
from project06.places.queries import current_gazetteer
from project06.places.tests.days import TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fresh_process")]


def load_elsewhere() -> None:
    """What another process does to the tables."""
    Unit.objects.filter(code="25", valid_to=None).update(name="Hùng Vương")
    Release.objects.create(checksum="another", loaded_at=now() + timedelta(seconds=1))


def test_asks_the_database_once(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(4):
        places.get_unit("25", TODAY)
    with django_assert_num_queries(0):
        places.get_unit("26", TODAY.replace(year=2024))


def test_notices_within_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    assert places.get_unit("25", TODAY).name == "Phú Thọ"
    load_elsewhere()

    monkeypatch.setattr(current_gazetteer, "REFRESH_S", 0.0)

    assert places.get_unit("25", TODAY).name == "Hùng Vương"


def test_reads_nothing_anew_when_nothing_was_loaded(
    monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    places.get_unit("25", TODAY)

    monkeypatch.setattr(current_gazetteer, "REFRESH_S", 0.0)

    with django_assert_num_queries(1):
        places.get_unit("25", TODAY)


def test_answers_in_alphabetical_order() -> None:
    names = [unit.name for unit in places.list_children("VN", TODAY)]

    assert names[:6] == ["An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng"]
