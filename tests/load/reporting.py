"""How fast the list of missing reports is for 34 units, 36 months and 10 campaigns, beside the bare statement."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from statistics import quantiles
from time import perf_counter

from django.db import connection, transaction

from project06.kernel.permissions import Actor
from project06.reporting import public as reporting
from project06.reporting.data import Audience, CampaignDraft, DueRule, NotReportedFilter
from project06.reporting.enums import AudienceLevel, CampaignKind, DueUnit, Recurrence
from project06.reporting.models import Campaign, Tally
from project06.reporting.operations.recording import recount_period

CAMPAIGNS, MONTHS, ROUNDS = 10, 36, 200
FIRST = date(2025, 9, 1)
SYSTEM = Actor.system("bench")
PAGE = 50
_BARE = """
SELECT o.*, c.* FROM reporting_obligation o JOIN reporting_campaign c ON c.id = o.campaign_id
WHERE o.state = 'owed' AND o.campaign_id = %s ORDER BY o.due_at, o.id LIMIT 51
"""
_SPREAD = """
UPDATE reporting_obligation SET state = 'submitted', received_at = due_at, first_received_at = due_at
WHERE id % 5 <> 0 AND campaign_id IN (SELECT id FROM reporting_campaign WHERE code LIKE 'bench-%')
"""


def bench() -> dict[str, float]:
    """Return times in milliseconds; the ratio compares with the same rows read by one bare statement."""
    with transaction.atomic():
        started = perf_counter()
        _fill()
        fill_s = perf_counter() - started
        figures = _measure()
        transaction.set_rollback(True)
    return {"fill_12240_duties_s": fill_s, **figures}


def _measure() -> dict[str, float]:
    codes = [f"bench-{number}" for number in range(CAMPAIGNS)]
    numbers = dict(Campaign.objects.values_list("code", "id"))
    wanted = [NotReportedFilter(campaign=code) for code in codes]
    pages = _timed(lambda place: reporting.list_not_reported(wanted=wanted[place % CAMPAIGNS], by=SYSTEM, limit=PAGE))
    bare = _timed(lambda place: _ask(numbers[codes[place % CAMPAIGNS]]))
    deep = _timed(_deep_page)
    landing = _timed(lambda _place: reporting.list_latest_figures(by=SYSTEM))
    return {
        "not_reported_p95_ms": _p95(pages),
        "not_reported_bare_p95_ms": _p95(bare),
        "not_reported_ratio_to_bare_sql": _p95(pages) / _p95(bare),
        "not_reported_second_page_p95_ms": _p95(deep),
        "landing_figures_p95_ms": _p95(landing),
        "recount_p95_ms": _p95(_timed(_recount)),
    }


def _fill() -> None:
    """Roll every campaign for every month; four of five agencies have reported."""
    for number in range(CAMPAIGNS):
        draft = _draft(number)
        reporting.open_campaign(
            draft=draft, questions=[{"code": "a", "kind": "number", "labels": {"vi": "Số"}}], by=SYSTEM
        )
        for month in range(MONTHS):
            year, place = divmod(FIRST.year * 12 + FIRST.month - 1 + month, 12)
            reporting.roll_campaign(campaign=draft.code, on=date(year, place + 1, 1), by=SYSTEM)
    with connection.cursor() as cursor:
        cursor.execute(_SPREAD)
        for campaign in Campaign.objects.filter(code__startswith="bench-"):
            for code in Tally.objects.filter(campaign=campaign).values_list("period_code", flat=True).distinct():
                scopes = Tally.objects.filter(campaign=campaign, period_code=code).values_list("scope", flat=True)
                recount_period(campaign, code, scopes)
        cursor.execute("ANALYZE reporting_obligation")
        cursor.execute("ANALYZE reporting_tally")


def _draft(number: int) -> CampaignDraft:
    first = CampaignDraft(
        code="bench-0",
        kind=CampaignKind.PROGRESS,
        titles={"vi": "Tiến độ"},
        organiser="C06",
        act_number="06/QĐ-TTg",
        act_date=date(2022, 1, 6),
        recurrence=Recurrence.MONTH,
        due=DueRule(amount=3, unit=DueUnit.WORKING_DAYS),
        audience=Audience(below="VN", kinds=("peoples_committee",), level=AudienceLevel.PROVINCE),
        starts_on=FIRST,
    )
    return replace(first, code=f"bench-{number}")


def _deep_page(place: int) -> None:
    wanted = NotReportedFilter(campaign=f"bench-{place % CAMPAIGNS}")
    page = reporting.list_not_reported(wanted=wanted, by=SYSTEM, limit=PAGE)
    reporting.list_not_reported(wanted=wanted, by=SYSTEM, limit=PAGE, after=page.next_after)


def _recount(place: int) -> None:
    tally = Tally.objects.filter(campaign__code=f"bench-{place % CAMPAIGNS}").first()
    if tally is not None:
        recount_period(tally.campaign, tally.period_code, [tally.scope])


def _ask(campaign: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_BARE, [campaign])
        cursor.fetchall()


def _timed(work: Callable[[int], object]) -> list[float]:
    """Return the times of many rounds in milliseconds, after a few to warm up."""
    times = []
    for place in range(ROUNDS + 10):
        started = perf_counter()
        work(place)
        times.append((perf_counter() - started) * 1_000)
    return times[10:]


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]
