"""The order of a Vietnamese dictionary as a plain text key.

Letters first (a ă â b c d đ e ê ... u ư v w x y z), tones second (level, huyền, hỏi, ngã, sắc, nặng), small
before capital last: the order of ICU's Vietnamese collation, made without ICU so that the database, which
compares by code point (COLLATE "C"), and Python agree for ever on stored keys.
"""

import unicodedata

# In ICU's order. Each gets one printable ASCII character as its weight; the space divides the levels.
_SIGNS = " _-–—,;:!?.…·'\"«»()[]{}§@*/\\&#%•`^°+÷×<=>|~$₫€"
_DIGITS = "0123456789"
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_WEIGHTS = {sign: chr(ord("!") + index) for index, sign in enumerate(_SIGNS + _DIGITS + _ALPHABET)}
_OTHER_SCRIPT = "~"

_NO_MARK = "0"
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_FOREIGN_MARKS = "\u0306\u0302\u030c\u030a\u0308\u030b\u0307\u0338\u0327\u0328\u0304\u0336\u0335\u031b\u0331"
_MARKS = _TONES + _FOREIGN_MARKS
_MARK_WEIGHTS = {mark: chr(ord(_NO_MARK) + 1 + index) for index, mark in enumerate(_MARKS)}
_OTHER_MARK = chr(ord(_NO_MARK) + 1 + len(_MARKS))
_SHAPES = {"a": "\u0306\u0302", "e": "\u0302", "o": "\u0302\u031b", "u": "\u031b"}

_SPELT_OUT = {
    "ð": "d\u0338",
    "ł": "l\u0335",
    "ø": "o\u0338",
    "ħ": "h\u0335",
    "æ": "ae\u0331",
    "œ": "oe\u0331",
    "ß": "ss\u0331",
}
_QUOTES = str.maketrans("‘’“”", "''\"\"")

type _Weights = tuple[str, str, str]


def _weights(letter: str) -> _Weights:
    """Return the weights of one composed character on the three levels."""
    case = "1" if letter != letter.lower() else "0"
    lower = letter.lower().translate(_QUOTES)
    if lower.isspace():
        lower = " "
    parts = unicodedata.normalize("NFKD", _SPELT_OUT.get(lower, lower))
    if unicodedata.category(letter) in {"Cf", "Cc"} and lower != " ":
        return "", "", ""
    letters, marks = "", ""
    for index, part in enumerate(parts):
        if not unicodedata.combining(part):
            shape = next((mark for mark in _marks_after(parts, index) if mark in _SHAPES.get(part, "")), "")
            letters += _letter_weight(unicodedata.normalize("NFC", part + shape))
            marks += _NO_MARK + "".join(_mark_weight(mark) for mark in _marks_after(parts, index) if mark != shape)
    if not letters:
        marks = "".join(_mark_weight(part) for part in parts)
    return letters, marks, case if letters else ""


def _marks_after(parts: str, index: int) -> str:
    end = index + 1
    while end < len(parts) and unicodedata.combining(parts[end]):
        end += 1
    return parts[index + 1 : end]


def _letter_weight(letter: str) -> str:
    return _LETTER_WEIGHTS.get(letter) or _OTHER_SCRIPT + letter


def _mark_weight(mark: str) -> str:
    return _MARK_WEIGHTS.get(mark, _OTHER_MARK)


class _Level(dict[int, str]):
    """One level of weights as a table for `str.translate`, filled as characters are met."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self._level = level

    def __missing__(self, code: int) -> str:
        weight = _weights(chr(code))[self._level]
        self[code] = weight
        return weight


_FIRST, _SECOND, _THIRD = _Level(0), _Level(1), _Level(2)


def sort_key(text: str) -> str:
    """Return a key whose order by code point is the order of a Vietnamese dictionary.

    For a column with `COLLATE "C"`, or `sorted(names, key=sort_key)`. Two texts share a key only when
    the order makes no difference between them, such as NFC and NFD of one word; spaces are not collapsed.
    Signs come before digits before letters; other scripts follow by code point, without their own
    alphabets. The key has two to three times the length of the text and no character below the space.
    """
    composed = unicodedata.normalize("NFC", text)
    letters = composed.translate(_FIRST)
    marks = composed.translate(_SECOND).rstrip(_NO_MARK)
    cases = composed.translate(_THIRD).rstrip("0")
    return f"{letters} {marks} {cases}".rstrip(" ")
