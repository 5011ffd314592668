"""A reader browses and searches the units of a day."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from project06.places.models import LegalAct, Release, Succession, Unit

pytestmark = pytest.mark.django_db

BROWSE = "/places/"


def test_stands_at_its_address() -> None:
    assert reverse("places:browse") == BROWSE


def test_shows_the_34_provinces_to_anybody(client: Client) -> None:
    page = client.get(BROWSE, {"on": "2026-11-21"}, headers={"accept-language": "en"})

    assert page.status_code == 200
    assert page.content.count(b'<th scope="row">') == 34
    assert "25 provinces and 9 centrally-run cities" in page.content.decode()


def test_shows_the_63_provinces_of_before(client: Client) -> None:
    page = client.get(BROWSE, {"on": "2025-06-30"}, headers={"accept-language": "en"})

    assert page.content.count(b'<th scope="row">') == 63
    assert "696 districts and 10,035 communes" in page.content.decode()


def test_pages_through_communes_with_few_questions(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    first = client.get(BROWSE, {"on": "2026-11-21", "level": "3"})

    with django_assert_max_num_queries(3):
        second = client.get(BROWSE, {"on": "2026-11-21", "level": "3", "after": first.context["table"].next_href[-5:]})

    assert second.content.count(b'<th scope="row">') == 70
    assert 'rel="prev"' in second.content.decode()


def test_searches_without_scripts(client: Client) -> None:
    page = client.get(BROWSE, {"on": "2026-11-21", "q": "vinh phuc"}).content.decode()

    assert "<html" in page
    assert "Phường Vĩnh Phúc" in page
    assert "Tỉnh Vĩnh Phúc" in page, "abolished units are found too"


def test_gives_scripts_only_the_part_that_changes(client: Client) -> None:
    part = client.get(BROWSE, {"q": "hue"}, headers={"HX-Request": "true"}).content.decode()

    assert "Thành phố Huế" in part
    assert "<html" not in part
    assert 'role="status" hx-swap-oob="true"' in part, "the count is announced, not the table"


def test_says_what_to_try_when_nothing_fits(client: Client) -> None:
    page = client.get(BROWSE, {"q": "zzzzqqqq"}, headers={"accept-language": "en"})

    assert page.status_code == 200
    assert "Nothing found for" in page.content.decode()


def test_writes_what_was_typed_as_text(client: Client) -> None:
    page = client.get(BROWSE, {"q": "<script>alert(1)</script>"}).content.decode()

    assert "<script>alert" not in page


@pytest.mark.parametrize("asked", [{"on": "31/02/2026"}, {"level": "9"}, {"after": "<b>"}, {"q": "x" * 81}])
def test_marks_a_question_it_cannot_read(client: Client, asked: dict[str, str]) -> None:
    page = client.get(BROWSE, asked)

    assert page.status_code == 422
    assert b"<h1" in page.content


def test_says_when_the_register_does_not_reach_the_day(client: Client) -> None:
    page = client.get(BROWSE, {"on": "1999-01-01"}, headers={"accept-language": "en"})

    assert "does not reach this day" in page.content.decode()


@pytest.mark.parametrize("asked", [{"under": "26", "level": "3"}, {"after": "99999"}])
def test_knows_no_unknown_code(client: Client, asked: dict[str, str]) -> None:
    assert client.get(BROWSE, {"on": "2026-11-21", **asked}).status_code in {200, 404}


@pytest.mark.usefixtures("fresh_process")
def test_stands_before_anything_is_loaded(client: Client) -> None:
    for model in (Succession, Unit, LegalAct, Release):
        model.objects.all().delete()

    assert client.get(BROWSE).status_code == 200


def test_changes_nothing(client: Client) -> None:
    assert client.post(BROWSE).status_code == 405
