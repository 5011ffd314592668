"""A unit is found by code and date, never by code alone."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from project06.places.enums import Kind, Level
from project06.places.rules.gazetteer import Gazetteer
from project06.places.tests.days import REFORM, SUMMER_2024, TODAY
from project06.places.tests.worlds import AFTER, BEFORE, BEGINNING, World, worlds

days = st.dates(BEGINNING - timedelta(days=400), AFTER + timedelta(days=400))


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("15", "Yên Bái", "Lào Cai"),
        ("52", "Bình Định", "Gia Lai"),
        ("80", "Long An", "Tây Ninh"),
        ("82", "Tiền Giang", "Đồng Tháp"),
        ("91", "Kiên Giang", "An Giang"),
        ("44", "Quảng Bình", "Quảng Trị"),
        ("24", "Bắc Giang", "Bắc Ninh"),
    ],
)
def test_tells_the_old_bearer_of_a_reused_code_from_the_new(
    gazetteer: Gazetteer, code: str, before: str, after: str
) -> None:
    assert gazetteer.find(code, SUMMER_2024).name == before
    assert gazetteer.find(code, REFORM - timedelta(days=1)).name == before
    assert gazetteer.find(code, REFORM).name == after


def test_finds_nothing_under_a_code_that_is_out_of_use(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("26", SUMMER_2024).name == "Vĩnh Phúc"
    assert gazetteer.find("26", REFORM) is None


def test_finds_nothing_before_the_gazetteer_begins(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("01", date(2008, 7, 31)) is None
    assert gazetteer.find("00004", date(2023, 12, 31)) is None


def test_finds_nothing_under_an_unknown_code(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("99", TODAY) is None


@pytest.mark.parametrize(
    ("on", "kinds", "districts", "communes"),
    [
        (SUMMER_2024, {Kind.PROVINCE: 58, Kind.MUNICIPALITY: 5}, 696, 10_035),
        (date(2025, 1, 1), {Kind.PROVINCE: 57, Kind.MUNICIPALITY: 6}, 696, 10_035),
        (REFORM, {Kind.COMMUNE: 2621, Kind.WARD: 687, Kind.SPECIAL_ZONE: 13, Kind.MUNICIPALITY: 6}, 0, 3321),
        (TODAY, {Kind.COMMUNE: 2599, Kind.WARD: 709, Kind.SPECIAL_ZONE: 13, Kind.MUNICIPALITY: 9}, 0, 3321),
    ],
)
def test_counts_what_the_law_counts(
    gazetteer: Gazetteer, on: date, kinds: dict[Kind, int], districts: int, communes: int
) -> None:
    counts = gazetteer.count(on)

    assert counts.at(Level.PROVINCE) == (63 if districts else 34)
    assert counts.at(Level.DISTRICT) == districts
    assert counts.at(Level.COMMUNE) == communes
    assert {kind: counts.by_kind[kind] for kind in kinds} == kinds


@pytest.mark.parametrize(
    ("code", "on", "districts", "communes"),
    [("08", SUMMER_2024, 7, 137), ("11", SUMMER_2024, 10, 129), ("26", SUMMER_2024, 9, 121)],
)
def test_knows_the_districts_and_communes_of_the_provinces_that_reported_in_2024(
    gazetteer: Gazetteer, code: str, on: date, districts: int, communes: int
) -> None:
    below = gazetteer.children(code, on)

    assert len(below) == districts
    assert sum(len(gazetteer.children(district.code, on)) for district in below) == communes


@pytest.mark.parametrize(("code", "communes"), [("08", 124), ("11", 45), ("25", 148)])
def test_knows_the_communes_of_their_successors(gazetteer: Gazetteer, code: str, communes: int) -> None:
    assert len(gazetteer.children(code, TODAY)) == communes


def test_dates_the_cities_of_2026(gazetteer: Gazetteer) -> None:
    became = {"75": date(2026, 4, 30), "22": date(2026, 9, 1), "24": date(2026, 9, 20)}

    for code, on in became.items():
        assert gazetteer.find(code, on - timedelta(days=1)).kind is Kind.PROVINCE
        assert gazetteer.find(code, on).kind is Kind.MUNICIPALITY


def test_names_the_path_from_the_country_down(gazetteer: Gazetteer) -> None:
    commune = gazetteer.find("04465", SUMMER_2024)

    assert [unit.level for unit in gazetteer.path(commune, SUMMER_2024)] == list(Level)


def test_leads_an_island_district_without_communes_to_its_special_zone(gazetteer: Gazetteer) -> None:
    district = gazetteer.find("536", SUMMER_2024)

    assert [unit.official_name for unit in gazetteer.counterparts(district, TODAY)] == ["Đặc khu Lý Sơn"]


def test_follows_a_unit_through_several_changes(gazetteer: Gazetteer) -> None:
    """Bình Phước went to Đồng Nai in 2025, which became a city in 2026."""
    old = gazetteer.find("70", SUMMER_2024)

    assert [unit.official_name for unit in gazetteer.counterparts(old, TODAY)] == ["Thành phố Đồng Nai"]
    assert {unit.name for unit in gazetteer.counterparts(gazetteer.find("75", TODAY), SUMMER_2024)} == {
        "Bình Phước",
        "Đồng Nai",
    }


def test_resolves_ten_thousand_keys_in_a_blink(gazetteer: Gazetteer) -> None:
    codes = [unit.code for unit in gazetteer.children("08", TODAY)] + ["15", "26", "75", "99"]
    keys = [(codes[turn % len(codes)], SUMMER_2024 + timedelta(days=turn * 7 % 900)) for turn in range(10_000)]

    started = time.perf_counter()
    found = gazetteer.find_many(keys)
    elapsed_ms = (time.perf_counter() - started) * 1000

    assert len(found) == 10_000
    assert elapsed_ms < 250, "the promise is 50 ms on a quiet machine"


@given(world=worlds(), on=days)
def test_agrees_with_a_search_through_the_whole_list(world: World, on: date) -> None:
    for code in {unit.code for unit in world.units}:
        bearers = [unit for unit in world.units if unit.code == code and unit.is_valid_on(on)]

        assert len(bearers) <= 1
        assert world.gazetteer.find(code, on) == (bearers[0] if bearers else None)


@given(world=worlds())
def test_gives_every_unit_a_path_that_its_ancestors_spell(world: World) -> None:
    for on in (BEFORE, AFTER):
        for unit in world.communes(on):
            spelled = "/".join(ancestor.code for ancestor in world.gazetteer.path(unit, on))

            assert spelled == unit.path


@given(world=worlds())
def test_sees_shared_territory_from_both_sides(world: World) -> None:
    there = {(old, new) for old in world.communes(BEFORE) for new in world.gazetteer.counterparts(old, AFTER)}
    back = {(old, new) for new in world.communes(AFTER) for old in world.gazetteer.counterparts(new, BEFORE)}

    assert there == back
