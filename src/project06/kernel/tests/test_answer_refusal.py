from uuid import UUID

import pytest
from django.test import RequestFactory

from project06.kernel.errors import NotFound
from project06.kernel.problems import bad_request, problem

CITIZEN = {"X-Test-Person": "lan"}
OFFICER = {"X-Test-Person": "minh"}


def test_a_page_shows_one_sentence_and_the_number_of_the_request(door):
    response = door.get("/late/")

    text = response.content.decode()
    assert response.status_code == 409
    assert "The deadline was 2026-03-01." in text
    assert response["X-Request-ID"] in text


def test_a_program_gets_a_problem_document(door):
    response = door.get("/api/v1/kernel/late")

    assert response.status_code == 409
    assert response["Content-Type"] == "application/problem+json"
    assert response.json() == {
        "type": "urn:problem:project06:kernel.test-too-late",
        "title": "Conflict",
        "status": 409,
        "detail": "The deadline was 2026-03-01.",
        "code": "kernel.test-too-late",
        "instance": f"urn:uuid:{response['X-Request-ID']}",
    }


def test_a_page_answers_a_problem_document_to_who_accepts_it(door):
    response = door.get("/late/", headers={"Accept": "application/problem+json"})

    assert response.json()["code"] == "kernel.test-too-late"


def test_an_invalid_document_names_fields_but_repeats_no_value(door):
    response = door.post(
        "/api/v1/kernel/open", {"age": "099001000001x"}, content_type="application/json", headers=OFFICER
    )

    assert response.status_code == 422
    fields = {each["field"]: each["code"] for each in response.json()["errors"]}
    assert fields == {"name": "missing", "age": "int_parsing"}
    assert "099001000001" not in response.content.decode()


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (401, "kernel.sign-in-needed"),
        (403, "kernel.not-allowed"),
        (404, "kernel.not-found"),
        (429, "kernel.too-many"),
        (418, "kernel.refused"),
    ],
)
def test_errors_of_the_rest_library_speak_our_codes(door, status, code):
    response = door.get(f"/api/v1/kernel/old/{status}")

    assert response.json()["code"] == code
    assert "099001000001" not in response.content.decode()


def test_an_unknown_address_is_not_found(door):
    assert door.get("/nowhere/").status_code == 404
    assert door.get("/api/v1/nowhere").json()["code"] == "kernel.not-found"


def test_the_frameworks_own_refusal_looks_like_ours(door):
    response = door.get("/forbidden/")

    assert response.status_code == 403
    assert "You do not have the right" in response.content.decode()


def test_a_defect_tells_nothing_but_the_number_of_the_request(door):
    response = door.get("/broken/")

    text = response.content.decode()
    assert response.status_code == 500
    assert "Something went wrong on our side" in text
    assert response["X-Request-ID"] in text
    assert "099001000001" not in text


def test_a_suspicious_request_is_refused():
    request = RequestFactory().get("/api/v1/x")

    assert bad_request(request, ValueError()).status_code == 400


def test_a_problem_outside_a_request_has_no_instance():
    assert "instance" not in problem(NotFound())


def test_the_number_of_a_request_is_a_uuid(door):
    assert UUID(door.get("/open/")["X-Request-ID"]).version == 7


def test_a_defect_is_told_even_when_the_page_frame_is_broken(door, settings, tmp_path):
    broken = tmp_path / "ui" / "errors"
    broken.mkdir(parents=True)
    (broken / "500.html").write_text("{% url 'no-such-page' %}")
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path, *settings.TEMPLATES[0]["DIRS"]]}]

    response = door.get("/broken/")

    assert response.status_code == 500
    assert "Something went wrong on our side" in response.content.decode()
