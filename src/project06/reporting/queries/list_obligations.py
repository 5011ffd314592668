"""Lists of duties: what an agency owes, what waits to be checked, who has not reported. Keyset pages, no counts."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from project06.kernel.clock import now
from project06.kernel.permissions import Actor, ActorKind, check, visible
from project06.reporting.data import NotReportedFilter, ObligationData, ObligationPage
from project06.reporting.enums import REPORT, SEE, ObligationState
from project06.reporting.errors import UnknownCursor
from project06.reporting.models import Campaign, Obligation
from project06.reporting.queries.read_rows import obligation_data, obligations
from project06.reporting.queries.visibility import organised, own, to_check

PAGE_SIZE = 50
_AFTER_SLASH = chr(ord("/") + 1)
_OUTSTANDING = (ObligationState.OWED, ObligationState.RETURNED)


def list_owed(*, by: Actor, after: UUID | None = None, limit: int = PAGE_SIZE) -> ObligationPage:
    """Return what the actor's agency has to send or to correct, the most urgent first.

    Raises NotAllowed without "reporting.report", and UnknownCursor.
    """
    check(by, REPORT)
    rows = obligations().filter(_own(by), state__in=_OUTSTANDING)
    return _page(rows, "due_at", after, limit)


def list_sent(*, by: Actor, limit: int = 20) -> tuple[ObligationData, ...]:
    """Return what the actor's agency has sent or was excused from, the latest deadline first. Raises NotAllowed."""
    check(by, REPORT)
    rows = obligations().filter(_own(by)).exclude(state__in=_OUTSTANDING).order_by("-due_at", "-id")
    return tuple(obligation_data(row) for row in rows[:limit])


def list_inbox(*, by: Actor, after: UUID | None = None, limit: int = PAGE_SIZE) -> ObligationPage:
    """Return the reports that wait for the actor: to check as superior agency, to accept as organiser; oldest first.

    Raises UnknownCursor. Without any such right the list is empty.
    """
    waiting = Q(state=ObligationState.SUBMITTED) & to_check(by)
    waiting |= Q(state=ObligationState.CHECKED) & organised(by)
    return _page(obligations().filter(waiting), "received_at", after, limit)


def list_not_reported(
    *, wanted: NotReportedFilter, by: Actor, after: UUID | None = None, limit: int = PAGE_SIZE
) -> ObligationPage:
    """Return a page of the missing reports that `by` may see, the longest overdue first.

    Returned reports stand in the list only when asked for: something was received. Raises NotAllowed without
    "reporting.see", and UnknownCursor.
    """
    check(by, SEE)
    return _page(_not_reported(wanted, by, now()), "due_at", after, limit)


def _not_reported(wanted: NotReportedFilter, by: Actor, at: datetime) -> QuerySet[Obligation]:
    states = _OUTSTANDING if wanted.with_returned else (ObligationState.OWED,)
    rows = obligations().filter(visible(by, SEE), state__in=states)
    if wanted.campaign:
        # The number first: a join would hide from the planner which index fits.
        rows = rows.filter(
            campaign_id__in=list(Campaign.objects.filter(code=wanted.campaign).values_list("id", flat=True)[:1])
        )
    if wanted.period:
        rows = rows.filter(period_code=wanted.period)
    if wanted.below:
        rows = rows.filter(unit_path__gte=wanted.below, unit_path__lt=wanted.below + _AFTER_SLASH)
    return rows.filter(due_at__lt=at) if wanted.is_overdue_only else rows


def _own(by: Actor) -> Q:
    return Q() if by.kind is ActorKind.SYSTEM else own(by)


def _page(rows: QuerySet[Obligation], field: str, after: UUID | None, limit: int) -> ObligationPage:
    if after:
        last = Obligation.objects.filter(uuid=after).values_list(field, "id").first()
        if last is None or last[0] is None:
            raise UnknownCursor
        moment, number = last
        rows = rows.filter(Q(**{f"{field}__gt": moment}) | Q(**{field: moment, "id__gt": number}))
    # One row more than shown says whether there is a next page; nothing is counted.
    found = list(rows.order_by(field, "id")[: limit + 1])
    shown = tuple(obligation_data(row) for row in found[:limit])
    return ObligationPage(shown, next_after=shown[-1].uuid if len(found) > limit else None)
