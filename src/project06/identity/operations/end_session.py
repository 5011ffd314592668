"""Sign out in one other place."""

from project06.evidence import public as evidence
from project06.identity.operations.ending_sessions import end_sessions
from project06.identity.queries.list_sessions import session_digest
from project06.kernel.permissions import Actor


@evidence.operation
def end_session(*, session: str, by: Actor) -> int:
    """End the session of `by` with this digest; return how many were ended (0 when it was over already).

    Raises SignInNeeded. Sessions of other accounts are never found.
    """
    return end_sessions(by, lambda each: session_digest(each.session_key) == session)
