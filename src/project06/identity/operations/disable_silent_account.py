"""At sign-in, an account that was silent for too long is closed, also before the nightly job."""

from uuid import UUID

from project06.evidence import public as evidence
from project06.identity.enums import AccountKind, AccountState
from project06.identity.errors import UnknownAccount
from project06.identity.events import AccountDisabled
from project06.identity.models import Account
from project06.identity.operations.account_state import set_state
from project06.identity.rules.sign_in import is_disabled_by_silence, sign_in_rules
from project06.kernel.clock import local, now
from project06.kernel.events import publish
from project06.kernel.permissions import Actor


@evidence.operation(subject_kind="account", subject="account")
def disable_silent_account(*, account: UUID, by: Actor) -> bool:
    """Disable the account when nobody used it for too long, also before the nightly job; say whether it was.

    Law: the dated rule `idle_disable_staff`. Asked at sign-in, so that a silent account is never let in once more.
    """
    found = Account.objects.select_for_update().filter(uuid=account).first()
    if found is None:
        raise UnknownAccount
    moment = now()
    rules = sign_in_rules(local(moment).date())
    last_sign = found.last_seen_at or found.created_at
    silent = is_disabled_by_silence(rules, AccountKind(found.kind), last_sign, moment)
    if not (silent and found.is_active):
        return False
    set_state(found, AccountState.DISABLED_IDLE, by=by, action="identity.disable-idle-account")
    publish(AccountDisabled(account=found.uuid, state=found.state))
    return True
