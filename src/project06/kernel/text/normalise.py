"""One written form for one word: Unicode composition, invisible signs, the letter đ, i or y."""

import re
import unicodedata

# Soft hyphen, direction and joining marks, byte-order mark: pasted text is full of them and nobody sees them.
# The two joiners are spelling in Devanagari and its relatives and in Khmer, so they stay after their letters.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
    "|(?<![\u0900-\u0dff\u1780-\u17ff])[\u200c\u200d]"
)


def nfc(text: str) -> str:
    """Return one line of text as it is stored: composed (NFC), without invisible signs, single spaces.

    White space of any kind, also line breaks, becomes one space; none is left at the ends.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return " ".join(text.split())


_D_LOOK_ALIKES = {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ"} | {
    letter + stroke: with_stroke
    for letter, with_stroke in (("D", "Đ"), ("d", "đ"))
    for stroke in "\u0335\u0336\u0337\u0338"
}


def d_canonical(text: str) -> str:
    """Return the text with every look-alike of đ as the Vietnamese letter (U+0110, U+0111).

    Old fonts and code pages left the Icelandic eth (Ð U+00D0, ð U+00F0), the African Ɖ, or a d with a
    stroke laid over it. Not for text in languages that use those letters.
    """
    if text.isascii():
        return text
    for look_alike, letter in _D_LOOK_ALIKES.items():
        text = text.replace(look_alike, letter)
    return text


_Y = "yỳýỷỹỵ"
_I = "iìíỉĩị"
_Y_TO_I = str.maketrans(_Y + _Y.upper(), _I + _I.upper())
_Y_FOR_I = re.compile(
    rf"\b(?:h|k|l|m|s|t|v|qu)?[{_Y}]\b"  # Lý and Lí, quý and quí, ý and í
    rf"|\bqu[{_Y}](?=(?:nh|ch|n|p|t)\b)"  # Quỳnh and Quình
    r"|\by(?=[êềếểễệ])",  # yên and iên
    re.IGNORECASE,
)


def i_y_key(text: str) -> str:
    """Return a key that is equal for words differing only in i or y (Lý and Lí, Mỹ and Mĩ, quý and quí).

    A key for comparing, never for showing: both spellings are right, and a person's name is not rewritten.
    y becomes i where it is the whole vowel after h, k, l, m, s, t, v, qu or nothing, after qu before a
    final consonant, and in an opening yê. It stays where it is another sound: thúy is not thúi.
    """
    return _Y_FOR_I.sub(lambda found: found[0].translate(_Y_TO_I), nfc(text))
