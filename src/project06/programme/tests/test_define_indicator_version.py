"""Saying exactly what an indicator means from now on."""

from dataclasses import replace
from decimal import Decimal

import pytest

from project06.kernel.errors import NotAllowed
from project06.programme.data.indicators import LANGUAGES
from project06.programme.enums import Direction, IndicatorGroup, Origin
from project06.programme.errors import (
    IncompleteNames,
    IndicatorUnchanged,
    UnknownIndicator,
    UnknownMeasure,
    UnknownSource,
    UnusableQuery,
)
from project06.programme.operations.define_indicator_version import Definition, define_indicator_version
from project06.programme.queries.indicator_versions import get_version, list_versions
from project06.programme.tests.indicator_world import CHI, SYSTEM

pytestmark = pytest.mark.django_db
NEW = Definition(
    indicator="school-kiosks",
    group=IndicatorGroup.DATA,
    names=dict.fromkeys(LANGUAGES, "Ki-ốt"),
    measure="facilities",
    direction=Direction.UP,
    lowest=Decimal(0),
)
QUERY = "SELECT unit_code, period, sum(occurrences) AS numerator, NULL AS denominator FROM tallies GROUP BY ALL"


def test_begins_with_version_1() -> None:
    version = define_indicator_version(definition=NEW, by=SYSTEM)

    assert (version.number, version.measure.label("cs")) == (1, "zařízení")
    assert get_version("school-kiosks") == version
    assert version in list_versions(IndicatorGroup.DATA)


def test_makes_another_meaning_the_next_version() -> None:
    first = define_indicator_version(definition=NEW, by=SYSTEM)

    second = define_indicator_version(definition=replace(NEW, highest=Decimal(9)), by=SYSTEM)

    assert second.number == 2
    assert get_version("school-kiosks", 1) == first


def test_refuses_the_same_meaning_twice() -> None:
    define_indicator_version(definition=NEW, by=SYSTEM)

    with pytest.raises(IndicatorUnchanged):
        define_indicator_version(definition=NEW, by=SYSTEM)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT 1",
        "DROP TABLE tallies",
        f"{QUERY}; {QUERY}",
        QUERY.replace("sum(occurrences)", "random()"),
        QUERY.replace("sum(occurrences)", "epoch(current_timestamp)"),
        "SELECT unit_code, period, 1 AS numerator, 1 AS denominator FROM read_csv('passwords.csv')",
        "SELECT unit_code, period, 1 AS numerator, 1 AS denominator FROM 'passwords.parquet'",
        "INSTALL httpfs",
    ],
)
def test_refuses_a_query_that_could_reach_out_or_vary(query: str) -> None:
    with pytest.raises(UnusableQuery):
        define_indicator_version(definition=replace(NEW, origin=Origin.COMPUTED, query=query), by=SYSTEM)


def test_takes_a_query_that_counts_facts() -> None:
    version = define_indicator_version(definition=replace(NEW, origin=Origin.COMPUTED, query=QUERY), by=SYSTEM)

    assert version.origin is Origin.COMPUTED


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"names": {"vi": "Ki-ốt", "en": "Kiosks"}}, IncompleteNames),
        ({"measure": "no-such"}, UnknownMeasure),
        ({"source": "no-such"}, UnknownSource),
        ({"origin": Origin.COMPUTED}, UnusableQuery),
        ({"query": QUERY}, UnusableQuery),
    ],
)
def test_refuses_bad_input(change, refusal) -> None:
    with pytest.raises(refusal):
        define_indicator_version(definition=replace(NEW, **change), by=SYSTEM)


def test_is_refused_to_a_province() -> None:
    with pytest.raises(NotAllowed):
        define_indicator_version(definition=NEW, by=CHI)


def test_knows_no_other_indicators() -> None:
    with pytest.raises(UnknownIndicator):
        get_version("no-such")
    with pytest.raises(UnknownIndicator):
        get_version("tasks-total", 9)
