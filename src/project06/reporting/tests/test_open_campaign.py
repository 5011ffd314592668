"""An organiser opens a campaign."""

from datetime import date

import pytest

from project06.agencies.errors import UnknownAgency
from project06.kernel.errors import NotAllowed
from project06.reporting import public as reporting
from project06.reporting.data import Audience, DueRule
from project06.reporting.enums import DueUnit, Recurrence
from project06.reporting.errors import CampaignExists, UnusableCampaign, UnusableForm
from project06.reporting.events import CampaignOpened
from project06.reporting.models import Campaign
from project06.reporting.tests.conftest import CODE, QUESTIONS, SYSTEM, draft, published, recorded

pytestmark = pytest.mark.django_db


def test_opens_with_the_first_version_of_its_form(clock, son):
    opened = reporting.open_campaign(draft=draft(), questions=QUESTIONS, by=son)

    assert (opened.code, opened.form_version) == (CODE, 1)
    assert opened.title_in("pl") == "Monthly progress"
    assert opened.organiser_name == "Ủy ban nhân dân tỉnh Tuyên Quang"


def test_leaves_evidence_and_tells_the_others(clock, son):
    opened = reporting.open_campaign(draft=draft(), questions=QUESTIONS, by=son)

    (record,) = recorded("reporting.open-campaign")
    assert (record.subject, record.legal_ground) == (opened.uuid, "06/QĐ-TTg, 2022-01-06")
    assert published(CampaignOpened) == [{"campaign": str(opened.uuid), "code": CODE, "organiser": "UBND-08"}]


def test_refuses_the_code_twice(campaign, son):
    with pytest.raises(CampaignExists):
        reporting.open_campaign(draft=draft(), questions=QUESTIONS, by=son)


def test_refuses_hoa_who_organises_elsewhere(clock, hoa):
    with pytest.raises(NotAllowed):
        reporting.open_campaign(draft=draft(), questions=QUESTIONS, by=hoa)

    assert recorded("reporting.open-campaign")[0].outcome == "refused"


def test_refuses_to_organise_in_the_name_of_another_agency(clock, son):
    with pytest.raises(NotAllowed):
        reporting.open_campaign(draft=draft(organiser="SNV-08"), questions=QUESTIONS, by=son)


def test_refuses_an_audience_beyond_the_organiser_s_area(clock, son):
    with pytest.raises(NotAllowed):
        reporting.open_campaign(
            draft=draft(audience=Audience(below="VN", kinds=("ministry",))), questions=QUESTIONS, by=son
        )


def test_refuses_an_organiser_that_does_not_exist(clock):
    with pytest.raises(UnknownAgency):
        reporting.open_campaign(draft=draft(organiser="UBND-99"), questions=QUESTIONS, by=SYSTEM)


@pytest.mark.parametrize(
    "changes",
    [
        {"code": "With Blanks"},
        {"titles": {"en": "No Vietnamese title"}},
        {"act_number": " "},
        {"ends_on": date(2026, 9, 15)},
        {"recurrence": Recurrence.ONCE},
        {"recurrence": Recurrence.ONCE, "ends_on": date(2026, 12, 1)},
        {"closes_on": 29},
        {"closes_on": 1},
        {"due": DueRule(amount=0, unit=DueUnit.WORKING_DAYS)},
        {"remind_days": 31},
        {"escalate_days": 0},
        {"audience": Audience(below="VN/08")},
        {"audience": Audience(below="VN/08", kinds=("guild",))},
        {"titles": {"vi": "Không\x00"}},
        {"starts_on": date(1994, 1, 1)},
    ],
)
def test_refuses_a_campaign_that_contradicts_itself(clock, changes):
    with pytest.raises(UnusableCampaign):
        reporting.open_campaign(draft=draft(**changes), questions=QUESTIONS, by=SYSTEM)

    assert not Campaign.objects.exists()


def test_names_the_question_that_cannot_be_used(clock, son):
    broken = [*QUESTIONS, {"code": "online", "kind": "text", "labels": {"vi": "Lần nữa"}}]

    with pytest.raises(UnusableForm) as refusal:
        reporting.open_campaign(draft=draft(), questions=broken, by=son)

    assert refusal.value.parameters == {"place": "4.code"}
