"""What the rules say of stored figures, in plain words."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override

from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed
from project06.programme.data.indicators import Finding
from project06.programme.enums import FindingKind, Severity
from project06.programme.errors import UnknownObservation
from project06.programme.models import Observation
from project06.programme.operations.record_observations import record_observations
from project06.programme.queries.get_lineage import get_lineage
from project06.programme.queries.indicator_sentences import say_finding
from project06.programme.queries.list_findings import list_findings
from project06.programme.tests.indicator_world import HOA, NOW, SYSTEM, TODAY, TUAN, rate

pytestmark = pytest.mark.django_db
SUMMER_2024 = date(2024, 7, 10)


@pytest.fixture(autouse=True)
def _clock():
    with frozen(NOW):
        yield


def test_shows_252_tasks_as_unclassified() -> None:
    found = list_findings(unit_code="VN", on=SUMMER_2024, period="2024-H1", seen_by=TUAN)

    [rest] = [each for each in found if each.kind is FindingKind.PARTS_UNCLASSIFIED]
    assert rest.numbers["rest"] == 252
    assert not [each for each in found if each.severity is Severity.CONTRADICTION]


def test_finds_the_report_of_tuyen_quang_consistent() -> None:
    assert list_findings(unit_code="08", on=date(2024, 6, 10), period="2024-06", seen_by=TUAN) == ()


def test_finds_the_task_left_over_in_february_2025() -> None:
    found = list_findings(unit_code="VN", on=date(2025, 2, 13), period="2025-02", seen_by=TUAN)

    assert [each.numbers["rest"] for each in found if each.kind is FindingKind.PARTS_UNCLASSIFIED] == [1]


def test_takes_more_than_50_trillion_for_no_contradiction() -> None:
    found = list_findings(unit_code="VN", on=TODAY, period="2025-H1", seen_by=TUAN)

    assert not [each for each in found if each.kind is FindingKind.BASELINE_SERIES]


def test_asks_for_an_explanation_of_an_outlier() -> None:
    months = [f"2026-{month:02}" for month in range(3, 10)]
    rows = [rate(40 + number % 3, period=period) for number, period in enumerate(months)]
    record_observations(rows=[*rows, rate(90)], by=SYSTEM)

    found = list_findings(unit_code="11", on=TODAY, period="2026-10", seen_by=TUAN)

    assert [each.kind for each in found] == [FindingKind.OUTLIER]


def test_says_it_in_the_language_of_the_reader() -> None:
    finding = Finding(
        FindingKind.PARTS_UNCLASSIFIED,
        Severity.NOTE,
        ("tasks-total",),
        {"parts": Decimal(1404), "whole": Decimal(1656), "rest": Decimal(252)},
    )

    with override("en"):
        assert say_finding(finding) == "The parts are 1,404 of 1,656; the other 252 are not classified."
    with override("cs"):
        assert "252" in say_finding(finding)
        assert "1,404" not in say_finding(finding)


def test_traces_a_published_figure_to_its_document() -> None:
    row = Observation.objects.get(locator="N24")

    lineage = get_lineage(observation=row.uuid, seen_by=TUAN)

    assert lineage.source is not None
    assert lineage.source.key == "S4"
    assert [(each.reading_before, each.reading_after) for each in lineage.corrections] == [
        ("14528000000", "14528000000000")
    ]
    assert [each.period for each in lineage.earlier] == ["2023-H1"]


def test_is_closed_to_whoever_must_not_see_the_unit() -> None:
    with pytest.raises(NotAllowed):
        list_findings(unit_code="11", on=TODAY, period="2024-H1", seen_by=HOA)
    with pytest.raises(UnknownObservation):
        get_lineage(observation=Observation.objects.get(locator="N12").uuid, seen_by=HOA)
