"""Numbers and dates as six languages write them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from project06.ui import formats
from project06.ui.enums import ColumnKind
from project06.ui.errors import UnknownLanguage
from project06.ui.locales import LANGUAGES, get_language

NBSP = "\N{NO-BREAK SPACE}"
EVENING = datetime(2026, 11, 24, 20, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "number", "percent", "dong", "day", "moment"),
    [
        ("vi", "1.234.567", "97,3%", f"1.500.000{NBSP}₫", "24/11/2026", "03:05 25/11/2026"),
        ("en", "1,234,567", "97.3%", "₫1,500,000", "24 Nov 2026", "25 Nov 2026, 03:05"),
        ("pl", f"1{NBSP}234{NBSP}567", "97,3%", f"1{NBSP}500{NBSP}000{NBSP}VND", "24 lis 2026", "25 lis 2026, 03:05"),
        ("hi", "12,34,567", "97.3%", "₫15,00,000", "24 नव॰ 2026", "25 नव॰ 2026, 03:05"),
        (
            "cs",
            f"1{NBSP}234{NBSP}567",
            f"97,3{NBSP}%",
            f"1{NBSP}500{NBSP}000{NBSP}VND",
            "24. 11. 2026",
            "25. 11. 2026, 03:05",
        ),
        (
            "uk",
            f"1{NBSP}234{NBSP}567",
            "97,3%",
            f"1{NBSP}500{NBSP}000{NBSP}VND",
            "24 лист. 2026\N{NARROW NO-BREAK SPACE}р.",
            "25 лист. 2026\N{NARROW NO-BREAK SPACE}р., 03:05",
        ),
    ],
)
def test_figures_and_dates_follow_the_language(language, number, percent, dong, day, moment):  # noqa: PLR0917
    with translation.override(language):
        assert formats.number(1_234_567) == number
        assert formats.percent(Decimal("97.25")) == percent
        assert formats.dong(1_500_000) == dong
        assert formats.day(date(2026, 11, 24)) == day
        assert formats.moment(EVENING) == moment


def test_filters_are_there_in_templates(render):
    html = render(
        "{{ a|number }} {{ b|number:2 }} {{ c|percent }} {{ a|dong }} {{ d|day }} {{ d|moment }}",
        a=1500,
        b=2.345,
        c=50,
        d=EVENING,
    )

    assert html == "1,500 2.35 50% ₫1,500 25 Nov 2026 25 Nov 2026, 03:05"


@pytest.mark.parametrize("write", [formats.number, formats.percent, formats.dong, formats.day, formats.moment])
def test_a_missing_figure_is_said(write):
    assert write(None) == "not reported"


def test_halves_are_rounded_up_by_their_written_digits():
    assert formats.number(2.675, 2) == "2.68"
    assert formats.percent(0.05) == "0.1%"


def test_a_moment_without_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        formats.moment(datetime(2026, 1, 1))  # noqa: DTZ001 - the case under test


@pytest.mark.parametrize(
    ("kind", "words"), [(ColumnKind.NUMBER, "97.25"), (ColumnKind.PERCENT, "97.3%"), (ColumnKind.DONG, "₫97")]
)
def test_a_figure_is_written_as_its_kind_says(kind, words):
    assert formats.figure(Decimal("97.25"), kind) == words


@given(st.integers(min_value=-(10**15), max_value=10**15), st.sampled_from(LANGUAGES))
def test_no_digit_is_lost(value, language):
    with translation.override(language.code):
        written = formats.number(value)

    assert "".join(char for char in written if char.isdigit()) == str(abs(value))


@pytest.mark.parametrize("code", ["pl", "pl-PL", "PL-pl"])
def test_a_regional_code_finds_its_language(code):
    assert get_language(code).native_name == "Polski"


def test_no_code_means_vietnamese():
    assert get_language(None).code == "vi"


def test_an_unknown_language_is_refused():
    with pytest.raises(UnknownLanguage):
        get_language("fr")


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("vi", {0: 0, 1: 0, 5: 0}),
        ("en", {0: 1, 1: 0, 2: 1}),
        ("pl", {1: 0, 2: 1, 4: 1, 5: 2, 12: 2, 22: 1, 25: 2}),
        ("hi", {0: 0, 1: 0, 2: 1}),
        ("cs", {1: 0, 2: 1, 4: 1, 5: 2, 22: 2}),
        ("uk", {1: 0, 21: 0, 11: 2, 3: 1, 13: 2, 25: 2}),
    ],
)
def test_each_language_counts_as_it_does(code, forms):
    from gettext import c2py

    rule = c2py(get_language(code).plural_rule)

    assert {count: rule(count) for count in forms} == forms
    assert max(forms.values()) < get_language(code).plural_forms
