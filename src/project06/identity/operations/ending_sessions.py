"""Ends sessions inside a running operation."""

from collections.abc import Callable

from allauth.usersessions.models import UserSession

from project06.identity.enums import AccountEvent
from project06.identity.models import Account
from project06.identity.operations.note_account_event import note_account_event
from project06.kernel.errors import SignInNeeded
from project06.kernel.permissions import Actor


def end_sessions(by: Actor, is_meant: Callable[[UserSession], bool]) -> int:
    """End the sessions of `by` that are meant, with evidence; return how many. Raises SignInNeeded."""
    account = Account.objects.filter(uuid=by.account).first() if by.account else None
    if account is None:
        raise SignInNeeded
    meant = [each for each in UserSession.objects.filter(user=account) if is_meant(each)]
    for each in meant:
        each.end()
        note_account_event(account=account.uuid, event=AccountEvent.SESSION_ENDED, by=by)
    return len(meant)
