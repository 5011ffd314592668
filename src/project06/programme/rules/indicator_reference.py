"""Reads the delivered tables of sources, measures, indicators, targets, figures, facts and corrections.

Whatever a row says wrongly is a ValueError or KeyError that names it: a delivered table is code, not input.
"""

import csv
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from project06.programme.data.indicators import LANGUAGES, FigureRow, InLanguages, Reading, SourceData
from project06.programme.enums import (
    Coverage,
    DeltaKind,
    Direction,
    FactKind,
    IndicatorGroup,
    MeasureKind,
    Nature,
    Origin,
    Qualifier,
)

TABLES = ("sources", "measures", "indicators", "targets", "observations", "facts", "corrections")
_WORDS = ("label", "one", "few", "many", "other")

type Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A unit of measure with its words in every language."""

    code: str
    kind: MeasureKind
    words: Mapping[str, InLanguages]


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator and its newest definition; `query` is the SQL of a computed one."""

    code: str
    group: IndicatorGroup
    names: InLanguages
    measure: str
    direction: Direction
    origin: Origin
    factor: Decimal
    lowest: Decimal | None
    highest: Decimal | None
    definitions: InLanguages
    query: str
    source: str


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target and its act."""

    indicator: str
    unit_code: str
    unit_on: date
    value: Decimal
    by_on: date
    act_number: str
    act_issued_on: date


@dataclass(frozen=True, slots=True)
class FactRow:
    """Something a source states without measuring it."""

    key: str
    kind: FactKind
    names: InLanguages
    number: str
    stated_on: date | None
    first: int | None
    last: int | None
    amount: Decimal | None
    measure: str
    source: str
    locator: str
    as_of_on: date | None


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """Both readings of a fact (`fact`), or of the figure of an indicator, unit and period."""

    fact: str
    figure: tuple[str, str, str, str]
    field: str
    reading_before: str
    reading_after: str
    source_before: str
    source_after: str
    reasons: InLanguages


def checksum(files: Mapping[str, str]) -> str:
    """SHA-256 over all files in the order of their names."""
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(f"{name}\0{files[name]}\0".encode())
    return digest.hexdigest()


def parse_sources(files: Mapping[str, str]) -> list[SourceData]:
    """The documents."""
    return [
        SourceData(
            key=row["key"],
            title=row["title"],
            issued_on=_day(row["issued_on"]),
            issuer=row["issuer"],
            reference=row["reference"],
            language=row["language"],
        )
        for row in _rows(files, "sources")
    ]


def parse_measures(files: Mapping[str, str]) -> list[MeasureRow]:
    """The units of measure, their words gathered from one row a language."""
    words: dict[tuple[str, str], dict[str, InLanguages]] = {}
    for row in _rows(files, "measures"):
        known = words.setdefault((row["code"], row["kind"]), {})
        known[row["language"]] = {word: row[word] for word in _WORDS if row[word]}
    return [MeasureRow(code, MeasureKind(kind), known) for (code, kind), known in words.items()]


def parse_indicators(files: Mapping[str, str]) -> list[IndicatorRow]:
    """The indicators; the column `query` names the file of the SQL."""
    return [
        IndicatorRow(
            code=row["code"],
            group=IndicatorGroup(row["group"]),
            names=_in_languages(row, "name"),
            measure=row["measure"],
            direction=Direction(row["direction"]),
            origin=Origin(row["origin"]),
            factor=Decimal(row["factor"]),
            lowest=_number(row["lowest"]),
            highest=_number(row["highest"]),
            definitions=_in_languages(row, "definition"),
            query=files[f"{row['query']}.sql"] if row["query"] else "",
            source=row["source"],
        )
        for row in _rows(files, "indicators")
    ]


def parse_targets(files: Mapping[str, str]) -> list[TargetRow]:
    """The targets."""
    return [
        TargetRow(
            indicator=row["indicator"],
            unit_code=row["unit_code"],
            unit_on=date.fromisoformat(row["unit_on"]),
            value=Decimal(row["value"]),
            by_on=date.fromisoformat(row["by_on"]),
            act_number=row["act_number"],
            act_issued_on=date.fromisoformat(row["act_issued_on"]),
        )
        for row in _rows(files, "targets")
    ]


def parse_observations(files: Mapping[str, str]) -> list[FigureRow]:
    """The figures with everything the source says of them."""
    return [
        FigureRow(
            indicator=row["indicator"],
            unit_code=row["unit_code"],
            unit_on=date.fromisoformat(row["unit_on"]),
            period=row["period"],
            reading=_reading(row),
        )
        for row in _rows(files, "observations")
    ]


def parse_facts(files: Mapping[str, str]) -> list[FactRow]:
    """What is stated without being measured."""
    return [
        FactRow(
            key=row["key"],
            kind=FactKind(row["kind"]),
            names=_in_languages(row, "name"),
            number=row["number"],
            stated_on=_day(row["stated_on"]),
            first=int(row["first"]) if row["first"] else None,
            last=int(row["last"]) if row["last"] else None,
            amount=_number(row["amount"]),
            measure=row["measure"],
            source=row["source"],
            locator=row["locator"],
            as_of_on=_day(row["as_of_on"]),
        )
        for row in _rows(files, "facts")
    ]


def parse_corrections(files: Mapping[str, str]) -> list[CorrectionRow]:
    """The known errors of the sources, with both readings."""
    return [
        CorrectionRow(
            fact=row["fact"],
            figure=(row["indicator"], row["unit_code"], row["unit_on"], row["period"]),
            field=row["field"],
            reading_before=row["reading_before"],
            reading_after=row["reading_after"],
            source_before=row["source_before"],
            source_after=row["source_after"],
            reasons=_in_languages(row, "reason"),
        )
        for row in _rows(files, "corrections")
    ]


def _rows(files: Mapping[str, str], table: str) -> Iterator[Row]:
    return iter(csv.DictReader(files[f"{table}.csv"].splitlines()))


def _reading(row: Row) -> Reading:
    return Reading(
        value=_number(row["value"]),
        numerator=_number(row["numerator"]),
        denominator=_number(row["denominator"]),
        exponent=int(row["exponent"]),
        qualifier=Qualifier(row["qualifier"]),
        nature=Nature(row["nature"]),
        coverage=Coverage(row["coverage"]),
        baseline_value=_number(row["baseline_value"]),
        baseline_period=row["baseline_period"],
        delta=_number(row["delta"]),
        delta_kind=DeltaKind(row["delta_kind"]) if row["delta_kind"] else None,
        source=row["source"],
        locator=row["locator"],
        as_of_on=_day(row["as_of_on"]),
        note=row["note"],
    )


def _in_languages(row: Row, column: str) -> InLanguages:
    return {language: row[name] for language in LANGUAGES if row.get(name := f"{column}_{language}")}


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
