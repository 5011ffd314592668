"""It shows the figure of the source report: on 10 June 2024, 19 of 85 had not reported."""

from datetime import datetime

import pytest

from project06.kernel.clock import VIETNAM, frozen
from project06.kernel.errors import NotAllowed
from project06.kernel.permissions import Actor, anonymous
from project06.reporting import public as reporting
from project06.reporting.data import NotReportedFilter
from project06.reporting.enums import ObligationState
from project06.reporting.models import Obligation
from project06.reporting.operations.demo_campaigns import NETWORK_SECURITY
from project06.reporting.operations.load_demo import load_demo

pytestmark = pytest.mark.django_db

SYSTEM = Actor.system("test")
CONFERENCE = datetime(2024, 6, 10, 17, tzinfo=VIETNAM)
NOW = datetime(2026, 11, 21, 12, tzinfo=VIETNAM)


@pytest.fixture
def loaded() -> int:
    with frozen(NOW):
        return load_demo(by=SYSTEM)


def test_counts_nineteen_that_had_not_reported(loaded):
    wanted = NotReportedFilter(campaign=NETWORK_SECURITY.code, is_overdue_only=True)

    with frozen(CONFERENCE):
        page = reporting.list_not_reported(wanted=wanted, by=SYSTEM)

    assert len(page.obligations) == 19
    assert all(each.due_at.date().isoformat() == "2024-06-07" for each in page.obligations)


def test_expects_twenty_two_central_agencies_and_sixty_three_provinces(loaded):
    rows = Obligation.objects.filter(campaign__code=NETWORK_SECURITY.code)

    assert rows.filter(unit_path="VN").count() == 22
    assert rows.exclude(unit_path="VN").count() == 63


def test_counts_the_missing_in_the_rate_instead_of_averaging_them_away(loaded):
    figures = {each.campaign_code: each for each in reporting.list_latest_figures(by=SYSTEM)}

    found = figures[NETWORK_SECURITY.code]
    assert (found.expected, found.missing, found.received) == (85, 19, 66)
    assert str(found.reporting_rate) == "77.65"
    assert found.on_time + found.late == 66
    assert found.late == 6


def test_fills_the_monthly_campaign_with_the_cast(loaded):
    rows = Obligation.objects.filter(campaign__code="monthly-progress-08")

    assert rows.filter(agency_code="TTHCC-02536").count() == 3
    assert rows.filter(state=ObligationState.OWED).exists()


def test_adds_nothing_when_it_runs_again(loaded):
    with frozen(NOW):
        assert load_demo(by=SYSTEM) == 0


def test_refuses_somebody_without_the_right():
    with pytest.raises(NotAllowed):
        load_demo(by=anonymous())
