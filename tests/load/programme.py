"""How fast steering answers: landing pages, restated places, missing rows, indicators from ten million facts.

    run.py bench programme --months 36 --indicators 120 --facts 10000000

34 units of today over 36 months and the 63 units of 2024 over a year, a fifth of everything missing. All of it is
written through the operations and undone at the end. Each figure has a baseline measured in the same run.
"""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from django.db import connection, transaction

from project06.kernel.clock import VIETNAM, frozen, now
from project06.kernel.periods import Period, PeriodKind
from project06.kernel.permissions import Actor
from project06.places import public as places
from project06.programme.data.computation import FactCut, Question
from project06.programme.data.indicators import LANGUAGES, FigureRow, Reading
from project06.programme.enums import Direction, IndicatorGroup, Origin
from project06.programme.models import Indicator, IndicatorVersion, Measure
from project06.programme.operations.open_period import open_period
from project06.programme.operations.rebuild_scores import rebuild_scores
from project06.programme.operations.recompute_indicators import recompute_indicators
from project06.programme.operations.record_observations import record_observations
from project06.programme.queries.fact_store import compute, file_digest
from project06.programme.queries.indicator_units import unit_key
from project06.programme.queries.list_indicators import list_indicators
from project06.programme.queries.list_not_reported import count_reporting, list_not_reported
from project06.programme.queries.rank_units import rank_units
from project06.programme.queries.restate_ranking import restate_ranking

type Figures = dict[str, float]

# The units of today need 36 months of their own, so the bench stands in the summer of 2028.
MOMENT = datetime(2028, 7, 10, 9, tzinfo=VIETNAM)
FIRST = Period.parse("2025-07")
HISTORY = "2024"
BY = Actor.system("bench")
COMPUTED = 30
ROUNDS = 60
_MISSING_EVERY = 5

_BARE_LINES = """
SELECT latest.version_id, observation.period, observation.value, latest.trend
FROM programme_latestobservation AS latest
JOIN programme_observation AS observation ON observation.id = latest.valued_id
WHERE latest.unit_code = %s AND latest.unit_since = %s
"""
_BARE_MISSING = """
SELECT id, unit_path FROM programme_observation
WHERE period = %s AND status = 'missing' ORDER BY unit_path, id LIMIT 51
"""
_BARE_PERIOD = (
    "SELECT unit_code, numerator, denominator FROM programme_observation WHERE version_id = %s AND period = %s"
)


def bench(months: str = "36", indicators: str = "120", facts: str = "10000000") -> Figures:
    """Measure and return the figures; the database must be migrated and loaded."""
    with frozen(MOMENT), transaction.atomic():
        codes = _define(int(indicators))
        found = _deliver(codes, int(months)) | _rebuild()
        found |= _read(codes, int(months)) | _compute(int(facts), int(months))
        transaction.set_rollback(True)
    return found


def _define(count: int) -> list[str]:
    """Reported indicators, and thirty computed ones; rates with their two counts."""
    measure = Measure.objects.get(code="percent")
    codes = [f"bench-{number:03}" for number in range(count)]
    names = dict.fromkeys(LANGUAGES, "bench")
    groups = list(IndicatorGroup)
    wanted = [(code, "") for code in codes] + [(f"bench-c{number:02}", _query(number)) for number in range(COMPUTED)]
    made = Indicator.objects.bulk_create(
        Indicator(code=code, group=groups[place % len(groups)], names=names, created_at=now())
        for place, (code, _) in enumerate(wanted)
    )
    IndicatorVersion.objects.bulk_create(
        IndicatorVersion(
            indicator=indicator,
            number=1,
            measure=measure,
            direction=Direction.UP,
            origin=Origin.COMPUTED if query else Origin.REPORTED,
            factor=100,
            lowest=0,
            highest=100,
            query=query,
            defined_at=now(),
        )
        for indicator, (_, query) in zip(made, wanted, strict=True)
    )
    return codes


