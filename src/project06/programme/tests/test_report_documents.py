"""How a report is built in each form: headings, languages, tags, numbers, and the same bytes every time."""

import io
import re
from datetime import date
from decimal import Decimal

import docx
import openpyxl
import pypdfium2
import pytest
from docx.oxml.ns import qn

from project06.programme.contrib.composition.document import Tone
from project06.programme.contrib.composition.drawing import tone_of
from project06.programme.contrib.composition.speech import Speech
from project06.programme.contrib.composition.units import SCALES, plural_category
from project06.programme.data.report import MapCut, RegionCut, UnitCut
from project06.programme.enums.report import MapKind
from project06.programme.tests.report_figures import COUNTRY, DIEN_BIEN, LANGUAGES, TUYEN_QUANG
from project06.programme.tests.report_reading import RENDERERS, rendered, shipped_cut, words

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("form", ["html", "pdf", "docx", "xlsx"])
def test_gives_the_same_bytes_for_the_same_cut(form: str) -> None:
    again = RENDERERS[form]().render(shipped_cut(DIEN_BIEN), "hi")

    assert again == rendered(DIEN_BIEN, "hi", form)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", [TUYEN_QUANG, DIEN_BIEN, COUNTRY])
def test_prints_tagged_for_all_readers_and_for_the_archive(key: str, language: str) -> None:
    content = rendered(key, language, "pdf")
    document = pypdfium2.PdfDocument(content)
    metadata = content.decode("latin-1")

    assert document.is_tagged()
    assert re.search(rf"/Lang ?\({language}", metadata)
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in re.sub(r">\s+<", "><", metadata)
    assert 3 <= len(document) <= 7


@pytest.mark.parametrize("language", LANGUAGES)
def test_has_one_heading_of_the_page_and_numbered_sections(language: str) -> None:
    page = rendered(COUNTRY, language, "html").decode()

    assert page.count("<h1>") == 1
    assert f'<html lang="{language}">' in page
    assert len(re.findall(r'<h2 id="section-\d+">', page)) == 8
    assert "<script" not in page
    assert "http://" not in page.replace('xmlns="http://www.w3.org/2000/svg"', "")


def test_leads_every_note_to_its_source() -> None:
    page = rendered(TUYEN_QUANG, "en", "html").decode()

    assert set(re.findall(r'href="#(source-\d+)"', page)) == set(re.findall(r'id="(source-\d+)"', page))


def test_names_the_archipelagos_in_vietnamese_on_every_map() -> None:
    for language in LANGUAGES:
        page = rendered(DIEN_BIEN, language, "html").decode()
        assert "Quần đảo Hoàng Sa" in page
        assert "Quần đảo Trường Sa" in page


def test_writes_real_headings_table_heads_and_language_into_the_editable_text() -> None:
    document = docx.Document(io.BytesIO(rendered(COUNTRY, "hi", "docx")))
    headings = [each for each in document.paragraphs if each.style.name == "Heading 1"]

    assert len(headings) == 9
    assert document.paragraphs[1].style.name == "Title"
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in document.tables)
    assert document.styles["Normal"].element.rPr.find(qn("w:lang")).get(qn("w:bidi")) == "hi-IN"
    pictures = document.element.findall(f".//{qn('wp:docPr')}")
    assert pictures
    assert all(each.get("descr") for each in pictures)
    assert document.core_properties.comments == shipped_cut(COUNTRY).digest


def test_writes_bare_numbers_beside_the_words_of_the_workbook() -> None:
    book = openpyxl.load_workbook(io.BytesIO(rendered(COUNTRY, "pl", "xlsx")))
    sheet = next(each for each in book if each.title.startswith("Wskaźniki"))
    numbers = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, int | float)]

    assert 14_528_000_000_000 in numbers
    assert 87.08 in numbers
    assert not [cell for each in book for row in each.iter_rows() for cell in row if cell.data_type == "f"]


def test_never_says_zero_for_what_nobody_reported() -> None:
    assert "never as zero" in words(DIEN_BIEN, "en", "html")


@pytest.mark.parametrize(
    ("language", "value", "said"),
    [
        ("pl", "1", "1 punkt procentowy"),
        ("pl", "2", "2 punkty procentowe"),
        ("pl", "5", "5 punktów procentowych"),
        ("pl", "22", "22 punkty procentowe"),
        ("pl", "2.6", "2,6 punktu procentowego"),
        ("cs", "1", "1 procentní bod"),
        ("cs", "3", "3 procentní body"),
        ("cs", "5", "5 procentních bodů"),
        ("cs", "9.67", "9,67 procentního bodu"),
        ("uk", "1", "1 відсотковий пункт"),
        ("uk", "11", "11 відсоткових пунктів"),
        ("uk", "21", "21 відсотковий пункт"),
        ("uk", "3.2", "3,2 відсоткового пункту"),
        ("vi", "36.7", "36,7 điểm phần trăm"),
        ("hi", "53.34", "53.34 प्रतिशत अंक"),
        ("en", "1", "1 percentage point"),
        ("en", "2.6", "2.6 percentage points"),
    ],
)
def test_says_percentage_points_as_the_language_does(language: str, value: str, said: str) -> None:
    assert Speech(language).points(Decimal(value)).replace("\u00a0", " ") == said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("exponent", [6, 9, 12, 15])
def test_keeps_the_digits_of_the_source_in_every_power_of_ten(language: str, exponent: int) -> None:
    written, has_word = Speech(language).scaled(Decimal("1.9").scaleb(exponent), exponent)

    assert has_word
    assert re.sub(r"\D", "", written.split("\u00a0")[0]) == "19"
    assert exponent in SCALES[language]


def test_writes_a_number_without_a_power_of_ten_in_full() -> None:
    assert Speech("en").scaled(Decimal(687_000), 0) == ("687,000", False)
    assert Speech("hi").number(687_000) == "6,87,000"


def test_writes_days_without_doubling_the_full_stop() -> None:
    assert {language: Speech(language).day(date(2024, 6, 6)) for language in LANGUAGES} == {
        "vi": "06/06/2024",
        "en": "6 June 2024",
        "pl": "6 czerwca 2024 roku",
        "hi": "6 जून 2024",
        "cs": "6. června 2024",
        "uk": "6 червня 2024 року",
    }


def test_tells_decimals_from_whole_numbers() -> None:
    assert plural_category("pl", Decimal("36.7")) == "other"
    assert plural_category("pl", Decimal(36)) == "many"


def test_shades_provinces_by_thirds_and_leaves_missing_ones_empty() -> None:
    unit = UnitCut("01", "VN/01", "Hà Nội", "Thành phố Hà Nội", is_country=False)
    values = (Decimal(0), Decimal(50), Decimal(100), None)
    regions = tuple(RegionCut(unit, (), value, is_chosen=False) for value in values)
    cut = MapCut(MapKind.VALUES, None, regions)

    assert [tone_of(cut, each) for each in regions] == [Tone.LIGHT, Tone.MEDIUM, Tone.STRONG, Tone.EMPTY]
