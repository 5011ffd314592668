"""A visitor searches for a place or an organisation."""

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db
SEARCH = "/portal/search/"


def test_stands_at_its_address() -> None:
    assert reverse("portal:search") == SEARCH


def test_finds_places_and_organisations_without_diacritics(client: Client) -> None:
    text = client.get(SEARCH, {"q": "dien bien"}, headers={"accept-language": "en"}).content.decode()

    assert "Tỉnh Điện Biên" in text
    assert ">Agencies<" in text.replace("\n", "")
    assert "Điện Biên</a>" in text


def test_says_what_to_try_when_nothing_is_found(client: Client) -> None:
    text = client.get(SEARCH, {"q": "qqqqqqqq"}, headers={"accept-language": "en"}).content.decode()

    assert "Nothing was found" in text


def test_asks_back_when_nothing_was_typed(client: Client) -> None:
    text = client.get(SEARCH, {"q": "   "}, headers={"accept-language": "en"}).content.decode()

    assert "What are you looking for?" in text


@pytest.mark.parametrize(
    "text", ["x" * 5000, "'; DROP TABLE places_unit; --", "<script>alert(1)</script>", "\x00", "%%%"]
)
def test_survives_whatever_is_typed(client: Client, text: str) -> None:
    page = client.get(SEARCH, {"q": text})

    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()


def test_answers_the_home_page_s_form_by_get_only(client: Client) -> None:
    assert client.post(SEARCH, {"q": "x"}).status_code in {403, 405}
