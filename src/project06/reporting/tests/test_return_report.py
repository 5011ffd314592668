"""A report goes back for correction."""

from uuid import UUID

import pytest

from project06.kernel.errors import NotAllowed
from project06.notices import public as notices
from project06.reporting import public as reporting
from project06.reporting.enums import ObligationState, ReportState
from project06.reporting.errors import ReasonNeeded, UnknownObligation, WrongState
from project06.reporting.events import ReportReturned
from project06.reporting.models import Tally
from project06.reporting.queries.get_story import get_story
from project06.reporting.tests.conftest import GOOD, SYSTEM, published, recorded

REASON = "Số hồ sơ không khớp với hệ thống một cửa"


def test_goes_back_with_its_reason(sent, chief):
    returned = reporting.return_report(obligation=sent.uuid, reason=f"  {REASON} ", by=chief)

    sent.refresh_from_db()
    assert (returned.state, returned.return_reason) == (ReportState.RETURNED, REASON)
    assert sent.state == ObligationState.RETURNED
    assert published(ReportReturned)[0]["version"] == 1
    assert recorded("reporting.return-report")[0].subject == sent.uuid


def test_counts_a_returned_report_apart(sent, chief):
    reporting.return_report(obligation=sent.uuid, reason=REASON, by=chief)

    tally = Tally.objects.get(scope="VN/08")
    assert (tally.missing, tally.returned, tally.received) == (1, 1, 0)


def test_tells_whoever_sent_it(sent, chief, minh):
    reporting.return_report(obligation=sent.uuid, reason=REASON, by=chief)

    (notice,) = notices.list_for_account(minh.account)
    assert "Tiến độ hằng tháng" in notice.subject
    assert REASON in notice.text


def test_is_sent_again_as_a_new_version(sent, chief, minh, past_due):
    reporting.return_report(obligation=sent.uuid, reason=REASON, by=chief)
    past_due()

    corrected = reporting.submit_report(obligation=sent.uuid, answers=GOOD | {"dossiers": "121"}, by=minh)

    story = get_story(sent.uuid, by=minh)
    assert corrected.version == 2
    assert [each.state for each in story.submissions] == [ReportState.RETURNED, ReportState.SUBMITTED]
    assert story.obligation.first_received_at < story.obligation.due_at
    assert story.obligation.is_late


def test_returns_a_checked_report_only_to_the_organiser_s_word(checked, chief, son):
    with pytest.raises(WrongState):
        reporting.return_report(obligation=checked.uuid, reason=REASON, by=chief)

    assert reporting.return_report(obligation=checked.uuid, reason=REASON, by=son).state is ReportState.RETURNED


def test_needs_a_reason(sent, chief):
    with pytest.raises(ReasonNeeded):
        reporting.return_report(obligation=sent.uuid, reason=" no ", by=chief)


def test_refuses_when_nothing_was_sent(duty, chief):
    with pytest.raises(WrongState):
        reporting.return_report(obligation=duty.uuid, reason=REASON, by=chief)


def test_refuses_the_reporter(sent, minh):
    with pytest.raises(NotAllowed):
        reporting.return_report(obligation=sent.uuid, reason=REASON, by=minh)


def test_hides_the_report_from_hoa(sent, hoa):
    with pytest.raises(UnknownObligation):
        reporting.return_report(obligation=sent.uuid, reason=REASON, by=hoa)


def test_refuses_a_duty_that_does_not_exist(db):
    with pytest.raises(UnknownObligation):
        reporting.return_report(obligation=UUID(int=1), reason=REASON, by=SYSTEM)
