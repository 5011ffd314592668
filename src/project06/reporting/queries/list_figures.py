"""Rates and timeliness from rows that are counted beforehand: no page adds up duties."""

from collections.abc import Iterable

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Length

from project06.kernel.periods import Period
from project06.kernel.permissions import Actor, check, visible
from project06.places import public as places
from project06.reporting.data import Figures
from project06.reporting.enums import SEE
from project06.reporting.models import Campaign, Tally

MOST_ROWS = 1_000


def list_latest_figures(*, by: Actor) -> tuple[Figures, ...]:
    """Return for each campaign its latest period, for the widest unit that `by` may see; one statement.

    Raises NotAllowed without "reporting.see".
    """
    check(by, SEE)
    # Paths of wider units sort before those below them, so the index itself has the wanted row first.
    mine = Tally.objects.filter(visible(by, SEE, "scope"), campaign=OuterRef("pk")).order_by("-window_end", "scope")
    latest = Campaign.objects.annotate(latest=Subquery(mine.values("pk")[:1])).values("latest")
    rows = Tally.objects.filter(pk__in=latest).select_related("campaign").order_by("-window_end", "campaign_id")
    return _figures(rows[:MOST_ROWS])


def list_campaign_figures(campaign: str, *, by: Actor, period: str) -> tuple[Figures, ...]:
    """Return the units of a campaign for one period, wider units first; one statement. Raises NotAllowed."""
    check(by, SEE)
    rows = Tally.objects.filter(visible(by, SEE, "scope"), campaign__code=campaign, period_code=period)
    return _figures(rows.select_related("campaign").order_by(Length("scope"), "scope")[:MOST_ROWS])


def list_figures_over_time(campaign: str, *, by: Actor, limit: int = 36) -> tuple[Figures, ...]:
    """Return the latest periods of a campaign, oldest first, for the widest unit that `by` may see.

    One statement. Raises NotAllowed.
    """
    check(by, SEE)
    rows = Tally.objects.filter(visible(by, SEE, "scope"), campaign__code=campaign).select_related("campaign")
    latest = rows.order_by("-window_end", "scope").distinct("window_end")
    return tuple(reversed(_figures(latest[:limit])))


def _figures(rows: Iterable[Tally]) -> tuple[Figures, ...]:
    found = list(rows)
    periods = [Period.parse(row.period_code) for row in found]
    keys = [(row.scope.rpartition("/")[2], period.start) for row, period in zip(found, periods, strict=True)]
    units = places.resolve_many(keys)
    return tuple(
        Figures(
            campaign_code=row.campaign.code,
            campaign_titles=row.campaign.titles,
            period=period,
            scope=row.scope,
            scope_name=unit.official_name if unit else row.scope,
            due_at=row.due_at,
            expected=row.expected,
            excused=row.excused,
            missing=row.missing,
            returned=row.returned,
            received=row.received,
            accepted=row.accepted,
            on_time=row.on_time,
            late=row.late,
        )
        for row, period, unit in zip(found, periods, units, strict=True)
    )
