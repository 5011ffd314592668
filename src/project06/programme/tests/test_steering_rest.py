"""Programs do by REST what people do in pages."""

import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from project06.kernel.clock import frozen
from project06.kernel.permissions import anonymous
from project06.programme.models import Task
from project06.programme.tests.cast import (
    HOA,
    NOON,
    READER,
    SON,
    TODAY,
    TU,
    a_bottleneck,
    a_pilot,
    a_task,
    an_issued_meeting,
)

pytestmark = pytest.mark.django_db
API = "/api/v1/programme"
BODY = {
    "register_code": "08",
    "code": "NV-9",
    "titles": {"vi": "Số hóa hồ sơ đất đai"},
    "plan": "project-06",
    "group": "data",
    "lead": "STP-08",
    "assigned_on": "2026-10-01",
    "due_on": "2026-12-31",
    "directive": {"number": "452/TTg-KSTT", "issued_on": "2023-05-23"},
}
DOCUMENT = {"reference": "store:1", "name": "Báo cáo", "digest": "ab" * 32}


@pytest.fixture(autouse=True)
def clock():
    with frozen(NOON):
        yield


@pytest.fixture
def call(client, monkeypatch):
    def ask(actor, method, path, body=None, **options):
        monkeypatch.setattr("project06.kernel.access._actor_loader", lambda: lambda _request: actor)
        if body is not None:
            options |= {"data": json.dumps(body), "content_type": "application/json"}
        return getattr(client, method)(f"{API}{path}", **options)

    return ask


def test_takes_a_task_from_giving_out_to_its_acceptance(call) -> None:
    task = call(SON, "post", "/tasks", BODY).json()["uuid"]
    steps = [
        (SON, f"/tasks/{task}/revisions", {"due_on": "2027-01-31", "reason": "Chờ", "act": "1/QĐ"}),
        (TU, f"/tasks/{task}/claims", {"claim": "done", "done_on": "2026-11-17"}),
        (TU, f"/tasks/{task}/documents", DOCUMENT),
        (SON, f"/tasks/{task}/checks", None),
        (SON, f"/tasks/{task}/returns", {"reason": "Thiếu dấu"}),
        (TU, f"/tasks/{task}/documents", DOCUMENT),
        (SON, f"/tasks/{task}/checks", None),
        (SON, f"/tasks/{task}/acceptances", None),
    ]

    codes = [call(who, "post", path, body).status_code for who, path, body in steps]

    assert codes == [201] * len(steps)
    seen = call(READER, "get", f"/tasks/{task}").json()
    assert (seen["task"]["schedule"], seen["task"]["claimed"], seen["task"]["evidence"]) == (
        "done-on-time",
        "done",
        "accepted",
    )
    assert (seen["task"]["original_due_on"], seen["task"]["due_on"]) == ("2026-12-31", "2027-01-31")
    assert len(seen["history"]) == 9
    assert [document["state"] for document in seen["documents"]] == ["accepted", "returned"]


def test_lists_counts_and_exports(call) -> None:
    for number in range(3):
        a_task(f"NV-{number}", due_on=TODAY - timedelta(days=number))

    first = call(SON, "get", "/tasks?limit=2&order=code").json()
    rest = call(SON, "get", f"/tasks?order=code&after={first['next_after']}").json()

    assert [task["code"] for task in first["tasks"] + rest["tasks"]] == ["NV-0", "NV-1", "NV-2"]
    tally = call(SON, "get", "/task-tally").json()
    assert (tally["total"], tally["unclassified"], tally["by_schedule"]) == (3, 3, {"late": 2, "due-soon": 1})
    assert call(SON, "get", "/task-tallies").json()[0]["unit_path"] == "VN/08"
    assert b"NV-2" in b"".join(call(SON, "get", "/tasks.csv?schedule=late").streaming_content)
    assert call(SON, "get", "/tasks.xlsx").content[:2] == b"PK"
    assert call(SON, "get", "/summary?unit_path=VN/08").json()["tasks"]["total"] == 3


