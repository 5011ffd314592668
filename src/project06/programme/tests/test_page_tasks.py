"""The pages of tasks: table, board, one task with its acts, changes of many, lists that come in and go out."""

import io
from datetime import timedelta

import pyarrow.parquet as pq
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from project06.kernel.clock import frozen
from project06.programme.enums import Claim, EvidenceState
from project06.programme.models import Task
from project06.programme.queries.find_task import get_task, get_task_detail
from project06.programme.tests.cast import (
    HOA,
    NOON,
    READER,
    SON,
    TODAY,
    TU,
    a_checked_task,
    a_claimed_task,
    a_proved_task,
    a_task,
)
from project06.programme.tests.pages import words

pytestmark = pytest.mark.django_db
TABLE, BOARD, NEW = "/programme/tasks/", "/programme/tasks/board/", "/programme/tasks/create/"
MANY, LIST = "/programme/tasks/update/", "/programme/tasks/import/"


@pytest.fixture(autouse=True)
def clock():
    with frozen(NOON):
        yield


def act(task, name):
    return reverse(f"programme:{name}", args=[task.uuid])


def test_shows_the_table_and_the_way_to_each_task(visit) -> None:
    task = a_task("NV-07", due_on=TODAY - timedelta(days=3))

    page = words(visit(READER).get(TABLE))

    assert act(task, "task") in page
    assert "NV-07" in page
    assert "Trễ" in page
    assert NEW not in page
    assert NEW in words(visit(SON).get(TABLE))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("schedule=late", {"NV-LATE"}),
        ("claimed=nobody", {"NV-LATE", "NV-NEW"}),
        ("claimed=done", {"NV-DONE"}),
        ("lead=syt-08", {"NV-NEW"}),
        ("q=nv-done", {"NV-DONE"}),
        ("group=institutions&unit=08", {"NV-LATE", "NV-DONE", "NV-NEW"}),
        ("schedule=nonsense&group=nonsense", {"NV-LATE", "NV-DONE", "NV-NEW"}),
    ],
)
def test_filters(visit, asked, found) -> None:
    a_task("NV-LATE", due_on=TODAY - timedelta(days=1))
    a_task("NV-NEW", lead="SYT-08")
    a_claimed_task("NV-DONE")

    page = words(visit(SON).get(f"{TABLE}?{asked}"))

    assert {code for code in ("NV-LATE", "NV-NEW", "NV-DONE") if f">{code} " in page} == found


def test_goes_on_where_the_page_before_ended(visit) -> None:
    for number in range(52):
        a_task(f"NV-{number:03}")
    client = visit(SON)

    first = words(client.get(f"{TABLE}?order=code"))
    following = first.split('rel="next" href="', 1)[1].split('"', 1)[0].replace("&amp;", "&")
    second = words(client.get(TABLE + following))

    assert ">NV-049 " in first
    assert ">NV-050 " not in first
    assert ">NV-050 " in second
    assert 'rel="next"' not in second


def test_asks_the_same_number_of_questions_for_one_task_and_for_fifty(visit, django_assert_max_num_queries) -> None:
    for number in range(50):
        a_task(f"NV-{number:03}")
    client = visit(SON)
    client.get(TABLE)

    with django_assert_max_num_queries(7):
        client.get(TABLE)
    with django_assert_max_num_queries(6):
        client.get(BOARD)


def test_answers_a_part_for_a_part(visit) -> None:
    a_task()

    page = words(visit(SON).get(TABLE, headers={"HX-Request": "true"}))

    assert "<html" not in page
    assert "<table" in page


def test_shows_the_board(visit) -> None:
    a_claimed_task("NV-DONE")
    a_task("NV-NEW")

    page = words(visit(READER).get(BOARD))

    assert "NV-DONE" in page
    assert "NV-NEW" in page


def test_hoa_of_another_province_sees_none_of_it(visit) -> None:
    task = a_task("NV-07")
    client = visit(HOA)

    assert "NV-07" not in words(client.get(TABLE))
    assert "NV-07" not in words(client.get(BOARD))
    assert client.get(act(task, "task")).status_code == 404
    assert client.post(act(task, "cancel_task"), {"reason": "x"}).status_code == 404
    assert client.get(f"{TABLE}?unit=08").status_code == 403
    assert "NV-07" not in words(client.get("/programme/tasks.csv"))


