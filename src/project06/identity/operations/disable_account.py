"""An administrator closes an officer's account."""

from uuid import UUID

from project06.evidence import public as evidence
from project06.identity.data import AccountData
from project06.identity.enums import AccountState
from project06.identity.errors import AccountAlreadyDisabled
from project06.identity.events import AccountDisabled
from project06.identity.operations.account_state import lock_officer, set_state
from project06.identity.queries.find_account import to_data
from project06.kernel.events import publish
from project06.kernel.permissions import Actor


@evidence.operation(subject_kind="account", subject="account")
def disable_account(*, account: UUID, by: Actor) -> AccountData:
    """Disable an officer's account; the next request of any open session finds nobody signed in.

    Raises NotAllowed, OwnAccount, UnknownAccount, AccountAlreadyDisabled.
    """
    found = lock_officer(account, by)
    if not found.is_active:
        raise AccountAlreadyDisabled
    set_state(found, AccountState.DISABLED_BY_ADMINISTRATOR, by=by, action="identity.disable-account")
    publish(AccountDisabled(account=found.uuid, state=found.state))
    return to_data(found)
