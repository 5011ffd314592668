"""Write the notices for what an agency has been reminded of."""

from collections.abc import Sequence

from django.db.models import Q

from project06.evidence import public as evidence
from project06.kernel.clock import now
from project06.kernel.permissions import Actor, check
from project06.reporting.enums import CHECK, ORGANISE, REPORT, ObligationState, ReminderKind
from project06.reporting.models import Reminder
from project06.reporting.operations.notifying import LANGUAGE, accounts_of, period_label, tell
from project06.reporting.queries.read_rows import obligation_data

MOST_LINES = 20
_GROUND = "Decree 09/2019/NĐ-CP"


@evidence.operation
def tell_agency(*, agency: str, by: Actor) -> int:
    """Tell an agency's reporters what they owe, and its supervisors what agencies below have not sent.

    One notice a person, whatever the number of duties; what was told is marked, so repeating tells nobody twice.
    Returns the number of notices. Raises NotAllowed.
    """
    check(by, ORGANISE)
    waiting = Reminder.objects.select_for_update(of=("self",)).select_related("obligation__campaign")
    waiting = waiting.filter(told_at__isnull=True).order_by("obligation__due_at", "id")
    own = list(waiting.filter(~Q(kind=ReminderKind.ESCALATION), obligation__agency_code=agency))
    below = list(waiting.filter(kind=ReminderKind.ESCALATION, obligation__superior=agency))
    written = _tell(own, agency, REPORT, "reporting.reminder", by)
    written += _tell(below, agency, CHECK, "reporting.escalation", by)
    Reminder.objects.filter(pk__in=[each.pk for each in (*own, *below)]).update(told_at=now())
    evidence.record(
        by=by,
        action="reporting.tell-agency",
        subject_kind="agency",
        subject=None,
        purpose="Remind agencies of missing reports",
        legal_ground=_GROUND,
        details={"agency": agency, "notices": str(written)},
    )
    return written


def _tell(reminders: Sequence[Reminder], agency: str, permission: str, template: str, by: Actor) -> int:
    # What was sent in the meantime needs no reminder any more.
    missing = [each for each in reminders if each.obligation.state == ObligationState.OWED]
    if not missing:
        return 0
    lines = [
        {
            "title": each.obligation.campaign.titles.get(LANGUAGE, each.obligation.campaign.code),
            "period": period_label(each.obligation),
            "agency": obligation_data(each.obligation).agency_name_in(LANGUAGE),
            "due_at": each.obligation.due_at,
        }
        for each in missing[:MOST_LINES]
    ]
    context = {"lines": lines, "count": len(missing), "others": len(missing) - len(lines)}
    return tell(accounts_of(agency, permission), template, context, by=by)
