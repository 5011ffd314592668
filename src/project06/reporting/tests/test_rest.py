"""Programs do by REST what people do in pages."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from project06.kernel.permissions import anonymous
from project06.reporting.models import Submission
from project06.reporting.tests.conftest import CODE, GOOD, QUESTIONS

API = "/api/v1/reporting"
KEY = {"Idempotency-Key": "request-0001"}
CAMPAIGN = {
    "code": "new-campaign",
    "kind": "progress",
    "titles": {"vi": "Mới"},
    "organiser": "UBND-08",
    "act_number": "06/QĐ-TTg",
    "act_date": "2022-01-06",
    "recurrence": "month",
    "due_amount": 3,
    "due_unit": "working-days",
    "audience_below": "VN/08",
    "audience_codes": ["TTHCC-02536"],
    "starts_on": "2026-09-15",
    "closes_on": 15,
    "questions": list(QUESTIONS),
}


@pytest.fixture
def call(enter):
    def ask(actor, method, path, body=None, **headers):
        client = enter(actor)
        options = {"headers": headers}
        if body is not None:
            options |= {"data": json.dumps(body), "content_type": "application/json"}
        return getattr(client, method)(f"{API}{path}", **options)

    return ask


def test_opens_revises_and_rolls_a_campaign(db, clock, son, call):
    opened = call(son, "post", "/campaigns", CAMPAIGN)
    rolled = call(son, "post", "/campaigns/new-campaign/rolls", {"on": "2026-09-15"})
    revised = call(son, "post", "/campaigns/new-campaign/forms", {"questions": list(QUESTIONS[:1])})

    assert (opened.status_code, rolled.status_code, revised.status_code) == (201, 201, 201)
    assert rolled.json()["added"] == 1
    assert revised.json()["form_version"] == 2
    assert len(call(son, "get", "/campaigns/new-campaign/questions").json()) == 1
    assert call(son, "get", "/campaigns/new-campaign").json()["organiser"] == "UBND-08"
    assert [each["code"] for each in call(son, "get", "/campaigns").json()] == ["new-campaign"]


def test_sends_once_however_often_the_request_is_repeated(duty, minh, call):
    path = f"/obligations/{duty.uuid}/submissions"

    first = call(minh, "post", path, {"answers": {"dossiers": 120, "online": 87.5}}, **KEY)
    again = call(minh, "post", path, {"answers": GOOD}, **KEY)
    other = call(minh, "post", path, {"answers": GOOD | {"online": "1"}}, **KEY)

    assert first.status_code == again.status_code == 201
    assert first.json() == again.json()
    assert first.json()["answers"] == GOOD
    assert (other.status_code, other.json()["code"]) == (409, "reporting.key-reused")
    assert Submission.objects.count() == 1


def test_needs_an_idempotency_key_to_send(duty, minh, call):
    answer = call(minh, "post", f"/obligations/{duty.uuid}/submissions", {"answers": GOOD})

    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"


def test_names_the_answers_that_are_wrong(duty, minh, call):
    answer = call(minh, "put", f"/obligations/{duty.uuid}/draft", {"answers": {"online": 101}})

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "online"


def test_carries_a_report_through_its_life(duty, minh, chief, son, call):
    at = f"/obligations/{duty.uuid}"
    assert call(minh, "put", f"{at}/draft", {"answers": {"dossiers": 1}}).json()["state"] == "draft"
    call(minh, "post", f"{at}/submissions", {"answers": GOOD}, **KEY)
    back = call(chief, "post", f"{at}/returns", {"reason": "Correct the first figure"})
    longer = call(son, "post", f"{at}/extensions", {"working_days": 2, "reason": "Storm damage"})
    call(minh, "post", f"{at}/submissions", {"answers": GOOD}, **{"Idempotency-Key": "request-0002"})
    checked = call(chief, "post", f"{at}/checks")
    accepted = call(son, "post", f"{at}/acceptances")

    story = call(minh, "get", at).json()
    assert [each.json()["state"] for each in (back, checked, accepted)] == ["returned", "checked", "accepted"]
    assert longer.json()["due_at"] > longer.json()["original_due_at"]
    assert [each["version"] for each in story["submissions"]] == [1, 2]
    assert story["acts"] == []
    assert len(story["questions"]) == 3


def test_excuses_an_agency(duty, son, call):
    answer = call(
        son, "post", f"/obligations/{duty.uuid}/excuses", {"reason": "Merged away", "ground": "202/2025/QH15"}
    )

    assert answer.json()["state"] == "excused"


def test_lists_for_each_reader_what_is_theirs(sent, minh, chief, son, call):
    assert call(minh, "get", "/obligations").json()["obligations"] == []
    assert len(call(chief, "get", "/inbox").json()["obligations"]) == 1
    missing = call(son, "get", f"/not-reported?campaign={CODE}&overdue=false").json()["obligations"]
    assert [each["agency"] for each in missing] == ["TTHCC-02545"]
    assert call(son, "get", "/figures").json()[0]["missing"] == 1
    assert len(call(son, "get", f"/campaigns/{CODE}/figures?period=2026-10").json()) == 3


def test_reads_a_sheet_without_storing_anything(duty, minh, enter):
    file = SimpleUploadedFile("a.csv", b"code;answer\ndossiers;120\n")

    answer = enter(minh).post(f"{API}/obligations/{duty.uuid}/sheets", {"sheet": file})

    assert answer.json() == {"dossiers": "120"}
    assert not Submission.objects.exists()


def test_keeps_hoa_and_strangers_out(sent, hoa, call):
    at = f"/obligations/{sent.uuid}"
    assert call(hoa, "get", at).json()["code"] == "reporting.unknown-obligation"
    assert call(hoa, "post", f"{at}/checks").status_code == 404
    assert call(hoa, "get", "/not-reported").json()["obligations"] == []
    assert call(anonymous(), "get", "/obligations").status_code == 401
