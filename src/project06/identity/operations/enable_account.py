"""An administrator opens a closed account again."""

from uuid import UUID

from project06.evidence import public as evidence
from project06.identity.data import AccountData
from project06.identity.enums import AccountState
from project06.identity.errors import AccountAlreadyActive
from project06.identity.events import AccountEnabled
from project06.identity.operations.account_state import lock_officer, set_state
from project06.identity.queries.find_account import to_data
from project06.kernel.clock import now
from project06.kernel.events import publish
from project06.kernel.permissions import Actor


@evidence.operation(subject_kind="account", subject="account")
def enable_account(*, account: UUID, by: Actor) -> AccountData:
    """Let a disabled account be used again; its idle days start anew.

    Raises NotAllowed, OwnAccount, UnknownAccount, AccountAlreadyActive.
    """
    found = lock_officer(account, by)
    if found.is_active:
        raise AccountAlreadyActive
    found.last_seen_at = now()
    found.save(update_fields=["last_seen_at"])
    set_state(found, AccountState.ACTIVE, by=by, action="identity.enable-account")
    publish(AccountEnabled(account=found.uuid))
    return to_data(found)
