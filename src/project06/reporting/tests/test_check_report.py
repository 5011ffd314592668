"""The superior agency finds a report in order."""

from uuid import UUID

import pytest

from project06.kernel.errors import NotAllowed
from project06.kernel.permissions import Actor, ActorKind, Grant
from project06.reporting import public as reporting
from project06.reporting.enums import CHECK, REPORT, ObligationState, ReportAct, ReportState, StepKind
from project06.reporting.errors import OwnReport, UnknownObligation, WrongState
from project06.reporting.events import ReportChecked
from project06.reporting.queries.get_story import get_story
from project06.reporting.tests.conftest import GOOD, SYSTEM, published, recorded


def test_moves_the_report_up(sent, chief):
    checked = reporting.check_report(obligation=sent.uuid, by=chief)

    sent.refresh_from_db()
    assert (checked.state, sent.state) == (ReportState.CHECKED, ObligationState.CHECKED)
    assert published(ReportChecked)[0]["version"] == 1
    assert recorded("reporting.check-report")[0].subject == sent.uuid
    assert get_story(sent.uuid, by=chief).history[-1].kind is StepKind.CHECKED


def test_lets_the_organiser_check_as_well(sent, son):
    assert reporting.check_report(obligation=sent.uuid, by=son).state is ReportState.CHECKED


def test_refuses_a_second_time(checked, chief):
    with pytest.raises(WrongState):
        reporting.check_report(obligation=checked.uuid, by=chief)


def test_refuses_when_nothing_was_sent(duty, chief):
    with pytest.raises(WrongState):
        reporting.check_report(obligation=duty.uuid, by=chief)


def test_refuses_the_reporter(sent, minh):
    with pytest.raises(NotAllowed):
        reporting.check_report(obligation=sent.uuid, by=minh)


def test_refuses_whoever_sent_it_also_in_another_post(duty, chief):
    """Two pairs of eyes: one account may hold a post in the centre and one in its committee."""
    both = Actor(
        account=chief.account,
        name="",
        kind=ActorKind.OFFICER,
        agency=duty.agency_code,
        grants=(Grant(REPORT, ("VN/08/02536",)), Grant(CHECK, ("VN/08/02536",))),
    )
    reporting.submit_report(obligation=duty.uuid, answers=GOOD, by=both)

    with pytest.raises(OwnReport):
        reporting.check_report(obligation=duty.uuid, by=chief)
    assert ReportAct.CHECK not in get_story(duty.uuid, by=chief).acts


def test_hides_the_report_from_hoa(sent, hoa):
    with pytest.raises(UnknownObligation):
        reporting.check_report(obligation=sent.uuid, by=hoa)


def test_refuses_a_duty_that_does_not_exist(db):
    with pytest.raises(UnknownObligation):
        reporting.check_report(obligation=UUID(int=1), by=SYSTEM)
