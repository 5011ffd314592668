"""Every figure of the source reports stands in the report, in each language with the same value."""

import pytest

from project06.programme.tests.report_figures import COUNTRY, DIEN_BIEN, FIGURES, LANGUAGES, TUYEN_QUANG
from project06.programme.tests.report_reading import plain, words

pytestmark = pytest.mark.django_db

PRINTED = ("vi", "hi", "uk")


def _phrases(number: str, language: str) -> tuple[str, ...]:
    found = FIGURES[number][1][language]
    return (found,) if isinstance(found, str) else found


def test_knows_all_36_figures() -> None:
    assert {number.partition(" ")[0] for number in FIGURES} == {f"N{each}" for each in range(1, 37)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", FIGURES)
def test_says_the_figure_on_the_page(number: str, language: str) -> None:
    text = words(FIGURES[number][0], language, "html")

    for phrase in _phrases(number, language):
        assert plain(phrase, "html") in text


@pytest.mark.parametrize("form", ["pdf", "docx", "xlsx"])
@pytest.mark.parametrize("language", PRINTED)
@pytest.mark.parametrize("number", FIGURES)
def test_says_the_figure_in_every_other_form(number: str, language: str, form: str) -> None:
    text = words(FIGURES[number][0], language, form)

    for phrase in _phrases(number, language):
        assert plain(phrase, form) in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", [TUYEN_QUANG, DIEN_BIEN, COUNTRY])
def test_leaves_no_placeholder_and_no_english_in_another_language(key: str, language: str) -> None:
    text = words(key, language, "html")

    assert "%(" not in text
    assert ("Indicators with change and target" in text) is (language == "en")
