"""The delivered reference is sound, and every kind of fault in one is found."""

from dataclasses import replace
from datetime import date

import pytest

from project06.places.data import ActKey, Reference
from project06.places.enums import Certainty, Extent
from project06.places.queries.reference_files import read_files, read_reference
from project06.places.rules.integrity import find_faults
from project06.places.rules.reference_format import parse_reference, render_reference

HERE = read_reference()


def test_is_without_fault() -> None:
    assert find_faults(HERE) == ()


def test_survives_being_read_and_written() -> None:
    files = read_files()

    assert render_reference(parse_reference(files)) == files


def test_says_of_every_assumed_day_why() -> None:
    assumed = [act for act in HERE.acts if act.certainty is Certainty.ASSUMED]

    assert [act.key.number for act in assumed] == ["124/2004/QĐ-TTg"]
    assert all(act.remark for act in assumed)


def test_marks_the_divided_communes_of_2025() -> None:
    divided = {arrow.predecessor_code for arrow in HERE.successions if arrow.extent is Extent.PART}

    assert len(divided) == 471


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        ({"valid_to": date(2000, 1, 1)}, "not after it begins"),
        ({"code": "8", "path": "VN/8"}, "code of 1 signs"),
        ({"path": "LA/08"}, "does not lie in VN"),
        ({"valid_from": date(2010, 1, 1)}, "two bearers"),
        ({"act": ActKey("0/2025/QH15", date(2025, 1, 1))}, "not listed"),
        ({"valid_to": date(2026, 1, 1)}, "no unit above it at all times"),
    ],
)
def test_finds_a_spoiled_unit(spoil: dict[str, object], sentence: str) -> None:
    [place] = [number for number, unit in enumerate(HERE.units) if unit.code == "08" and unit.valid_to is None]
    units = list(HERE.units)
    units[place] = replace(units[place], **spoil)

    faults = find_faults(Reference(HERE.acts, tuple(units), HERE.successions))

    assert any(sentence in fault for fault in faults), faults[:3]


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        ({"predecessor_code": "01"}, "does not end"),
        ({"successor_code": "01"}, "does not begin"),
        ({"extent": Extent.PART}, "both whole and in parts"),
    ],
)
def test_finds_a_spoiled_arrow(spoil: dict[str, object], sentence: str) -> None:
    arrows = list(HERE.successions)
    place = next(number for number, arrow in enumerate(arrows) if arrow.predecessor_code == "02")
    arrows[place] = replace(arrows[place], **spoil)

    faults = find_faults(Reference(HERE.acts, HERE.units, tuple(arrows)))

    assert any(sentence in fault for fault in faults), faults[:3]


def test_refuses_a_kind_that_the_law_does_not_know() -> None:
    files = read_files()
    files["units.csv"] = files["units.csv"].replace("VN,country,", "VN,empire,", 1)

    with pytest.raises(ValueError, match="empire"):
        parse_reference(files)
