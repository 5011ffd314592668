"""A list is taken over whole or not at all."""

import csv
import io
import zipfile
from datetime import date, datetime

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed
from project06.places.errors import UnknownUnit
from project06.programme.data.tasks import TaskFilter
from project06.programme.enums.steering import Claim, FileFaultCode, RowFaultCode, TaskEventKind
from project06.programme.errors.steering import FaultyRows, UnusableList
from project06.programme.models import Task
from project06.programme.operations.cancel_task import cancel_task
from project06.programme.operations.hand_over_task import hand_over_task
from project06.programme.operations.import_tasks import import_tasks
from project06.programme.operations.revise_due_date import revise_due_date
from project06.programme.queries.find_task import get_task_detail
from project06.programme.queries.list_tasks import list_tasks
from project06.programme.tests.cast import HOA, NOON, SON, TODAY, TU, a_proved_task

pytestmark = pytest.mark.django_db
HEADINGS = (
    "code", "title", "plan", "group", "lead", "co_leads", "recurrence", "assigned_on", "due_on", "directive",
    "directive_on", "claimed", "done_on",
)  # fmt: skip
MIDNIGHT = datetime.combine(date(2026, 7, 1), datetime.min.time())
GOOD = {
    "code": "NV-001",
    "title": "Số hóa kết quả giải quyết thủ tục hành chính về đất đai",
    "plan": "project-06",
    "group": "data",
    "lead": "STP-08",
    "co_leads": "SYT-08; STC-08",
    "recurrence": "",
    "assigned_on": "01/07/2026",
    "due_on": "31/12/2026",
    "directive": "452/TTg-KSTT",
    "directive_on": "23/05/2023",
    "claimed": "",
    "done_on": "",
}


@pytest.fixture(autouse=True)
def _clock():
    with frozen(NOON):
        yield


def row(**changes: object) -> list[object]:
    values = {**GOOD, **changes}
    return [values[heading] for heading in HEADINGS]


def as_csv(*rows, headings=HEADINGS, encoding="utf-8-sig", delimiter=",") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([headings, *rows])
    return text.getvalue().encode(encoding)


def as_xlsx(*rows, headings=HEADINGS) -> bytes:
    book = Workbook()
    for each in (headings, *rows):
        book.active.append(list(each))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def take(content: bytes, *, write: bool = True, by=SON):
    return import_tasks(content=content, register="08", write=write, by=by)


def faults(content: bytes) -> list[tuple[int, str, RowFaultCode]]:
    report = take(content, write=False)
    return [(fault.row, fault.column, fault.code) for fault in report.faults]


def file_fault(content: bytes) -> str:
    with pytest.raises(UnusableList) as refused:
        take(content)
    assert not Task.objects.exists()
    return refused.value.field_errors[0].code


def test_judges_first_and_stores_nothing() -> None:
    report = take(as_csv(row(), row(code="NV-002")), write=False)

    assert (report.rows, report.added, report.fault_count, report.is_written) == (2, 2, 0, False)
    assert not Task.objects.exists()


@pytest.mark.parametrize("make", [as_csv, as_xlsx])
def test_takes_a_list_over(make) -> None:
    report = take(
        make(row(), row(code="NV-002", recurrence="Hằng tháng", due_on="", co_leads="", directive="", directive_on=""))
    )

    assert (report.added, report.is_written) == (2, True)
    first, second = list_tasks(TaskFilter(), by=SON).tasks
    assert (first.code, first.due_on, first.original_due_on) == ("NV-001", date(2026, 12, 31), date(2026, 12, 31))
    assert [each.code for each in first.co_leads] == ["SYT-08", "STC-08"]
    assert (first.directive.number, first.lead.name) == ("452/TTg-KSTT", "Sở Tư pháp tỉnh Tuyên Quang")
    assert (second.recurrence, second.due_on, second.register_path) == ("month", None, "VN/08")
    history = get_task_detail(first.uuid, by=SON).history
    assert [(event.kind, event.due_after) for event in history] == [(TaskEventKind.CREATED, date(2026, 12, 31))]


