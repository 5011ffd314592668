"""Indicators from frozen facts: the same facts and the same definition give the same figure."""

from datetime import datetime
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from project06.kernel.clock import VIETNAM, frozen
from project06.kernel.errors import NotAllowed
from project06.kernel.periods import PeriodKind
from project06.places.errors import UnknownUnit
from project06.programme.data.computation import FactCut
from project06.programme.enums import ObservationStatus
from project06.programme.errors import UnknownIndicator, UnusableFacts
from project06.programme.models import Computation, Observation
from project06.programme.operations.approve_period import approve_period
from project06.programme.operations.freeze_facts import freeze_facts
from project06.programme.operations.open_period import open_period
from project06.programme.operations.recompute_indicators import recompute_indicators
from project06.programme.operations.record_observation import record_observation
from project06.programme.queries.fact_store import FACT_COLUMNS, file_digest
from project06.programme.queries.get_lineage import get_lineage
from project06.programme.tests.indicator_world import CHI, HOA, MINH, MONTH, NOW, RATE, SYSTEM, TODAY, TUAN, rate

ON_TIME = "dossiers-on-time-rate"
ONLINE = "dossiers-online-rate"
CUT_OFF = datetime(2026, 11, 1, tzinfo=VIETNAM)
FACTS = [
    ("2026-10-01 00:00:00", "11", "dossier-settled", "on-time", "online", 0),
    ("2026-10-15 09:00:00", "11", "dossier-settled", "on-time", "direct", 0),
    ("2026-10-31 23:59:59", "11", "dossier-settled", "late", "direct", 0),
    ("2026-09-30 23:59:59", "11", "dossier-settled", "late", "direct", 0),
    ("2026-10-05 09:00:00", "12", "dossier-settled", "on-time", "online", 0),
    ("2026-10-05 09:00:00", "12", "dossier-received", "", "online", 0),
    ("2026-10-05 09:00:00", "12", "dossier-received", "", "direct", 0),
]


def facts(folder: Path, rows=tuple(FACTS), name: str = "facts.parquet") -> FactCut:
    file = folder / name
    with duckdb.connect(":memory:") as engine:
        engine.execute(f"CREATE TABLE facts ({FACT_COLUMNS})")
        engine.executemany("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?)", rows)
        engine.execute(f"COPY facts TO '{file}' (FORMAT parquet)")
    return FactCut((file,), CUT_OFF, file_digest([file]), len(rows))


def recompute(cut: FactCut, *indicators: str, kind=PeriodKind.MONTH, by=SYSTEM):
    return recompute_indicators(indicators=indicators or (ON_TIME, ONLINE), kind=kind, cut=cut, by=by)


def figure(indicator: str, unit: str = "11", period: str = MONTH) -> Observation:
    return Observation.objects.get(version__indicator__code=indicator, unit_code=unit, period=period)


@pytest.fixture(autouse=True)
def _clock():
    with frozen(NOW):
        yield


@pytest.mark.django_db
def test_counts_facts_by_unit_and_vietnamese_month(tmp_path) -> None:
    report = recompute(facts(tmp_path))

    assert (report.rows, report.changed, report.locked) == (4, 4, 0)
    october = figure(ON_TIME)
    assert (october.numerator, october.denominator, october.status) == (2, 3, ObservationStatus.CHECKED)
    assert october.value == Decimal("66.666667")
    assert figure(ON_TIME, period="2026-09").value == 0
    assert figure(ONLINE, unit="12").value == 50


@pytest.mark.django_db
def test_gives_the_same_figures_and_digests_again(tmp_path) -> None:
    cut = facts(tmp_path)
    recompute(cut)

    again = recompute(facts(tmp_path, tuple(reversed(FACTS)), "other.parquet"))

    assert again.changed == 0
    runs = Computation.objects.filter(version__indicator__code=ON_TIME)
    assert len({run.result_digest for run in runs}) == 1
    assert len({run.definition_digest for run in runs}) == 1
    assert len({run.facts_digest for run in runs}) == 2


@pytest.mark.django_db
def test_is_seen_in_the_lineage_of_the_figure(tmp_path) -> None:
    cut = facts(tmp_path)
    recompute(cut)

    run = get_lineage(observation=figure(ON_TIME).uuid, seen_by=TUAN).computation

    assert run is not None
    assert (run.facts_digest, run.cut_off_at) == (cut.digest, cut.cut_off_at)


