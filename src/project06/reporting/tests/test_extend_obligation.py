"""The organiser gives an agency more time, once."""

from datetime import datetime
from uuid import UUID

import pytest

from project06.kernel.clock import VIETNAM
from project06.kernel.errors import Invalid, NotAllowed
from project06.reporting import public as reporting
from project06.reporting.errors import AlreadyExtended, ReasonNeeded, TooLateToExtend, UnknownObligation, WrongState
from project06.reporting.events import ObligationExtended
from project06.reporting.models import Tally
from project06.reporting.tests.conftest import GOOD, SYSTEM, published, recorded

REASON = "Bão số 10, mất điện ba ngày"


def test_moves_the_deadline_and_keeps_the_first_one(duty, son):
    extended = reporting.extend_obligation(obligation=duty.uuid, working_days=3, reason=REASON, by=son)

    assert extended.original_due_at == datetime(2026, 10, 19, 17, tzinfo=VIETNAM)
    assert extended.due_at == datetime(2026, 10, 22, 17, tzinfo=VIETNAM)
    assert extended.extension_reason == REASON
    assert published(ObligationExtended)[0]["due_at"].startswith("2026-10-22")
    assert recorded("reporting.extend-obligation")[0].fields == ("due_at",)


def test_makes_a_report_in_the_extension_one_in_time(duty, son, minh, past_due):
    reporting.extend_obligation(obligation=duty.uuid, working_days=3, reason=REASON, by=son)
    past_due()

    reporting.submit_report(obligation=duty.uuid, answers=GOOD, by=minh)

    assert Tally.objects.get(scope="VN/08/02536").on_time == 1


def test_extends_only_once(duty, son):
    reporting.extend_obligation(obligation=duty.uuid, working_days=3, reason=REASON, by=son)

    with pytest.raises(AlreadyExtended):
        reporting.extend_obligation(obligation=duty.uuid, working_days=1, reason=REASON, by=son)


def test_does_not_hide_a_deadline_that_has_passed(duty, son, past_due):
    past_due()

    with pytest.raises(TooLateToExtend):
        reporting.extend_obligation(obligation=duty.uuid, working_days=3, reason=REASON, by=son)


def test_gives_time_for_the_correction_of_a_returned_report(sent, son, past_due):
    past_due()
    reporting.return_report(obligation=sent.uuid, reason="Correct the first figure", by=son)

    extended = reporting.extend_obligation(obligation=sent.uuid, working_days=5, reason=REASON, by=son)

    assert extended.due_at > extended.original_due_at


def test_refuses_after_the_report_was_sent(sent, son):
    with pytest.raises(WrongState):
        reporting.extend_obligation(obligation=sent.uuid, working_days=3, reason=REASON, by=son)


@pytest.mark.parametrize("days", [0, -1, 61])
def test_refuses_an_extension_that_is_none_or_endless(duty, son, days):
    with pytest.raises(Invalid):
        reporting.extend_obligation(obligation=duty.uuid, working_days=days, reason=REASON, by=son)


def test_needs_a_reason(duty, son):
    with pytest.raises(ReasonNeeded):
        reporting.extend_obligation(obligation=duty.uuid, working_days=3, reason="", by=son)


def test_refuses_everybody_but_the_organiser(duty, chief, minh):
    for other in (chief, minh):
        with pytest.raises(NotAllowed):
            reporting.extend_obligation(obligation=duty.uuid, working_days=3, reason=REASON, by=other)


def test_hides_the_duty_from_hoa(duty, hoa):
    with pytest.raises(UnknownObligation):
        reporting.extend_obligation(obligation=duty.uuid, working_days=3, reason=REASON, by=hoa)


def test_refuses_a_duty_that_does_not_exist(db):
    with pytest.raises(UnknownObligation):
        reporting.extend_obligation(obligation=UUID(int=1), working_days=3, reason=REASON, by=SYSTEM)
