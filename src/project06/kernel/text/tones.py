"""Where a tone mark stands in a Vietnamese syllable.

Two usages live side by side for open syllables in oa, oe and uy: hòa, hòe, thúy, and hoà, hoè, thuý. Sources
disagree which of them to call old or new, so they are named by the vowel that carries the mark. Everywhere
else there is one right place, and a mark that was typed on a neighbour is moved to it.
"""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache


class ToneStyle(StrEnum):
    """The two usages for oa, oe, uy at the end of a syllable."""

    FIRST_VOWEL = "first-vowel"
    """hòa, hòe, thúy: the older usage, that of place names in law (Khánh Hòa) and most identity papers."""
    SECOND_VOWEL = "second-vowel"
    """hoà, hoè, thuý: the newer usage, that of school books."""


_VOWELS = "aăâeêioôơuưy"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_BARE: dict[str, tuple[str, str]] = {
    unicodedata.normalize("NFC", vowel + tone): (vowel, tone) for vowel in _VOWELS + _VOWELS.upper() for tone in _TONES
}
_TONED = {bare: toned for toned, bare in _BARE.items()}
_HAS_TONE = re.compile(f"[{''.join(_BARE)}]")
_WORD = re.compile(r"[^\W\d_]+")

_SYLLABLE = re.compile(
    # gi and qu are openings of their own when a vowel follows: già, quà; but gì, gìn.
    f"(?P<opening>ngh?|nh|gh|gi(?=[{_VOWELS}])|g|kh?|ch?|ph?|qu(?=[{_VOWELS}])|th?|tr|b|d|đ|h|l|m|n|r|s|v|x|)"
    f"(?P<vowels>[{_VOWELS}]+)"
    "(?P<ending>ng|nh|ch|c|k|m|n|p|t|)"
)
_SHAPED = "ăâêôơư"
_OPEN_PAIRS_OF_TWO_USAGES = {"oa", "oe", "uy"}
_ONE_VOWEL = set(_VOWELS)
_TWO_VOWELS = {
    *("ai", "ao", "au", "ay", "âu", "ây", "eo", "êu", "ia", "iê", "iu", "oa", "oă", "oe", "oi", "oo", "ôi", "ơi"),
    *("ua", "uâ", "uê", "ui", "uô", "uơ", "uy", "ưa", "ưi", "ươ", "ưu", "yê"),
}
_THREE_VOWELS = {
    *("iêu", "yêu", "oai", "oao", "oay", "oeo", "uây", "uôi", "uya", "uyê", "uyu", "uêu", "ươi", "ươu"),
}
_VOWEL_GROUPS = _ONE_VOWEL | _TWO_VOWELS | _THREE_VOWELS


def tone_canonical(text: str, style: ToneStyle = ToneStyle.FIRST_VOWEL) -> str:
    """Return the text (in NFC) with every tone mark where `style` puts it.

    Only words built like a Vietnamese syllable with one tone mark are touched; letter case stays. A mark
    on the i of gi- or the u of qu- moves too (gía to giá, qúy to quý), with one known price: the rare
    "gịa" of "giặt gịa" becomes "giạ".
    """
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    return _WORD.sub(lambda found: _place(found[0], style), text) if _HAS_TONE.search(text) else text


@lru_cache(maxsize=32_768)
def _place(word: str, style: ToneStyle) -> str:
    toned = [index for index, letter in enumerate(word) if letter in _BARE]
    if len(toned) != 1:
        return word
    vowel, tone = _BARE[word[toned[0]]]
    bare = word[: toned[0]] + vowel + word[toned[0] + 1 :]
    place = _tone_place(bare.lower(), style)
    if place is None:
        return word
    return bare[:place] + _TONED[bare[place], tone] + bare[place + 1 :]


def _tone_place(syllable: str, style: ToneStyle) -> int | None:
    """Return the index of the vowel that carries the tone, None when this is not a Vietnamese syllable."""
    found = _SYLLABLE.fullmatch(syllable)
    if found is None or found["vowels"] not in _VOWEL_GROUPS:
        return None
    return found.start("vowels") + _place_in_vowels(found["vowels"], style, is_open=not found["ending"])


def _place_in_vowels(vowels: str, style: ToneStyle, *, is_open: bool) -> int:
    shaped = [index for index, vowel in enumerate(vowels) if vowel in _SHAPED]
    if shaped:
        return shaped[-1]  # Huế, mười
    if len(vowels) == 3 or (len(vowels) == 2 and not is_open):
        return 1  # ngoài, khuỷu; hoàn, suýt
    if vowels in _OPEN_PAIRS_OF_TWO_USAGES and style is ToneStyle.SECOND_VOWEL:
        return 1
    return 0
