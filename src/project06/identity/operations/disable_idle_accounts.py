"""Every night, accounts of staff that nobody uses are closed."""

from datetime import timedelta

from django.db.models import Q
from django.db.models.functions import Coalesce

from project06.evidence import public as evidence
from project06.identity.enums import ADMINISTER, AccountKind, AccountState
from project06.identity.events import AccountDisabled
from project06.identity.models import Account
from project06.identity.operations.account_state import set_state
from project06.identity.rules.sign_in import sign_in_rules
from project06.kernel.clock import local, now
from project06.kernel.events import publish
from project06.kernel.permissions import Actor, check


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
        set_state(account, AccountState.DISABLED_IDLE, by=by, action="identity.disable-idle-account")
        publish(AccountDisabled(account=account.uuid, state=account.state))
    return len(found)
