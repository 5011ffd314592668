"""A period begins: every report that is missing becomes a row."""

from datetime import date, datetime

import pytest

from project06.kernel.clock import VIETNAM, frozen
from project06.kernel.errors import NotAllowed
from project06.reporting import public as reporting
from project06.reporting.data import Audience, DueRule
from project06.reporting.enums import AudienceLevel, DueUnit, ObligationState, Recurrence
from project06.reporting.errors import CampaignNotRunning, UnknownCampaign
from project06.reporting.events import CampaignRolled
from project06.reporting.models import Campaign, Obligation, Tally
from project06.reporting.operations.roll_running_campaigns import roll_running_campaigns
from project06.reporting.tests.conftest import CENTRE, CODE, OTHER_CENTRE, QUESTIONS, SYSTEM, draft, published, recorded


def test_makes_a_missing_report_a_row_from_the_first_day(duty):
    assert duty.state == ObligationState.OWED
    assert (duty.period_code, duty.window_start, duty.window_end) == (
        "2026-10",
        date(2026, 9, 15),
        date(2026, 10, 15),
    )
    assert duty.due_at == datetime(2026, 10, 19, 17, tzinfo=VIETNAM)
    assert (duty.unit_path, duty.superior) == ("VN/08/02536", "UBND-02536")


def test_adds_nobody_twice(campaign, son):
    again = reporting.roll_campaign(campaign=CODE, on=date(2026, 10, 14), by=son)

    assert (again.added, again.standing) == (0, 2)
    assert Obligation.objects.count() == 2
    assert len(published(CampaignRolled)) == 1


def test_adds_agencies_that_came_into_being_since(campaign, son):
    Campaign.objects.update(audience_codes=[CENTRE, OTHER_CENTRE, "UBND-02536"])

    again = reporting.roll_campaign(campaign=CODE, on=date(2026, 10, 1), by=son)

    assert (again.added, again.standing) == (1, 2)
    assert Tally.objects.get(scope="VN/08").expected == 3


def test_begins_the_next_month_on_the_day_on_which_the_data_close(campaign, son):
    report = reporting.roll_campaign(campaign=CODE, on=date(2026, 10, 15), by=son)

    assert report.period.code == "2026-11"
    assert report.window_start == date(2026, 10, 15)


def test_keeps_the_window_of_the_annual_report_from_15_december_to_14_december(db, clock):
    """Decree 331/2026/NĐ-CP, articles 35 and 36: due on 25 December."""
    annual = draft(
        "annual",
        recurrence=Recurrence.YEAR,
        due=DueRule(amount=11, unit=DueUnit.CALENDAR_DAYS),
        starts_on=date(2025, 12, 15),
    )
    reporting.open_campaign(draft=annual, questions=QUESTIONS, by=SYSTEM)

    report = reporting.roll_campaign(campaign="annual", on=date(2026, 9, 15), by=SYSTEM)

    assert report.period.code == "2026"
    assert (report.window_start, report.window_end) == (date(2025, 12, 15), date(2026, 12, 15))
    assert report.due_at == datetime(2026, 12, 25, 17, tzinfo=VIETNAM)


def test_asks_a_whole_level_with_few_statements(db, clock, django_assert_max_num_queries):
    everybody = draft(
        "everybody",
        audience=Audience(below="VN", kinds=("peoples_committee",), level=AudienceLevel.COMMUNE),
        organiser="C06",
    )
    reporting.open_campaign(draft=everybody, questions=QUESTIONS, by=SYSTEM)

    with django_assert_max_num_queries(20):
        report = reporting.roll_campaign(campaign="everybody", on=date(2026, 9, 15), by=SYSTEM)

    assert report.added == 3321
    assert Tally.objects.get(scope="VN").missing == 3321
    assert Tally.objects.exclude(scope="VN").count() == 34


def test_refuses_a_day_outside_the_campaign(campaign, son):
    for day in (date(2026, 9, 14), date(9999, 12, 31)):
        with pytest.raises(CampaignNotRunning):
            reporting.roll_campaign(campaign=CODE, on=day, by=son)


def test_refuses_hoa_and_whoever_only_reports(campaign, hoa, minh):
    for stranger in (hoa, minh):
        with pytest.raises(NotAllowed):
            reporting.roll_campaign(campaign=CODE, on=date(2026, 10, 1), by=stranger)


def test_refuses_a_campaign_that_does_not_exist(db):
    with pytest.raises(UnknownCampaign):
        reporting.roll_campaign(campaign="nothing", on=date(2026, 10, 1), by=SYSTEM)


def test_leaves_evidence_of_what_it_made(campaign):
    (record,) = recorded("reporting.roll-campaign")

    assert record.details == {"period": "2026-10", "added": "2"}


def test_rolls_every_running_campaign_of_the_day(campaign):
    with frozen(datetime(2026, 10, 16, 1, tzinfo=VIETNAM)):
        (report,) = roll_running_campaigns(by=SYSTEM)

    assert (report.period.code, report.added) == ("2026-11", 2)
    assert recorded("reporting.roll-running-campaigns")[0].details["added"] == "2"
