import json
import logging
from io import StringIO
from logging.config import dictConfig
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from project06.kernel.ids import new_uuid
from project06.kernel.logs import RequestLogMiddleware, get_logger, logging_settings, request_id, working_on
from project06.kernel.masking import looks_personal, mask


@pytest.fixture
def lines(settings):
    """Collect what the production log would print."""
    stream = StringIO()
    configured = logging_settings(readable=False)
    configured["handlers"]["screen"]["stream"] = stream
    dictConfig(configured)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    dictConfig(settings.LOGGING)


def test_an_event_is_one_line_of_keys(lines):
    get_logger("places").info("units_loaded", count=3321)

    (line,) = lines()
    assert line["event_name"] == "units_loaded"
    assert line["count"] == 3321
    assert line["logger"] == "project06.places"
    assert line["level"] == "info"


def test_values_under_personal_names_are_dropped(lines):
    get_logger("notices").info("notice_sent", address="lan@example.vn", details={"subject": "Nguyễn Thị Lan"})

    (line,) = lines()
    assert line["address"] == "***"
    assert line["details"]["subject"] == "***"


def test_numbers_of_persons_and_mail_addresses_are_masked_anywhere(lines):
    get_logger("people").info(
        "pin_099001000001_seen", note="CCCD 099001000001, lan@example.vn", pin=99001000001999 // 1000
    )

    text = json.dumps(lines())
    assert "099001000001" not in text
    assert "lan@example.vn" not in text


def test_money_and_identifiers_stay_readable(lines):
    uuid = UUID("01890000-0000-7000-8000-123456789012")
    get_logger("payments").info("paid", amount_vnd=123_456_789_012, payment=str(uuid))

    (line,) = lines()
    assert line["amount_vnd"] == 123_456_789_012
    assert line["payment"] == str(uuid)


def test_a_traceback_does_not_repeat_the_row_of_a_person(lines):
    def load(person: str) -> None:
        raise ValueError(f"duplicate key\nDETAIL:  Key (name)=({person}) already exists.")

    person = ", ".join(["Nguyễn Thị Lan", "099001000001"])
    try:
        load(person)
    except ValueError:
        get_logger("people").exception("load_failed")

    text = json.dumps(lines(), ensure_ascii=False)
    assert "duplicate key" in text
    assert "Nguyễn" not in text
    assert "099001000001" not in text


def test_messages_of_other_libraries_are_masked_too(lines):
    logging.getLogger("django.request").warning("refused %s", "099001000001")  # noqa: TID251 - plays a library

    assert "099001000001" not in json.dumps(lines())


def test_a_request_is_logged_by_its_route_without_query(lines):
    answer = RequestLogMiddleware(lambda _request: HttpResponse(status=204))

    response = answer(RequestFactory().get("/people/099001000001/?q=Lan"))

    (line,) = lines()
    assert line["event_name"] == "request_answered"
    assert (line["method"], line["route"], line["status"]) == ("GET", "unmatched", 204)
    assert "Lan" not in json.dumps(line)
    assert response["X-Request-ID"] == line["request_id"]


def test_everything_inside_a_request_carries_its_number(lines):
    identifier = new_uuid()

    with working_on(identifier):
        get_logger("places").info("units_loaded")

    assert lines()[0]["request_id"] == str(identifier)
    assert request_id() is None


@given(st.from_regex(r"\A\d{9}\Z|\A\d{12}\Z"), st.sampled_from(["{}", "no {}.", "({})", "x{}y", "số:{}"]))
def test_no_personal_number_passes_the_mask(number, frame):
    assert number not in mask(frame.format(number))


@given(st.text(alphabet="abc 0123456789", max_size=60))
def test_masking_twice_changes_nothing_more(text):
    assert mask(mask(text)) == mask(text)
    assert looks_personal(text) == (mask(text) != text)
