"""Definitions of computed indicators over frozen facts, in DuckDB.

A definition is one SELECT that gives `unit_code, period, numerator, denominator` and reads
- `facts(occurred_at, unit_code, subject, outcome, channel, amount, period)`: everything that happened, or
- `tallies(unit_code, period, subject, outcome, channel, occurrences, amount)`: the same, counted once a run.

`occurred_at` is the time on Vietnamese clocks, so that a period begins at midnight there. The engine reaches no
file but the frozen ones and no network, and a definition that would not give the same answer twice is refused.
"""

import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from project06.kernel.periods import PeriodKind
from project06.programme.data.computation import ComputedIndicator, ComputedRow, FactCut, Question
from project06.programme.errors import UnusableFacts, UnusableQuery
from project06.programme.rules.computation import definition_digest, result_digest
from project06.programme.rules.indicators import plain

MEMORY_LIMIT = "1GB"
FACT_COLUMNS = (
    "occurred_at TIMESTAMP, unit_code VARCHAR, subject VARCHAR, outcome VARCHAR, channel VARCHAR, amount BIGINT"
)
RESULT_COLUMNS = ("unit_code", "period", "numerator", "denominator")
_CALL = re.compile(r"([a-z_][a-z0-9_]*)\s*\(")
_WORD = re.compile(r"[a-z_][a-z0-9_]*")
_UNSTABLE_WORDS = frozenset({"current_date", "current_time", "current_timestamp", "localtime", "localtimestamp"})
_CHUNK = 1 << 20

_PERIODS = {
    PeriodKind.MONTH: "strftime(occurred_at, '%Y-%m')",
    PeriodKind.QUARTER: "strftime(occurred_at, '%Y') || '-Q' || quarter(occurred_at)",
    PeriodKind.HALF: "strftime(occurred_at, '%Y') || '-H' || ((month(occurred_at) + 5) // 6)",
    PeriodKind.YEAR: "strftime(occurred_at, '%Y')",
}

# Months first: naming a period is dear for ten million rows and cheap for what is left of them.
_TALLIES = """
CREATE TABLE tallies AS
SELECT unit_code, {period} AS period, subject, outcome, channel,
       sum(occurrences)::BIGINT AS occurrences, sum(amount)::HUGEINT AS amount
FROM (SELECT unit_code, date_trunc('month', occurred_at) AS occurred_at, subject, outcome, channel,
             count(*) AS occurrences, sum(amount) AS amount
      FROM facts GROUP BY ALL)
GROUP BY ALL
"""


def is_usable_query(query: str) -> bool:
    """Whether a definition is one SELECT with the four columns that gives the same answer every time."""
    with _engine() as engine:
        engine.execute(f"CREATE TABLE events ({FACT_COLUMNS})")
        engine.execute("CREATE VIEW facts AS SELECT *, '' AS period FROM events")
        engine.execute(_TALLIES.format(period="''"))
        _close(engine, [])
        return _is_stable(query.lower()) and _gives_columns(engine, query)


def file_digest(files: Sequence[Path]) -> str:
    """SHA-256 over the frozen files in the order of their names. Raises UnusableFacts."""
    digest = hashlib.sha256()
    try:
        for file in sorted(files):
            with file.open("rb") as handle:
                while chunk := handle.read(_CHUNK):
                    digest.update(chunk)
    except OSError as fault:
        raise UnusableFacts from fault
    return digest.hexdigest()


def compute(cut: FactCut, question: Question) -> tuple[ComputedIndicator, ...]:
    """Ask every definition of the question; facts are read and counted once for all of them.

    Raises UnusableFacts for files that are missing, changed since they were frozen or have other columns, and
    UnusableQuery for a definition that cannot be asked.
    """
    if file_digest(cut.files) != cut.digest:
        raise UnusableFacts
    with _engine() as engine:
        _read_facts(engine, cut, question.kind)
        return tuple(_ask(engine, code, query) for code, query in question.definitions)


def _read_facts(engine: duckdb.DuckDBPyConnection, cut: FactCut, kind: PeriodKind) -> None:
    names = ", ".join("'" + str(file).replace("'", "''") + "'" for file in sorted(cut.files))
    try:
        engine.execute(
            f"CREATE VIEW facts AS SELECT occurred_at, unit_code, subject, outcome, channel, amount, "  # noqa: S608 - our own file names
            f"{_PERIODS[kind]} AS period FROM read_parquet([{names}])"
        )
        _close(engine, cut.files)
        engine.execute(_TALLIES.format(period=_PERIODS[kind]))
    except duckdb.Error as fault:
        raise UnusableFacts from fault


def _ask(engine: duckdb.DuckDBPyConnection, code: str, query: str) -> ComputedIndicator:
    selected = (
        f"SELECT unit_code::VARCHAR, period::VARCHAR, numerator::DECIMAL(38, 6), denominator::DECIMAL(38, 6) "  # noqa: S608 - checked when defined, and the engine is closed
        f"FROM ({query.strip().rstrip(';')}) WHERE numerator IS NOT NULL ORDER BY ALL"
    )
    try:
        found = engine.execute(selected).fetchall()
    except duckdb.Error as fault:
        raise UnusableQuery(indicator=code) from fault
    rows = tuple(
        ComputedRow(unit, period, plain(numerator), None if denominator is None else plain(denominator))
        for unit, period, numerator, denominator in found
    )
    return ComputedIndicator(code, rows, definition_digest(query), result_digest(rows))


@contextmanager
def _engine() -> Iterator[duckdb.DuckDBPyConnection]:
    with TemporaryDirectory(prefix="project06-facts-") as folder:
        settings: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": MEMORY_LIMIT,
            "threads": str(os.cpu_count() or 1),
            "temp_directory": folder,
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
        }
        with duckdb.connect(":memory:", config=settings) as engine:
            yield engine


def _close(engine: duckdb.DuckDBPyConnection, files: Sequence[Path]) -> None:
    """From here on the engine reads these files only, and nothing can open it again."""
    names = ", ".join("'" + str(file).replace("'", "''") + "'" for file in files)
    engine.execute(f"SET allowed_paths = [{names}]")
    engine.execute("SET enable_external_access = false")
    engine.execute("SET lock_configuration = true")


def _gives_columns(engine: duckdb.DuckDBPyConnection, query: str) -> bool:
    try:
        statements = engine.extract_statements(query)
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            return False
        columns = engine.execute(f"DESCRIBE {statements[0].query}").fetchall()
    except duckdb.Error:
        return False
    return sorted(column[0] for column in columns) == sorted(RESULT_COLUMNS)


def _is_stable(query: str) -> bool:
    return not (set(_CALL.findall(query)) & _unstable_functions() or set(_WORD.findall(query)) & _UNSTABLE_WORDS)


@cache
def _unstable_functions() -> frozenset[str]:
    """The names of functions that would not give the same answer twice."""
    with duckdb.connect(":memory:") as engine:
        found = engine.execute(
            "SELECT DISTINCT function_name FROM duckdb_functions() "
            "WHERE function_type = 'scalar' AND stability <> 'CONSISTENT'"
        ).fetchall()
    return frozenset(name for (name,) in found)
