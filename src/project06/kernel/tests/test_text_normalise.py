import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from project06.kernel.text import d_canonical, i_y_key, nfc

VIETNAMESE = st.text("aăâeêioôơuưyáàảãạấếốớứýỳbcdđghklmnpqrstvxĐÂƠ '-\u00a0\u200b\u0301\u0323", max_size=30)


# -- composition, invisible signs, spaces ------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        (unicodedata.normalize("NFD", "Nguyễn Thị Bưởi"), "Nguyễn Thị Bưởi"),
        ("Nguyê\u0303n", "Nguyễn"),  # Windows-1258: the letter with its roof, then the tone
        ("  Trần \t Văn\nAn ", "Trần Văn An"),
        ("Lê\u00a0Thị\u3000Hoa", "Lê Thị Hoa"),
        ("\ufeffHà\u200b Nội\u00ad\u200e", "Hà Nội"),
        ("Ha\u200d\u200cnh", "Hanh"),
        ("plain  ascii ", "plain ascii"),
        ("", ""),
        (" \u200b ", ""),
    ],
)
def test_text_is_stored_composed_visible_and_single_spaced(typed, stored):
    assert nfc(typed) == stored


def test_joiners_that_spell_hindi_stay():
    joined = "क्\u200dष र्\u200cय"

    assert nfc(joined) == joined


@given(st.one_of(VIETNAMESE, st.text(max_size=30)))
def test_normalising_twice_changes_nothing(text):
    once = nfc(text)

    assert nfc(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(VIETNAMESE)
def test_composed_and_decomposed_text_are_stored_alike(text):
    assert nfc(unicodedata.normalize("NFD", text)) == nfc(text)


# -- the letter đ ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Ðặng", "Đặng"),  # eth
        ("Ɖặng", "Đặng"),  # African D
        ("D\u0335ặng", "Đặng"),  # a stroke laid over
        ("ðường ɖi d\u0336ó", "đường đi đó"),
        ("Đường đi", "Đường đi"),
        ("Duong di", "Duong di"),
    ],
)
def test_look_alikes_become_the_vietnamese_letter(typed, meant):
    assert d_canonical(typed) == meant
    assert d_canonical(meant) == meant


# -- i and y -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("with_y", "with_i"),
    [("Lý", "Lí"), ("Mỹ", "Mĩ"), ("quý", "quí"), ("kỹ sư", "kĩ sư"), ("Quỳnh", "Quình"), ("Ý", "Í"), ("y tế", "i tế"),
     ("Vy", "Vi"), ("Yến", "Iến"), ("yêu", "iêu"), ("quýt", "quít"), ("HỌC KỲ", "HỌC KÌ"), ("hy vọng", "hi vọng")],
)  # fmt: skip
def test_i_and_y_are_equal_where_they_are_the_same_sound(with_y, with_i):
    assert i_y_key(with_y) == i_y_key(with_i)


@pytest.mark.parametrize(
    ("one", "other"),
    [("thúy", "thúi"), ("tay", "tai"), ("mây", "mâi"), ("suýt", "suít"), ("quay", "quai"), ("ly", "lu"),
     ("khuya", "khuia"), ("Mỹ", "Mí"), ("này", "nài")],
)  # fmt: skip
def test_i_and_y_stay_apart_where_they_are_two_sounds(one, other):
    assert i_y_key(one) != i_y_key(other)


@given(VIETNAMESE)
def test_the_key_of_i_and_y_is_its_own_key(text):
    assert i_y_key(i_y_key(text)) == i_y_key(text)
