import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from project06.kernel.text import (
    NameDifference,
    PersonName,
    ToneStyle,
    compare_names,
    join_name,
    nfc,
    split_full_name,
    tone_canonical,
)

SURNAMES = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Lý", "Vũ"]
MIDDLE = ["Văn", "Thị", "Đức", "Minh", "Thúy", "Quỳnh"]
GIVEN = ["An", "Hòa", "Mỹ", "Thúy", "Đào", "Lan", "Khuê", "Toàn"]
NAMES = st.builds(
    lambda surname, middle, given: " ".join([surname, *middle, given]),
    st.sampled_from(SURNAMES),
    st.lists(st.sampled_from(MIDDLE), max_size=3, unique=True),
    st.sampled_from(GIVEN),
)


# -- parts -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("full_name", "parts"),
    [
        ("Nguyễn Văn An", PersonName("Nguyễn", "Văn", "An")),
        ("Lê An", PersonName("Lê", "", "An")),
        ("Nguyễn Thị Mai Anh", PersonName("Nguyễn", "Thị Mai", "Anh", is_certain=False)),
        ("Nguyễn Trần Bảo Ngọc", PersonName("Nguyễn", "Trần Bảo", "Ngọc", is_certain=False)),
        ("Tôn Thất Tùng", PersonName("Tôn Thất", "", "Tùng", is_certain=False)),
        ("Tôn Nữ Thị Ninh", PersonName("Tôn Nữ", "Thị", "Ninh", is_certain=False)),
        ("CÔNG TẰNG TÔN NỮ HỶ KHƯƠNG", PersonName("CÔNG TẰNG TÔN NỮ", "HỶ", "KHƯƠNG", is_certain=False)),
        ("Tôn Thất", PersonName("Tôn", "", "Thất")),  # nothing would be left for a given name
        ("Âu Dương Phong", PersonName("Âu Dương", "", "Phong", is_certain=False)),
        ("Siu", PersonName("", "", "Siu", is_certain=False)),
        ("", PersonName("", "", "", is_certain=False)),
        ("H'Hen Niê", PersonName("Niê", "", "H'Hen", surname_last=True, is_certain=False)),
        ("H’ Hen Niê", PersonName("Niê", "", "H’ Hen", surname_last=True, is_certain=False)),
        ("Y Moan Êñuôl", PersonName("Êñuôl", "", "Y Moan", surname_last=True, is_certain=False)),
        ("Y Ly", PersonName("", "", "Y Ly", is_certain=False)),
    ],
)
def test_a_name_is_split_by_the_convention_of_registers(full_name, parts):
    assert split_full_name(full_name) == parts
    assert str(parts) == join_name(parts) == full_name


@given(st.one_of(NAMES, st.text(max_size=30)))
def test_parts_join_into_the_same_name(full_name):
    assert join_name(split_full_name(full_name)) == nfc(full_name)


# -- differences -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Nguyễn Văn An", "Nguyễn Văn An", "same"),
        ("NGUYỄN VĂN AN", "Nguyễn Văn An", "case"),
        (unicodedata.normalize("NFD", "Nguyễn Văn An"), "Nguyễn Văn An", "unicode-form"),
        ("Nguyễn  Văn An ", "Nguyễn Văn An", "unicode-form"),
        ("Nguyễn\u200b Văn An", "NGUYỄN VĂN AN", "unicode-form"),
        ("Trần Thị Hoà", "Trần Thị Hòa", "tone-placement"),
        ("TRẦN THỊ HOÀ", "Trần Thị Hòa", "tone-placement"),
        ("Ðặng Thúy", "Đặng Thuý", "d-letter"),
        ("Dặng Văn An", "Đặng Văn An", "d-letter"),
        ("Lý Mỹ Quý", "Lí Mĩ Quí", "i-y"),
        ("Lan Nguyễn Thị", "Nguyễn Thị Lan", "word-order"),
        ("Nguyễn Lan", "Nguyễn Thị Lan", "missing-middle"),
        ("Nguyễn Thị Mai Lan", "nguyễn mai lan", "missing-middle"),
        ("Nguyen Thi Lan", "Nguyễn Thị Lan", "diacritics"),
        ("Dang Van An", "Đặng Văn An", "diacritics"),
        ("Nguyễn Văn Tư", "Nguyễn Văn Tú", "diacritics"),
        ("Nguyễn Văn An", "Nguyễn Văn Anh", "different"),
        ("Nguyễn Văn An", "Trần Văn An", "different"),
        ("Nguyễn Thị Lan", "Nguyễn Văn Lan", "different"),
        ("Nguyễn Thị Lan", "Lan", "different"),
        ("Nguyen Lan", "Nguyễn Thị Lan", "different"),  # two doubts at once are for a person
        ("Thúy", "Thúi", "different"),
    ],
)
def test_two_writings_differ_in(first, second, kind):
    assert compare_names(first, second) is NameDifference(kind)


@given(NAMES, NAMES)
def test_the_kind_is_the_same_from_both_sides(first, second):
    assert compare_names(first, second) is compare_names(second, first)


@given(NAMES)
def test_each_kind_of_damage_is_named(name):
    assert compare_names(name, name.upper()) is NameDifference.CASE
    decomposed = unicodedata.normalize("NFD", name)
    assert compare_names(name, decomposed) in {NameDifference.UNICODE_FORM, NameDifference.SAME}
    moved = tone_canonical(name, ToneStyle.SECOND_VOWEL)
    assert compare_names(name, moved) in {NameDifference.TONE_PLACEMENT, NameDifference.SAME}
    assert compare_names(name, name.replace("Đ", "Ð")) in {NameDifference.D_LETTER, NameDifference.SAME}


@given(NAMES, st.randoms(use_true_random=False))
def test_moved_words_are_a_word_order(name, random):
    words = name.split()
    random.shuffle(words)

    assert compare_names(name, " ".join(words)) in {NameDifference.WORD_ORDER, NameDifference.SAME}