def test_changes_nothing_the_second_time_and_tells_what_the_third_changes() -> None:
    take(as_csv(row(), row(code="NV-002")))

    again = take(as_csv(row(), row(code="NV-002")))
    assert (again.added, again.changed, again.unchanged) == (0, 0, 2)

    third = take(as_csv(row(title="Tên mới", group="resources", co_leads="SYT-08"), row(code="NV-002")))
    assert (third.changed, third.unchanged) == (1, 1)
    detail = get_task_detail(list_tasks(TaskFilter(text="ten moi"), by=SON).tasks[0].uuid, by=SON)
    assert (detail.task.group, [each.code for each in detail.task.co_leads]) == ("resources", ["SYT-08"])
    assert detail.history[-1].changes == {"title_vi": GOOD["title"], "group": "data", "co_leads": "STC-08 SYT-08"}


def test_leaves_what_is_stored_where_a_cell_is_empty() -> None:
    take(as_csv(row(claimed="in-progress")))

    report = take(as_csv(row(claimed="", co_leads="", directive="", directive_on="")))

    task = list_tasks(TaskFilter(), by=SON).tasks[0]
    assert (report.unchanged, task.claimed, len(task.co_leads)) == (1, Claim.IN_PROGRESS, 2)


def test_takes_claims_over_as_claims_and_keeps_them_in_the_history() -> None:
    take(as_csv(row(claimed="Đã hoàn thành", done_on="15/10/2026")))

    task = list_tasks(TaskFilter(), by=SON).tasks[0]
    assert (task.claimed, task.done_on, task.evidence.value) == (Claim.DONE, date(2026, 10, 15), "none")
    kinds = [event.kind for event in get_task_detail(task.uuid, by=SON).history]
    assert kinds == [TaskEventKind.CREATED, TaskEventKind.CLAIMED]


@pytest.mark.parametrize(
    ("changes", "column", "code"),
    [
        ({"code": ""}, "code", RowFaultCode.MISSING),
        ({"code": "mã nhiệm vụ dài " * 5}, "code", RowFaultCode.TOO_LONG),
        ({"code": "NV 1"}, "code", RowFaultCode.BAD_CODE),
        ({"title": ""}, "title", RowFaultCode.MISSING),
        ({"title": "x" * 501}, "title", RowFaultCode.TOO_LONG),
        ({"title": '=HYPERLINK("http://example.org")'}, "title", RowFaultCode.FORMULA),
        ({"plan": "project-07"}, "plan", RowFaultCode.UNKNOWN_PLAN),
        ({"group": "weather"}, "group", RowFaultCode.UNKNOWN_GROUP),
        ({"lead": "SXX-08"}, "lead", RowFaultCode.UNKNOWN_AGENCY),
        ({"lead": "UBND-26"}, "lead", RowFaultCode.AGENCY_OTHER_DAY),
        ({"lead": "STP-11"}, "lead", RowFaultCode.NOT_ALLOWED),
        ({"co_leads": "STP-08"}, "co_leads", RowFaultCode.LEAD_REPEATED),
        ({"co_leads": "BTTTT"}, "co_leads", RowFaultCode.AGENCY_OTHER_DAY),
        ({"recurrence": "sometimes"}, "recurrence", RowFaultCode.UNKNOWN_RECURRENCE),
        ({"assigned_on": ""}, "assigned_on", RowFaultCode.MISSING),
        ({"assigned_on": "31/02/2026"}, "assigned_on", RowFaultCode.BAD_DATE),
        ({"assigned_on": "45000"}, "assigned_on", RowFaultCode.BAD_DATE),
        ({"assigned_on": "01/01/2027", "due_on": "01/02/2027"}, "assigned_on", RowFaultCode.DATE_IN_FUTURE),
        ({"due_on": "2099-01-01"}, "due_on", RowFaultCode.BAD_DATE),
        ({"due_on": ""}, "due_on", RowFaultCode.DUE_MISSING),
        ({"due_on": "01/06/2026"}, "due_on", RowFaultCode.DUE_BEFORE_ASSIGNED),
        ({"directive_on": ""}, "directive_on", RowFaultCode.MISSING),
        ({"directive_on": "26/06/2024"}, "directive", RowFaultCode.UNKNOWN_DIRECTIVE),
        ({"claimed": "maybe"}, "claimed", RowFaultCode.UNKNOWN_CLAIM),
        ({"claimed": "done"}, "done_on", RowFaultCode.DONE_WITHOUT_DATE),
        ({"claimed": "done", "done_on": "20/12/2026"}, "done_on", RowFaultCode.DATE_IN_FUTURE),
        ({"done_on": "01/10/2026"}, "done_on", RowFaultCode.DONE_WITHOUT_DATE),
    ],
)
def test_names_the_cell_that_is_wrong_and_stores_nothing(changes, column, code) -> None:
    content = as_csv(row(code="NV-000"), row(**changes))

    assert (3, column, code) in faults(content)
    with pytest.raises(FaultyRows) as refused:
        take(content)
    assert f"rows.3.{column}" in {each.field for each in refused.value.field_errors}
    assert not Task.objects.exists()


