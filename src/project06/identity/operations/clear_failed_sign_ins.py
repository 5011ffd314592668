"""A sign-in that succeeded ends the row of failures."""

from project06.evidence import public as evidence
from project06.identity.models import Account, SignInGuard
from project06.identity.queries.find_account import guard_key
from project06.kernel.clock import now
from project06.kernel.permissions import Actor


@evidence.operation
def clear_failed_sign_ins(*, login: str, by: Actor) -> None:
    """Forget the failures of the login; `by` is whoever has just proved to be its holder."""
    assert by.account is not None, "only a proved holder clears failures"  # noqa: S101 - a programmer's mistake
    SignInGuard.objects.filter(key=guard_key(login)).delete()
    Account.objects.filter(uuid=by.account).update(last_seen_at=now())
