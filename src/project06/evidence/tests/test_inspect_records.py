from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from project06.evidence import public as evidence
from project06.evidence.enums import Outcome
from project06.evidence.errors import UnknownCursor
from project06.evidence.models import Record
from project06.evidence.tests.cast import LAN, MINH, TUAN
from project06.kernel import access
from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed

NOON = datetime(2026, 11, 21, 5, tzinfo=UTC)
AUDITOR = {"X-Test-Person": "tuan"}


@pytest.fixture
def client(client, settings):
    settings.PROJECT06_ACTOR_LOADER = "project06.evidence.tests.pages.load_actor"
    settings.LANGUAGE_CODE = "en"
    settings.LOGIN_URL = "/accounts/login/"
    access._actor_loader.cache_clear()
    yield client
    access._actor_loader.cache_clear()


def uuids(page: evidence.RecordPage) -> list[UUID]:
    return [each.uuid for each in page.records]


def test_a_citizen_sees_who_looked_newest_first(look):
    first, second = look(LAN.account), look(LAN.account)
    look(UUID(int=99))

    page = evidence.list_for_subject(LAN.account)

    assert uuids(page) == [second.uuid, first.uuid]
    assert page.records[0].agency_name == "Ủy ban nhân dân xã Thượng Lâm"
    assert page.next_cursor is None


def test_a_citizen_pages_through_without_gaps_or_repeats(look):
    written = [look(LAN.account).uuid for _ in range(7)]

    seen, cursor = [], None
    while True:
        page = evidence.list_for_subject(LAN.account, cursor=cursor, limit=3)
        seen += uuids(page)
        cursor = page.next_cursor
        if cursor is None:
            break

    assert seen == written[::-1]


def test_a_page_costs_one_query_however_many_records(look, django_assert_num_queries):
    for _ in range(20):
        look(LAN.account)

    with django_assert_num_queries(1):
        evidence.list_for_subject(LAN.account, limit=10)


def test_a_list_cannot_continue_from_nowhere(db):
    with pytest.raises(UnknownCursor):
        evidence.list_for_subject(LAN.account, cursor=UUID(int=404))


def test_an_auditor_looks_and_the_look_is_recorded(look):
    seen = look(LAN.account)

    page = evidence.inspect_records(wanted=evidence.RecordFilter(subject=LAN.account), by=TUAN)

    assert uuids(page) == [seen.uuid]
    own = Record.objects.latest("id")
    assert (own.action, own.actor, own.subject) == ("evidence.inspect-records", TUAN.account, LAN.account)
    assert own.details["shown"] == "1"
    assert uuids(evidence.list_for_subject(LAN.account)) == [own.uuid, seen.uuid]


@pytest.mark.parametrize("person", [LAN, MINH])
def test_nobody_else_may_and_the_try_is_recorded(look, person):
    with pytest.raises(NotAllowed):
        evidence.inspect_records(wanted=evidence.RecordFilter(), by=person)

    trace = Record.objects.get()
    assert (trace.action, trace.outcome, trace.actor) == ("evidence.inspect-records", "refused", person.account)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, {"today", "yesterday", "refused", "other"}),
        ({"from_day": date(2026, 11, 21)}, {"today", "refused", "other"}),
        ({"to_day": date(2026, 11, 20)}, {"yesterday"}),
        ({"outcome": Outcome.REFUSED}, {"refused"}),
        ({"agency": "TTCP"}, {"other"}),
        ({"actor": MINH.account, "action": "people.view-person"}, {"today", "yesterday", "refused"}),
        ({"action": "people.rename-person"}, set()),
    ],
)
def test_an_auditor_narrows_the_list(look, wanted, found):
    with frozen(NOON) as clock:
        names = {look().uuid: "today"}
        names[look(outcome=Outcome.REFUSED).uuid] = "refused"
        names[look(by=TUAN).uuid] = "other"
        # 23:59 of the day before on Vietnamese clocks
        clock.to(datetime(2026, 11, 20, 16, 59, tzinfo=UTC))
        names[look().uuid] = "yesterday"

    page = evidence.inspect_records(wanted=evidence.RecordFilter(**wanted), by=TUAN)

    assert {names[uuid] for uuid in uuids(page)} == found


def test_the_page_shows_records_to_an_auditor(client, look):
    look(UUID(int=9))

    response = client.get("/evidence/", headers=AUDITOR)

    text = response.content.decode()
    assert response.status_code == 200
    assert "people.view-person" in text
    assert "Công chức tư pháp - hộ tịch" in text


def test_the_page_continues_under_the_same_filter(client, look):
    for _ in range(51):
        look(UUID(int=9))

    text = client.get("/evidence/?action=people.view-person", headers=AUDITOR).content.decode()

    oldest_shown = Record.objects.filter(action="people.view-person").order_by("-id")[49]
    assert f"?action=people.view-person&amp;cursor={oldest_shown.uuid}" in text


def test_the_page_refuses_a_period_that_ends_before_it_begins(client, db):
    response = client.get("/evidence/?from_day=2026-03-02&to_day=2026-03-01", headers=AUDITOR)

    assert response.status_code == 422
    assert "The period ends before it begins." in response.content.decode()


def test_the_page_is_not_for_an_officer_and_the_try_is_recorded_once(client, db):
    response = client.get("/evidence/", headers={"X-Test-Person": "minh"})

    assert response.status_code == 403
    trace = Record.objects.get()
    assert (trace.action, trace.outcome) == ("kernel.enter-page", "refused")
    assert trace.details == {"code": "kernel.not-allowed", "route": "evidence/", "method": "GET"}


def test_the_page_sends_a_stranger_to_sign_in_without_a_trace(client, db):
    assert client.get("/evidence/").status_code == 302
    assert Record.objects.count() == 0


def test_the_rest_list_answers_an_auditor(client, look):
    written = [look(UUID(int=9)).uuid for _ in range(3)]

    first = client.get("/api/v1/evidence/records?limit=2&action=people.view-person", headers=AUDITOR).json()
    second = client.get(
        f"/api/v1/evidence/records?limit=2&action=people.view-person&cursor={first['next_cursor']}", headers=AUDITOR
    ).json()

    assert [each["uuid"] for each in first["records"] + second["records"]] == [str(uuid) for uuid in written[::-1]]
    assert second["next_cursor"] is None


@pytest.mark.parametrize(
    ("query", "person", "status"),
    [("", "", 401), ("", "minh", 403), ("?limit=0", "tuan", 422), (f"?cursor={UUID(int=404)}", "tuan", 404)],
)
def test_the_rest_list_refuses(client, db, query, person, status):
    response = client.get(f"/api/v1/evidence/records{query}", headers={"X-Test-Person": person})

    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"


def test_a_long_list_is_read_by_index(look, django_assert_max_num_queries):
    look(LAN.account)
    plan = Record.objects.filter(subject=LAN.account).order_by("-id")[:51].explain()

    assert "evidence_by_subject" in plan or "Seq Scan" in plan
    with django_assert_max_num_queries(6):
        evidence.inspect_records(wanted=evidence.RecordFilter(from_day=(NOON - timedelta(days=1)).date()), by=TUAN)
