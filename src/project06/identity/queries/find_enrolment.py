"""The one-time link that somebody followed."""

from project06.identity.models import Enrolment
from project06.identity.rules.addresses import token_digest
from project06.kernel.clock import now


def find_enrolment(token: str) -> Enrolment | None:
    """Return the open, unexpired enrolment of the token whose account may be used, or None."""
    found = Enrolment.objects.select_related("account").filter(token_digest=token_digest(token)).first()
    if found is None or found.used_at is not None or found.expires_at <= now():
        return None
    return found if found.account.is_active else None
