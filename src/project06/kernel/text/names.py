"""Full names of persons: their parts, and what kind of difference two writings of a name have."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from project06.kernel.text.folding import fold
from project06.kernel.text.normalise import d_canonical, i_y_key, nfc
from project06.kernel.text.tones import tone_canonical

# Surnames of two and more words, in small letters. Joined surnames of father and
# mother (Nguyễn Trần ...) look like a surname and a middle name and cannot be told from them.
_COMPOUND_SURNAMES = tuple(
    tuple(surname.split())
    for surname in (
        "công tằng tôn nữ", "công huyền tôn nữ", "công tôn nữ", "huyền tôn nữ", "tôn nữ", "tôn thất",
        "âu dương", "gia cát", "tư mã", "hoàng phủ", "thượng quan",
    )
)  # fmt: skip
_COMPOUND_OPENINGS = {surname[0] for surname in _COMPOUND_SURNAMES}


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a full name; absent ones are empty.

    `surname_last` is true for names of the Central Highlands that end with the clan (H'Hen Niê).
    `is_certain` is false where the parts are a convention rather than a fact, see `split_full_name`.
    """

    surname: str
    middle: str
    given: str
    surname_last: bool = False
    is_certain: bool = True

    def __str__(self) -> str:
        return join_name(self)


def split_full_name(full_name: str) -> PersonName:
    """Split a name into surname, middle and given name by the convention of Vietnamese registers.

    The first word is the surname, the last the given name, the words between the middle name; a known
    surname of several words (Tôn Thất, Công Tằng Tôn Nữ, Âu Dương) is kept whole. A single word is a given
    name. A name that opens with Y or H' is taken to end with the clan name (Y Moan Êñuôl).
    Only two or three words are certain: in longer names a double given name (Mai Anh) or a double surname
    looks the same as a middle name. `join_name` gives the name back unchanged but for `nfc`.
    """
    words = nfc(full_name).split()
    if len(words) < 2:
        return PersonName("", "", " ".join(words), is_certain=False)
    opening = words[0].lower().replace("’", "'")
    if opening in {"y", "h"} or opening.startswith("h'"):
        return _highland_name(words, clan_from=2 if opening.startswith("h'") else 3)
    length = _surname_length(words)
    middle = " ".join(words[length:-1])
    return PersonName(" ".join(words[:length]), middle, words[-1], is_certain=length == 1 and len(words) <= 3)


def join_name(name: PersonName) -> str:
    """Return the full name in the order in which it is written."""
    parts = (name.middle, name.given, name.surname) if name.surname_last else (name.surname, name.middle, name.given)
    return " ".join(part for part in parts if part)


def _highland_name(words: list[str], *, clan_from: int) -> PersonName:
    if len(words) < clan_from:
        return PersonName("", "", " ".join(words), is_certain=False)
    return PersonName(words[-1], "", " ".join(words[:-1]), surname_last=True, is_certain=False)


def _surname_length(words: list[str]) -> int:
    if words[0].lower() not in _COMPOUND_OPENINGS:
        return 1
    plain = tuple(word.lower() for word in words[:-1])
    return next((len(surname) for surname in _COMPOUND_SURNAMES if plain[: len(surname)] == surname), 1)


class NameDifference(StrEnum):
    """How two writings of a name differ, from no difference to another name.

    The order is that of doubt: up to I_Y both are the same name by the rules of spelling; a word order, a
    missing middle name or lost diacritics need a person's eye or a second field.
    """

    SAME = "same"
    CASE = "case"
    UNICODE_FORM = "unicode-form"
    TONE_PLACEMENT = "tone-placement"
    D_LETTER = "d-letter"
    I_Y = "i-y"
    WORD_ORDER = "word-order"
    MISSING_MIDDLE = "missing-middle"
    DIACRITICS = "diacritics"
    DIFFERENT = "different"


def _d_key(text: str) -> str:
    return d_canonical(text).replace("đ", "d")


_SPELLING_STEPS: tuple[tuple[NameDifference, Callable[[str], str]], ...] = (
    (NameDifference.CASE, str.lower),
    (NameDifference.UNICODE_FORM, nfc),
    (NameDifference.TONE_PLACEMENT, tone_canonical),
    (NameDifference.D_LETTER, _d_key),
    (NameDifference.I_Y, i_y_key),
)


def compare_names(first: str, second: str) -> NameDifference:
    """Return the kind of difference between two full names.

    Differences add up: each kind forgives those before it, so NGUYỄN VĂN HOÀ and Nguyễn Văn Hòa differ in
    tone placement (and also in case). UNICODE_FORM includes white space and invisible signs; D_LETTER
    includes look-alikes and a stroke that was lost; DIACRITICS forgives marks but no missing or moved word.
    """
    if first == second:
        return NameDifference.SAME
    left, right = first, second
    for kind, step in _SPELLING_STEPS:
        left, right = step(left), step(right)
        if left == right:
            return kind
    if sorted(left.split()) == sorted(right.split()):
        return NameDifference.WORD_ORDER
    if _lacks_middle(left, right) or _lacks_middle(right, left):
        return NameDifference.MISSING_MIDDLE
    return NameDifference.DIACRITICS if fold(first) == fold(second) else NameDifference.DIFFERENT


def _lacks_middle(shorter: str, longer: str) -> bool:
    """Tell whether `shorter` is `longer` without some words between surname and given name."""
    few, many = shorter.split(), longer.split()
    if not 2 <= len(few) < len(many) or (few[0], few[-1]) != (many[0], many[-1]):
        return False
    rest = iter(many[1:-1])
    return all(word in rest for word in few[1:-1])
