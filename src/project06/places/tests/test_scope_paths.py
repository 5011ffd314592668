"""An office sees what lies wholly in its unit, however old the record; never more."""

from datetime import date

from hypothesis import given

from project06.places.enums import Extent
from project06.places.rules.gazetteer import Gazetteer
from project06.places.rules.scope import scope_paths
from project06.places.tests.days import SUMMER_2024, TODAY
from project06.places.tests.worlds import AFTER, BEFORE, World, worlds


def paths(gazetteer: Gazetteer, code: str, on: date) -> tuple[str, ...]:
    return scope_paths(gazetteer, gazetteer.find(code, on))


def test_adds_the_provinces_that_were_merged(gazetteer: Gazetteer) -> None:
    assert paths(gazetteer, "25", TODAY) == ("VN/17", "VN/25", "VN/26")


def test_reaches_back_through_a_change_of_kind(gazetteer: Gazetteer) -> None:
    assert paths(gazetteer, "75", TODAY) == ("VN/70", "VN/75")


def test_keeps_the_old_bearer_of_a_reused_code_out_of_its_heirs_records(gazetteer: Gazetteer) -> None:
    yen_bai = paths(gazetteer, "15", SUMMER_2024)

    assert "VN/15" not in yen_bai
    assert set(yen_bai) == {district.path for district in gazetteer.children("15", SUMMER_2024)}


def test_leaves_out_a_commune_of_which_only_a_part_came_over(gazetteer: Gazetteer) -> None:
    ward = gazetteer.find("00691", TODAY)
    links = gazetteer.predecessors(ward)

    covered = scope_paths(gazetteer, ward)

    assert ward.path in covered
    assert {link.unit.path in covered for link in links if link.extent is Extent.PART} <= {False}
    assert {link.unit.path in covered for link in links if link.extent is Extent.WHOLE} == {True}


def test_covers_everything_from_the_country(gazetteer: Gazetteer) -> None:
    assert paths(gazetteer, "VN", TODAY) == ("VN",)


@given(world=worlds())
def test_covers_nothing_that_reaches_outside_the_unit(world: World) -> None:
    for on in (BEFORE, AFTER):
        for unit in world.communes(on):
            prefixes = scope_paths(world.gazetteer, unit)
            for other in world.communes(AFTER if on == BEFORE else BEFORE):
                if covered_by(prefixes, other.path):
                    assert world.gazetteer.counterparts(other, on) == (unit,)


def covered_by(prefixes: tuple[str, ...], path: str) -> bool:
    return any(path == prefix or path.startswith(f"{prefix}/") for prefix in prefixes)