def test_names_a_code_that_stands_twice_also_in_other_letters() -> None:
    assert faults(as_csv(row(), row(code="nv-001"))) == [(3, "code", RowFaultCode.DUPLICATE)]


def test_refuses_a_formula_cell_of_a_workbook_but_not_a_text_that_begins_with_a_dash() -> None:
    assert (2, "title", RowFaultCode.FORMULA) in faults(as_xlsx(row(title="=1+1")))
    assert faults(as_csv(row(title="- Rà soát thủ tục (đợt 2)"))) == []


def test_reads_the_dates_of_office_programmes() -> None:
    take(
        as_xlsx(
            row(assigned_on=MIDNIGHT, due_on=date(2026, 12, 31)),
            row(code="NV-002", due_on="2026-12-31"),
        )
    )

    assert [task.due_on for task in list_tasks(TaskFilter(), by=SON).tasks] == [date(2026, 12, 31)] * 2


@pytest.mark.parametrize(
    ("encoding", "delimiter"), [("utf-8", ","), ("utf-8-sig", ";"), ("utf-16", "\t"), ("utf-8", "\t")]
)
def test_reads_every_usual_encoding_and_separator(encoding, delimiter) -> None:
    assert take(as_csv(row(), encoding=encoding, delimiter=delimiter)).added == 1


def test_reads_vietnamese_headings_in_any_order_and_letters_in_any_form() -> None:
    import unicodedata

    headings = [
        "Hạn hoàn thành",
        "Mã nhiệm vụ",
        "NỘI DUNG NHIỆM VỤ",
        "Nhom nhiem vu",
        "Mã kế hoạch",
        "Cơ quan chủ trì",
        "Ngày giao",
    ]
    title = unicodedata.normalize("NFD", "Làm sạch dữ liệu")

    take(as_csv(["31/12/2026", "NV-1", title, "data", "project-06", "STP-08", "01/07/2026"], headings=headings))

    assert list_tasks(TaskFilter(), by=SON).tasks[0].titles == {"vi": "Làm sạch dữ liệu"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", FileFaultCode.EMPTY),
        (b" \n \n", FileFaultCode.EMPTY),
        (b"%PDF-1.7 ...", FileFaultCode.NOT_A_TABLE),
        (b"\x89PNG\r\n\x1a\n", FileFaultCode.NOT_A_TABLE),
        (b"<html><table></table>", FileFaultCode.NOT_A_TABLE),
        (b"code,title\x00,plan\n", FileFaultCode.NOT_A_TABLE),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"Book", FileFaultCode.NOT_A_TABLE),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), FileFaultCode.PROTECTED),
        ("mã,tên\n".encode("cp1258", errors="ignore") + b"\xff\xfe\xfa", FileFaultCode.NOT_TEXT),
        (b"PK\x03\x04 cut off", FileFaultCode.BROKEN),
        (b"code,title\nNV-1,x\n", FileFaultCode.HEADINGS),
        (as_csv(headings=(*HEADINGS, "weather")), FileFaultCode.HEADINGS),
        (as_csv(headings=(*HEADINGS, "code")), FileFaultCode.HEADINGS),
        (b"x" * 10_000_001, FileFaultCode.TOO_LARGE),
    ],
)
def test_refuses_a_file_that_is_not_what_it_says(content, code) -> None:
    assert file_fault(content) == code.value


