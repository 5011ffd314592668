"""Somebody has proved who they are."""

from project06.evidence import public as evidence
from project06.identity.enums import AccountEvent
from project06.identity.models import Account, SignInGuard
from project06.identity.operations.note_account_event import note_account_event
from project06.identity.queries.find_account import guard_key
from project06.kernel.clock import now
from project06.kernel.errors import SignInNeeded
from project06.kernel.permissions import Actor


@evidence.operation
def complete_sign_in(*, by: Actor) -> None:
    """Record the sign-in of `by`, end the row of failures and start the count of silent days anew.

    Raises SignInNeeded for a stranger.
    """
    account = Account.objects.select_for_update().filter(uuid=by.account).first() if by.account else None
    if account is None:
        raise SignInNeeded
    logins = filter(None, (account.email, account.login_name))
    SignInGuard.objects.filter(key__in=[guard_key(login) for login in logins]).delete()
    account.last_seen_at = now()
    account.save(update_fields=["last_seen_at"])
    note_account_event(account=account.uuid, event=AccountEvent.SIGNED_IN, by=by)
