"""What a filter offers: the periods and units in which a campaign was counted."""

from django.db.models.functions import Length

from project06.kernel.periods import Period
from project06.kernel.permissions import Actor, visible
from project06.places import public as places
from project06.reporting.enums import SEE
from project06.reporting.models import Tally

MOST_PERIODS = 60


def list_periods(campaign: str, *, by: Actor) -> tuple[Period, ...]:
    """Return the periods of a campaign in which `by` may see something, the newest first; one statement."""
    rows = Tally.objects.filter(visible(by, SEE, "scope"), campaign__code=campaign)
    codes = rows.order_by("-window_end", "period_code").values_list("window_end", "period_code").distinct()
    return tuple(Period.parse(code) for _, code in codes[:MOST_PERIODS])


def list_scopes(campaign: str, *, by: Actor, period: Period) -> tuple[tuple[str, str], ...]:
    """Return path and name of the units counted in a period, wider units first; one statement."""
    rows = Tally.objects.filter(visible(by, SEE, "scope"), campaign__code=campaign, period_code=period.code)
    scopes = list(rows.order_by(Length("scope"), "scope").values_list("scope", flat=True))
    units = places.resolve_many([(scope.rpartition("/")[2], period.start) for scope in scopes])
    return tuple((scope, unit.official_name if unit else scope) for scope, unit in zip(scopes, units, strict=True))
