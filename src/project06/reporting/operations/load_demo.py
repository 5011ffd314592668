"""Fill the demonstration world with two campaigns; safe to run any number of times."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.conf import settings

from project06.agencies import public as agencies
from project06.agencies.enums import AgencyKind
from project06.evidence import public as evidence
from project06.kernel.clock import VIETNAM, frozen, now, today
from project06.kernel.periods import Period
from project06.kernel.permissions import Actor, check
from project06.reporting.enums import ORGANISE, Recurrence
from project06.reporting.errors import UnknownCampaign
from project06.reporting.models import Campaign, Obligation
from project06.reporting.operations import demo_campaigns as demo
from project06.reporting.operations.accept_report import accept_report
from project06.reporting.operations.check_report import check_report
from project06.reporting.operations.open_campaign import open_campaign
from project06.reporting.operations.roll_campaign import roll_campaign
from project06.reporting.operations.submit_report import submit_report
from project06.reporting.rules.windows import period_on, window_of

AS_OF = datetime(2024, 6, 10, 10, tzinfo=VIETNAM)
"""The conference of which the source reports tell."""

MONTHS = 3
_MODES = frozenset({"demo", "test"})


@evidence.operation
def load_demo(*, by: Actor) -> int:
    """Create the network-security campaign of 2024 and the monthly campaign of Tuyên Quang; return the duties made.

    Which agencies have not reported is drawn by lot and marked as simulated. Raises NotAllowed, and UnknownCampaign
    outside the demonstration world.
    """
    check(by, ORGANISE)
    if str(settings.PROJECT06_MODE) not in _MODES:
        raise UnknownCampaign
    made = 0
    for code, load in ((demo.NETWORK_SECURITY.code, _load_criteria), (demo.MONTHLY_CODE, _load_monthly)):
        if not Campaign.objects.filter(code=code).exists():
            made += load(by)
    evidence.record(
        by=by,
        action="reporting.load-demo",
        subject_kind="campaign",
        subject=None,
        purpose="Fill the demonstration world",
        legal_ground="Demonstration with invented data",
        details={"duties": str(made)},
    )
    return made


def _load_criteria(by: Actor) -> int:
    draft = demo.NETWORK_SECURITY
    with frozen(_at(draft.starts_on, 9)):
        open_campaign(draft=draft, questions=demo.CRITERIA, by=by)
        report = roll_campaign(campaign=draft.code, on=draft.starts_on, by=by)
    rows = list(Obligation.objects.filter(campaign__code=draft.code))
    rows.sort(key=lambda row: demo.lot(row.agency_code, "reported"))
    for place, row in enumerate(rows[demo.NOT_REPORTED_2024 :]):
        with frozen(_sent_at(place, row.due_at)):
            submit_report(obligation=row.uuid, answers=demo.criteria_answers(row.agency_code), by=by)
        _judge(row, place, AS_OF, by)
    return report.added


def _sent_at(place: int, due: datetime) -> datetime:
    """Spread the receipts over the last days before the deadline; every eleventh comes on the day of the conference."""
    return AS_OF - timedelta(hours=2) if place % 11 == 10 else due - timedelta(hours=7 * (place + 1))


def _judge(row: Obligation, place: int, at: datetime, by: Actor) -> None:
    with frozen(at):
        if place % 3:
            check_report(obligation=row.uuid, by=by)
        if place % 3 == 2:
            accept_report(obligation=row.uuid, by=by)


def _load_monthly(by: Actor) -> int:
    periods = list(_periods())
    first = window_of(periods[0], 15)[0]
    with frozen(_at(first, 9)):
        open_campaign(draft=demo.monthly_progress(_centres(first), first), questions=demo.MONTHLY_QUESTIONS, by=by)
    return sum(_load_month(period, by) for period in periods)


def _periods() -> Iterator[Period]:
    """Yield the months of the campaign, the running one last."""
    period = period_on(Recurrence.MONTH, today(), closes_on=15)
    row = [period]
    for _ in range(MONTHS - 1):
        row.append(row[-1].previous())
    yield from reversed(row)


def _centres(on: date) -> tuple[str, ...]:
    """Return the centres of Minh and Hoa, and the first others by code."""
    page = agencies.list_agencies(on=on, kind=AgencyKind.SERVICE_CENTRE, below="VN/08", limit=1_000)
    codes = sorted(each.code for each in page.agencies)
    cast = [code for code in ("TTHCC-02536", "TTHCC-02545") if code in codes]
    others = [code for code in codes if code not in cast]
    return (*cast, *others[: demo.MONTHLY_CENTRES - len(cast)])


def _load_month(period: Period, by: Actor) -> int:
    start, _ = window_of(period, 15)
    with frozen(_at(start, 9)):
        report = roll_campaign(campaign=demo.MONTHLY_CODE, on=start, by=by)
    if report.due_at > now():
        return report.added
    for row in Obligation.objects.filter(campaign__code=demo.MONTHLY_CODE, period_code=period.code).order_by("id"):
        chance = demo.lot(row.agency_code, period.code)
        if chance % 6 == 0:
            continue
        late = timedelta(hours=20) if chance % 7 == 0 else -timedelta(hours=chance % 48 + 1)
        with frozen(min(row.due_at + late, now())):
            submit_report(obligation=row.uuid, answers=demo.monthly_answers(row.agency_code, period.code), by=by)
        _judge(row, chance, max(row.due_at + late, row.due_at), by)
    return report.added


def _at(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=VIETNAM)
