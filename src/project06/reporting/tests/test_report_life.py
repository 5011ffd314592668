"""Whatever order people act in: states, versions, counts and locks stay right."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from project06.kernel.clock import frozen
from project06.kernel.errors import Refusal
from project06.kernel.permissions import Actor
from project06.reporting import public as reporting
from project06.reporting.enums import CHECK, ORGANISE, REPORT, SEE, ObligationState, ReportState
from project06.reporting.models import Obligation, Submission, Tally
from project06.reporting.tests.conftest import CENTRE, CODE, GOOD, START, officer

STANDS = {
    ReportState.SUBMITTED: ObligationState.SUBMITTED,
    ReportState.CHECKED: ObligationState.CHECKED,
    ReportState.ACCEPTED: ObligationState.ACCEPTED,
}
ALLOWED = {
    "send": {ObligationState.OWED, ObligationState.RETURNED},
    "check": {ObligationState.SUBMITTED},
    "give_back": {ObligationState.SUBMITTED, ObligationState.CHECKED},
    "accept": {ObligationState.CHECKED},
    "excuse": {ObligationState.OWED, ObligationState.RETURNED},
}


class ReportLife(RuleBasedStateMachine):
    """Minh, the chief and Sơn act in any order, time passes, the platform reminds."""

    duty: Obligation

    def __init__(self) -> None:
        super().__init__()
        self.minh = officer(CENTRE, "VN/08/02536", REPORT)
        self.son = officer("UBND-08", "VN/08", ORGANISE, CHECK, SEE)
        self.moment = START
        self.versions = 0
        self.accepted: dict[str, str] | None = None

    @initialize()
    def begins(self) -> None:
        self.duty = Obligation.objects.get(period_code="2026-10", agency_code=CENTRE)

    def act(self, name: str, work) -> None:
        before = ObligationState(Obligation.objects.get(pk=self.duty.pk).state)
        with frozen(self.moment):
            try:
                work()
            except Refusal:
                assert before not in ALLOWED[name]
            else:
                assert before in ALLOWED[name]

    @rule(dossiers=st.integers(0, 10**6))
    def sends(self, dossiers: int) -> None:
        answers = GOOD | {"dossiers": str(dossiers)}
        self.act("send", lambda: reporting.submit_report(obligation=self.duty.uuid, answers=answers, by=self.minh))

    @rule()
    def is_checked(self) -> None:
        self.act("check", lambda: reporting.check_report(obligation=self.duty.uuid, by=self.son))

    @rule()
    def is_returned(self) -> None:
        self.act(
            "give_back",
            lambda: reporting.return_report(obligation=self.duty.uuid, reason="Correct it please", by=self.son),
        )

    @rule()
    def is_accepted(self) -> None:
        self.act("accept", lambda: reporting.accept_report(obligation=self.duty.uuid, by=self.son))
        current = Submission.objects.filter(obligation=self.duty, state=ReportState.ACCEPTED).first()
        if current is not None and self.accepted is None:
            self.accepted = current.answers

    @rule(chance=st.integers(0, 19))
    def is_excused(self, chance: int) -> None:
        if chance == 0:
            self.act(
                "excuse",
                lambda: reporting.excuse_obligation(
                    obligation=self.duty.uuid, reason="Merged away", ground="202/2025/QH15", by=self.son
                ),
            )

    @rule(hours=st.integers(1, 400))
    def time_passes(self, hours: int) -> None:
        self.moment += timedelta(hours=hours)

    @rule(actor=st.sampled_from(["minh", "stranger"]))
    def nobody_else_judges(self, actor: str) -> None:
        by: Actor = self.minh if actor == "minh" else officer("UBND-11", "VN/11", ORGANISE, CHECK, REPORT)
        for work in (reporting.check_report, reporting.accept_report):
            with pytest.raises(Refusal):
                work(obligation=self.duty.uuid, by=by)

    @invariant()
    def the_row_agrees_with_its_versions(self) -> None:
        if not hasattr(self, "duty"):
            return
        duty = Obligation.objects.get(pk=self.duty.pk)
        versions = list(Submission.objects.filter(obligation=duty).order_by("version"))
        standing = [each for each in versions if each.state != ReportState.RETURNED]
        assert [each.version for each in versions] == list(range(1, len(versions) + 1))
        assert len(versions) >= self.versions, "no version ever disappears"
        self.versions = len(versions)
        assert [STANDS[ReportState(each.state)] for each in standing] == (
            []
            if duty.state in {ObligationState.OWED, ObligationState.RETURNED, ObligationState.EXCUSED}
            else [duty.state]
        )
        assert duty.received_at == (versions[-1].received_at if versions else None)

    @invariant()
    def the_count_is_the_count(self) -> None:
        for tally in Tally.objects.filter(campaign__code=CODE):
            below = Obligation.objects.filter(unit_path__startswith=tally.scope)
            states = [each.state for each in below]
            assert tally.expected == len(states)
            assert tally.missing == states.count(ObligationState.OWED)
            assert tally.returned == states.count(ObligationState.RETURNED)
            assert tally.excused == states.count(ObligationState.EXCUSED)

    @invariant()
    def what_was_accepted_never_changes(self) -> None:
        if self.accepted is not None:
            row = Submission.objects.get(obligation=self.duty, state=ReportState.ACCEPTED)
            assert row.answers == self.accepted


def test_keeps_its_promises_in_any_order(campaign, db):
    """Each example starts from the same campaign: a savepoint takes back what the one before did."""
    from django.db import transaction

    class Fresh(ReportLife):
        def __init__(self) -> None:
            super().__init__()
            self.savepoint = transaction.savepoint_create()

        def teardown(self) -> None:
            transaction.savepoint_rollback(self.savepoint)

    run_state_machine_as_test(
        Fresh,
        settings=settings(
            max_examples=25,
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
