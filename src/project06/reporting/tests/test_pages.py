"""The pages below /reporting/."""

import pytest
from django.urls import reverse

from project06.kernel.permissions import anonymous
from project06.reporting.enums import ObligationState, ReportState
from project06.reporting.models import Obligation, Submission
from project06.reporting.tests.conftest import CENTRE, CODE, GOOD

FORM = {f"answer-{code}": answer for code, answer in GOOD.items()}
ENGLISH = {"accept-language": "en"}


@pytest.fixture
def at(duty):
    return f"/reporting/obligations/{duty.uuid}/"


@pytest.mark.parametrize("name", ["owe", "inbox", "not_reported", "campaigns"])
def test_stands_at_its_address(name):
    assert reverse(f"reporting:{name}").startswith("/reporting/")


def test_shows_the_reporter_what_is_owed(duty, minh, enter, django_assert_max_num_queries):
    client = enter(minh)

    with django_assert_max_num_queries(4):
        page = client.get("/reporting/", headers=ENGLISH).content.decode()

    assert "Monthly progress" in page
    assert "Not reported" in page


def test_leads_an_onlooker_to_the_first_list_they_may_see(campaign, son, enter):
    assert enter(son).get("/reporting/").url == "/reporting/inbox/"


def test_refuses_whoever_has_nothing_to_do_here(enter, db, hoa, son):
    from dataclasses import replace

    assert enter(replace(hoa, grants=())).get("/reporting/").status_code == 403
    assert enter(anonymous()).get("/reporting/").status_code == 302


def test_hides_everything_from_hoa(sent, at, hoa, enter):
    client = enter(hoa)

    assert client.get(at).status_code == 404
    assert client.get(f"{at}sheet.xlsx").status_code == 404
    assert client.get(f"/reporting/campaigns/{CODE}/").status_code == 404
    for path in ("draft/", "submit/", "check/", "accept/"):
        assert client.post(f"{at}{path}", FORM).status_code == 404
    assert "Sơn Dương" not in client.get("/reporting/not-reported/").content.decode()
    assert "Sơn Dương" not in client.get("/reporting/inbox/").content.decode()


def test_goes_from_draft_to_acceptance_without_scripts(at, minh, chief, son, enter):
    assert enter(minh).post(f"{at}draft/", {"answer-dossiers": "5"}).status_code == 302
    assert enter(minh).post(f"{at}submit/", FORM).status_code == 302
    assert enter(chief).post(f"{at}return/", {"reason": "Correct the first figure"}).status_code == 302
    assert "Correct the first figure" in enter(minh).get(at).content.decode()
    assert enter(minh).post(f"{at}submit/", FORM).status_code == 302
    assert enter(chief).post(f"{at}check/").status_code == 302
    assert enter(son).post(f"{at}accept/").status_code == 302

    assert Obligation.objects.get(agency_code=CENTRE).state == ObligationState.ACCEPTED
    page = enter(minh).get(at, headers=ENGLISH).content.decode()
    assert "Accepted" in page
    assert "87.5%" in page


def test_shows_what_is_wrong_beside_the_question(at, minh, enter):
    answer = enter(minh).post(f"{at}submit/", {"answer-online": "120"}, headers=ENGLISH)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "A share lies between 0 and 100 percent." in page
    assert "This question needs an answer." in page
    assert 'value="120"' in page
    assert not Submission.objects.exists()


def test_says_that_the_report_has_moved_on(sent, at, minh, enter):
    assert enter(minh).post(f"{at}submit/", FORM).status_code == 409


def test_asks_for_the_reason_of_a_return(sent, at, chief, enter):
    answer = enter(chief).post(f"{at}return/", {"reason": ""})

    assert answer.status_code == 422
    assert Submission.objects.get().state == ReportState.SUBMITTED


def test_extends_and_excuses_through_forms(duty, at, son, enter):
    client = enter(son)

    assert client.post(f"{at}extend/", {"working_days": "2", "reason": "Storm damage"}).status_code == 302
    assert client.post(f"{at}extend/", {"working_days": "many", "reason": "Storm"}).status_code == 422
    assert client.post(f"{at}excuse/", {"reason": "Merged away", "ground": "x"}).status_code == 422
    assert client.post(f"{at}excuse/", {"reason": "Merged away", "ground": "202/2025/QH15"}).status_code == 302
    assert "202/2025/QH15" in client.get(at).content.decode()


def test_filters_and_hands_out_the_missing(sent, son, enter, django_assert_max_num_queries):
    client = enter(son)

    with django_assert_max_num_queries(8):
        page = client.get("/reporting/not-reported/", {"campaign": CODE, "period": "2026-10", "below": "VN/08"})

    file = client.get("/reporting/not-reported.csv", {"campaign": CODE})
    assert page.content.decode().count('<th scope="row">') == 1
    assert file["Content-Disposition"] == 'attachment; filename="not-reported.csv"'
    assert client.get("/reporting/not-reported/", {"campaign": "none"}).status_code == 422
    assert client.get("/reporting/not-reported.xlsx", {"campaign": "none"}).status_code == 302
    assert client.get("/reporting/not-reported/", {"campaign": "\x00"}).status_code == 422
    assert client.get(f"/reporting/campaigns/{CODE}/reports.csv", {"period": "\x00"}).status_code == 404


def test_shows_rates_of_a_campaign_and_of_its_units(sent, son, enter, django_assert_max_num_queries):
    client = enter(son)

    with django_assert_max_num_queries(2):
        overview = client.get("/reporting/campaigns/", headers=ENGLISH).content.decode()
    with django_assert_max_num_queries(9):
        page = client.get(f"/reporting/campaigns/{CODE}/", headers=ENGLISH).content.decode()

    assert "50%" in overview
    assert "Xã Tân Trào" in page
    assert client.get(f"/reporting/campaigns/{CODE}/reports.xlsx", {"period": "2026-10"}).status_code == 200


def test_shows_the_inbox_with_few_statements(sent, chief, enter, django_assert_max_num_queries):
    client = enter(chief)

    with django_assert_max_num_queries(2):
        page = client.get("/reporting/inbox/").content.decode()

    assert "Tiến độ hằng tháng" in page
