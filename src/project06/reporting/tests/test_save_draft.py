"""A reporter keeps a report that is not finished."""

from uuid import UUID

import pytest

from project06.kernel.errors import NotAllowed
from project06.reporting import public as reporting
from project06.reporting.enums import ObligationState, ReportState, StepKind
from project06.reporting.errors import UnknownObligation, WrongAnswers, WrongState
from project06.reporting.models import Submission
from project06.reporting.queries.get_story import get_story
from project06.reporting.tests.conftest import GOOD, recorded


def test_keeps_half_a_report(duty, minh):
    saved = reporting.save_draft(obligation=duty.uuid, answers={"online": "87,5"}, document="12/BC", by=minh)

    duty.refresh_from_db()
    assert (saved.state, saved.version, dict(saved.answers)) == (ReportState.DRAFT, 1, {"online": "87.5"})
    assert duty.state == ObligationState.OWED


def test_replaces_the_draft_and_notes_it_once(duty, minh):
    reporting.save_draft(obligation=duty.uuid, answers={"dossiers": "1"}, by=minh)
    reporting.save_draft(obligation=duty.uuid, answers={"dossiers": "2"}, by=minh)

    story = get_story(duty.uuid, by=minh)
    assert Submission.objects.count() == 1
    assert [step.kind for step in story.history] == [StepKind.DRAFTED]
    assert story.current.answers == {"dossiers": "2"}
    assert len(recorded("reporting.save-draft")) == 2


def test_shows_the_draft_to_nobody_above(duty, minh, chief, son):
    reporting.save_draft(obligation=duty.uuid, answers={"dossiers": "1"}, by=minh)

    for superior in (chief, son):
        assert get_story(duty.uuid, by=superior).submissions == ()


def test_refuses_an_answer_that_is_wrong(duty, minh):
    with pytest.raises(WrongAnswers) as refusal:
        reporting.save_draft(obligation=duty.uuid, answers={"online": "101", "colour": "red"}, by=minh)

    assert {(each.field, each.code) for each in refusal.value.field_errors} == {
        ("online", "not-a-share"),
        ("colour", "unknown-question"),
    }
    assert not Submission.objects.exists()


def test_refuses_after_it_was_sent(sent, minh):
    with pytest.raises(WrongState):
        reporting.save_draft(obligation=sent.uuid, answers=GOOD, by=minh)


def test_hides_the_duty_from_hoa(duty, hoa):
    with pytest.raises(UnknownObligation):
        reporting.save_draft(obligation=duty.uuid, answers=GOOD, by=hoa)


def test_refuses_whoever_only_looks_on(duty, chief, son):
    for superior in (chief, son):
        with pytest.raises(NotAllowed):
            reporting.save_draft(obligation=duty.uuid, answers=GOOD, by=superior)


def test_refuses_a_duty_that_does_not_exist(db, minh):
    with pytest.raises(UnknownObligation):
        reporting.save_draft(obligation=UUID(int=1), answers=GOOD, by=minh)
