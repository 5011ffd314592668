"""Fair places, against a naive way of counting who is better."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from project06.programme.enums import Direction
from project06.programme.rules.ranking import Entry, median, rank_entries

TODAY = date(2024, 7, 10)
some_values = st.lists(st.one_of(st.none(), st.integers(0, 8).map(Decimal)), max_size=30)


@given(values=some_values, direction=st.sampled_from([Direction.UP, Direction.DOWN]))
def test_gives_a_place_after_everybody_who_is_better(values: list[Decimal | None], direction: Direction) -> None:
    ranked = rank_entries([Entry(number, value) for number, value in enumerate(values)], direction, on=TODAY)

    known = [value for value in values if value is not None]
    for place in ranked.places:
        better = [each for each in known if (each > place.value if direction is Direction.UP else each < place.value)]
        assert place.place == 1 + len(better)
        assert place.ties == known.count(place.value) - 1


@given(values=some_values)
def test_lists_missing_units_apart_without_influence(values: list[Decimal | None]) -> None:
    entries = [Entry(number, value) for number, value in enumerate(values)]

    everybody = rank_entries(entries, Direction.UP, on=TODAY)
    known_only = rank_entries([each for each in entries if each.value is not None], Direction.UP, on=TODAY)

    assert everybody.places == known_only.places
    assert everybody.missing == tuple(number for number, value in enumerate(values) if value is None)


def test_leaves_the_next_place_free_after_a_tie() -> None:
    entries = [Entry(name, Decimal(value)) for name, value in (("a", 9), ("b", 7), ("c", 9), ("d", 5))]

    ranked = rank_entries(entries, Direction.UP, on=TODAY)

    assert [(each.unit, each.place) for each in ranked.places] == [("a", 1), ("c", 1), ("b", 3), ("d", 4)]


def test_gives_no_place_where_neither_end_is_better() -> None:
    ranked = rank_entries([Entry("a", Decimal(1)), Entry("b", None)], Direction.NEUTRAL, on=TODAY)

    assert ranked.places == ()
    assert ranked.missing == ("b",)


def test_tells_how_old_a_value_is() -> None:
    entries = [
        Entry("a", Decimal(1), date(2024, 6, 10)),
        Entry("b", Decimal(0), date(2024, 8, 1)),
        Entry("c", Decimal(2)),
    ]

    ages = {each.unit: each.age_days for each in rank_entries(entries, Direction.UP, on=TODAY).places}

    assert ages == {"a": 30, "b": 0, "c": None}


def test_finds_no_middle_of_nothing() -> None:
    assert median([Decimal(4), Decimal(1), Decimal(3), Decimal(2)]) == Decimal("2.5")
    with pytest.raises(ValueError, match="middle"):
        median([])
