"""The organiser accepts a report: the last step."""

from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from project06.kernel.errors import NotAllowed
from project06.reporting import public as reporting
from project06.reporting.enums import ObligationState, ReportState
from project06.reporting.errors import UnknownObligation, WrongState
from project06.reporting.events import ReportAccepted
from project06.reporting.models import Submission, Tally
from project06.reporting.queries.get_story import get_story
from project06.reporting.tests.conftest import GOOD, SYSTEM, published, recorded


def test_closes_the_report(checked, son):
    accepted = reporting.accept_report(obligation=checked.uuid, by=son)

    checked.refresh_from_db()
    assert (accepted.state, checked.state) == (ReportState.ACCEPTED, ObligationState.ACCEPTED)
    assert Tally.objects.get(scope="VN/08").accepted == 1
    assert published(ReportAccepted)[0]["agency"] == checked.agency_code
    assert recorded("reporting.accept-report")[0].subject == checked.uuid


def test_locks_it_for_everybody(checked, son, minh, chief):
    reporting.accept_report(obligation=checked.uuid, by=son)

    for act in (
        lambda: reporting.submit_report(obligation=checked.uuid, answers=GOOD, by=minh),
        lambda: reporting.return_report(obligation=checked.uuid, reason="Too late for that", by=chief),
        lambda: reporting.return_report(obligation=checked.uuid, reason="Too late for that", by=son),
        lambda: reporting.accept_report(obligation=checked.uuid, by=son),
        lambda: reporting.excuse_obligation(obligation=checked.uuid, reason="Merged", ground="202/2025", by=son),
    ):
        with pytest.raises(WrongState):
            act()
    assert get_story(checked.uuid, by=son).acts == frozenset()
    with pytest.raises(DatabaseError), transaction.atomic():
        Submission.objects.filter(obligation=checked).update(state=ReportState.RETURNED, return_reason="no")


def test_refuses_what_nobody_has_checked(sent, son):
    with pytest.raises(WrongState):
        reporting.accept_report(obligation=sent.uuid, by=son)


def test_refuses_the_level_below(checked, chief, minh):
    for lower in (chief, minh):
        with pytest.raises(NotAllowed):
            reporting.accept_report(obligation=checked.uuid, by=lower)


def test_hides_the_report_from_hoa(checked, hoa):
    with pytest.raises(UnknownObligation):
        reporting.accept_report(obligation=checked.uuid, by=hoa)


def test_refuses_a_duty_that_does_not_exist(db):
    with pytest.raises(UnknownObligation):
        reporting.accept_report(obligation=UUID(int=1), by=SYSTEM)
