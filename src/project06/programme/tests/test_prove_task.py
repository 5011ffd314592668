from datetime import timedelta

import pytest

from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed
from project06.programme.data.tasks import DocumentRef
from project06.programme.enums.steering import Claim, EvidenceState, Recurrence, Schedule
from project06.programme.errors.steering import (
    DocumentMissing,
    EvidenceOutOfTurn,
    NotClaimedDone,
    NotYourTask,
    OtherEyesNeeded,
    ReasonMissing,
    UnknownTask,
)
from project06.programme.operations.accept_task_evidence import accept_task_evidence
from project06.programme.operations.attach_task_evidence import attach_task_evidence
from project06.programme.operations.check_task_evidence import check_task_evidence
from project06.programme.operations.claim_task import claim_task
from project06.programme.operations.return_task_evidence import return_task_evidence
from project06.programme.queries.find_task import get_task_detail
from project06.programme.tests.cast import (
    DOCUMENT,
    HOA,
    NGA,
    NOON,
    SON,
    TODAY,
    TU,
    YEN,
    a_checked_task,
    a_claimed_task,
    a_proved_task,
    a_task,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock():
    with frozen(NOON):
        yield


def test_makes_a_task_done_on_the_day_its_lead_reported() -> None:
    assert a_proved_task().schedule is Schedule.DONE_ON_TIME
    late = a_proved_task("NV-02", due_on=TODAY - timedelta(days=30))
    assert (late.schedule, late.days_left) == (Schedule.DONE_LATE, None)


def test_goes_back_with_a_reason_and_can_be_tried_again() -> None:
    task = a_checked_task()

    returned = return_task_evidence(task=task.uuid, reason="Văn bản chưa có dấu", by=SON)
    again = attach_task_evidence(task=task.uuid, document=DocumentRef("store:2", "Bản có dấu"), by=TU)

    assert (returned.evidence, again.evidence) == (EvidenceState.RETURNED, EvidenceState.ATTACHED)
    documents = get_task_detail(task.uuid, by=SON).documents
    assert [(each.state, each.reason) for each in documents] == [
        (EvidenceState.ATTACHED, ""),
        (EvidenceState.RETURNED, "Văn bản chưa có dấu"),
    ]


def test_is_proved_anew_every_period_when_it_is_regular() -> None:
    task = a_checked_task(recurrence=Recurrence.MONTH)
    accept_task_evidence(task=task.uuid, by=SON)

    again = attach_task_evidence(task=task.uuid, document=DOCUMENT, by=TU)

    assert (again.evidence, again.schedule) == (EvidenceState.ATTACHED, Schedule.REGULAR)


def test_is_not_proved_while_nobody_says_it_is_done() -> None:
    task = a_task()
    claim_task(task=task.uuid, claim=Claim.IN_PROGRESS, by=TU)
    attach_task_evidence(task=task.uuid, document=DOCUMENT, by=TU)
    check_task_evidence(task=task.uuid, by=SON)

    with pytest.raises(NotClaimedDone):
        accept_task_evidence(task=task.uuid, by=SON)


def test_needs_two_pairs_of_eyes() -> None:
    task = a_claimed_task()
    attach_task_evidence(task=task.uuid, document=DOCUMENT, by=SON)

    with pytest.raises(OtherEyesNeeded):
        check_task_evidence(task=task.uuid, by=SON)
    assert check_task_evidence(task=task.uuid, by=NGA).evidence is EvidenceState.CHECKED


def test_keeps_every_step_in_its_turn() -> None:
    task = a_claimed_task()

    for step in (check_task_evidence, accept_task_evidence):
        with pytest.raises(EvidenceOutOfTurn):
            step(task=task.uuid, by=SON)
    attach_task_evidence(task=task.uuid, document=DOCUMENT, by=TU)
    with pytest.raises(EvidenceOutOfTurn):
        attach_task_evidence(task=task.uuid, document=DOCUMENT, by=TU)
    with pytest.raises(EvidenceOutOfTurn):
        return_task_evidence(task=task.uuid, reason="Sớm", by=SON)


def test_refuses_the_wrong_person_at_every_step() -> None:
    task = a_claimed_task()

    with pytest.raises(UnknownTask):
        attach_task_evidence(task=task.uuid, document=DOCUMENT, by=HOA)
    with pytest.raises(NotYourTask):
        attach_task_evidence(task=task.uuid, document=DOCUMENT, by=YEN)
    attach_task_evidence(task=task.uuid, document=DOCUMENT, by=TU)
    for step in (check_task_evidence, accept_task_evidence):
        with pytest.raises(NotAllowed):
            step(task=task.uuid, by=TU)
    with pytest.raises(NotAllowed):
        return_task_evidence(task=task.uuid, reason="Không", by=TU)


def test_refuses_a_document_without_a_name_and_a_return_without_a_reason() -> None:
    with pytest.raises(DocumentMissing):
        attach_task_evidence(task=a_task().uuid, document=DocumentRef(" ", "Báo cáo"), by=TU)
    with pytest.raises(ReasonMissing):
        return_task_evidence(task=a_checked_task("NV-02").uuid, reason="  ", by=SON)


def test_is_accepted_once() -> None:
    task = a_proved_task()

    with pytest.raises(EvidenceOutOfTurn):
        accept_task_evidence(task=task.uuid, by=SON)
