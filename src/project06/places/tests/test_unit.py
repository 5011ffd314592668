"""A reader looks at one unit on one day."""

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse
from pytest_django import DjangoAssertNumQueries

from project06.places import public as places
from project06.places.enums import Extent
from project06.places.tests.days import SUMMER_2024

pytestmark = pytest.mark.django_db

ENGLISH = {"accept-language": "en"}


def test_shows_a_province_of_2024_and_what_became_of_it(client: Client) -> None:
    page = client.get("/places/units/26/", {"on": "2024-07-10"}, headers=ENGLISH).content.decode()

    assert "Tỉnh Vĩnh Phúc</h1>" in page
    assert "On this territory today" in page
    assert "Tỉnh Phú Thọ" in page
    assert "202/2025/QH15" in page
    assert "Thành phố Phúc Yên" in page


def test_shows_from_what_a_province_of_today_was_formed(client: Client) -> None:
    page = client.get("/places/units/15/", {"on": "2026-11-21"}, headers=ENGLISH).content.decode()

    assert "Tỉnh Lào Cai</h1>" in page
    assert "Formed from" in page
    assert "Tỉnh Yên Bái" in page
    assert "Everything that bore this code" in page


def test_marks_a_unit_that_was_split(client: Client) -> None:
    split = next(arrow.predecessor_code for arrow in places.list_reference().successions if arrow.extent is Extent.PART)

    page = client.get(f"/places/units/{split}/", {"on": "2024-07-10"}, headers=ENGLISH).content.decode()

    assert "This unit was split" in page


def test_says_how_well_a_day_is_known(client: Client) -> None:
    district = places.list_children("26", SUMMER_2024)[0]

    page = client.get(f"/places/units/{district.code}/", {"on": "2024-07-10"}, headers=ENGLISH).content.decode()

    assert "a convention of this register" in page


def test_needs_few_questions(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    client.get("/places/units/25/")

    with django_assert_max_num_queries(1):
        client.get("/places/units/25/")


def test_knows_nothing_under_a_code_out_of_use(client: Client) -> None:
    page = client.get("/places/units/26/", {"on": "2026-11-21"}, headers=ENGLISH)

    assert page.status_code == 404
    assert "check the code together with the date" in page.content.decode()


def test_marks_a_day_it_cannot_read(client: Client) -> None:
    assert client.get("/places/units/25/", {"on": "yesterday"}).status_code == 422


@pytest.mark.parametrize("code", ["001099012345", "x", "VN25"])
def test_has_no_address_for_what_is_no_code(client: Client, code: str) -> None:
    assert client.get(f"/places/units/{code}/").status_code == 404
    with pytest.raises(NoReverseMatch):
        reverse("places:unit", args=[code])
