from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from project06.kernel.periods import Period, PeriodKind

NUMBERED = [kind for kind in PeriodKind if kind is not PeriodKind.CAMPAIGN]
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
PERIODS = st.builds(Period.containing, st.sampled_from(NUMBERED), DAYS)
CAMPAIGNS = st.builds(
    lambda name, start, days: Period.campaign(name, start, start + timedelta(days=days)),
    st.from_regex(r"\A[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}\Z"),
    DAYS,
    st.integers(1, 800),
)
LAND = Period.campaign("land-cleaning", date(2025, 9, 1), date(2025, 12, 1))

# -- codes -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "start", "end"),
    [
        ("2024-06", date(2024, 6, 1), date(2024, 7, 1)),
        ("2024-12", date(2024, 12, 1), date(2025, 1, 1)),
        ("2024-Q2", date(2024, 4, 1), date(2024, 7, 1)),
        ("2024-H1", date(2024, 1, 1), date(2024, 7, 1)),
        ("2024-H2", date(2024, 7, 1), date(2025, 1, 1)),
        ("2024", date(2024, 1, 1), date(2025, 1, 1)),
        ("land-cleaning:2025-09-01..2025-12-01", date(2025, 9, 1), date(2025, 12, 1)),
    ],
)
def test_a_code_names_its_half_open_dates(code, start, end):
    period = Period.parse(code)

    assert (period.start, period.end) == (start, end)
    assert period.code == str(period) == code


@given(st.one_of(PERIODS, CAMPAIGNS))
def test_a_code_is_read_back_as_the_same_period(period):
    assert Period.parse(period.code) == period


@pytest.mark.parametrize(
    "code",
    ["", "2024-6", "2024-13", "2024-00", "2024-Q5", "2024-Q0", "2024-H3", "24", "2024-Q02", "2024-", "0000", "2024-06 ",
     "Land:2025-09-01..2025-12-01", "land:2025-09-01..2025-09-01", "land:2025-09-31..2025-12-01", "land:2025-09-01",
     ":2025-09-01..2025-12-01", "२०२४"],
)  # fmt: skip
def test_other_texts_are_refused(code):
    with pytest.raises(ValueError):  # noqa: PT011 - the sentence differs, the refusal is what matters
        Period.parse(code)


# -- making ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "start", "end", "name"),
    [
        (PeriodKind.MONTH, date(2024, 6, 2), date(2024, 7, 2), ""),
        (PeriodKind.MONTH, date(2024, 6, 1), date(2024, 8, 1), ""),
        (PeriodKind.QUARTER, date(2024, 5, 1), date(2024, 8, 1), ""),
        (PeriodKind.HALF, date(2024, 4, 1), date(2024, 10, 1), ""),
        (PeriodKind.YEAR, date(2024, 7, 1), date(2025, 7, 1), ""),
        (PeriodKind.YEAR, date(2024, 1, 1), date(2025, 1, 1), "named"),
        (PeriodKind.CAMPAIGN, date(2024, 1, 1), date(2025, 1, 1), ""),
        (PeriodKind.CAMPAIGN, date(2024, 1, 1), date(2025, 1, 1), "Two Words"),
        (PeriodKind.CAMPAIGN, date(2024, 1, 2), date(2024, 1, 1), "backwards"),
    ],
)
def test_dates_that_do_not_fit_the_kind_are_refused(kind, start, end, name):
    with pytest.raises(ValueError):  # noqa: PT011
        Period(kind, start, end, name)


def test_a_campaign_has_no_number_and_no_neighbours():
    for ask in (
        lambda: Period.numbered(PeriodKind.CAMPAIGN, 2024),
        lambda: Period.containing(PeriodKind.CAMPAIGN, date(2024, 1, 1)),
        LAND.previous,
        LAND.next,
    ):
        with pytest.raises(ValueError, match="campaign"):
            ask()


# -- neighbours, days, parts -------------------------------------------------------------------------


