"""Write down what happened with an account."""

from collections.abc import Mapping
from uuid import UUID

from project06.evidence import public as evidence
from project06.identity.enums import AccountEvent
from project06.kernel.permissions import Actor

GROUND = "Decree 331/2026/NĐ-CP art. 30; Law 116/2025/QH15"


@evidence.operation(subject_kind="account", subject="account")
def note_account_event(
    *, account: UUID | None, event: AccountEvent, details: Mapping[str, str] | None = None, by: Actor
) -> None:
    """Record the event as evidence; `account` is None for a login that no account has.

    Every sign-in, refusal and change of a second factor leaves a record (Decree 331/2026/NĐ-CP: logs).
    """
    outcome = evidence.Outcome.REFUSED if event.is_refusal else evidence.Outcome.DONE
    evidence.record(
        by=by,
        action=f"identity.{event.value}",
        subject_kind="account",
        subject=account,
        purpose="Protect accounts against misuse",
        legal_ground=GROUND,
        outcome=outcome,
        details=details,
    )
