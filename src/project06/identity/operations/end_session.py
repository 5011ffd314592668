"""Sign out elsewhere."""

from collections.abc import Callable

from allauth.usersessions.models import UserSession

from project06.evidence import public as evidence
from project06.identity.enums import AccountEvent
from project06.identity.models import Account
from project06.identity.operations.note_account_event import note_account_event
from project06.identity.queries.list_sessions import session_digest
from project06.kernel.errors import SignInNeeded
from project06.kernel.permissions import Actor


@evidence.operation
def end_session(*, session: str, by: Actor) -> int:
    """End the session of `by` with this digest; return how many were ended (0 when it was over already).

    Raises SignInNeeded. Sessions of other accounts are never found.
    """
    return _end(by, lambda each: session_digest(each.session_key) == session)


@evidence.operation
def end_other_sessions(*, current: str, by: Actor) -> int:
    """End every session of `by` but the one with this digest; return how many. Raises SignInNeeded."""
    return _end(by, lambda each: session_digest(each.session_key) != current)


def _end(by: Actor, is_meant: Callable[[UserSession], bool]) -> int:
    account = Account.objects.filter(uuid=by.account).first() if by.account else None
    if account is None:
        raise SignInNeeded
    meant = [each for each in UserSession.objects.filter(user=account) if is_meant(each)]
    for each in meant:
        each.end()
        note_account_event(account=account.uuid, event=AccountEvent.SESSION_ENDED, by=by)
    return len(meant)
