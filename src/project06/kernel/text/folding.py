"""A search key that finds a word however its marks were typed."""

import unicodedata

_LETTERS_WITHOUT_PARTS = {
    "đ": "d", "ð": "d", "ɖ": "d", "ł": "l", "ø": "o", "ħ": "h", "ŧ": "t", "ŋ": "n",
    "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ə": "e", "ƀ": "b",
}  # fmt: skip
_LAST_COMMON_SIGN = 0x3000


def _folded(letter: str) -> str | None:
    """Return what the key holds for one character: ASCII, a space, nothing, or None for "as it is"."""
    category = unicodedata.category(letter)
    if category[0] in "PSZ" or category == "Cc":
        return " "
    if category == "Cf" or "\u0300" <= letter <= "\u036f":
        return ""
    lower = letter.lower()
    if lower in _LETTERS_WITHOUT_PARTS:
        return _LETTERS_WITHOUT_PARTS[lower]
    base = "".join(part for part in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(part))
    return base if base.isascii() and base.isalnum() else None


# Letters that stay are listed too: `str.translate` raises and catches an error for each one that is not.
_TABLE = {code: chr(code) if (folded := _folded(chr(code))) is None else folded for code in range(_LAST_COMMON_SIGN)}


def fold(text: str) -> str:
    """Return the search key: small letters without marks, single spaces for everything that is no letter or digit.

    Latin letters become ASCII ("Đắk Lắk" -> "dak lak", "Łódź" -> "lodz"); letters of other scripts stay as
    small letters with their marks. NFC and NFD of a text, and đ and its look-alikes, give the same key.
    """
    text = text.lower()
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return " ".join(text.translate(_TABLE).split())
