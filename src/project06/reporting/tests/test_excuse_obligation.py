"""The organiser excuses an agency for a legal reason."""

from uuid import UUID

import pytest

from project06.kernel.errors import NotAllowed
from project06.reporting import public as reporting
from project06.reporting.enums import ObligationState
from project06.reporting.errors import ReasonNeeded, UnknownObligation, WrongState
from project06.reporting.events import ObligationExcused
from project06.reporting.tests.conftest import CODE, GOOD, SYSTEM, published, recorded

REASON, GROUND = "Đã sáp nhập vào trung tâm khác", "202/2025/QH15"


def test_stays_a_row_that_is_counted_apart(duty, son):
    excused = reporting.excuse_obligation(obligation=duty.uuid, reason=REASON, ground=GROUND, by=son)

    whole = reporting.list_campaign_figures(CODE, by=son, period="2026-10")[0]
    assert (excused.state, excused.excuse_ground) == (ObligationState.EXCUSED, GROUND)
    assert (whole.expected, whole.excused, whole.missing) == (2, 1, 1)
    assert whole.reporting_rate == 0
    assert published(ObligationExcused)[0]["obligation"] == str(duty.uuid)
    assert recorded("reporting.excuse-obligation")[0].subject == duty.uuid


def test_takes_no_report_any_more(duty, son, minh):
    reporting.excuse_obligation(obligation=duty.uuid, reason=REASON, ground=GROUND, by=son)

    with pytest.raises(WrongState):
        reporting.submit_report(obligation=duty.uuid, answers=GOOD, by=minh)


def test_excuses_only_once(duty, son):
    reporting.excuse_obligation(obligation=duty.uuid, reason=REASON, ground=GROUND, by=son)

    with pytest.raises(WrongState):
        reporting.excuse_obligation(obligation=duty.uuid, reason=REASON, ground=GROUND, by=son)


def test_needs_a_reason_and_a_legal_ground(duty, son):
    for reason, ground in ((REASON, ""), ("", GROUND)):
        with pytest.raises(ReasonNeeded):
            reporting.excuse_obligation(obligation=duty.uuid, reason=reason, ground=ground, by=son)


def test_refuses_after_the_report_was_sent(sent, son):
    with pytest.raises(WrongState):
        reporting.excuse_obligation(obligation=sent.uuid, reason=REASON, ground=GROUND, by=son)


def test_refuses_everybody_but_the_organiser(duty, chief, minh):
    for other in (chief, minh):
        with pytest.raises(NotAllowed):
            reporting.excuse_obligation(obligation=duty.uuid, reason=REASON, ground=GROUND, by=other)


def test_hides_the_duty_from_hoa(duty, hoa):
    with pytest.raises(UnknownObligation):
        reporting.excuse_obligation(obligation=duty.uuid, reason=REASON, ground=GROUND, by=hoa)


def test_refuses_a_duty_that_does_not_exist(db):
    with pytest.raises(UnknownObligation):
        reporting.excuse_obligation(obligation=UUID(int=1), reason=REASON, ground=GROUND, by=SYSTEM)
