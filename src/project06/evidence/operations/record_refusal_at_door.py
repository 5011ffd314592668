"""A refusal that no operation has written down: somebody knocked at a page without the right."""

from django.db import transaction
from django.http import HttpRequest

from project06.evidence.enums import Outcome
from project06.evidence.operations.write_record import record
from project06.kernel.access import actor_of
from project06.kernel.errors import NotAllowed, Refusal


def record_refusal_at_door(request: HttpRequest, refusal: Refusal) -> None:
    """Record that a signed-in person was refused a page; strangers and typing errors leave no record."""
    by = actor_of(request)
    if refusal.is_recorded or not isinstance(refusal, NotAllowed) or not by.is_signed_in:
        return
    route = request.resolver_match.route if request.resolver_match else ""
    with transaction.atomic():
        record(
            by=by,
            action="kernel.enter-page",
            subject_kind="page",
            subject=None,
            purpose="",
            legal_ground="",
            outcome=Outcome.REFUSED,
            details={"code": refusal.code, "route": route[:200], "method": request.method or ""},
        )
    refusal.is_recorded = True