@pytest.mark.django_db
def test_leaves_approved_periods_as_they_are(tmp_path) -> None:
    recompute(facts(tmp_path))
    approve_period(period=MONTH, unit_code="VN", indicators=[ON_TIME], by=SYSTEM)
    changed = [*FACTS, ("2026-10-20 09:00:00", "11", "dossier-settled", "late", "direct", 0)]

    report = recompute(facts(tmp_path, tuple(changed)), ON_TIME)

    assert (report.changed, report.locked) == (0, 2)
    assert figure(ON_TIME).denominator == 3


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "period"), [(PeriodKind.QUARTER, "2026-Q3"), (PeriodKind.HALF, "2026-H2"), (PeriodKind.YEAR, "2026")]
)
def test_computes_longer_periods(tmp_path, kind: PeriodKind, period: str) -> None:
    recompute(facts(tmp_path), ON_TIME, kind=kind)

    assert figure(ON_TIME, period=period).denominator == (1 if kind is PeriodKind.QUARTER else 4)


@pytest.mark.django_db
def test_finds_a_unit_that_ended_within_the_year(tmp_path) -> None:
    rows = (("2025-03-01 09:00:00", "26", "dossier-settled", "on-time", "online", 0),)

    recompute(facts(tmp_path, rows), ON_TIME, kind=PeriodKind.YEAR)

    assert figure(ON_TIME, unit="26", period="2025").unit_path == "VN/26"


@pytest.mark.django_db
def test_refuses_facts_that_changed_since_they_were_frozen(tmp_path) -> None:
    cut = facts(tmp_path)
    facts(tmp_path, tuple(FACTS[:2]))

    with pytest.raises(UnusableFacts):
        recompute(cut)
    cut.files[0].unlink()
    with pytest.raises(UnusableFacts):
        recompute(cut)


@pytest.mark.django_db
def test_refuses_files_that_are_not_facts(tmp_path) -> None:
    file = tmp_path / "facts.parquet"
    file.write_bytes(b"not parquet")

    with pytest.raises(UnusableFacts):
        recompute(FactCut((file,), CUT_OFF, file_digest([file]), 0))


@pytest.mark.django_db
def test_refuses_what_nobody_can_compute(tmp_path) -> None:
    with pytest.raises(UnknownIndicator):
        recompute(facts(tmp_path), RATE)
    unknown = (("2026-10-01 00:00:00", "99", "dossier-settled", "on-time", "online", 0),)
    with pytest.raises(UnknownUnit):
        recompute(facts(tmp_path, unknown), ON_TIME)


@pytest.mark.django_db
def test_is_refused_to_officers_of_a_province(tmp_path) -> None:
    with pytest.raises(NotAllowed):
        recompute(facts(tmp_path), by=CHI)
    with pytest.raises(NotAllowed):
        freeze_facts(cut_off_at=CUT_OFF, folder=tmp_path, by=MINH)


@pytest.mark.django_db(transaction=True)
def test_computes_who_reports_and_who_reports_on_time(tmp_path) -> None:
    due = datetime(2026, 10, 10, tzinfo=VIETNAM).date()
    open_period(indicators=[RATE], units=["11", "12", "14"], units_on=TODAY, period="2026-09", due_on=due, by=SYSTEM)
    with frozen(datetime(2026, 10, 10, 23, 30, tzinfo=VIETNAM)):
        record_observation(row=rate(40, period="2026-09"), by=MINH)
    with frozen(datetime(2026, 10, 11, 0, 30, tzinfo=VIETNAM)):
        record_observation(row=rate(40, unit="12", period="2026-09"), by=HOA)

    cut = freeze_facts(cut_off_at=CUT_OFF, folder=tmp_path, by=SYSTEM)
    recompute(cut, "reporting-rate", "reporting-on-time-rate")

    assert cut.rows == 3
    assert [figure("reporting-rate", unit).value for unit in ("11", "12", "14")] == [100, 100, 0]
    assert [figure("reporting-on-time-rate", unit).value for unit in ("11", "12", "14")] == [100, 0, 0]
