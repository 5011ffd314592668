"""Create the duties of a period: from its first day, a missing report is a row."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from project06.agencies import public as agencies
from project06.agencies.data import AgencyData
from project06.agencies.enums import AgencyKind
from project06.evidence import public as evidence
from project06.kernel.clock import now
from project06.kernel.errors import NotAllowed
from project06.kernel.events import publish
from project06.kernel.ids import new_uuid
from project06.kernel.periods import Period
from project06.kernel.permissions import Actor, ActorKind, check
from project06.reporting.data import Audience, RollReport
from project06.reporting.enums import ORGANISE, Recurrence
from project06.reporting.errors import CampaignNotRunning, UnknownCampaign
from project06.reporting.events import CampaignRolled
from project06.reporting.models import Campaign, CampaignForm, Obligation, Tally
from project06.reporting.operations.recording import ground_of, recount_period
from project06.reporting.queries.find_campaigns import latest_form
from project06.reporting.queries.read_rows import audience_of, due_rule
from project06.reporting.rules.audiences import MOST_AGENCIES, belongs, scopes_of
from project06.reporting.rules.deadlines import due_at
from project06.reporting.rules.windows import LAST_YEAR, period_on, single_period, window_of

_BATCH = 2_000


@evidence.operation
def roll_campaign(*, campaign: str, on: date, by: Actor) -> RollReport:
    """Create the duties of the period whose data window holds the day, for the agencies that stand on that day.

    Safe to repeat: agencies that came into being since are added, nobody gets a second duty and nobody loses one.
    The statements are few, however many agencies there are.
    Raises UnknownCampaign, NotAllowed, CampaignNotRunning. Law: the act of the campaign; Decree 09/2019/NĐ-CP.
    """
    row = Campaign.objects.select_for_update(of=("self",)).filter(code=campaign).first()
    if row is None:
        raise UnknownCampaign
    check(by, ORGANISE, path=row.audience_below)
    if by.kind is not ActorKind.SYSTEM and by.agency != row.organiser:
        raise NotAllowed
    term = _term(row, on)
    mine = Obligation.objects.filter(campaign=row, period_code=term.period.code)
    known = set(mine.values_list("agency", flat=True))
    missing = [each for each in _agencies(audience_of(row), on) if each.uuid not in known]
    form = latest_form(row)
    Obligation.objects.bulk_create((_obligation(term, form, each) for each in missing), batch_size=_BATCH)
    _count(term, missing)
    _leave_traces(term, len(missing), by)
    return RollReport(
        campaign=row.uuid,
        period=term.period,
        window_start=term.window_start,
        window_end=term.window_end,
        due_at=term.due_at,
        added=len(missing),
        standing=len(known),
    )


@dataclass(frozen=True, slots=True)
class _Term:
    """One period of a campaign with its data window and its deadline."""

    campaign: Campaign
    period: Period
    window_start: date
    window_end: date
    due_at: datetime


def _term(row: Campaign, on: date) -> _Term:
    period = _period(row, on)
    start, end = window_of(period, row.closes_on)
    return _Term(row, period, start, end, due_at(end, due_rule(row)))


def _period(row: Campaign, on: date) -> Period:
    if on < row.starts_on or (row.ends_on is not None and on >= row.ends_on) or on.year > LAST_YEAR:
        raise CampaignNotRunning
    if row.recurrence == Recurrence.ONCE:
        return single_period(row.code, row.starts_on, row.ends_on or row.starts_on + timedelta(days=1))
    return period_on(Recurrence(row.recurrence), on, closes_on=row.closes_on)


def _agencies(audience: Audience, on: date) -> list[AgencyData]:
    """Return the agencies of the audience on the day: one statement a kind, one a code."""
    found: dict[UUID, AgencyData] = {}
    for kind in audience.kinds:
        page = agencies.list_agencies(on=on, kind=AgencyKind(kind), below=audience.below, limit=MOST_AGENCIES)
        found |= {each.uuid: each for each in page.agencies}
    named = (agencies.find_agency(code, on) for code in audience.codes)
    found |= {each.uuid: each for each in named if each is not None}
    return [
        each for each in found.values() if belongs(audience, code=each.code, kind=each.kind.value, path=each.unit_path)
    ]


def _obligation(term: _Term, form: CampaignForm, agency: AgencyData) -> Obligation:
    return Obligation(
        uuid=new_uuid(),
        campaign=term.campaign,
        form=form,
        period_code=term.period.code,
        window_start=term.window_start,
        window_end=term.window_end,
        agency=agency.uuid,
        agency_code=agency.code,
        agency_name=agency.name,
        agency_name_en=agency.name_en,
        superior=agency.parent_code,
        unit_path=agency.unit_path,
        due_at=term.due_at,
        original_due_at=term.due_at,
        created_at=now(),
    )


def _count(term: _Term, added: list[AgencyData]) -> None:
    scopes = {scope for each in added for scope in scopes_of(each.unit_path, term.campaign.audience_below)}
    Tally.objects.bulk_create((_tally(term, scope) for scope in sorted(scopes)), ignore_conflicts=True)
    recount_period(term.campaign, term.period.code, scopes)


def _tally(term: _Term, scope: str) -> Tally:
    return Tally(
        campaign=term.campaign,
        period_code=term.period.code,
        window_end=term.window_end,
        scope=scope,
        due_at=term.due_at,
        counted_at=now(),
    )


def _leave_traces(term: _Term, added: int, by: Actor) -> None:
    row, period = term.campaign, term.period
    evidence.record(
        by=by,
        action="reporting.roll-campaign",
        subject_kind="campaign",
        subject=row.uuid,
        purpose=f"Reporting campaign {row.code}",
        legal_ground=ground_of(row),
        details={"period": period.code, "added": str(added)},
    )
    if added:
        publish(CampaignRolled(campaign=row.uuid, period=period.code, added=added))
