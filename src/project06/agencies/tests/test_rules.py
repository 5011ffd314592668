"""It derives organisations from units without guessing."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from project06.agencies.enums import AgencyKind, Tier
from project06.agencies.rules.local_agencies import expand, group_lives
from project06.agencies.rules.periods import is_valid_on, join_versions
from project06.agencies.rules.reference_format import LocalRow, VersionRow, parse_agencies
from project06.places.data import ActKey, SuccessionData, UnitData
from project06.places.enums import Extent, Kind

ACT = ActKey("1/NQ", date(2020, 1, 1))
DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


def unit(kind=Kind.PROVINCE, start=date(2008, 8, 1), end=None, name="Đồng Nai", path="VN/75") -> UnitData:
    return UnitData(path.rpartition("/")[2], kind, name, path, start, end, ACT)


PATTERN = LocalRow(
    "UBND", AgencyKind.PEOPLES_COMMITTEE, Tier.PROVINCE, "Ủy ban {unit}", "Committee of {unit_en}",
    "CP", date(2021, 7, 23), None, "", True, frozenset(), "", "",
)  # fmt: skip
REFORM = date(2025, 7, 1)
OLD, NEW = unit(end=REFORM), unit(start=REFORM)


def arrow(from_code="75", to_code="75", extent=Extent.WHOLE):
    return SuccessionData(from_code, to_code, REFORM, extent, ACT)


@pytest.mark.parametrize(
    ("arrows", "lives"),
    [([arrow()], 1), ([], 1), ([arrow(), arrow("70")], 2), ([arrow(extent=Extent.PART)], 2)],
)
def test_founds_anew_only_when_something_else_was_absorbed(arrows, lives):
    assert len(group_lives([NEW, OLD], arrows)) == lives


def test_does_not_live_through_a_gap():
    later = unit(start=date(2026, 1, 1))

    assert len(group_lives([OLD, later], [])) == 2


def test_keeps_inside_the_period_of_the_rule():
    [life] = expand([(unit(),)], [replace(PATTERN, valid_to=date(2030, 1, 1))])

    assert (life.valid_from, life.valid_to) == (date(2021, 7, 23), date(2030, 1, 1))
    assert list(expand([(unit(end=date(2020, 1, 1)),)], [PATTERN])) == []


def test_leaves_out_excepted_units_and_everything_below_them():
    commune = unit(Kind.COMMUNE, path="VN/75/26000", name="A")
    pattern = replace(PATTERN, tier=Tier.COMMUNE, parent="UBND:province")

    [life] = expand([(commune,)], [pattern])
    assert life.versions[0].parent == "UBND-75"
    assert list(expand([(commune,)], [replace(pattern, except_units=frozenset({"75"}))])) == []


def test_joins_rows_without_a_gap_and_separates_the_others():
    row = VersionRow("X", AgencyKind.OTHER, "X", "", "", "VN", "VN", date(2021, 1, 1), REFORM, "", True, "", "")

    assert len(join_versions([row, replace(row, valid_from=REFORM, valid_to=None)])) == 1
    assert len(join_versions([row, replace(row, valid_from=date(2026, 1, 1), valid_to=None)])) == 2


@given(DAYS, DAYS | st.none(), DAYS)
def test_holds_a_day_from_the_first_up_to_the_last(start, end, day):
    assert is_valid_on(start, end, day) == (start <= day and (end is None or day < end))


def test_refuses_a_malformed_cell():
    head = "code,kind,name,name_en,parent,unit,valid_from,valid_to,act,sure,note,note_en\n"
    with pytest.raises(ValueError, match="neither yes nor no"):
        parse_agencies(head + "X,other,X,,,VN,2021-01-01,,,perhaps,,\n")
    with pytest.raises(ValueError, match="circus"):
        parse_agencies(head + "X,circus,X,,,VN,2021-01-01,,,yes,,\n")
