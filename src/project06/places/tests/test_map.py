"""A reader sees the provinces of a day on the map."""

import pytest
from django.test import Client

from project06.places import public as places
from project06.places.rules.province_shapes import SHAPES
from project06.places.tests.days import LAST_DAY_OF_63, REFORM
from project06.ui.components.maps import shape_ids

pytestmark = pytest.mark.django_db


def test_uses_every_shape_exactly_once_on_any_day() -> None:
    for on in (LAST_DAY_OF_63, REFORM):
        shapes = [shape for region in places.list_province_regions(on) for shape in region.shapes]

        assert sorted(shapes) == sorted(shape_ids())


def test_gives_the_archipelagos_to_their_provinces() -> None:
    assert "hoangsa" in SHAPES["48"]
    assert "truongsa" in SHAPES["56"]


@pytest.mark.parametrize(("on", "regions"), [("2025-06-30", 63), ("2025-07-01", 34)])
def test_draws_the_provinces_of_the_day(client: Client, on: str, regions: int) -> None:
    page = client.get("/places/map/", {"on": on})

    assert page.status_code == 200
    assert page.content.count(b'class="map__region"') == regions


def test_says_when_the_register_does_not_reach_the_day(client: Client) -> None:
    page = client.get("/places/map/", {"on": "1999-01-01"}, headers={"accept-language": "en"})

    assert "does not reach this day" in page.content.decode()


def test_marks_a_day_it_cannot_read(client: Client) -> None:
    assert client.get("/places/map/", {"on": "x"}).status_code == 422
