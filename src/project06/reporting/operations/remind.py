"""Remind agencies of missing reports, and tell the superior agency of those that stay missing."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from django.db import connection

from project06.evidence import public as evidence
from project06.kernel.clock import now
from project06.kernel.events import publish_many
from project06.kernel.jobs import enqueue
from project06.kernel.permissions import Actor, check
from project06.reporting.data import ReminderReport
from project06.reporting.enums import ORGANISE, ObligationState, ReminderKind, StepKind
from project06.reporting.events import ObligationMissed
from project06.reporting.models import Campaign, Obligation, ObligationStep
from project06.reporting.rules.deadlines import escalates_from, reminds_until

_GROUND = "Decree 09/2019/NĐ-CP"
_BATCH = 2_000
_STEPS = {
    ReminderKind.BEFORE_DUE: StepKind.REMINDED,
    ReminderKind.ON_DUE: StepKind.REMINDED,
    ReminderKind.AFTER_DUE: StepKind.MISSED,
    ReminderKind.ESCALATION: StepKind.ESCALATED,
}
_REMIND = """
INSERT INTO reporting_reminder (obligation_id, kind, reminded_at)
SELECT o.id, CASE WHEN o.due_at < %(at)s THEN 'after-due' WHEN o.due_at < %(tonight)s THEN 'on-due'
    ELSE 'before-due' END, %(at)s
FROM reporting_obligation o
JOIN reporting_campaign c ON c.id = o.campaign_id
JOIN unnest(%(days)s::int[], %(limits)s::timestamptz[]) AS l(days, until) ON l.days = c.remind_days
WHERE o.state = 'owed' AND o.due_at < l.until
ON CONFLICT DO NOTHING
RETURNING obligation_id, kind
"""
_ESCALATE = """
INSERT INTO reporting_reminder (obligation_id, kind, reminded_at)
SELECT o.id, 'escalation', %(at)s
FROM reporting_obligation o
JOIN reporting_campaign c ON c.id = o.campaign_id
JOIN unnest(%(days)s::int[], %(limits)s::timestamptz[]) AS l(days, until) ON l.days = c.escalate_days
WHERE o.state = 'owed' AND o.superior IS NOT NULL AND o.due_at < l.until
ON CONFLICT DO NOTHING
RETURNING obligation_id, kind
"""

type Reminded = dict[ReminderKind, list[int]]


@evidence.operation
def remind(*, by: Actor) -> ReminderReport:
    """Give every missing report the reminder of the day: before, on and after its deadline, later the escalation.

    Each is given once for a duty, however often this runs. What agencies read is written by `tell_agency`, one job
    an agency. Publishes `ObligationMissed`. Raises NotAllowed. Law: the act of each campaign.
    """
    check(by, ORGANISE)
    at = now()
    reminded = _reminded(at)
    rows = Obligation.objects.select_related("campaign").in_bulk(
        [number for numbers in reminded.values() for number in numbers]
    )
    _note(reminded, rows, at, by)
    publish_many(_missed(rows[number]) for number in reminded[ReminderKind.AFTER_DUE])
    told = _agencies(reminded, rows)
    for agency in sorted(told):
        enqueue("reporting.tell-agency", agency=agency)
    report = ReminderReport(
        before_due=len(reminded[ReminderKind.BEFORE_DUE]),
        on_due=len(reminded[ReminderKind.ON_DUE]),
        after_due=len(reminded[ReminderKind.AFTER_DUE]),
        escalated=len(reminded[ReminderKind.ESCALATION]),
        agencies_told=len(told),
    )
    _leave_evidence(report, by)
    return report


def _reminded(at: datetime) -> Reminded:
    """Insert the reminders that are due; the database says which are new."""
    terms = Campaign.objects.values_list("remind_days", "escalate_days").distinct()
    before, after = ({pair[place] for pair in terms} for place in (0, 1))
    limits = {days: reminds_until(at, working_days=days) for days in before}
    overdue = {days: escalates_from(at, working_days=days) for days in after}
    found: Reminded = defaultdict(list)
    with connection.cursor() as cursor:
        for statement, moments in ((_REMIND, limits), (_ESCALATE, overdue)):
            names = {"at": at, "tonight": reminds_until(at, working_days=0)}
            cursor.execute(statement, names | {"days": list(moments), "limits": list(moments.values())})
            for number, kind in cursor.fetchall():
                found[ReminderKind(kind)].append(number)
    return found


def _note(reminded: Reminded, rows: Mapping[int, Obligation], at: datetime, by: Actor) -> None:
    steps = (
        ObligationStep(obligation=rows[number], kind=_STEPS[kind], at=at, system_name=by.name)
        for kind, numbers in reminded.items()
        for number in numbers
    )
    ObligationStep.objects.bulk_create(steps, batch_size=_BATCH)
    missed = Obligation.objects.filter(pk__in=reminded[ReminderKind.AFTER_DUE], state=ObligationState.OWED)
    missed.filter(missed_at__isnull=True).update(missed_at=at)


def _missed(row: Obligation) -> ObligationMissed:
    return ObligationMissed(
        obligation=row.uuid,
        campaign=row.campaign.uuid,
        period=row.period_code,
        agency=row.agency_code,
        due_at=row.due_at,
    )


def _agencies(reminded: Reminded, rows: Mapping[int, Obligation]) -> set[str]:
    told: set[str] = set()
    for kind, numbers in reminded.items():
        told |= {_told(rows[number], kind) for number in numbers}
    return told


def _told(row: Obligation, kind: ReminderKind) -> str:
    return row.superior or row.agency_code if kind is ReminderKind.ESCALATION else row.agency_code


def _leave_evidence(report: ReminderReport, by: Actor) -> None:
    evidence.record(
        by=by,
        action="reporting.remind",
        subject_kind="obligation",
        subject=None,
        purpose="Remind agencies of missing reports",
        legal_ground=_GROUND,
        details={"missed": str(report.after_due), "escalated": str(report.escalated)},
    )
