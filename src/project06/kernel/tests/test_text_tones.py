"""Tone placement over every syllable that openings, rhymes and tones can build."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vi_textmatch.tone import normalize_tone as oracle

from project06.kernel.text import ToneStyle, tone_canonical

FIRST, SECOND = ToneStyle.FIRST_VOWEL, ToneStyle.SECOND_VOWEL
TONES = ["\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]

OPENINGS = ["", "b", "c", "ch", "d", "đ", "g", "gh", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "r",
            "s", "t", "th", "tr", "v", "x"]  # fmt: skip
# Every rhyme with its mark where a dictionary puts it; the acute stands for all tones.
WRITTEN_RHYMES = """
á ác ách ái ám án áng ánh áo áp át áu áy ắc ắm ắn ắng ắp ắt ấc ấm ấn ấng ấp ất ấu ấy é éc ém én éng
éo ép ét ế ếch ếm ến ếnh ếp ết ếu í ích ím ín ính íp ít ía íu iếc iếm iến iếng iếp iết iếu ó óc ói
óm ón óng óp ót oóc oóng ố ốc ối ốm ốn ống ốp ốt ớ ới ớm ớn ớp ớt ú úc úi úm ún úng úp út úa uốc uối
uốm uốn uống uốt ứ ức ứng ứt ứa ứu ứi ước ưới ướm ướn ướng ướp ướt ướu ý yếm yến yếng yết yếu oác
oách oái oán oáng oánh oáo oáp oát oáy oắc oắn oắng oắt oét oén oéo uấn uất uấy uế uếch uếnh uếu uở
uých uýn uýnh uýp uýt uýu uyến uyết uýa
"""
RHYMES = WRITTEN_RHYMES.split()
TWO_USAGES = {"óa": "oá", "óe": "oé", "úy": "uý"}
WRITTEN_AFTER_GI = "á ác ái ám án áng áo áp át áu áy ắc ắt ấc ấy é éo ếng ếc ó ói óng ố ống ớ ới ú úp ứ ứa ướng uốc"
WRITTEN_AFTER_QU = "á ác ái án áng ánh áo át áy ắc ắt ấn ất ấy é én éo ét ế ến ết ếch ý ých ýt ýnh yến yết ớ ới ốc"
AFTER_GI = WRITTEN_AFTER_GI.split()
AFTER_QU = WRITTEN_AFTER_QU.split()


def with_tone(written: str, tone: str) -> str:
    plain = unicodedata.normalize("NFD", written)
    marked = "".join(tone if sign in TONES else sign for sign in plain)
    return unicodedata.normalize("NFC", marked)


def without_tone(written: str) -> str:
    plain = unicodedata.normalize("NFD", written)
    return unicodedata.normalize("NFC", "".join(sign for sign in plain if sign not in TONES))


ONE_USAGE = [
    *(opening + with_tone(rhyme, tone) for opening in OPENINGS for rhyme in RHYMES for tone in TONES
      if not (opening == "g" and rhyme.startswith(("í", "i")) and len(rhyme) > 1)),
    *("gi" + with_tone(rhyme, tone) for rhyme in AFTER_GI for tone in TONES),
    *("qu" + with_tone(rhyme, tone) for rhyme in AFTER_QU for tone in TONES),
    *(with_tone(syllable, tone) for syllable in ("gí", "gín", "gích") for tone in TONES),
]  # fmt: skip
BOTH_USAGES = [
    (opening + with_tone(first, tone), opening + with_tone(second, tone))
    for opening in OPENINGS
    for first, second in TWO_USAGES.items()
    for tone in TONES
]


def test_syllables_with_one_right_place_stay_in_both_styles():
    moved = [
        syllable
        for syllable in ONE_USAGE
        if not tone_canonical(syllable, FIRST) == tone_canonical(syllable, SECOND) == syllable
    ]

    assert moved == []
    assert len(ONE_USAGE) > 20_000


def test_open_oa_oe_uy_turn_into_either_style_and_back():
    for first, second in BOTH_USAGES:
        assert tone_canonical(first, SECOND) == tone_canonical(second, SECOND) == second
        assert tone_canonical(first, FIRST) == tone_canonical(second, FIRST) == first


def test_a_mark_on_any_other_vowel_is_moved_to_its_place():
    for right in {*ONE_USAGE, *(first for first, _ in BOTH_USAGES)}:
        bare = without_tone(right)
        tone = next(sign for sign in unicodedata.normalize("NFD", right) if sign in TONES)
        for index, letter in enumerate(bare):
            if letter in "aăâeêioôơuưy":
                wrong = unicodedata.normalize("NFC", bare[: index + 1] + tone + bare[index + 1 :])
                assert tone_canonical(wrong, FIRST) == right


def test_first_vowel_style_equals_the_oracle():
    for written in [*ONE_USAGE, *(second for _, second in BOTH_USAGES)]:
        assert tone_canonical(written, FIRST) == oracle(written)


@pytest.mark.parametrize(
    ("text", "style", "expected"),
    [
        ("Khánh Hoà, Thanh Hoá", FIRST, "Khánh Hòa, Thanh Hóa"),
        ("HOÀ BÌNH", FIRST, "HÒA BÌNH"),
        ("Hòa Thúy OẸ", SECOND, "Hoà Thuý OẸ"),
        ("qúy gía", FIRST, "quý giá"),
        ("gì, giờ, giếng", SECOND, "gì, giờ, giếng"),
        ("khuỷu ngoài huỳnh", SECOND, "khuỷu ngoài huỳnh"),
        (unicodedata.normalize("NFD", "thuý"), FIRST, "thúy"),
        ("xoá-bỏ", FIRST, "xóa-bỏ"),
    ],
)
def test_text_keeps_its_case_and_punctuation(text, style, expected):
    assert tone_canonical(text, style) == expected


@pytest.mark.parametrize("text", ["Hoa", "Kroá", "café", "Êđê", "Đắk Lắk", "Łódź", "příští", "hòà", "Žižkóa", "हिन्दी"])
def test_what_is_not_a_vietnamese_syllable_is_left_alone(text):
    assert tone_canonical(text, FIRST) == tone_canonical(text, SECOND) == text


@given(st.text("hqgotuyaeiòóàáúùýỳêệ -", max_size=16), st.sampled_from(ToneStyle))
def test_placing_twice_changes_nothing(text, style):
    assert tone_canonical(tone_canonical(text, style), style) == tone_canonical(text, style)
