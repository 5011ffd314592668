"""Figures of one day are told in the units of another, without guessing."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from project06.places.data import Figure, Restatement, UnitData
from project06.places.enums import Extent, LackReason, Level
from project06.places.rules.gazetteer import Gazetteer
from project06.places.rules.restatement import find_overlap, restate
from project06.places.tests.days import SUMMER_2024, TODAY
from project06.places.tests.worlds import AFTER, BEFORE, World, worlds


def told_today(
    gazetteer: Gazetteer, figures: list[Figure], on: date = SUMMER_2024, level: Level | None = None
) -> Restatement:
    known = [(gazetteer.find(figure.code, on), figure) for figure in figures]
    return restate(gazetteer, known, figures_on=on, to=TODAY, level=level)


def test_sums_the_provinces_that_were_merged(gazetteer: Gazetteer) -> None:
    told = told_today(gazetteer, [Figure("17", 100), Figure("25", 20), Figure("26", 3)])

    [phu_tho] = told.restated
    assert (phu_tho.unit.official_name, phu_tho.numerator) == ("Tỉnh Phú Thọ", 123)
    assert phu_tho.is_complete


def test_recomputes_a_ratio_from_its_counts(gazetteer: Gazetteer) -> None:
    """90 % of 1,000 and 50 % of 3,000 are 60 %, not 70 %."""
    told = told_today(gazetteer, [Figure("02", 900, 1_000), Figure("08", 1_500, 3_000)])

    assert told.restated[0].ratio == Decimal("0.6")


def test_has_no_ratio_over_an_empty_base(gazetteer: Gazetteer) -> None:
    told = told_today(gazetteer, [Figure("02", 0, 0), Figure("08", 0, 0)])

    assert told.restated[0].ratio is None


def test_says_which_merged_province_did_not_report(gazetteer: Gazetteer) -> None:
    told = told_today(gazetteer, [Figure("26", 3)])

    [phu_tho] = told.restated
    assert not phu_tho.is_complete
    assert {(lack.unit.name, lack.reason) for lack in phu_tho.lacks} == {
        ("Hòa Bình", LackReason.NOT_REPORTED),
        ("Phú Thọ", LackReason.NOT_REPORTED),
    }


def test_does_not_mistake_a_reused_code_for_its_old_bearer(gazetteer: Gazetteer) -> None:
    told = told_today(gazetteer, [Figure("10", 7), Figure("15", 5)])

    [lao_cai] = told.restated
    assert (lao_cai.unit.code, lao_cai.unit.name, lao_cai.numerator) == ("15", "Lào Cai", 12)
    assert {source.name for source in lao_cai.sources} == {"Yên Bái", "Lào Cai"}


def test_sets_a_split_commune_aside_with_its_candidates(gazetteer: Gazetteer) -> None:
    split = a_split_commune(gazetteer)

    told = told_today(gazetteer, [Figure(split.code, 40)])

    assert told.restated == ()
    [aside] = told.unrestated
    assert aside.unit == split
    assert {unit.code for unit in aside.candidates} == {link.unit.code for link in gazetteer.successors(split)}


def test_says_of_a_sum_that_a_split_share_is_missing(gazetteer: Gazetteer) -> None:
    split = a_split_commune(gazetteer)
    heir = gazetteer.successors(split)[0].unit
    whole = next(link.unit for link in gazetteer.predecessors(heir) if link.extent is Extent.WHOLE)

    told = told_today(gazetteer, [Figure(split.code, 40), Figure(whole.code, 2)])

    lacks = {lack.unit: lack.reason for lack in told.restated[0].lacks}
    assert told.restated[0].numerator == 2
    assert lacks[split] is LackReason.SPLIT


def test_needs_nobody_for_a_split_commune_when_asked_for_provinces(gazetteer: Gazetteer) -> None:
    split = a_split_commune(gazetteer)

    told = told_today(gazetteer, [Figure(split.code, 40)], level=Level.PROVINCE)

    assert told.unrestated == ()
    assert told.restated[0].numerator == 40


def test_restates_a_district_only_when_its_communes_stay_together(gazetteer: Gazetteer) -> None:
    told = told_today(gazetteer, [Figure("317", 9), Figure("250", 8)])

    assert [(figure.unit.official_name, figure.numerator) for figure in told.restated] == [("Đặc khu Cát Hải", 9)]
    assert told.restated[0].is_complete
    assert [aside.unit.official_name for aside in told.unrestated] == ["Huyện Mê Linh"]


def test_restates_every_district_upwards(gazetteer: Gazetteer) -> None:
    figures = [Figure(district.code, 1) for district in gazetteer.children("26", SUMMER_2024)]

    told = told_today(gazetteer, figures, level=Level.PROVINCE)

    assert [(figure.unit.name, figure.numerator) for figure in told.restated] == [("Phú Thọ", 9)]


def test_cannot_tell_todays_merged_unit_in_old_units(gazetteer: Gazetteer) -> None:
    phu_tho = gazetteer.find("25", TODAY)

    told = restate(gazetteer, [(phu_tho, Figure("25", 9))], figures_on=TODAY, to=SUMMER_2024)

    assert {unit.name for unit in told.unrestated[0].candidates} == {"Hòa Bình", "Phú Thọ", "Vĩnh Phúc"}


def test_has_no_candidates_before_the_gazetteer_begins(gazetteer: Gazetteer) -> None:
    commune = gazetteer.find("04465", SUMMER_2024)

    told = restate(gazetteer, [(commune, Figure("04465", 9))], figures_on=SUMMER_2024, to=date(2010, 1, 1))

    assert told.unrestated[0].candidates == ()


def test_notices_a_figure_that_would_count_twice(gazetteer: Gazetteer) -> None:
    province, district = gazetteer.find("26", SUMMER_2024), gazetteer.find("243", SUMMER_2024)
    neighbour = gazetteer.find("25", SUMMER_2024)

    assert find_overlap([district, province]) == district
    assert find_overlap([province, province]) == province
    assert find_overlap([neighbour, province]) is None


@given(world=worlds(may_split=False), data=st.data())
def test_keeps_the_total_where_nothing_is_split(world: World, data: st.DataObject) -> None:
    communes = world.communes(BEFORE)
    figures = [(unit, Figure(unit.code, data.draw(st.integers(0, 10**9)))) for unit in communes]

    told = restate(world.gazetteer, figures, figures_on=BEFORE, to=AFTER)

    assert told.unrestated == ()
    assert all(figure.is_complete for figure in told.restated)
    assert sum(figure.numerator for figure in told.restated) == sum(f.numerator for _, f in figures)


@given(world=worlds(), data=st.data())
def test_never_loses_or_doubles_a_figure(world: World, data: st.DataObject) -> None:
    reported = data.draw(st.lists(st.sampled_from(world.communes(BEFORE)), unique=True))
    figures = [(unit, Figure(unit.code, data.draw(st.integers(0, 10**9)))) for unit in reported]

    for level in (None, Level.PROVINCE, Level.COUNTRY):
        told = restate(world.gazetteer, figures, figures_on=BEFORE, to=AFTER, level=level)

        placed = sum(figure.numerator for figure in told.restated)
        aside = sum(figure.figure.numerator for figure in told.unrestated)
        assert placed + aside == sum(figure.numerator for _, figure in figures)
        assert level is None or not told.unrestated


@given(world=worlds(), data=st.data())
def test_calls_a_sum_complete_only_if_all_its_territory_reported(world: World, data: st.DataObject) -> None:
    reported = data.draw(st.lists(st.sampled_from(world.communes(BEFORE)), unique=True))
    figures = [(unit, Figure(unit.code, 1)) for unit in reported]

    told = restate(world.gazetteer, figures, figures_on=BEFORE, to=AFTER)

    for figure in told.restated:
        territory = set(world.gazetteer.counterparts(figure.unit, BEFORE))
        assert figure.is_complete == (territory == set(figure.sources))


@given(world=worlds())
def test_changes_nothing_on_the_same_day(world: World) -> None:
    figures = [(unit, Figure(unit.code, 5, 10)) for unit in world.communes(BEFORE)]

    told = restate(world.gazetteer, figures, figures_on=BEFORE, to=BEFORE)

    assert [(f.unit, Figure(f.unit.code, f.numerator, f.denominator)) for f in told.restated] == figures
    assert all(figure.is_complete for figure in told.restated)


def a_split_commune(gazetteer: Gazetteer) -> UnitData:
    """A commune of 2024 that was divided between neighbours which also took whole communes."""
    for district in gazetteer.children("02", SUMMER_2024):
        for commune in gazetteer.children(district.code, SUMMER_2024):
            links = gazetteer.successors(commune)
            if len(links) > 1 and any(link.extent is Extent.WHOLE for link in gazetteer.predecessors(links[0].unit)):
                return commune
    raise AssertionError("Hà Giang has divided communes")
