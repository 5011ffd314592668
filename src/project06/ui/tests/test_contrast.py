"""Every pair of colours that meets on a page can be read, in both schemes (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re
from itertools import product

import pytest

from project06.ui.assets.assemble import OWN_FOLDER
from project06.ui.enums import Tone

TEXT, NON_TEXT = 4.5, 3.0
BACKGROUNDS = ("background-default", "background-tinted", "surface-default", "surface-tinted", "surface-hover")
TONES = tuple(tone.value for tone in Tone)
SCHEMES = ("light", "dark")


def _colours(scheme: str) -> dict[str, str]:
    text = (OWN_FOLDER / f"scheme-{scheme}.css").read_text()
    return dict(re.findall(r"--ds-color-([a-z0-9-]+):\s*(#[0-9a-f]{6});", text)) | dict(
        re.findall(r"--ds-(link-color-visited):\s*(#[0-9a-f]{6});", text)
    )


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _weak(scheme: str, pairs: list[tuple[str, str]], least: float) -> list[str]:
    colours = _colours(scheme)
    found = [(one, other, _contrast(colours[one], colours[other])) for one, other in pairs]
    return [f"{one} on {other}: {ratio:.2f}" for one, other, ratio in found if ratio < least]


def test_the_formula_is_that_of_the_guideline():
    assert _contrast("#000000", "#ffffff") == pytest.approx(21)
    assert _contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_both_schemes_name_every_colour_of_the_design_system(scheme):
    tokens = {name.removeprefix("neutral-") for name in _colours("light") if name.startswith("neutral-")}

    missing = {f"{tone}-{token}" for tone, token in product(TONES, tokens)} - _colours(scheme).keys()

    assert not missing
    assert len(tokens) == 16


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_is_readable_on_every_background_of_its_tone(scheme):
    pairs = [(f"{t}-{text}", f"{t}-{b}") for t, text, b in product(TONES, ("text-subtle", "text-default"), BACKGROUNDS)]

    assert _weak(scheme, pairs, TEXT) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_of_every_tone_is_readable_on_the_page_itself(scheme):
    neutral = ("neutral-background-default", "neutral-background-tinted", "neutral-surface-default")
    pairs = [(f"{tone}-text-subtle", background) for tone, background in product(TONES, neutral)]
    pairs += [("link-color-visited", background) for background in neutral]
    # The summary of errors holds links of the accent colour.
    pairs += [("accent-text-subtle", "danger-surface-tinted"), ("link-color-visited", "danger-surface-tinted")]

    assert _weak(scheme, pairs, TEXT) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_words_on_buttons_and_marks_are_readable(scheme):
    pairs = [
        (f"{tone}-base-contrast-default", f"{tone}-{base}")
        for tone, base in product(TONES, ("base-default", "base-hover", "base-active"))
    ]

    assert _weak(scheme, pairs, TEXT) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_borders_of_controls_and_bars_of_charts_stand_out(scheme):
    page = ("neutral-background-default", "neutral-background-tinted", "neutral-surface-default")
    pairs = [("neutral-border-default", each) for each in page] + [("danger-border-default", each) for each in page]
    pairs += [(f"{tone}-base-default", each) for tone, each in product(TONES, (*page, "neutral-surface-tinted"))]
    pairs += [("focus-outer", each) for each in page]

    assert _weak(scheme, pairs, NON_TEXT) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_an_alarm_is_not_the_colour_of_the_house(scheme):
    colours = _colours(scheme)
    accent, danger = (
        [int(colours[f"{tone}-base-default"][at : at + 2], 16) for at in (1, 3, 5)] for tone in ("accent", "danger")
    )

    assert sum(abs(one - other) for one, other in zip(accent, danger, strict=True)) > 40
