"""What the desk takes from `reporting`."""

from project06.kernel.permissions import Actor, can
from project06.reporting import public as reporting
from project06.reporting.data import ObligationData

SHOWN = 10


def list_owed_reports(actor: Actor) -> tuple[ObligationData, ...]:
    """Return what the actor's agency has to send or correct, the most urgent first; nothing without the right."""
    if not can(actor, reporting.REPORT):
        return ()
    return reporting.list_owed(by=actor, limit=SHOWN).obligations
