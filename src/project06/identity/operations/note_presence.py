"""Remember that an account is in use: the count of silent days starts anew."""

from datetime import timedelta
from uuid import UUID

from django.db.models import Q

from project06.evidence import public as evidence
from project06.identity.models import Account
from project06.kernel.clock import now
from project06.kernel.permissions import Actor

# Days are counted, so hours are exact enough; most requests write nothing.
_WRITE_EVERY = timedelta(hours=1)


@evidence.operation(subject_kind="account", subject="account")
def note_presence(*, account: UUID, by: Actor) -> None:
    """Keep the moment of the last use. No evidence: being present is neither a look nor an act."""
    assert by.account in {None, account}, "presence is noted for oneself"  # noqa: S101 - a programmer's mistake
    moment = now()
    stale = Q(last_seen_at__isnull=True) | Q(last_seen_at__lt=moment - _WRITE_EVERY)
    Account.objects.filter(stale, uuid=account).update(last_seen_at=moment)
