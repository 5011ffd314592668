"""Roll every campaign that runs today."""

from django.db.models import Q

from project06.evidence import public as evidence
from project06.kernel.clock import today
from project06.kernel.permissions import Actor, check
from project06.reporting.data import RollReport
from project06.reporting.enums import ORGANISE
from project06.reporting.models import Campaign
from project06.reporting.operations.roll_campaign import roll_campaign

_GROUND = "Decree 09/2019/NĐ-CP"


@evidence.operation
def roll_running_campaigns(*, by: Actor) -> tuple[RollReport, ...]:
    """Create what is missing of today's duties for every campaign that runs today; safe to repeat.

    Raises NotAllowed. Law: the act of each campaign.
    """
    check(by, ORGANISE)
    on = today()
    running = Campaign.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=on), starts_on__lte=on)
    codes = list(running.order_by("id").values_list("code", flat=True))
    rolled = tuple(roll_campaign(campaign=code, on=on, by=by) for code in codes)
    evidence.record(
        by=by,
        action="reporting.roll-running-campaigns",
        subject_kind="campaign",
        subject=None,
        purpose="Create the duties of the day",
        legal_ground=_GROUND,
        details={"campaigns": str(len(rolled)), "added": str(sum(each.added for each in rolled))},
    )
    return rolled
