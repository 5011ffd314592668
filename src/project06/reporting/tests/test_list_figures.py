"""Rates and timeliness come from counted rows; the missing are never averaged away."""

from datetime import date
from decimal import Decimal

import pytest

from project06.kernel.errors import NotAllowed
from project06.reporting import public as reporting
from project06.reporting.errors import UnknownCampaign
from project06.reporting.operations.roll_campaign import roll_campaign
from project06.reporting.tests.conftest import CODE, SYSTEM


def test_keeps_the_missing_in_the_denominator(sent, son):
    (whole, *units) = reporting.list_campaign_figures(CODE, by=son, period="2026-10")

    assert (whole.expected, whole.received, whole.missing) == (2, 1, 1)
    assert (whole.reporting_rate, whole.timeliness) == (Decimal("50.00"), Decimal("50.00"))
    assert [(each.scope_name, each.reporting_rate) for each in units] == [
        ("Xã Sơn Dương", Decimal("100.00")),
        ("Xã Tân Trào", Decimal("0.00")),
    ]


def test_has_no_rate_where_everybody_is_excused(duty, son):
    reporting.excuse_obligation(obligation=duty.uuid, reason="Merged away", ground="202/2025/QH15", by=son)

    commune = reporting.list_campaign_figures(CODE, by=son, period="2026-10")[1]

    assert commune.reporting_rate is None
    assert commune.timeliness is None


def test_reads_one_statement_for_the_landing_page(sent, son, django_assert_num_queries):
    with django_assert_num_queries(1):
        (latest,) = reporting.list_latest_figures(by=son)

    assert (latest.scope, latest.campaign_code, latest.campaign_title_in("vi")) == (
        "VN/08",
        CODE,
        "Tiến độ hằng tháng",
    )


def test_shows_a_commune_only_its_own_part(sent, chief):
    (latest,) = reporting.list_latest_figures(by=chief)

    assert (latest.scope, latest.expected, latest.received) == ("VN/08/02536", 1, 1)


def test_follows_a_campaign_over_its_periods(sent, son):
    roll_campaign(campaign=CODE, on=date(2026, 10, 15), by=son)

    found = reporting.list_figures_over_time(CODE, by=son)

    assert [(each.period.code, each.reporting_rate) for each in found] == [
        ("2026-10", Decimal("50.00")),
        ("2026-11", Decimal("0.00")),
    ]


def test_refuses_whoever_may_not_look_on(sent, minh):
    for question in (
        lambda: reporting.list_latest_figures(by=minh),
        lambda: reporting.list_campaign_figures(CODE, by=minh, period="2026-10"),
        lambda: reporting.list_figures_over_time(CODE, by=minh),
    ):
        with pytest.raises(NotAllowed):
            question()


def test_hides_the_campaign_from_hoa(campaign, hoa, minh):
    with pytest.raises(UnknownCampaign):
        reporting.get_campaign(CODE, by=hoa)
    with pytest.raises(UnknownCampaign):
        reporting.get_campaign("nothing", by=SYSTEM)
    assert reporting.get_campaign(CODE, by=minh).code == CODE
