from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from project06.kernel.payloads import from_json, to_json


class Kind(StrEnum):
    COMMUNE = "commune"
    WARD = "ward"


@dataclass(frozen=True)
class Part:
    unit: UUID
    share: float


@dataclass(frozen=True)
class News:
    unit: UUID
    kind: Kind
    valid_from: date
    heard_at: datetime
    names: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    counts: dict[str, int] | None = None
    parent: UUID | None = None


news = st.builds(
    News,
    unit=st.uuids(),
    kind=st.sampled_from(Kind),
    valid_from=st.dates(),
    heard_at=st.datetimes(timezones=st.just(UTC)),
    names=st.lists(st.sampled_from(["Phú Thọ", "Điện Biên"])).map(tuple),
    parts=st.lists(st.builds(Part, st.uuids(), st.floats(0, 1)), max_size=3).map(tuple),
    counts=st.none() | st.dictionaries(st.sampled_from(["a", "b"]), st.integers(0, 1000)),
    parent=st.none() | st.uuids(),
)


@given(news)
def test_a_message_arrives_as_it_was_sent(sent):
    assert from_json(News, to_json(sent)) == sent


def test_keys_of_a_newer_sender_are_ignored():
    assert from_json(Part, {"unit": str(UUID(int=1)), "share": 1, "colour": "red"}) == Part(UUID(int=1), 1)


def test_a_missing_key_without_default_is_refused():
    with pytest.raises(TypeError):
        from_json(Part, {"share": 1})


@pytest.mark.parametrize("text", ["099001000001", "lan@example.vn"])
def test_a_person_does_not_travel_in_a_message(text):
    with pytest.raises(ValueError, match="identifier"):
        to_json({"who": text})


def test_what_is_no_json_does_not_travel():
    with pytest.raises(TypeError, match="cannot travel"):
        to_json(object())