def test_gives_out_a_task(visit) -> None:
    client = visit(SON)
    said = {
        "code": "NV-30",
        "title": "Số hóa hồ sơ đất đai",
        "plan": "project-06",
        "group": "data",
        "lead": "stp-08",
        "co_leads": "SYT-08, STC-08",
        "recurrence": "once",
        "assigned_on": TODAY.isoformat(),
        "due_on": (TODAY + timedelta(days=30)).isoformat(),
    }

    assert client.get(NEW).status_code == 200
    assert client.post(NEW, said).status_code == 302
    task = Task.objects.get(code="NV-30")
    assert task.lead_code == "STP-08"
    assert client.post(NEW, said).status_code == 409
    assert client.post(NEW, {**said, "code": "NV-31", "lead": "NOBODY-08"}).status_code == 422
    assert client.post(NEW, {**said, "code": "NV-31", "act_number": "7"}).status_code == 422
    assert client.post(NEW, {}).status_code == 422
    assert visit(READER).get(NEW).status_code == 403


def test_reports_attaches_checks_and_accepts(visit) -> None:
    task = a_task()
    tu = visit(TU)
    done_on = (TODAY - timedelta(days=1)).isoformat()

    assert tu.post(act(task, "claim_task"), {"claim": "done"}).status_code == 422
    assert tu.post(act(task, "claim_task"), {"claim": "done", "done_on": done_on}).status_code == 302
    assert tu.post(act(task, "attach_task_evidence"), {"name": "Báo cáo 12", "reference": "12/BC"}).status_code == 302
    assert tu.post(act(task, "check_task_evidence")).status_code == 403
    son = visit(SON)
    assert son.post(act(task, "accept_task_evidence"), follow=True).status_code == 200
    assert get_task(task.uuid, by=SON).evidence is EvidenceState.ATTACHED
    assert son.post(act(task, "check_task_evidence")).status_code == 302
    assert son.post(act(task, "accept_task_evidence")).status_code == 302
    found = get_task(task.uuid, by=SON)
    assert (found.claimed, found.evidence) == (Claim.DONE, EvidenceState.ACCEPTED)


def test_returns_evidence_only_with_a_reason(visit) -> None:
    task = a_checked_task()
    client = visit(SON)

    refused = client.post(act(task, "return_task_evidence"), {"reason": " "})
    assert refused.status_code == 422
    assert '<details class="act" open' in words(refused)
    assert client.post(act(task, "return_task_evidence"), {"reason": "Thiếu phụ lục"}).status_code == 302
    assert "Thiếu phụ lục" in words(client.get(act(task, "task")))


def test_revises_hands_over_edits_and_cancels(visit) -> None:
    task = a_task()
    client = visit(SON)
    later = TODAY + timedelta(days=60)

    revise = {"due_on": later.isoformat(), "act": "Công văn 15", "reason": "Chờ hướng dẫn"}
    assert client.post(act(task, "revise_due_date"), revise).status_code == 302
    assert client.post(act(task, "revise_due_date"), revise).status_code == 422
    hand = {"lead": "syt-08", "on": TODAY.isoformat(), "reason": "Chuyển nhiệm vụ"}
    assert client.post(act(task, "hand_over_task"), hand).status_code == 302
    edit = {"title": "Tên mới", "plan": "project-06", "group": "data", "reason": "Sửa câu chữ"}
    assert client.post(act(task, "edit_task"), edit).status_code == 302
    assert client.post(act(task, "cancel_task"), {"reason": "Trùng"}).status_code == 302
    detail = get_task_detail(task.uuid, by=SON)
    assert detail.task.original_due_on == task.due_on
    assert detail.task.lead.code == "SYT-08"
    assert detail.task.titles["vi"] == "Tên mới"
    page = words(client.get(act(task, "task")))
    assert "Chờ hướng dẫn" in page
    assert act(task, "claim_task") not in page


def test_offers_each_what_they_may_do(visit) -> None:
    task = a_checked_task()

    assert act(task, "accept_task_evidence") in words(visit(SON).get(act(task, "task")))
    assert act(task, "accept_task_evidence") not in words(visit(TU).get(act(task, "task")))
    assert 'method="post"' not in words(visit(READER).get(act(task, "task"))).split("<main", 1)[1]
    proved = a_proved_task("NV-02")
    assert act(proved, "claim_task") not in words(visit(SON).get(act(proved, "task")))


