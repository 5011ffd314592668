"""How fast Vietnamese text is folded, sorted and compared, beside the usual lines of Python."""

import random
import unicodedata
from collections.abc import Callable, Sequence
from time import perf_counter

from project06.kernel.text import compare_names, fold, nfc, sort_key, split_full_name, tone_canonical

NAMES = 50_000
ROUNDS = 3
SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Võ", "Đặng", "Bùi", "Đỗ", "Dương")
MIDDLE = ("Văn", "Thị", "Đức", "Minh", "Thị Thu", "Ngọc", "Quỳnh", "Hữu", "Thị Bích")
GIVEN = ("An", "Ánh", "Bưởi", "Hòa", "Hương", "Khuê", "Phượng", "Thủy", "Toàn", "Tuyết", "Yến", "Đào")


def bench() -> dict[str, float]:
    """Return microseconds a name, and ratios to the naive way (above 1 is faster than naive).

    Naive folding: small letters, NFD, marks dropped one by one. It keeps đ and signs, so it does less.
    """
    chance = random.Random(6)  # noqa: S311 - a repeatable sample, not a secret
    parts = [chance.choices(SURNAMES, k=NAMES), chance.choices(MIDDLE, k=NAMES), chance.choices(GIVEN, k=NAMES)]
    names = [" ".join(words) for words in zip(*parts, strict=True)]

    fold_us = _microseconds_each(fold, names)
    naive_us = _microseconds_each(_naive_fold, names)
    sort_us = _microseconds_each(sort_key, names)
    return {
        "fold_us": fold_us,
        "naive_fold_us": naive_us,
        "fold_ratio_to_naive": naive_us / fold_us,
        "sort_key_us": sort_us,
        "sort_key_ratio_to_naive_fold": naive_us / sort_us,
        "nfc_us": _microseconds_each(nfc, names),
        "tone_canonical_us": _microseconds_each(tone_canonical, names),
        "split_full_name_us": _microseconds_each(split_full_name, names),
        "compare_names_us": _microseconds_each(lambda name: compare_names(name, names[0]), names),
    }


def _naive_fold(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(sign))


def _microseconds_each(work: Callable[[str], object], names: Sequence[str]) -> float:
    """The best of some rounds, so that a busy neighbour does not count."""
    best = min(_seconds(work, names) for _ in range(ROUNDS))
    return best / len(names) * 1e6


def _seconds(work: Callable[[str], object], names: Sequence[str]) -> float:
    start = perf_counter()
    for name in names:
        work(name)
    return perf_counter() - start
