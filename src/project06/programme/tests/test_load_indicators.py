"""Loading published figures: every fact of the source reports, exactly, with its citation."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.management import call_command

from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed
from project06.programme.data.indicators import LANGUAGES
from project06.programme.models import Correction, Fact, Indicator, IndicatorVersion, Measure, Observation
from project06.programme.operations.correct_observation import CorrectReading, correct_observation
from project06.programme.operations.load_indicators import load_indicators
from project06.programme.queries.indicator_reference import read_indicator_files
from project06.programme.queries.observations import reading_of
from project06.programme.rules.indicators import baseline_of
from project06.programme.tests.indicator_world import CHI, NOW, SYSTEM

pytestmark = pytest.mark.django_db

# locator -> (indicator, unit, period, value, source)
FIGURES = [
    ("N1", "bodies-not-reported-security", "VN", "2024-06", "19", "S0-S2"),
    ("N2", "ecommerce-size", "VN", "2023", "20500000000", "S0-S2"),
    ("N3", "ecommerce-size", "VN", "2025", "30500000000", "S0-S2"),
    ("N6", "tasks-assigned", "08", "2024-06", "61", "S0-S2"),
    ("N7", "tasks-2023-completed-and-regular", "08", "2024-06", "34", "S0-S2"),
    ("N8", "tasks-2024-being-implemented", "08", "2024-06", "27", "S0-S2"),
    ("N9", "task-groups", "VN", "2024-06", "5", "S0-S2"),
    ("N11", "population-cleaning-rate", "11", "2024-H1", "100", "S3"),
    ("N12", "g2p-cashless-rate", "11", "2024-H1", "80.76", "S3"),
    ("N13", "tuition-cashless-rate", "11", "2024-H1", "91.22", "S3"),
    ("N14", "essential-services-online-rate", "11", "2024-H1", "97.7", "S3"),
    ("N15", "essential-services-online-rate", "11", "2024-H1", "100", "S3"),
    ("N16", "essential-services", "VN", "2024-H1", "25", "S3"),
    ("N17", "tasks-completed", "VN", "2024-H1", "244", "S4"),
    ("N17", "tasks-total", "VN", "2024-H1", "656", "S4"),
    ("N18", "tasks-regular", "VN", "2024-H1", "122", "S4"),
    ("N19", "tasks-in-progress", "VN", "2024-H1", "38", "S4"),
    ("N20", "portal-services", "VN", "2024-H1", "4500", "S4"),
    ("N21", "portal-accounts", "VN", "2024-H1", "16390000", "S4"),
    ("N22", "portal-synchronised-dossiers", "VN", "2024-H1", "328000000", "S4"),
    ("N23", "portal-payments", "VN", "2024-H1", "28800000", "S4"),
    ("N24", "portal-payment-value", "VN", "2024-H1", "14528000000000", "S4"),
    ("N25", "provinces-with-fee-policy", "VN", "2024-H1", "63", "S4"),
    ("N26", "provinces-with-time-policy", "VN", "2024-H1", "15", "S4"),
    ("N27", "digital-economy-growth", "VN", "2024-H1", "22.4", "S4"),
    ("N28", "digital-economy-share", "VN", "2024-H1", "18.3", "S4"),
    ("N29", "ict-revenue", "VN", "2024-H1", "1900000000000000", "S4"),
    ("N30", "adults-with-payment-account-rate", "VN", "2024-H1", "87.08", "S4"),
    ("N31", "fibre-households-new", "VN", "2024-H1", "687000", "S4"),
    ("N32", "fibre-household-rate", "VN", "2024-H1", "82.2", "S4"),
    ("N33", "smartphone-subscribers-new", "VN", "2024-H1", "3800000", "S4"),
    ("N34", "smartphone-subscriber-rate", "VN", "2024-H1", "84", "S4"),
]
BASELINES = {
    "N12": "44.06",
    "N13": "37.88",
    "N25": "49",
    "N26": "13",
    "N30": "77.41",
    "N32": "79.6",
    "N34": "80.8",
}


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: f"{figure[0]}-{figure[1]}")
def test_stores_the_figure_exactly_with_its_citation(figure: tuple[str, ...]) -> None:
    locator, indicator, unit, period, value, source = figure
    row = Observation.objects.select_related("version__measure", "source").get(
        version__indicator__code=indicator, locator=locator
    )

    assert (row.unit_code, row.period, row.value) == (unit, period, Decimal(value))
    assert row.source is not None
    assert row.source.key == source


def test_stores_what_is_stated_without_being_measured() -> None:
    facts = {fact.key: fact for fact in Fact.objects.select_related("source")}

    assert facts["directive-18"].number == "18/CT-TTg"
    assert (facts["official-dispatch-56"].number, facts["official-dispatch-56"].stated_on) == (
        "56/CĐ-TTg",
        date(2024, 6, 6),
    )
    assert (facts["project-06-period"].first, facts["project-06-period"].last) == (2022, 2025)
    assert facts["project-06-vision"].last == 2030
    assert (facts["half-year-report"].amount, facts["one-year-report"].amount) == (6, 12)
    assert facts["working-group-rhythm"].amount == 1
    assert {fact.locator for fact in facts.values()} == {"N4", "N5", "N10", "N35", "N36"}


def test_leaves_no_number_of_the_source_reports_out() -> None:
    known = set(Observation.objects.filter(locator__startswith="N").values_list("locator", flat=True))
    known |= set(Fact.objects.values_list("locator", flat=True))

    assert known == {f"N{number}" for number in range(1, 37)}


@pytest.mark.parametrize(("locator", "baseline"), BASELINES.items())
def test_knows_the_earlier_value(locator: str, baseline: str) -> None:
    row = Observation.objects.select_related("source").get(locator=locator)

    found = baseline_of(reading_of(row))

    assert found is not None
    assert (found.value, found.period) == (Decimal(baseline), "2023")
    assert found.is_implied is (locator not in {"N32", "N34"})


def test_keeps_how_exactly_a_number_is_said() -> None:
    words = {
        row.locator: (row.qualifier, row.nature, row.coverage)
        for row in Observation.objects.filter(locator__in=["N3", "N15", "N20", "N28", "N31", "N33"])
    }

    assert words == {
        "N3": ("exact", "forecast", "whole"),
        "N15": ("exact", "actual", "some-areas"),
        "N20": ("more-than", "actual", "whole"),
        "N28": ("exact", "estimate", "whole"),
        "N31": ("about", "actual", "whole"),
        "N33": ("more-than", "actual", "whole"),
    }


def test_keeps_both_readings_of_the_known_errors() -> None:
    found = {
        (row.reading_before, row.reading_after, row.source_before.key, row.source_after.key)
        for row in Correction.objects.select_related("source_before", "source_after")
        if set(row.reasons) == set(LANGUAGES)
    }

    assert found == {
        ("2024-06-26", "2024-06-06", "S0-S2", "W-CD56"),
        ("14528000000", "14528000000000", "S4", "S4"),
        ("226", "266", "W-BLANK", "W-BLANK"),
    }


def test_names_everything_in_six_languages() -> None:
    for indicator in Indicator.objects.all():
        assert set(indicator.names) == set(LANGUAGES), indicator
        assert len(set(indicator.names.values())) == 6, indicator
    for measure in Measure.objects.all():
        assert all(words["label"] and words["other"] for words in measure.words.values()), measure


def test_leaves_the_figures_of_2024_with_the_units_of_2024() -> None:
    old = Observation.objects.get(locator="N6")

    assert (old.unit_path, old.unit_since) == ("VN/08", date(2008, 8, 1))


def test_is_quick_to_see_that_nothing_changed() -> None:
    assert load_indicators(write=True, by=SYSTEM).changes == 0


def test_counts_without_writing(tmp_path) -> None:
    folder = _changed_reference(tmp_path)

    report = load_indicators(write=False, by=SYSTEM, folder=folder)

    assert (report.observations, report.is_written) == (1, False)
    assert Observation.objects.get(locator="N1").value == 19


def test_brings_a_changed_figure_but_not_over_a_correction_made_here(tmp_path) -> None:
    folder = _changed_reference(tmp_path)
    with frozen(NOW):
        correct = CorrectReading(reasons={"vi": "Đếm lại."}, value=Decimal(18))
        correct_observation(observation=Observation.objects.get(locator="N1").uuid, correct=correct, by=SYSTEM)

    load_indicators(write=True, by=SYSTEM, folder=folder)

    assert Observation.objects.get(locator="N1").value == 18


def test_makes_no_version_of_other_words(tmp_path) -> None:
    files = read_indicator_files()
    for name, text in files.items():
        (tmp_path / name).write_text(text.replace("Pilot models started", "Pilots started"), encoding="utf-8")

    load_indicators(write=True, by=SYSTEM, folder=tmp_path)

    assert Indicator.objects.get(code="pilot-models-started").names["en"] == "Pilots started"
    assert IndicatorVersion.objects.filter(indicator__code="pilot-models-started").count() == 1


def test_is_a_command(capsys) -> None:
    call_command("programme_load")

    assert "0 figures" in capsys.readouterr().out


def test_is_refused_to_officers() -> None:
    with pytest.raises(NotAllowed):
        load_indicators(write=True, by=CHI)


def _changed_reference(folder):
    for name, text in read_indicator_files().items():
        (folder / name).write_text(text.replace("2024-06,19,", "2024-06,20,", 1), encoding="utf-8")
    return folder
