"""Compute indicators from frozen facts."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from project06.evidence import public as evidence
from project06.kernel.clock import local, now, today
from project06.kernel.events import publish
from project06.kernel.periods import Period, PeriodKind
from project06.kernel.permissions import Actor, check
from project06.places import public as places
from project06.programme.data.computation import ComputedIndicator as Computed
from project06.programme.data.computation import FactCut, Question, RecomputationReport
from project06.programme.data.indicators import FigureRow, Reading
from project06.programme.enums import RECOMPUTE_INDICATORS, HandlingStep, ObservationStatus, Origin
from project06.programme.errors import PeriodLocked, UnknownIndicator
from project06.programme.events import IndicatorsRecomputed
from project06.programme.models import Computation, IndicatorVersion
from project06.programme.operations.handling import open_handling
from project06.programme.operations.observation_rows import Ground, Prepared, parse_period, prepare_row, read_ground
from project06.programme.operations.observation_writing import write_readings
from project06.programme.queries.fact_store import compute
from project06.programme.queries.indicator_versions import newest_versions


@evidence.operation(subject_kind="observations")
def recompute_indicators(
    *, indicators: Sequence[str], kind: PeriodKind, cut: FactCut, by: Actor
) -> RecomputationReport:
    """Compute the indicators for every period of that kind in the facts, and store what is new or different.

    Approved periods stay as they are. Facts, definition and result are named by digests: the same facts and the
    same definition give the same result. Raises NotAllowed, UnknownIndicator, UnusableFacts, UnusableQuery,
    and the refusals of a single figure.
    """
    check(by, RECOMPUTE_INDICATORS)
    versions = _versions(indicators)
    question = Question(tuple((code, version.query) for code, version in versions.items()), kind)
    results = compute(cut, question)
    handling = open_handling(HandlingStep.COMPUTED, by=by)
    ready, locked = _prepare(results, versions, cut, kind, by)
    changed = write_readings(ready, handling=handling, status=ObservationStatus.CHECKED)
    evidence.record(
        by=by,
        action="programme.recompute-indicators",
        subject_kind="observations",
        subject=handling.uuid,
        fields=("value", "numerator", "denominator"),
        purpose="Compute indicators from records",
        legal_ground="Decision 766/QD-TTg of 2022-06-23",
        details={"rows": str(len(ready)), "changed": str(changed)},
    )
    publish(IndicatorsRecomputed(handling.uuid, kind.value, tuple(versions), now()))
    return RecomputationReport(tuple(versions), cut.digest, rows=len(ready) + locked, changed=changed, locked=locked)


def _versions(codes: Sequence[str]) -> dict[str, IndicatorVersion]:
    found = newest_versions(codes)
    for code in codes:
        if code not in found or found[code].origin != Origin.COMPUTED:
            raise UnknownIndicator(indicator=code)
    return found


def _prepare(
    results: Iterable[Computed], versions: dict[str, IndicatorVersion], cut: FactCut, kind: PeriodKind, by: Actor
) -> tuple[list[Prepared], int]:
    as_of_on = local(cut.cut_off_at).date()
    rows: list[tuple[FigureRow, int]] = []
    for result in results:
        run = _write_run(result, versions[result.indicator], cut, kind)
        rows += [(row, run.pk) for row in _figure_rows(result, as_of_on)]
    figures = [row for row, _ in rows]
    ground = read_ground(figures, today=max(today(), as_of_on), by=by, may_be_computed=True)
    return _ready(rows, ground)


def _ready(rows: Iterable[tuple[FigureRow, int]], ground: Ground) -> tuple[list[Prepared], int]:
    ready: list[Prepared] = []
    locked = 0
    for row, run in rows:
        try:
            ready.append(replace(prepare_row(row, ground), computation_id=run))
        except PeriodLocked:
            locked += 1
    return ready, locked


def _write_run(result: Computed, version: IndicatorVersion, cut: FactCut, kind: PeriodKind) -> Computation:
    return Computation.objects.create(
        version=version,
        period=kind.value,
        cut_off_at=cut.cut_off_at,
        facts_digest=cut.digest,
        definition_digest=result.definition_digest,
        result_digest=result.result_digest,
        rows=len(result.rows),
        computed_at=now(),
    )


def _figure_rows(result: Computed, as_of_on: date) -> Iterable[FigureRow]:
    for row in result.rows:
        if row.denominator == 0:
            continue  # an empty base gives no value (Decision 766/QD-TTg)
        period = parse_period(row.period)
        reading = Reading(numerator=row.numerator, denominator=row.denominator, as_of_on=min(period.last_on, as_of_on))
        yield FigureRow(result.indicator, row.unit_code, _day_of(row.unit_code, period), row.period, reading)


def _day_of(code: str, period: Period) -> date:
    """The day of the period on which the code is meant: its last, or its first where the unit ended in between."""
    return period.last_on if places.find_unit(code, period.last_on) else period.start
