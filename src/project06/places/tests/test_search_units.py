"""People find a unit by what they type."""

import pytest

from project06.places import public as places
from project06.places.enums import Level
from project06.places.errors import UnknownUnit
from project06.places.tests.days import SUMMER_2024, TODAY

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "text", ["Phú Thọ", "phu tho", "PHU THO", "  phu   tho ", "tỉnh phú thọ", "Phu\u0301 Tho\u0323"]
)
def test_finds_with_and_without_diacritics(text: str) -> None:
    assert places.search_units(text, on=TODAY)[0].official_name == "Tỉnh Phú Thọ"


def test_puts_larger_units_first() -> None:
    found = places.search_units("phu tho", on=TODAY)

    assert [unit.level for unit in found[:3]] == [Level.PROVINCE, Level.COMMUNE, Level.COMMUNE]


def test_forgives_a_small_mistake() -> None:
    assert "Điện Biên" in {unit.name for unit in places.search_units("dien bein", on=TODAY)}


def test_finds_by_code() -> None:
    assert places.search_units("25", on=TODAY)[0].name == "Phú Thọ"


def test_looks_at_the_asked_day_only() -> None:
    assert places.search_units("vinh phuc", on=SUMMER_2024)[0].official_name == "Tỉnh Vĩnh Phúc"
    assert Level.PROVINCE not in {unit.level for unit in places.search_units("vinh phuc", on=TODAY)}


def test_finds_what_has_ended() -> None:
    assert places.search_former_units("vinh phuc", on=TODAY)[0].official_name == "Tỉnh Vĩnh Phúc"
    assert places.search_former_units("vinh phuc", on=SUMMER_2024) == ()


def test_narrows_to_a_level_and_a_unit() -> None:
    found = places.search_units("tan", on=TODAY, level=Level.COMMUNE, under="08")

    assert found
    assert all(unit.path.startswith("VN/08/") for unit in found)


@pytest.mark.parametrize("text", ["", "   ", "!?", "%", "_"])
def test_finds_nothing_without_words(text: str) -> None:
    assert places.search_units(text, on=TODAY) == ()


def test_finds_nothing_that_resembles_nothing() -> None:
    assert places.search_units("zzzzqqqq", on=TODAY) == ()


def test_refuses_an_unknown_unit_to_look_in() -> None:
    with pytest.raises(UnknownUnit):
        places.search_units("tan", on=TODAY, under="26")


def test_gives_no_more_than_asked() -> None:
    assert len(places.search_units("xa", on=TODAY, limit=7)) == 7
