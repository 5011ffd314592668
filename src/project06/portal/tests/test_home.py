"""A visitor opens the first page."""

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_stands_at_the_root() -> None:
    assert reverse("home") == "/"


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("vi", "Dịch vụ công và dữ liệu dân cư ở cùng một nơi"),
        ("en", "Public services and population data, in one place"),
        ("pl", "Usługi publiczne i dane o ludności w jednym miejscu"),
        ("hi", "सार्वजनिक सेवाएँ और जनसंख्या डेटा, एक ही जगह"),
        ("cs", "Veřejné služby a údaje o obyvatelích na jednom místě"),
        ("uk", "Державні послуги та дані про населення в одному місці"),
    ],
)
def test_speaks_the_visitor_s_language(client: Client, language: str, heading: str) -> None:
    page = client.get("/", headers={"accept-language": language})

    assert heading in page.content.decode()


def test_speaks_vietnamese_to_everybody_else(client: Client) -> None:
    page = client.get("/", headers={"accept-language": "fr"})

    assert '<html lang="vi"' in page.content.decode()


def test_shows_the_three_provinces_of_the_reports_then_and_now(client: Client) -> None:
    text = client.get("/", headers={"accept-language": "en"}).content.decode()

    assert "On 10 Jun 2024: districts 7, communes 137." in text
    assert "Today: Tuyên Quang, formed from: Hà Giang and Tuyên Quang; communes 124." in text
    assert "Today: the same province; communes 45." in text
    assert "On 10 Jul 2024: districts 9, communes 121." in text
    assert "communes 148." in text


def test_shows_34_provinces_on_the_map(client: Client) -> None:
    page = client.get("/")

    assert len(page.context["map"].regions) == 34


def test_asks_the_database_little(client: Client, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    client.get("/")

    with django_assert_max_num_queries(2):
        client.get("/")
