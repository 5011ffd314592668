"""Reporting one figure."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from project06.evidence.enums import Outcome
from project06.evidence.public import RecordFilter, inspect_records
from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed, Refusal
from project06.places.errors import UnknownUnit
from project06.programme.data.indicators import FigureRow, Reading
from project06.programme.enums import Coverage, DeltaKind, ObservationStatus
from project06.programme.errors import (
    ComputedIndicator,
    DeltaWithoutKind,
    MisfitPeriod,
    PeriodNotBegun,
    RatioDiffers,
    UnitNotInPeriod,
    UnknownIndicator,
    UnknownSource,
    UnwritableNumber,
    ValueMissing,
    ValueOutOfRange,
)
from project06.programme.models import LatestObservation, Observation
from project06.programme.operations.record_observation import record_observation
from project06.programme.tests.indicator_world import COUNT, HOA, MINH, MONTH, NOW, RATE, TODAY, count, rate

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock():
    with frozen(NOW):
        yield


def test_stores_the_value_that_the_counts_give() -> None:
    stored = record_observation(row=rate(9240, 35470), by=MINH)

    assert stored.status is ObservationStatus.REPORTED
    assert stored.value == Decimal("26.050183")
    assert stored.unit_path == "VN/11"
    assert stored.reading.as_of_on == date(2026, 10, 31)


def test_brings_the_landing_page_rows_up_to_it() -> None:
    record_observation(row=rate(40, period="2026-09"), by=MINH)
    record_observation(row=rate(50), by=MINH)

    latest = LatestObservation.objects.get(version__indicator__code=RATE, unit_code="11")
    assert latest.trend_periods[-2:] == ["2026-09", "2026-10"]
    assert latest.trend[-2:] == [Decimal(40), Decimal(50)]
    assert latest.valued is not None
    assert latest.valued.period == MONTH


def test_replaces_an_earlier_report_of_the_period() -> None:
    first = record_observation(row=rate(40), by=MINH)

    second = record_observation(row=rate(41), by=MINH)

    assert second.uuid == first.uuid
    assert Observation.objects.filter(version__indicator__code=RATE, period=MONTH).count() == 1


def test_changes_nothing_when_it_is_sent_twice() -> None:
    first = record_observation(row=rate(40), by=MINH)

    assert record_observation(row=rate(40), by=MINH) == first


def test_keeps_some_areas_beside_the_whole() -> None:
    whole = record_observation(row=count(7), by=MINH)
    areas = replace(count(9), reading=Reading(value=Decimal(9), coverage=Coverage.SOME_AREAS))

    partial = record_observation(row=areas, by=MINH)

    assert partial.uuid != whole.uuid
    assert Observation.objects.filter(version__indicator__code=COUNT, period=MONTH).count() == 2


def test_leaves_evidence_of_who_reported() -> None:
    stored = record_observation(row=rate(40), by=MINH)

    wanted = RecordFilter(subject=stored.uuid, action="programme.record-observation")
    [record] = inspect_records(wanted=wanted, by=_auditor()).records
    assert record.actor == MINH.account


def test_refuses_the_officer_of_another_province() -> None:
    with pytest.raises(NotAllowed):
        record_observation(row=rate(40), by=HOA)

    wanted = RecordFilter(action="programme.record-observation", outcome=Outcome.REFUSED)
    assert inspect_records(wanted=wanted, by=_auditor()).records


@pytest.mark.parametrize(
    ("row", "refusal"),
    [
        (FigureRow("no-such", "11", TODAY, MONTH, Reading(value=Decimal(1))), UnknownIndicator),
        (FigureRow("reporting-rate", "11", TODAY, MONTH, Reading(value=Decimal(1))), ComputedIndicator),
        (count(1, unit="99"), UnknownUnit),
        (count(1, period="2026-13"), MisfitPeriod),
        (count(1, period="2026-10-01"), MisfitPeriod),
        (count(1, period="2026-12"), PeriodNotBegun),
        (FigureRow(COUNT, "11", TODAY, MONTH, Reading()), ValueMissing),
        (rate(3, 0), ValueMissing),
        (FigureRow(RATE, "11", TODAY, MONTH, Reading(value=Decimal("100.01"))), ValueOutOfRange),
        (count(-1), ValueOutOfRange),
        (count("NaN"), UnwritableNumber),
        (count("Infinity"), UnwritableNumber),
        (count("1E25"), UnwritableNumber),
        (count("0.0000001"), UnwritableNumber),
        (FigureRow(COUNT, "11", TODAY, MONTH, Reading(value=Decimal(1), delta=Decimal(1))), DeltaWithoutKind),
        (
            FigureRow(COUNT, "11", TODAY, MONTH, Reading(value=Decimal(1), delta_kind=DeltaKind.COUNT)),
            DeltaWithoutKind,
        ),
        (FigureRow(COUNT, "11", TODAY, MONTH, Reading(value=Decimal(1), source="no-such")), UnknownSource),
    ],
)
def test_refuses_bad_input_with_its_reason(row: FigureRow, refusal: type[Refusal]) -> None:
    before = Observation.objects.count()

    with pytest.raises(refusal):
        record_observation(row=row, by=MINH)

    assert Observation.objects.count() == before


def test_refuses_a_value_that_its_counts_do_not_give() -> None:
    reading = Reading(value=Decimal(50), numerator=Decimal(1), denominator=Decimal(4))

    with pytest.raises(RatioDiffers):
        record_observation(row=FigureRow(RATE, "11", TODAY, MONTH, reading), by=MINH)


def test_refuses_a_unit_that_did_not_exist_in_the_period() -> None:
    by = replace(MINH, grants=tuple(replace(grant, paths=("VN",)) for grant in MINH.grants))

    with pytest.raises(UnitNotInPeriod):
        # 08 is today's Tuyên Quang, formed on 2025-07-01; in 2024 the code belonged to another unit.
        record_observation(row=count(5, unit="08", period="2024-H1"), by=by)

    record_observation(row=count(5, unit="08", period="2024-H1", on=date(2024, 6, 10)), by=by)


def _auditor():
    from project06.evidence.public import AUDIT
    from project06.programme.tests.indicator_world import officer

    return officer(9, "Tuan", ("VN",), AUDIT)
