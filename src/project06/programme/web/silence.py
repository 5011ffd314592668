"""Who has not reported, as far as the reader of an overview may see it."""

from project06.kernel.permissions import Actor, can
from project06.reporting import public as reporting
from project06.reporting.data import NotReportedFilter, ObligationData


def find_missing(path: str, *, by: Actor, limit: int) -> tuple[ObligationData, ...]:
    """Return overdue reports of a unit path and below, the longest overdue first; none without the right to see."""
    if not can(by, reporting.SEE):
        return ()
    wanted = NotReportedFilter(below=path, is_overdue_only=True, with_returned=True)
    return reporting.list_not_reported(wanted=wanted, by=by, limit=limit).obligations
