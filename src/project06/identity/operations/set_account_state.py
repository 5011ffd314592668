"""Disable and enable accounts: by an administrator, or because nobody used them."""

from datetime import timedelta
from uuid import UUID

from django.db.models import Q
from django.db.models.functions import Coalesce

from project06.evidence import public as evidence
from project06.identity.data import AccountData
from project06.identity.enums import ADMINISTER, AccountKind, AccountState
from project06.identity.errors import (
    AccountAlreadyActive,
    AccountAlreadyDisabled,
    OwnAccount,
    UnknownAccount,
)
from project06.identity.events import AccountDisabled, AccountEnabled
from project06.identity.models import Account
from project06.identity.operations.note_account_event import GROUND
from project06.identity.queries.find_account import to_data
from project06.identity.rules.sign_in import is_disabled_by_silence, sign_in_rules
from project06.kernel.clock import local, now
from project06.kernel.events import publish
from project06.kernel.permissions import Actor, check


@evidence.operation(subject_kind="account", subject="account")
def disable_account(*, account: UUID, by: Actor) -> AccountData:
    """Disable an officer's account; the next request of any open session finds nobody signed in.

    Raises NotAllowed, OwnAccount, UnknownAccount, AccountAlreadyDisabled.
    """
    found = _lock(account, by)
    if not found.is_active:
        raise AccountAlreadyDisabled
    _set_state(found, AccountState.DISABLED_BY_ADMINISTRATOR, by=by, action="identity.disable-account")
    publish(AccountDisabled(account=found.uuid, state=found.state))
    return to_data(found)


@evidence.operation(subject_kind="account", subject="account")
def enable_account(*, account: UUID, by: Actor) -> AccountData:
    """Let a disabled account be used again; its idle days start anew.

    Raises NotAllowed, OwnAccount, UnknownAccount, AccountAlreadyActive.
    """
    found = _lock(account, by)
    if found.is_active:
        raise AccountAlreadyActive
    found.last_seen_at = now()
    found.save(update_fields=["last_seen_at"])
    _set_state(found, AccountState.ACTIVE, by=by, action="identity.enable-account")
    publish(AccountEnabled(account=found.uuid))
    return to_data(found)


@evidence.operation
def disable_idle_accounts(*, by: Actor) -> int:
    """Disable the accounts of staff that were silent for too long; return how many.

    The limit is the dated rule `idle_disable_staff` (reference/sign_in_rules.csv).
    """
    check(by, ADMINISTER)
    moment = now()
    days = sign_in_rules(local(moment).date()).idle_disable_staff_days
    silent = (
        Account.objects.select_for_update()
        .filter(~Q(kind=AccountKind.CITIZEN), state=AccountState.ACTIVE)
        .annotate(last_sign=Coalesce("last_seen_at", "created_at"))
        .filter(last_sign__lte=moment - timedelta(days=days))
    )
    found = list(silent)
    for account in found:
        _set_state(account, AccountState.DISABLED_IDLE, by=by, action="identity.disable-idle-account")
        publish(AccountDisabled(account=account.uuid, state=account.state))
    return len(found)


@evidence.operation(subject_kind="account", subject="account")
def disable_if_silent(*, account: UUID, by: Actor) -> bool:
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
    _set_state(found, AccountState.DISABLED_IDLE, by=by, action="identity.disable-idle-account")
    publish(AccountDisabled(account=found.uuid, state=found.state))
    return True


def _lock(account: UUID, by: Actor) -> Account:
    check(by, ADMINISTER)
    if by.account == account:
        raise OwnAccount
    found = Account.objects.select_for_update().filter(uuid=account, kind=AccountKind.OFFICER).first()
    if found is None:
        raise UnknownAccount
    return found


def _set_state(account: Account, state: AccountState, *, by: Actor, action: str) -> None:
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
