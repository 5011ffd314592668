"""One cut through the data: what belongs to it, what names it, and what is not yet known on its day."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from project06.kernel.clock import frozen
from project06.kernel.periods import Period
from project06.places.errors import UnknownUnit
from project06.programme.contrib.composition.compose import compose
from project06.programme.contrib.composition.document import Points, Table
from project06.programme.data.report import ReportCut
from project06.programme.enums import FindingKind
from project06.programme.enums.report import MapKind, Sentence
from project06.programme.enums.steering import BottleneckState, PilotState, Schedule
from project06.programme.operations.open_period import open_period
from project06.programme.operations.record_observations import record_observations
from project06.programme.queries.cut_report import cut_definition, cut_report, find_report_unit
from project06.programme.queries.list_shipped_reports import list_shipped_reports
from project06.programme.rules.report_definitions import SHIPPED, define_report, shipped_definition
from project06.programme.rules.report_digest import canonical, digest_of
from project06.programme.rules.report_order import locator_key, most_reported, shade_steps
from project06.programme.rules.report_sentences import choose_sentences, untold_figures
from project06.programme.tests import cast
from project06.programme.tests import indicator_world as world
from project06.programme.tests.report_figures import COUNTRY, DIEN_BIEN, TUYEN_QUANG
from project06.programme.tests.report_reading import shipped_cut

pytestmark = pytest.mark.django_db
HALF = Period.parse("2024-H1")


@pytest.mark.parametrize(
    ("text", "code"), [("VN", "VN"), ("vn", "VN"), ("11", "11"), ("dien-bien", "11"), ("Điện Biên", "11")]
)
def test_finds_the_unit_by_code_or_by_name_in_plain_letters(text: str, code: str) -> None:
    assert find_report_unit(text, date(2024, 6, 30)).code == code


def test_finds_the_province_that_bore_the_name_on_the_day() -> None:
    assert find_report_unit("vinh-phuc", date(2024, 7, 10)).code == "26"
    with pytest.raises(UnknownUnit):
        find_report_unit("vinh-phuc", date(2026, 7, 10))


@pytest.mark.parametrize("definition", SHIPPED, ids=lambda each: each.key)
def test_recognises_a_shipped_report_by_unit_period_and_day(definition) -> None:
    cut = cut_report(definition.unit_code, Period.parse(definition.period), definition.as_of)

    assert cut.definition == definition
    assert cut.digest == shipped_cut(definition.key).digest


def test_lists_the_shipped_reports_with_their_units() -> None:
    found = {each.key: each.unit.name for each in list_shipped_reports()}

    assert list(found) == [TUYEN_QUANG, DIEN_BIEN, COUNTRY]
    assert found[DIEN_BIEN] == "Điện Biên"


def test_describes_any_other_report_without_limiting_its_sources() -> None:
    wanted = define_report("11", HALF, date(2024, 6, 29))

    assert (wanted.key, wanted.sources) == ("", ())


def test_names_the_same_data_by_the_same_digest_whoever_loaded_them() -> None:
    cut = shipped_cut(DIEN_BIEN)
    elsewhere = replace(
        cut,
        figures=tuple(
            replace(each, observation=replace(each.observation, uuid=UUID(int=1), received_at=None))
            for each in cut.figures
        ),
    )

    assert digest_of(cut_definition(cut.definition)) == cut.digest
    assert "uuid" not in str(canonical(cut))
    assert digest_of(replace(elsewhere, figures=cut.figures)) == cut.digest


def test_changes_its_name_with_every_figure() -> None:
    cut = shipped_cut(DIEN_BIEN)
    first, *rest = cut.figures
    reading = replace(first.observation.reading, value=Decimal("99.9"))
    changed = replace(first, observation=replace(first.observation, reading=reading))

    assert digest_of(replace(cut, figures=(changed, *rest))) != cut.digest


def test_refuses_to_name_what_json_cannot_say() -> None:
    with pytest.raises(TypeError, match="float"):
        canonical({"value": 0.1})


def test_keeps_the_country_out_of_the_own_figures() -> None:
    cut = shipped_cut(TUYEN_QUANG)
    own = [each.code for each in cut.figures if not each.unit.is_country]

    assert own == ["tasks-assigned", "tasks-2023-completed-and-regular", "tasks-2024-being-implemented"]
    assert cut.seen_from is None


def test_knows_what_the_source_leaves_unclassified_and_what_was_put_right() -> None:
    cut = shipped_cut(COUNTRY)
    (corrected,) = [each for each in cut.figures if each.corrections]

    assert [each.kind for each in cut.findings] == [FindingKind.PARTS_UNCLASSIFIED]
    assert corrected.code == "portal-payment-value"
    assert (corrected.corrections[0].reading_before, corrected.corrections[0].reading_after) == (
        "14528000000",
        "14528000000000",
    )


def test_cites_the_document_that_is_wrong_beside_the_one_that_is_right() -> None:
    assert [each.key for each in shipped_cut(TUYEN_QUANG).sources] == ["S0-S2", "W-CD56"]


def test_does_not_know_on_a_day_what_was_said_later() -> None:
    before = cut_report("VN", HALF, date(2024, 6, 9))

    assert before.figure("bodies-not-reported-security") is None
    assert cut_report("VN", HALF, date(2024, 6, 11)).value("bodies-not-reported-security") == 19


def test_shows_the_place_of_a_unit_and_the_provinces_of_the_day() -> None:
    place, country = shipped_cut(DIEN_BIEN).map, shipped_cut(COUNTRY).map

    assert (place.kind, country.kind) == (MapKind.PLACE, MapKind.ALL)
    assert [each.unit.name for each in place.regions if each.is_chosen] == ["Điện Biên"]
    assert [each.unit.name for each in country.regions if each.is_chosen] == ["Vĩnh Phúc"]
    assert len(country.regions) == 63


def test_colours_the_provinces_by_the_share_that_most_of_them_reported() -> None:
    with frozen(world.NOW):
        rows = [world.rate(20 * number, unit=code) for number, code in enumerate(("11", "12", "14", "04", "01"))]
        record_observations(rows=rows, by=world.SYSTEM)

    cut = cut_report("VN", Period.parse(world.MONTH), world.TODAY)

    assert cut.map.kind is MapKind.VALUES
    assert cut.map.figure is not None
    assert cut.map.figure.indicator == world.RATE
    assert sum(each.value is not None for each in cut.map.regions) == 5


def test_says_of_a_missing_figure_that_nobody_reported_it() -> None:
    with frozen(world.NOW):
        open_period(
            indicators=[world.RATE],
            units=[world.DIEN_BIEN],
            units_on=world.TODAY,
            period=world.MONTH,
            due_on=world.TODAY,
            by=world.SYSTEM,
        )

    document = compose(cut_report("11", Period.parse(world.MONTH), world.TODAY), "vi")

    (table,) = [block for block in document.sections[1].blocks if isinstance(block, Table)]
    assert table.rows[0][1].is_missing
    assert table.rows[0][1].words.text == "chưa báo cáo"
    assert any(isinstance(block, Points) for block in document.sections[5].blocks)


def test_has_a_report_for_a_unit_of_which_nothing_is_known() -> None:
    document = compose(cut_report("12", Period.parse("2024-03"), date(2024, 4, 1)), "en")

    assert len(document.sections) == 7
    assert document.sources == ()


def test_takes_the_registers_as_they_stood_on_the_day() -> None:
    with frozen(cast.NOON):
        cast.a_task(due_on=cast.TODAY.replace(day=2))
        cast.a_task("NV-02")
        cast.a_bottleneck()
        cast.a_pilot()

    cut = cut_report("08", Period.parse("2026-11"), cast.TODAY)
    earlier = cut_report("08", Period.parse("2024-H1"), date(2024, 6, 30))

    assert cut.registers.tasks.by_schedule == {Schedule.ON_TIME: 1, Schedule.LATE: 1}
    assert [each.code for each in cut.registers.tasks.late] == ["NV-01"]
    assert cut.registers.tasks.late[0].days < 0
    assert [each.state for each in cut.registers.bottlenecks] == [BottleneckState.OPEN]
    assert [each.state for each in cut.registers.pilots] == [PilotState.REGISTERED]
    assert (earlier.registers.tasks.total, earlier.registers.bottlenecks, earlier.registers.pilots) == (0, (), ())
    assert "Rà soát, đơn giản hóa" in str(compose(cut, "vi"))
    assert "Simplify land procedures" in str(compose(cut, "uk"))


def test_tells_several_figures_together_only_when_all_are_there() -> None:
    cut = shipped_cut(COUNTRY)
    without = _without(cut, "tasks-regular")

    assert Sentence.TASKS_BY_ROADMAP in choose_sentences(cut)
    assert Sentence.TASKS_BY_ROADMAP not in choose_sentences(without)
    told = {each.code for each in untold_figures(without, choose_sentences(without))}
    assert {"tasks-total", "tasks-completed", "tasks-in-progress"} <= told


@pytest.mark.parametrize(("delta", "period"), [(Decimal(-2), "2023"), (Decimal(2), "2023-H1")])
def test_says_more_than_in_a_year_only_of_what_has_risen_since_a_year(delta: Decimal, period: str) -> None:
    cut = shipped_cut(DIEN_BIEN)
    figures = tuple(
        replace(
            each,
            observation=replace(
                each.observation, reading=replace(each.observation.reading, delta=delta, baseline_period=period)
            ),
        )
        if each.code == "g2p-cashless-rate"
        else each
        for each in cut.figures
    )

    assert Sentence.SOCIAL_PAYMENTS in choose_sentences(cut)
    assert Sentence.SOCIAL_PAYMENTS not in choose_sentences(replace(cut, figures=figures))


def test_orders_places_in_a_document_by_their_number() -> None:
    assert max("", "N10", "N9", "2.11", key=locator_key) == ""
    assert locator_key("N9") < locator_key("N10")


def test_chooses_the_indicator_that_most_provinces_reported() -> None:
    one, two = {"VN/01": Decimal(1)}, {"VN/01": Decimal(1), "VN/02": Decimal(2)}

    assert most_reported({"a": one, "b": two}, 2) == "b"
    assert most_reported({"a": one}, 2) == ""


def test_divides_the_range_into_equal_steps() -> None:
    assert shade_steps([Decimal(0), Decimal(90)], 3) == (30, 60, 90)
    assert shade_steps([], 3) == ()


def test_knows_its_shipped_definitions_by_key() -> None:
    assert shipped_definition(COUNTRY).seen_from == "26"
    with pytest.raises(KeyError):
        shipped_definition("unknown")


def _without(cut: ReportCut, code: str) -> ReportCut:
    return replace(cut, figures=tuple(each for each in cut.figures if each.code != code))
