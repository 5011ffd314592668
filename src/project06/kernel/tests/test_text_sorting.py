import json
import shutil
import subprocess
import unicodedata
from itertools import pairwise
from random import Random

import pytest
import vn_collate
from hypothesis import given
from hypothesis import strategies as st

from project06.kernel.text import sort_key

LETTERS = "aáàảãạăắằẳẵặâấầẩẫậbcdđeéèẻẽẹêếềểễệfghiíìỉĩịjklmnoóòỏõọôốồổỗộơớờởỡợpqrstuúùủũụưứừửữựvwxyýỳỷỹỵz"
WORDS = st.text(LETTERS + LETTERS.upper() + "0123456789", max_size=8)
WRITTEN_SURNAMES = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý"
WRITTEN_GIVEN = """
An Ân Ánh Bảo Bình Châu Dũng Đức Giang Hà Hạ Hải Hòa Hoà Lan Lân Minh Mỹ Ngân Ngần Oanh Phước Phượng Quý Sơn Thảo
Thao Tú Tư Uyên Yến
"""
SURNAMES = WRITTEN_SURNAMES.split()
GIVEN = WRITTEN_GIVEN.split()
CHANCE = Random(6)  # noqa: S311 - a repeatable sample, not a secret


def shuffled(lines: list[str]) -> list[str]:
    return CHANCE.sample(lines, len(lines))


@pytest.mark.parametrize(
    "row",
    [
        "a A à À ả ã á ạ ă ằ â ấ b",
        "d D đ Đ e ê",
        "ma mà mả mã má mạ man màn mang",
        "o ó ô ố ơ ớ p",
        "bao Bao bảo Bảo bạo",
        "Anh Ánh Bảo Đặng Đỗ Ô Ông Ưng",
        "1 10 2 a",
    ],
)
def test_words_stand_as_in_a_dictionary(row):
    words = row.split()

    assert sorted(shuffled(words), key=sort_key) == words


def test_letters_of_the_whole_line_come_before_its_tones():
    lines = ["An Bình", "Án Bình", "An Bùi", "Án Bùi", "Ana", "Ân"]

    assert sorted(shuffled(lines), key=sort_key) == lines


def test_spaces_come_before_hyphens_before_digits_before_letters_before_other_scripts():
    lines = ["a b", "a-b", "a(b", "a1", "ab", "aя", "aअ"]

    assert sorted(shuffled(lines), key=sort_key) == lines


# Sorted by ICU 78.2 through `Intl.Collator("vi")`.
SORTED_BY_ICU = [
    *("_", "a b", "a-b", "a1", "ab", "ad", "ae", "æ", "af", "an", "An", "àn", "ản", "Án", "an bình", "ana", "č", "cz"),
    *("d", "ð", "Ð", "đ", "Đ", "e", "ẻ", "é", "ë", "ê", "ﬁ", "ĵ", "ł", "lz", "o", "ò", "ỏ", "õ", "ö", "ô", "ss", "ß"),
    *("z", "б", "अ"),
]


def test_the_order_is_the_one_icu_gave():
    assert sorted(shuffled(SORTED_BY_ICU), key=sort_key) == SORTED_BY_ICU


def a_line(chance: Random) -> str:
    words = [
        "".join(chance.choices(LETTERS + LETTERS.upper(), k=chance.randint(1, 4))) for _ in range(chance.randint(1, 3))
    ]
    words += chance.sample(SURNAMES, 1) if chance.random() < 0.3 else []
    return chance.choice([" ", " ", "-", "'", ". ", "/", "(", "–", "’", " 1"]).join(words)


@pytest.mark.skipif(shutil.which("node") is None, reason="Node, whose ICU is the oracle, is not installed")
def test_pairs_of_lines_compare_as_in_the_icu_of_node():
    lines = [a_line(CHANCE) for _ in range(4_000)]
    pairs = list(pairwise(lines)) + list(pairwise(sorted(lines, key=sort_key)))
    compare = (
        "const icu = new Intl.Collator('vi'), pairs = JSON.parse(require('fs').readFileSync(0));"
        "console.log(JSON.stringify(pairs.map(([a, b]) => Math.sign(icu.compare(a, b)))))"
    )

    answer = subprocess.run(
        [shutil.which("node"), "-e", compare], input=json.dumps(pairs), capture_output=True, text=True, check=True
    )

    differing = [
        pair for pair, sign in zip(pairs, json.loads(answer.stdout), strict=True) if order(*map(sort_key, pair)) != sign
    ]
    assert differing == []


def order(first: str, second: str) -> int:
    return (first > second) - (first < second)


@given(WORDS, WORDS)
def test_two_words_compare_as_in_the_oracle(first, second):
    # Words only: the oracle puts every sign, also the space, after the letters ("Ana" before "An Bình"),
    # while ICU puts signs first, as the tests above show.
    assert order(sort_key(first), sort_key(second)) == vn_collate.compare(first, second)


def test_names_sort_as_in_the_oracle_by_surname_then_given_name():
    names = [(CHANCE.choice(SURNAMES), CHANCE.choice(GIVEN)) for _ in range(500)]

    ours = sorted(names, key=lambda name: (sort_key(name[0]), sort_key(name[1])))

    assert ours == sorted(names, key=lambda name: (vn_collate.collate_key(name[0]), vn_collate.collate_key(name[1])))


@given(st.lists(st.text(max_size=12), max_size=8))
def test_postgresql_sees_the_same_order_in_bytes(texts):
    keys = [sort_key(text) for text in texts]

    assert sorted(keys) == sorted(keys, key=lambda key: key.encode())


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
def test_a_key_has_no_control_character_and_ignores_the_unicode_form(text):
    key = sort_key(text)

    assert all(sign >= " " for sign in key)
    assert key == sort_key(unicodedata.normalize("NFD", text))


@given(WORDS, WORDS)
def test_a_word_comes_before_its_continuation(word, more):
    assert sort_key(word) <= sort_key(word + more)