def test_moves_registers_and_shows_meetings(call) -> None:
    bottleneck, pilot, meeting = a_bottleneck(), a_pilot(), an_issued_meeting()

    moved = call(
        SON, "post", f"/bottlenecks/{bottleneck.uuid}/movements", {"to": "action-agreed", "note": "Trình nghị quyết"}
    )
    prepared = call(SON, "post", f"/pilots/{pilot.uuid}/movements", {"to": "preparing"})

    assert (moved.json()["state"], prepared.json()["state"]) == ("action-agreed", "preparing")
    assert call(SON, "get", "/bottlenecks").json()["bottlenecks"][0]["code"] == bottleneck.code
    assert call(SON, "get", f"/bottlenecks/{bottleneck.uuid}").json()["measure"] == "Trình nghị quyết"
    assert call(SON, "get", "/pilots?state=preparing").json()[0]["code"] == "MH-01"
    assert call(SON, "get", f"/pilots/{pilot.uuid}").json()["state"] == "preparing"
    assert call(SON, "get", "/meetings").json()["meetings"][0]["state"] == "issued"
    detail = call(SON, "get", f"/meetings/{meeting.uuid}").json()
    assert detail["decisions"][0]["lead"] == "STP-08"
    numbers = [act["key"]["number"] for act in call(SON, "get", "/directives").json()]
    assert numbers[0] == "15/TB-TCT"


def test_changes_many_and_cancels_one(call) -> None:
    tasks = [str(a_task(f"NV-{number}").uuid) for number in range(3)]

    changed = call(SON, "post", "/task-updates", {"tasks": tasks, "group": "data", "reason": "Nhóm"})
    cancelled = call(SON, "post", f"/tasks/{tasks[0]}/cancellations", {"reason": "Trùng"})

    assert changed.json() == {"asked": 3, "changed": 3}
    assert cancelled.json()["schedule"] == "cancelled"


def test_judges_a_list_and_stores_it_when_told_to(call) -> None:
    text = "code,title,plan,group,lead,assigned_on,due_on\nNV-1,Số hóa,project-06,data,{},01/07/2026,31/12/2026\n"

    def send(lead: str, write: str):
        sheet = SimpleUploadedFile("tasks.csv", text.format(lead).encode())
        return call(SON, "post", f"/task-imports?register_code=08&write={write}", data={"sheet": sheet})

    assert send("SXX-08", "false").json()["faults"] == [{"row": 2, "column": "lead", "code": "unknown-agency"}]
    refused = send("SXX-08", "true")
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "rows.2.lead")
    assert not Task.objects.exists()
    assert send("STP-08", "true").json()["added"] == 1


def test_keeps_strangers_and_other_provinces_out(call) -> None:
    task, bottleneck = a_task().uuid, a_bottleneck().uuid

    assert call(anonymous(), "get", "/tasks").status_code == 401
    assert call(HOA, "get", "/tasks").json()["tasks"] == []
    for path in (f"/tasks/{task}", f"/bottlenecks/{bottleneck}"):
        assert call(HOA, "get", path).status_code == 404
    assert call(READER, "post", "/tasks", BODY).status_code == 403
    assert call(READER, "post", f"/tasks/{task}/claims", {"claim": "done"}).status_code == 403
    assert call(HOA, "post", f"/tasks/{task}/claims", {"claim": "in-progress"}).status_code == 404
    assert call(HOA, "post", "/tasks", BODY).status_code == 403


def test_refuses_what_cannot_be_understood(call) -> None:
    assert call(SON, "post", "/tasks", {**BODY, "titles": {"en": "x"}}).json()["code"] == "programme.title-missing"
    assert call(SON, "get", "/tasks?schedule=tomorrow").status_code == 422
    assert call(SON, "get", "/summary").status_code == 422
    call(SON, "post", "/tasks", BODY)
    assert call(SON, "post", "/tasks", BODY).status_code == 409


@pytest.mark.parametrize(
    "path",
    [
        "/tasks?text=%00",
        "/tasks?lead=%00",
        "/tasks?after=99999999999999999999999~2026-01-01",
        "/tasks?after=1~0000-00-00",
        "/tasks?order=code&after=99999999999999999999999~x",
        "/tasks?order=code&after=1~%00",
        "/bottlenecks?after=99999999999999999999999~2026-01-01",
        "/bottlenecks?owner=%00",
        "/pilots?after=%00",
        "/meetings?after=99999999999999999999999~2026-01-01",
        "/meetings?below=%00",
        "/summary?unit_path=%00",
        "/task-tallies?below=%00",
    ],
)
def test_answers_strange_questions_without_failing(call, path) -> None:
    assert call(SON, "get", path).status_code in {200, 400, 422}


@pytest.mark.parametrize(
    "changes", [{"titles": {"vi": "a\0b"}}, {"code": "a\0b"}, {"lead": "\0"}, {"register_code": "\0"}, {"plan": "\0"}]
)
def test_refuses_signs_that_no_text_has(call, changes) -> None:
    assert call(SON, "post", "/tasks", {**BODY, **changes}).status_code in {400, 404, 422}
