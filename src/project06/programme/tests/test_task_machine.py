"""Any order of acts leaves a task in which the three statuses, the history and the tables agree."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from project06.kernel.clock import frozen
from project06.kernel.errors import Refusal
from project06.programme.enums.steering import Claim, EvidenceState, Recurrence, Schedule, TaskEventKind
from project06.programme.operations.accept_task_evidence import accept_task_evidence
from project06.programme.operations.attach_task_evidence import attach_task_evidence
from project06.programme.operations.cancel_task import cancel_task
from project06.programme.operations.check_task_evidence import check_task_evidence
from project06.programme.operations.claim_task import claim_task
from project06.programme.operations.return_task_evidence import return_task_evidence
from project06.programme.operations.revise_due_date import revise_due_date
from project06.programme.queries.find_task import get_task_detail
from project06.programme.tests.cast import DOCUMENT, HOA, NOON, SON, TODAY, TU, a_task

_EVIDENCE = {
    TaskEventKind.EVIDENCE_ATTACHED: EvidenceState.ATTACHED,
    TaskEventKind.EVIDENCE_CHECKED: EvidenceState.CHECKED,
    TaskEventKind.EVIDENCE_ACCEPTED: EvidenceState.ACCEPTED,
    TaskEventKind.EVIDENCE_RETURNED: EvidenceState.RETURNED,
}


class TaskMachine(RuleBasedStateMachine):
    """Son manages, Tu reports, Hoa of another province tries everything and gets nowhere."""

    people = st.sampled_from([SON, TU, HOA])

    def __init__(self) -> None:
        super().__init__()
        self._savepoint = transaction.atomic()
        self._savepoint.__enter__()
        self._clock = frozen(NOON)
        self._clock.__enter__()

    def teardown(self) -> None:
        self._clock.__exit__(None, None, None)
        transaction.set_rollback(True)
        self._savepoint.__exit__(None, None, None)

    @initialize(recurrence=st.sampled_from([Recurrence.ONCE, Recurrence.ONCE, Recurrence.MONTH]))
    def give_out(self, recurrence: Recurrence) -> None:
        self.first = a_task(recurrence=recurrence)
        self.task = self.first.uuid
        self.done = 0

    def _try(self, operation, **arguments) -> None:
        by = arguments["by"]
        before = get_task_detail(self.task, by=SON)
        try:
            operation(task=self.task, **arguments)
        except Refusal:
            after = get_task_detail(self.task, by=SON)
            assert after == before, "a refusal changes nothing"
        else:
            assert by is not HOA
            self.done += 1

    @rule(by=people, claim=st.sampled_from(Claim), days=st.none() | st.integers(-120, 5))
    def claim(self, by, claim, days) -> None:
        done_on = None if days is None else TODAY + timedelta(days=days)
        self._try(claim_task, claim=claim, done_on=done_on, by=by)

    @rule(by=people)
    def attach(self, by) -> None:
        self._try(attach_task_evidence, document=DOCUMENT, by=by)

    @rule(by=people)
    def check(self, by) -> None:
        self._try(check_task_evidence, by=by)

    @rule(by=people)
    def accept(self, by) -> None:
        self._try(accept_task_evidence, by=by)

    @rule(by=people)
    def give_back(self, by) -> None:
        self._try(return_task_evidence, reason="Chưa đủ", by=by)

    @rule(by=people, days=st.integers(-130, 200))
    def revise(self, by, days) -> None:
        due_on = TODAY + timedelta(days=days)
        self._try(revise_due_date, due_on=due_on, reason="Lý do", act="1/QĐ", by=by)

    @rule(by=st.sampled_from([TU, HOA, TU, HOA, SON]))
    def cancel(self, by) -> None:
        self._try(cancel_task, reason="Trùng", by=by)

    @invariant()
    def agrees(self) -> None:
        detail = get_task_detail(self.task, by=SON)
        task, history = detail.task, detail.history
        assert len(history) == 1 + self.done, "each act left exactly one entry"
        assert task.original_due_on == self.first.due_on
        revisions = [event for event in history if event.kind is TaskEventKind.DUE_REVISED]
        assert task.revisions == len(revisions)
        assert task.due_on == (revisions[-1].due_after if revisions else self.first.due_on)
        proofs = [_EVIDENCE[event.kind] for event in history if event.kind in _EVIDENCE]
        assert task.evidence is (proofs[-1] if proofs else EvidenceState.NONE)
        claims = [event.claim for event in history if event.kind is TaskEventKind.CLAIMED]
        assert task.claimed is (claims[-1] if claims else None)
        assert (task.done_on is not None) == (task.claimed is Claim.DONE)
        if task.schedule in {Schedule.DONE_ON_TIME, Schedule.DONE_LATE}:
            assert task.evidence is EvidenceState.ACCEPTED
            assert task.claimed is Claim.DONE
        assert (task.schedule is Schedule.CANCELLED) == (history[-1].kind is TaskEventKind.CANCELLED)


@pytest.mark.django_db
def test_keeps_its_promises_in_any_order() -> None:
    run_state_machine_as_test(
        TaskMachine,
        settings=settings(
            max_examples=25,
            stateful_step_count=14,
            deadline=None,
            suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
        ),
    )