def _query(number: int) -> str:
    subject = ("dossier", "payment", "feedback", "benefit", "record")[number % 5]
    outcome = ("on-time", "late", "rejected")[number % 3]
    channel = ("online", "direct", "post")[number // 10]
    return (  # the words are our own
        f"SELECT unit_code, period, coalesce(sum(occurrences) FILTER (WHERE outcome = '{outcome}'), 0) AS numerator, "  # noqa: S608
        f"sum(occurrences) AS denominator FROM tallies "
        f"WHERE subject = '{subject}' AND channel = '{channel}' GROUP BY unit_code, period"
    )


def _deliver(codes: Sequence[str], months: int) -> Figures:
    """Ask for every figure, report four fifths, month by month; then once as a bare COPY of the same rows.

    All months are one transaction that is undone, so what a month leaves behind is never swept up: the median
    month tells more than the sum.
    """
    opened_ms: list[float] = []
    recorded_ms: list[float] = []
    rows = 0
    for period in [*_periods(months), *Period.parse(HISTORY).months()]:
        units = [unit.code for unit in places.list_children("VN", period.last_on)]
        opened_ms.append(_seconds(lambda: _open(codes, units, period)) * 10_000_000 / (len(codes) * len(units)))  # noqa: B023 - called at once
        figures = list(_figures(codes, units, period))
        recorded_ms.append(_seconds(lambda: record_observations(rows=figures, by=BY)) * 10_000_000 / len(figures))  # noqa: B023
        rows += len(codes) * len(units)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE programme_observation, programme_latestobservation, programme_unitscore")
    return {
        "observations_rows": float(rows),
        "open_10000_missing_rows_ms": statistics.median(opened_ms),
        "record_10000_figures_ms": statistics.median(recorded_ms),
        "record_ratio_to_bare_copy": statistics.median(recorded_ms) / (_bare_copy_s() * 10_000_000 / rows),
    }


def _rebuild() -> Figures:
    """All rows of landing pages anew, into fresh tables: vacuum cannot tidy up behind this one transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # nothing may wait for the end of the transaction
        cursor.execute("TRUNCATE programme_latestobservation, programme_unitscore")
        seconds = _seconds(lambda: rebuild_scores(by=BY))
        cursor.execute("ANALYZE programme_latestobservation, programme_unitscore")
    return {"rebuild_all_scores_s": seconds}


def _open(codes: Sequence[str], units: Sequence[str], period: Period) -> None:
    open_period(indicators=codes, units=units, units_on=period.last_on, period=period.code, due_on=period.end, by=BY)


def _periods(months: int) -> Iterator[Period]:
    period = FIRST
    for _ in range(months):
        yield period
        period = period.next()


def _figures(codes: Sequence[str], units: Sequence[str], period: Period) -> Iterator[FigureRow]:
    turn = period.start.toordinal()
    for place, code in enumerate(codes):
        for number, unit in enumerate(units):
            if (place + number + turn) % _MISSING_EVERY:
                numerator = Decimal((place * 7 + number * 13 + turn) % 100)
                reading = Reading(numerator=numerator, denominator=Decimal(100))
                yield FigureRow(code, unit, period.last_on, period.code, reading)


def _bare_copy_s() -> float:
    """The same columns of all rows into a table without index or rule."""
    columns = "version_id, unit_code, unit_on, unit_since, unit_path, period, status, numerator, denominator, value"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE bare AS SELECT {columns} FROM programme_observation LIMIT 0")  # noqa: S608
        cursor.execute(f"SELECT {columns} FROM programme_observation")  # noqa: S608
        rows = cursor.fetchall()
        begun = time.perf_counter()
        with cursor.copy("COPY bare FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        return time.perf_counter() - begun


def _read(codes: Sequence[str], months: int) -> Figures:
    last = list(_periods(months))[-1].code
    on = MOMENT.date()
    units = places.list_children("VN", on)
    lines = _times_ms([lambda code=unit.code: list_indicators(unit_code=code, on=on, seen_by=BY) for unit in units] * 3)
    keys = [unit_key(unit) for unit in units]
    bare_lines = _times_ms([lambda key=key: _fetch(_BARE_LINES, [key.code, key.since]) for key in keys] * 3)
    chairman = _times_ms([lambda code=unit.code: _chairman(code, last, on) for unit in units] * 3)
    counted = _times_ms(
        [lambda code=unit.code: count_reporting(on=on, seen_by=BY, period=last, under=code) for unit in units] * 2
    )
    restated = _times_ms([lambda code=code: _restate(code, on) for code in codes[:ROUNDS]])
    version = IndicatorVersion.objects.get(indicator__code=codes[0]).pk
    bare_period = _times_ms([lambda: _fetch(_BARE_PERIOD, [version, f"{HISTORY}-06"])] * ROUNDS)
    ranked = _times_ms([lambda code=code: _rank(code, last, on) for code in codes[:ROUNDS]])
    missing = _times_ms([lambda: list_not_reported(on=on, seen_by=BY, period=last)] * ROUNDS)
    bare_missing = _times_ms([lambda: _fetch(_BARE_MISSING, [last])] * ROUNDS)
    return {
        "indicator_lines_p95_ms": _p95(lines),
        "indicator_lines_ratio_to_bare_sql": statistics.median(lines) / statistics.median(bare_lines),
        "chairman_queries_p95_ms": _p95(chairman),
        "reporting_rate_p95_ms": _p95(counted),
        "restated_ranking_p95_ms": _p95(restated),
        "restated_ranking_ratio_to_bare_sql": statistics.median(restated) / statistics.median(bare_period),
        "ranking_p95_ms": _p95(ranked),
        "not_reported_p95_ms": _p95(missing),
        "not_reported_ratio_to_bare_sql": statistics.median(missing) / statistics.median(bare_missing),
    }


def _chairman(code: str, period: str, on: date) -> None:
    """What the chairman's screen asks of indicators: lines with sparkline and place, who is silent, how many."""
    list_indicators(unit_code=code, on=on, seen_by=BY)
    list_not_reported(on=on, seen_by=BY, period=period, under=code, limit=10)
    count_reporting(on=on, seen_by=BY, period=period, under=code)


def _restate(code: str, on: date) -> None:
    restate_ranking(indicator=code, period=f"{HISTORY}-06", to=on, seen_by=BY)


def _rank(code: str, period: str, on: date) -> None:
    rank_units(indicator=code, period=period, on=on, seen_by=BY)


def _compute(count: int, months: int) -> Figures:
    """Thirty indicators, 34 units, all months, from facts in Parquet; then the same with storing."""
    with TemporaryDirectory(prefix="project06-bench-") as folder:
        file = Path(folder) / "facts.parquet"
        _make_facts(file, count, months)
        cut = FactCut((file,), MOMENT, file_digest([file]), count)
        codes = [f"bench-c{number:02}" for number in range(COMPUTED)]
        question = Question(tuple((code, _query(place)) for place, code in enumerate(codes)), PeriodKind.MONTH)
        computed_s = min(_seconds(lambda: compute(cut, question)) for _ in range(2))
        bare_s = min(_seconds(lambda: _bare_count(file)) for _ in range(2))
        stored_s = _seconds(lambda: recompute_indicators(indicators=codes, kind=PeriodKind.MONTH, cut=cut, by=BY))
    return {
        "facts_rows": float(count),
        "compute_30_indicators_s": computed_s,
        "compute_ratio_to_one_bare_count": computed_s / bare_s,
        "recompute_and_store_30_indicators_s": stored_s,
    }


def _make_facts(file: Path, count: int, months: int) -> None:
    """Facts of the units of today, spread evenly; the same numbers in every run."""
    codes = ", ".join(f"'{unit.code}'" for unit in places.list_children("VN", FIRST.last_on))
    days = (list(_periods(months))[-1].end - FIRST.start).days
    with duckdb.connect(":memory:", config={"memory_limit": "1GB"}) as engine:
        engine.execute(
            f"""
            COPY (
                SELECT TIMESTAMP '{FIRST.start}' + to_seconds((hash(turn) % {days * 86_400})::BIGINT) AS occurred_at,
                       [{codes}][1 + (hash(turn, 1) % 34)::INT] AS unit_code,
                       ['dossier', 'payment', 'feedback', 'benefit', 'record'][1 + (hash(turn, 2) % 5)::INT] AS subject,
                       ['on-time', 'late', 'rejected'][1 + (hash(turn, 3) % 3)::INT] AS outcome,
                       ['online', 'direct', 'post'][1 + (hash(turn, 4) % 3)::INT] AS channel,
                       (hash(turn, 5) % 1000000)::BIGINT AS amount
                FROM range({count}) AS series(turn)
            ) TO '{file}' (FORMAT parquet, COMPRESSION zstd)
            """  # noqa: S608
        )


def _bare_count(file: Path) -> None:
    with duckdb.connect(":memory:", config={"memory_limit": "1GB"}) as engine:
        engine.execute(
            f"SELECT unit_code, date_trunc('month', occurred_at), count(*) FROM read_parquet('{file}') GROUP BY ALL"  # noqa: S608
        ).fetchall()


def _fetch(statement: str, parameters: Sequence[object]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        cursor.fetchall()


def _times_ms(works: Sequence[Callable[[], object]]) -> list[float]:
    works[0]()
    return [_seconds(work) * 1_000 for work in works]


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _p95(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]
