"""What every act on a duty leaves behind: a step of its history, evidence, and counted rows. For operations only."""

from collections.abc import Iterable, Sequence

from django.db import connection

from project06.evidence import public as evidence
from project06.kernel.clock import now
from project06.kernel.permissions import Actor, ActorKind
from project06.reporting.enums import StepKind
from project06.reporting.models import Campaign, Obligation, ObligationStep, Tally
from project06.reporting.rules.audiences import scopes_of

_RECOUNT = """
UPDATE reporting_tally t
SET expected = c.expected, excused = c.excused, missing = c.missing, returned = c.returned, received = c.received,
    accepted = c.accepted, on_time = c.on_time, late = c.received - c.on_time, counted_at = %(at)s
FROM (
    SELECT s.scope,
        count(o.id) AS expected,
        count(o.id) FILTER (WHERE o.state = 'excused') AS excused,
        count(o.id) FILTER (WHERE o.state = 'owed') AS missing,
        count(o.id) FILTER (WHERE o.state = 'returned') AS returned,
        count(o.id) FILTER (WHERE o.state IN ('submitted', 'checked', 'accepted')) AS received,
        count(o.id) FILTER (WHERE o.state = 'accepted') AS accepted,
        count(o.id) FILTER (
            WHERE o.state IN ('submitted', 'checked', 'accepted') AND o.received_at <= o.due_at
        ) AS on_time
    FROM reporting_tally s
    LEFT JOIN reporting_obligation o ON o.campaign_id = s.campaign_id AND o.period_code = s.period_code
        AND o.unit_path >= s.scope AND o.unit_path < s.scope || '0'
    WHERE s.campaign_id = %(campaign)s AND s.period_code = %(period)s AND s.scope = ANY(%(scopes)s)
    GROUP BY s.scope
) c
WHERE t.campaign_id = %(campaign)s AND t.period_code = %(period)s AND t.scope = c.scope
"""


def ground_of(campaign: Campaign) -> str:
    """Return the act on which a campaign stands, as number and date."""
    return f"{campaign.act_number}, {campaign.act_date:%Y-%m-%d}"


def add_step(row: Obligation, kind: StepKind, *, by: Actor, version: int | None = None, reason: str = "") -> None:
    """Append to the history of a duty; the person stands in it by account only."""
    ObligationStep.objects.create(
        obligation=row,
        kind=kind,
        at=now(),
        version=version,
        account=by.account,
        post_title=by.post_title,
        agency_code=by.agency or "",
        system_name=by.name if by.kind is ActorKind.SYSTEM else "",
        reason=reason,
    )


def leave_evidence(
    row: Obligation, action: str, *, by: Actor, fields: Sequence[str] = (), version: int | None = None
) -> None:
    """Record an act on a duty under the campaign's own legal ground."""
    details = {"agency": row.agency_code, "period": row.period_code}
    evidence.record(
        by=by,
        action=action,
        subject_kind="obligation",
        subject=row.uuid,
        fields=tuple(fields),
        purpose=f"Reporting campaign {row.campaign.code}",
        legal_ground=ground_of(row.campaign),
        details=details if version is None else details | {"version": str(version)},
    )


def recount(row: Obligation) -> None:
    """Bring the counted rows of a duty's period up to date."""
    recount_period(row.campaign, row.period_code, scopes_of(row.unit_path, row.campaign.audience_below))


def recount_period(campaign: Campaign, period_code: str, scopes: Iterable[str]) -> None:
    """Count the given units of a period anew.

    The rows are locked before they are counted: whoever waited for the lock counts what the other has committed.
    """
    wanted = sorted(set(scopes))
    tallies = Tally.objects.select_for_update().filter(campaign=campaign, period_code=period_code, scope__in=wanted)
    list(tallies.order_by("scope").values_list("id"))
    with connection.cursor() as cursor:
        cursor.execute(_RECOUNT, {"at": now(), "campaign": campaign.pk, "period": period_code, "scopes": wanted})
