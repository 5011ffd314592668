"""A reporter uploads a filled-in sheet; bad rows are refused with their number, and nothing is stored."""

import io
import zipfile

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from project06.reporting.enums import SheetFormat
from project06.reporting.errors import TooLargeSheet, UnreadableSheet, WrongAnswers, WrongState
from project06.reporting.models import Submission
from project06.reporting.queries.export_reports import answer_sheet
from project06.reporting.queries.get_story import get_story
from project06.reporting.queries.read_answers import read_answers
from project06.reporting.queries.read_sheet import MOST_BYTES, read_sheet
from project06.reporting.tests.conftest import GOOD


def workbook(*rows: tuple[object, ...], headings: tuple[str, ...] = ("code", "answer")) -> bytes:
    book = openpyxl.Workbook()
    for row in (headings, *rows):
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def faults(refusal: WrongAnswers) -> list[tuple[str, str]]:
    return [(each.field, each.code) for each in refusal.field_errors]


@pytest.mark.parametrize("form", list(SheetFormat))
def test_reads_back_the_sheet_it_hands_out(duty, minh, form):
    empty = answer_sheet(duty.uuid, by=minh, form=form)

    assert [row.code for row in read_sheet(empty)] == ["dossiers", "online", "stuck"]
    assert read_answers(duty.uuid, empty, by=minh) == {}


def test_reads_figures_as_figures(duty, minh):
    content = workbook(("dossiers", 120), ("online", 87.5), ("stuck", None))

    assert read_answers(duty.uuid, content, by=minh) == GOOD


@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_reads_tables_of_every_kind(duty, minh, mark):
    content = f"code{mark}answer\ndossiers{mark}120\nonline{mark}87.5\n".encode("utf-8-sig")

    assert read_answers(duty.uuid, content, by=minh) == GOOD


def test_names_every_bad_row(duty, minh):
    content = workbook(("dossiers", -1), ("online", 120), ("colour", "red"), ("dossiers", 3), ("stuck", "=1+1"))

    with pytest.raises(WrongAnswers) as refusal:
        read_answers(duty.uuid, content, by=minh)

    assert faults(refusal.value) == [
        ("row 2", "too-small"),
        ("row 3", "not-a-share"),
        ("row 4", "unknown-question"),
        ("row 5", "twice"),
        ("row 6", "formula"),
    ]


def test_refuses_a_thousands_point(duty, minh):
    with pytest.raises(WrongAnswers) as refusal:
        read_answers(duty.uuid, b"code;answer\ndossiers;14.528\n", by=minh)

    assert faults(refusal.value) == [("row 2", "thousands-mark")]


def _not_a_workbook() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        packed.writestr("hello.txt", "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.7", b"PK\x03\x04broken", b"\xff\xfe\x00", b"a;b\n1;2\n", b'code;answer\n"open', _not_a_workbook()],
)
def test_refuses_what_is_no_sheet(content):
    with pytest.raises(UnreadableSheet):
        read_sheet(content)


def test_refuses_what_is_too_large():
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 50_000_000)

    for content in (b"x" * (MOST_BYTES + 1), bomb.getvalue(), b"code;answer\n" + b"a;1\n" * 1_001):
        with pytest.raises(TooLargeSheet):
            read_sheet(content)


def test_refuses_sixty_thousand_rows():
    with pytest.raises(TooLargeSheet):
        read_sheet(workbook(*(("dossiers", number) for number in range(60_000))))


def test_refuses_when_the_report_was_sent(sent, minh):
    with pytest.raises(WrongState):
        read_answers(sent.uuid, workbook(("dossiers", 1)), by=minh)


def test_takes_the_answers_into_the_draft_through_the_page(duty, minh, enter):
    file = SimpleUploadedFile("bao-cao.xlsx", workbook(("dossiers", 120), ("online", "87,5")))

    answer = enter(minh).post(f"/reporting/obligations/{duty.uuid}/upload/", {"sheet": file})

    assert answer.status_code == 302
    assert get_story(duty.uuid, by=minh).current.answers == GOOD


def test_shows_the_rows_that_are_wrong_on_the_page(duty, minh, enter):
    file = SimpleUploadedFile("bao-cao.csv", b"code;answer\ndossiers;many\n")

    answer = enter(minh).post(
        f"/reporting/obligations/{duty.uuid}/upload/", {"sheet": file}, headers={"accept-language": "en"}
    )

    assert answer.status_code == 422
    assert "Row 2: Write a number with digits only." in answer.content.decode()
    assert not Submission.objects.exists()


def test_asks_for_a_file_when_none_was_chosen(duty, minh, enter):
    assert enter(minh).post(f"/reporting/obligations/{duty.uuid}/upload/").status_code == 422