def test_changes_many_after_a_look(visit) -> None:
    tasks = [a_task("NV-01"), a_task("NV-02"), a_task("NV-03")]
    client = visit(SON)
    said = {
        "tasks": [str(task.uuid) for task in tasks[:2]],
        "due_on": (TODAY + timedelta(days=90)).isoformat(),
        "act": "Công văn 9",
        "reason": "Gia hạn chung",
    }

    assert client.get(MANY).status_code == 200
    preview = client.post(MANY, said)
    assert preview.status_code == 200
    assert get_task(tasks[0].uuid, by=SON).due_on == tasks[0].due_on
    assert client.post(MANY, {**said, "step": "apply"}).status_code == 302
    assert get_task(tasks[1].uuid, by=SON).due_on == TODAY + timedelta(days=90)
    assert get_task(tasks[2].uuid, by=SON).due_on == tasks[2].due_on
    assert client.post(MANY, {**said, "act": "", "step": "apply"}).status_code == 422
    assert client.post(MANY, {**said, "tasks": [str(a_task_of_nobody())]}).status_code == 422
    assert visit(READER).get(MANY).status_code == 403


def a_task_of_nobody() -> str:
    return "00000000-0000-7000-8000-000000000000"


def a_list(rows: str) -> SimpleUploadedFile:
    head = "code,title,plan,group,lead,assigned_on,due_on\n"
    return SimpleUploadedFile("list.csv", (head + rows).encode())


def test_judges_a_list_and_takes_it_over(visit) -> None:
    client = visit(SON)
    good = "NV-90,Làm sạch dữ liệu,project-06,data,STP-08,01/07/2026,31/12/2026\n"

    assert client.get(LIST).status_code == 200
    looked = client.post(LIST, {"list": a_list(good), "step": "look"})
    assert looked.status_code == 200
    assert not Task.objects.filter(code="NV-90").exists()
    assert client.post(LIST, {"list": a_list(good), "step": "apply"}).status_code == 302
    assert Task.objects.filter(code="NV-90").exists()
    again = client.post(LIST, {"list": a_list(good), "step": "apply"}, headers={"HX-Request": "true"})
    assert again.status_code == 204
    assert again["HX-Redirect"] == TABLE


def test_tells_row_and_reason_and_stores_nothing(visit) -> None:
    client = visit(SON)
    bad = (
        "NV-91,=cmd|' /C calc'!A1,project-06,data,STP-08,01/07/2026,31/12/2026\n"
        "NV-92,Tốt,project-06,data,NOBODY,01/07/2026,31/12/2026\n"
    )

    looked = client.post(LIST, {"list": a_list(bad), "step": "look"})
    applied = client.post(LIST, {"list": a_list(bad), "step": "apply"})

    assert looked.status_code == 200
    assert applied.status_code == 422
    for page in map(words, (looked, applied)):
        assert '<th scope="row" class="number">2' in page
        assert '<th scope="row" class="number">3' in page
    assert not Task.objects.filter(code__in=["NV-91", "NV-92"]).exists()


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7 not a table", b"PK\x03\x04broken", b"\x00\x01\x02", b"a" * 10_000_001]
)
def test_refuses_what_is_no_table(visit, content) -> None:
    answer = visit(SON).post(LIST, {"list": SimpleUploadedFile("list.xlsx", content), "step": "apply"})

    assert answer.status_code == 422
    assert not Task.objects.exists()


def test_hands_out_the_empty_list(visit) -> None:
    answer = visit(SON).get("/programme/tasks/empty.xlsx")

    assert load_workbook(io.BytesIO(answer.content)).sheetnames
    assert visit(READER).get("/programme/tasks/empty.xlsx").status_code == 403


def test_hands_out_the_filtered_table_in_three_forms(visit) -> None:
    a_task("NV-01", titles={"vi": "=2+3"})
    a_task("NV-02", lead="SYT-08")
    client = visit(READER)

    text = client.get("/programme/tasks.csv?lead=STP-08").content.decode("utf-8-sig")
    book = load_workbook(io.BytesIO(client.get("/programme/tasks.xlsx").content))
    table = pq.read_table(io.BytesIO(client.get("/programme/tasks.parquet").content))

    assert "NV-01" in text
    assert "NV-02" not in text
    assert "\n=2" not in text.replace(",", "\n")
    assert book.worksheets[0].max_row == 3
    assert table.num_rows == 2
    assert "date32[day]" in {str(field.type) for field in table.schema}
    assert client.get("/programme/tasks.exe").status_code == 404
