"""Lists: what an agency owes, what waits to be checked, who has not reported."""

from datetime import date
from uuid import UUID

import pytest

from project06.kernel.errors import NotAllowed
from project06.kernel.permissions import anonymous
from project06.reporting import public as reporting
from project06.reporting.data import NotReportedFilter
from project06.reporting.errors import UnknownCursor, UnknownObligation
from project06.reporting.operations.roll_campaign import roll_campaign
from project06.reporting.queries.get_story import get_story
from project06.reporting.queries.list_choices import list_periods, list_scopes
from project06.reporting.queries.list_obligations import list_sent
from project06.reporting.tests.conftest import CENTRE, CODE, OTHER_CENTRE, SYSTEM, officer

ALL = NotReportedFilter()


@pytest.fixture
def three_months(campaign, son):
    for day in (date(2026, 10, 15), date(2026, 11, 15)):
        roll_campaign(campaign=CODE, on=day, by=son)


def test_shows_an_agency_what_it_owes_most_urgent_first(three_months, minh):
    page = reporting.list_owed(by=minh)

    assert [each.period.code for each in page.obligations] == ["2026-10", "2026-11", "2026-12"]
    assert {each.agency_code for each in page.obligations} == {CENTRE}
    assert page.next_after is None


def test_moves_what_was_sent_to_its_own_list(sent, minh):
    assert reporting.list_owed(by=minh).obligations == ()
    assert [each.uuid for each in list_sent(by=minh)] == [sent.uuid]


def test_pages_without_gaps_or_repeats(three_months, minh, django_assert_max_num_queries):
    seen, after = [], None
    while True:
        with django_assert_max_num_queries(2):
            page = reporting.list_owed(by=minh, after=after, limit=1)
        seen += [each.period.code for each in page.obligations]
        after = page.next_after
        if after is None:
            break

    assert seen == ["2026-10", "2026-11", "2026-12"]


def test_shows_the_superior_what_waits_and_after_that_the_organiser(sent, chief, son, minh):
    assert [each.uuid for each in reporting.list_inbox(by=chief).obligations] == [sent.uuid]
    reporting.check_report(obligation=sent.uuid, by=chief)

    assert reporting.list_inbox(by=chief).obligations == ()
    assert [each.uuid for each in reporting.list_inbox(by=son).obligations] == [sent.uuid]
    assert reporting.list_inbox(by=minh).obligations == ()


def test_counts_who_has_not_reported(sent, son):
    page = reporting.list_not_reported(wanted=ALL, by=son)

    assert [each.agency_code for each in page.obligations] == [OTHER_CENTRE]


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (NotReportedFilter(campaign=CODE), 6),
        (NotReportedFilter(campaign="nothing"), 0),
        (NotReportedFilter(campaign=CODE, period="2026-11"), 2),
        (NotReportedFilter(below="VN/08/02536"), 3),
        (NotReportedFilter(below="VN/08/0"), 0),
        (NotReportedFilter(is_overdue_only=True), 2),
    ],
)
def test_filters_the_missing(three_months, son, past_due, wanted, count):
    past_due()

    assert len(reporting.list_not_reported(wanted=wanted, by=son).obligations) == count


def test_adds_returned_reports_only_when_asked(sent, son):
    reporting.return_report(obligation=sent.uuid, reason="Correct the first figure", by=son)

    with_returned = NotReportedFilter(with_returned=True)
    assert len(reporting.list_not_reported(wanted=ALL, by=son).obligations) == 1
    assert len(reporting.list_not_reported(wanted=with_returned, by=son).obligations) == 2


def test_costs_the_same_however_many_are_missing(three_months, son, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        page = reporting.list_not_reported(wanted=NotReportedFilter(campaign=CODE), by=son, limit=5)

    with django_assert_max_num_queries(3):
        rest = reporting.list_not_reported(
            wanted=NotReportedFilter(campaign=CODE), by=son, limit=5, after=page.next_after
        )
    assert (len(page.obligations), len(rest.obligations)) == (5, 1)


def test_shows_hoa_of_another_province_nothing(sent, hoa):
    assert reporting.list_owed(by=hoa).obligations == ()
    assert reporting.list_inbox(by=hoa).obligations == ()
    assert reporting.list_not_reported(wanted=ALL, by=hoa).obligations == ()
    assert reporting.list_campaigns(by=hoa) == ()
    assert reporting.list_latest_figures(by=hoa) == ()
    assert list_periods(CODE, by=hoa) == ()
    with pytest.raises(UnknownObligation):
        get_story(sent.uuid, by=hoa)


def test_shows_a_ministry_s_reporter_only_their_own_ministry(campaign):
    """All ministries stand at the country's path; a right there must not open the whole country."""
    ministry = officer("BTC", "VN", "reporting.report")

    assert reporting.list_owed(by=ministry).obligations == ()


def test_refuses_whoever_has_no_right(campaign, minh):
    for question in (
        lambda: reporting.list_owed(by=anonymous()),
        lambda: list_sent(by=anonymous()),
        lambda: reporting.list_not_reported(wanted=ALL, by=minh),
    ):
        with pytest.raises(NotAllowed):
            question()
    assert reporting.list_inbox(by=anonymous()).obligations == ()


def test_refuses_a_place_that_is_not_in_the_list(campaign, son):
    with pytest.raises(UnknownCursor):
        reporting.list_not_reported(wanted=ALL, by=son, after=UUID(int=1))


def test_offers_periods_and_units_to_filter_by(three_months, son):
    periods = list_periods(CODE, by=son)

    assert [each.code for each in periods] == ["2026-12", "2026-11", "2026-10"]
    assert list_scopes(CODE, by=son, period=periods[0]) == (
        ("VN/08", "Tỉnh Tuyên Quang"),
        ("VN/08/02536", "Xã Sơn Dương"),
        ("VN/08/02545", "Xã Tân Trào"),
    )


def test_finds_campaigns_for_the_organiser_and_the_platform(campaign, son):
    assert [each.code for each in reporting.list_campaigns(by=son)] == [CODE]
    assert [each.code for each in reporting.list_campaigns(by=SYSTEM)] == [CODE]