def test_refuses_a_zip_that_is_no_workbook_and_one_that_unpacks_to_too_much() -> None:
    def packed(name: str, data: bytes) -> bytes:
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, data)
        return content.getvalue()

    assert file_fault(packed("notes.txt", b"hello")) == FileFaultCode.NOT_A_TABLE.value
    assert file_fault(packed("xl/workbook.xml", b"0" * 130_000_000)) == FileFaultCode.TOO_LARGE.value


def test_refuses_sixty_thousand_rows() -> None:
    rows = [row(code=f"NV-{number}", title="x", co_leads="") for number in range(60_000)]
    workbook = io.BytesIO()
    with xlsxwriter.Workbook(workbook, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, cells in enumerate((HEADINGS, *rows)):
            sheet.write_row(number, 0, cells)

    assert file_fault(as_csv(*rows)) == FileFaultCode.TOO_MANY_ROWS.value
    assert file_fault(workbook.getvalue()) == FileFaultCode.TOO_MANY_ROWS.value


def test_takes_the_whole_roadmap_over_in_few_statements(django_assert_max_num_queries) -> None:
    content = as_xlsx(*(row(code=f"NV-{number:03d}") for number in range(656)))

    with django_assert_max_num_queries(40):
        report = take(content)

    assert (report.added, Task.objects.count()) == (656, 656)


def test_never_moves_a_due_date_or_a_lead_of_a_stored_task() -> None:
    take(as_csv(row(), row(code="NV-002")))
    first, second = list_tasks(TaskFilter(), by=SON).tasks
    revise_due_date(task=first.uuid, due_on=date(2027, 3, 31), reason="Chờ", act="1/QĐ", by=SON)
    hand_over_task(task=second.uuid, lead="SYT-08", on=TODAY, reason="Chuyển", by=SON)

    assert faults(as_csv(row(), row(code="NV-002"))) == [
        (2, "due_on", RowFaultCode.DUE_CHANGED),
        (3, "lead", RowFaultCode.LEAD_CHANGED),
    ]


def test_touches_nothing_that_is_cancelled_or_proved() -> None:
    take(as_csv(row()))
    cancel_task(task=list_tasks(TaskFilter(), by=SON).tasks[0].uuid, reason="Trùng", by=SON)
    a_proved_task("NV-002", assigned_on=date(2026, 7, 1), due_on=date(2026, 12, 31))

    found = faults(as_csv(row(), row(code="NV-002", claimed="in-progress")))

    assert (2, "code", RowFaultCode.ALREADY_CANCELLED) in found
    assert (3, "claimed", RowFaultCode.ALREADY_PROVED) in found


@pytest.mark.parametrize(("by", "refusal"), [(TU, NotAllowed), (HOA, NotAllowed)])
def test_refuses_the_wrong_person(by, refusal) -> None:
    with pytest.raises(refusal):
        take(as_csv(row()), write=False, by=by)


def test_refuses_a_unit_that_does_not_exist_today() -> None:
    with pytest.raises(UnknownUnit):
        import_tasks(content=as_csv(row()), register="26", write=False, by=SON)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_answers_any_bytes_with_a_refusal(content) -> None:
    with pytest.raises(UnusableList):
        take(content, write=False)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(0, 6000), at=st.integers(0, 6000), byte=st.integers(0, 255))
def test_survives_a_workbook_that_was_damaged_on_the_way(cut, at, byte) -> None:
    content = bytearray(as_xlsx(row()))
    content[at % len(content)] = byte
    damaged = bytes(content[: max(1, len(content) - cut % 40)])

    try:
        report = take(damaged, write=False)
    except UnusableList:
        return
    assert report.rows <= 1


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cells=st.lists(st.text(st.characters(exclude_characters="\0"), max_size=30), min_size=13, max_size=14))
def test_judges_any_row_without_failing(cells) -> None:
    report = take(as_csv(cells), write=False)

    assert report.rows <= 1 or report.fault_count
    assert report.added == 0
