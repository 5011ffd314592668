"""Sign out everywhere else."""

from project06.evidence import public as evidence
from project06.identity.operations.ending_sessions import end_sessions
from project06.identity.queries.list_sessions import session_digest
from project06.kernel.permissions import Actor


@evidence.operation
def end_other_sessions(*, current: str, by: Actor) -> int:
    """End every session of `by` but the one with this digest; return how many.

    Raises SignInNeeded.
    """
    return end_sessions(by, lambda each: session_digest(each.session_key) != current)