@given(PERIODS)
def test_the_next_period_starts_where_this_one_ends_and_leads_back(period):
    assert period.next().start == period.end
    assert period.next().kind is period.kind
    assert period.next().previous() == period.previous().next() == period


@given(DAYS, st.sampled_from(NUMBERED))
def test_a_day_lies_in_exactly_one_period_of_a_kind(on, kind):
    period = Period.containing(kind, on)

    assert on in period
    assert on not in period.next()
    assert on not in period.previous()


@given(st.one_of(PERIODS, CAMPAIGNS))
def test_the_last_day_is_inside_and_the_end_outside(period):
    assert period.contains(period.last_on)
    assert not period.contains(period.end)


@given(st.one_of(PERIODS, CAMPAIGNS))
def test_months_tile_the_period(period):
    months = period.months()

    assert (months[0].start, months[-1].end) == (period.start, period.end)
    assert all(earlier.end == later.start for earlier, later in pairwise(months))


def test_a_half_year_has_six_months_and_a_broken_campaign_keeps_its_edges():
    half = Period.parse("2024-H1")
    broken = Period.campaign("tet", date(2024, 1, 20), date(2024, 3, 10))

    assert [month.code for month in half.months()] == [f"2024-0{number}" for number in range(1, 7)]
    assert [part.code for part in broken.months()] == [
        "tet:2024-01-20..2024-02-01",
        "2024-02",
        "tet:2024-03-01..2024-03-10",
    ]


# -- labels ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "language", "label"),
    [
        ("2024-06", "vi", "Tháng 6 năm 2024"),
        ("2024-06", "en", "June 2024"),
        ("2024-06", "pl", "czerwiec 2024"),
        ("2024-06", "hi", "जून 2024"),
        ("2024-06", "cs", "červen 2024"),
        ("2024-06", "uk", "червень 2024"),
        ("2024-Q4", "vi", "Quý IV năm 2024"),
        ("2024-Q4", "en", "Q4 2024"),
        ("2024-Q4", "pl", "IV kwartał 2024"),
        ("2024-Q4", "hi", "2024 की चौथी तिमाही"),
        ("2024-Q4", "cs", "4. čtvrtletí 2024"),
        ("2024-Q4", "uk", "IV квартал 2024"),
        ("2024-H1", "vi", "6 tháng đầu năm 2024"),
        ("2024-H2", "vi", "6 tháng cuối năm 2024"),
        ("2024-H1", "en", "First half of 2024"),
        ("2024-H1", "pl", "I półrocze 2024"),
        ("2024-H1", "hi", "2024 की पहली छमाही"),
        ("2024-H1", "cs", "1. pololetí 2024"),
        ("2024-H1", "uk", "I півріччя 2024"),
        ("2024", "vi", "Năm 2024"),
        ("2024", "en-gb", "2024"),
        ("2024", "pl", "2024 r."),
        ("2024", "hi", "वर्ष 2024"),
        ("2024", "cs", "rok 2024"),
        ("2024", "uk", "2024 рік"),
    ],
)
def test_a_label_reads_naturally(code, language, label):
    assert Period.parse(code).label(language) == label


@pytest.mark.parametrize("language", ["vi", "en", "pl", "hi", "cs", "uk"])
def test_a_campaign_is_labelled_with_its_last_day_not_the_day_after(language):
    assert "30" in LAND.label(language)
    assert "2025" in LAND.label(language)


@pytest.mark.parametrize("language", ["vi", "en", "pl", "hi", "cs", "uk"])
@pytest.mark.parametrize("kind", NUMBERED)
def test_labels_of_one_year_are_all_different(language, kind):
    year = Period.parse("2024")
    labels = {Period.containing(kind, month.start).label(language) for month in year.months()}

    assert len(labels) == len({Period.containing(kind, month.start) for month in year.months()})


def test_an_unknown_language_is_refused():
    with pytest.raises(ValueError, match="No period labels"):
        LAND.label("fr")
