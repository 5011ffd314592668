"""A reporter sends a report."""

from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from project06.kernel.errors import NotAllowed
from project06.reporting import public as reporting
from project06.reporting.enums import ObligationState, ReportState, StepKind
from project06.reporting.errors import KeyReused, UnknownObligation, WrongAnswers, WrongState
from project06.reporting.events import ReportSubmitted
from project06.reporting.models import Obligation, ObligationStep, Submission, Tally
from project06.reporting.queries.get_story import get_story
from project06.reporting.tests.conftest import CENTRE, GOOD, SYSTEM, officer, published, recorded


def test_takes_the_report_and_notes_when(duty, minh, clock):
    received = reporting.submit_report(obligation=duty.uuid, answers=GOOD, document="12/BC-TTHCC", by=minh)

    duty.refresh_from_db()
    assert (received.state, received.version, received.received_at) == (ReportState.SUBMITTED, 1, clock.moment)
    assert (duty.state, duty.received_at, duty.first_received_at) == ("submitted", clock.moment, clock.moment)


def test_drops_characters_that_cannot_be_stored(duty, minh):
    received = reporting.submit_report(
        obligation=duty.uuid, answers=GOOD | {"stuck": "a\x00b"}, document="12\x00/BC", note="c\x07", by=minh
    )

    assert (received.answers["stuck"], received.document, received.note) == ("ab", "12/BC", "c")


def test_finishes_the_draft(duty, minh):
    reporting.save_draft(obligation=duty.uuid, answers={"dossiers": "1"}, by=minh)

    received = reporting.submit_report(obligation=duty.uuid, answers=GOOD, by=minh)

    assert received.version == 1
    assert dict(received.answers) == GOOD
    assert [step.kind for step in get_story(duty.uuid, by=minh).history] == [StepKind.DRAFTED, StepKind.SUBMITTED]


def test_counts_it_at_once(duty, minh):
    reporting.submit_report(obligation=duty.uuid, answers=GOOD, by=minh)

    whole, part = Tally.objects.get(scope="VN/08"), Tally.objects.get(scope="VN/08/02536")
    assert (whole.expected, whole.missing, whole.received, whole.on_time) == (2, 1, 1, 1)
    assert (part.expected, part.missing, part.received) == (1, 0, 1)


def test_leaves_evidence_and_tells_the_others(duty, minh):
    reporting.submit_report(obligation=duty.uuid, answers=GOOD, by=minh)

    (record,) = recorded("reporting.submit-report")
    (told,) = published(ReportSubmitted)
    assert (record.subject, record.fields) == (duty.uuid, ("dossiers", "online"))
    assert (told["agency"], told["version"], told["is_late"]) == (CENTRE, 1, False)


def test_is_late_a_minute_after_the_deadline(duty, minh, past_due):
    past_due()

    reporting.submit_report(obligation=duty.uuid, answers=GOOD, by=minh)

    assert published(ReportSubmitted)[0]["is_late"] is True
    assert get_story(duty.uuid, by=minh).obligation.is_late
    assert Tally.objects.get(scope="VN/08").late == 1


def test_is_on_time_at_the_very_deadline(duty, minh, clock):
    clock.to(duty.due_at)

    reporting.submit_report(obligation=duty.uuid, answers=GOOD, by=minh)

    assert not get_story(duty.uuid, by=minh).obligation.is_late


def test_refuses_a_report_with_holes_and_stores_nothing(duty, minh):
    with pytest.raises(WrongAnswers) as refusal:
        reporting.submit_report(obligation=duty.uuid, answers={"dossiers": "12.000"}, by=minh)

    assert {(each.field, each.code) for each in refusal.value.field_errors} == {
        ("dossiers", "thousands-mark"),
        ("online", "missing"),
    }
    assert not Submission.objects.exists()


def test_refuses_to_send_twice(sent, minh):
    with pytest.raises(WrongState):
        reporting.submit_report(obligation=sent.uuid, answers=GOOD, by=minh)


def test_answers_a_repeated_request_with_the_first_receipt(duty, minh, clock):
    first = reporting.submit_report(obligation=duty.uuid, answers=GOOD, key="request-1", by=minh)
    again = reporting.submit_report(obligation=duty.uuid, answers=GOOD, key="request-1", by=minh)

    assert again == first
    assert len(published(ReportSubmitted)) == 1


def test_refuses_the_key_for_other_answers(duty, minh):
    reporting.submit_report(obligation=duty.uuid, answers=GOOD, key="request-1", by=minh)

    with pytest.raises(KeyReused):
        reporting.submit_report(obligation=duty.uuid, answers=GOOD | {"online": "3"}, key="request-1", by=minh)


def test_hides_the_duty_from_hoa_and_from_the_centre_next_door(duty, hoa):
    neighbour = officer("TTHCC-02545", "VN/08/02545", "reporting.report")

    for stranger in (hoa, neighbour):
        with pytest.raises(UnknownObligation):
            reporting.submit_report(obligation=duty.uuid, answers=GOOD, by=stranger)
    assert {each.outcome for each in recorded("reporting.submit-report")} == {"refused"}


def test_refuses_a_colleague_in_the_same_unit_of_another_agency(duty):
    """Many agencies stand at one unit: the path alone is no right to speak for them."""
    committee = officer("UBND-02536", "VN/08/02536", "reporting.report", "reporting.see")

    with pytest.raises(NotAllowed):
        reporting.submit_report(obligation=duty.uuid, answers=GOOD, by=committee)


def test_refuses_a_duty_that_does_not_exist(db):
    with pytest.raises(UnknownObligation):
        reporting.submit_report(obligation=UUID(int=1), answers=GOOD, by=SYSTEM)


def test_cannot_be_changed_even_in_the_database(sent):
    for statement in ({"answers": {"dossiers": "1"}}, {"state": ReportState.DRAFT, "received_at": None}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Submission.objects.filter(obligation=sent).update(**statement)
    with pytest.raises(DatabaseError), transaction.atomic():
        ObligationStep.objects.filter(obligation=sent).delete()


def test_missing_and_received_exclude_each_other_in_the_database(sent):
    with pytest.raises(DatabaseError), transaction.atomic():
        Obligation.objects.filter(pk=sent.pk).update(state=ObligationState.OWED)
