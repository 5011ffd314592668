"""The state of an account, changed inside a running operation: found, locked, written, recorded."""

from uuid import UUID

from project06.evidence import public as evidence
from project06.identity.enums import ADMINISTER, AccountKind, AccountState
from project06.identity.errors import OwnAccount, UnknownAccount
from project06.identity.models import Account
from project06.identity.operations.note_account_event import GROUND
from project06.kernel.permissions import Actor, check


def lock_officer(account: UUID, by: Actor) -> Account:
    """Return the locked account of an officer. Raises NotAllowed, OwnAccount, UnknownAccount."""
    check(by, ADMINISTER)
    if by.account == account:
        raise OwnAccount
    found = Account.objects.select_for_update().filter(uuid=account, kind=AccountKind.OFFICER).first()
    if found is None:
        raise UnknownAccount
    return found


def set_state(account: Account, state: AccountState, *, by: Actor, action: str) -> None:
    """Write the state with its evidence inside the running operation."""
    account.state = state
    account.save(update_fields=["state"])
    evidence.record(
        by=by,
        action=action,
        subject_kind="account",
        subject=account.uuid,
        fields=("state",),
        purpose="Keep unused or endangered accounts closed",
        legal_ground=GROUND,
    )
