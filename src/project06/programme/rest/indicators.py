"""Reading indicators below /api/v1/programme/."""

from datetime import date
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Path, Query, Router

from project06.kernel.access import actor_of, requires
from project06.kernel.clock import today
from project06.places.data import COUNTRY_CODE
from project06.programme.data.indicator_views import (
    Lineage,
    MapValue,
    MissingPage,
    Ranking,
    ReportingCount,
    RestatedRanking,
    UnitIndicators,
)
from project06.programme.data.indicators import ObservationData, VersionData
from project06.programme.enums import READ, IndicatorGroup
from project06.programme.queries import indicator_versions
from project06.programme.queries import list_findings as findings
from project06.programme.queries import list_indicators as lines
from project06.programme.queries import list_not_reported as silence
from project06.programme.queries.get_lineage import get_lineage
from project06.programme.queries.indicator_sentences import say_finding
from project06.programme.queries.list_history import list_history
from project06.programme.queries.list_map_values import list_map_values
from project06.programme.queries.rank_units import rank_units
from project06.programme.queries.restate_ranking import restate_ranking
from project06.programme.rest.indicator_answers import (
    FindingAnswer,
    LineageAnswer,
    MapValueAnswer,
    MissingPageAnswer,
    ObservationAnswer,
    RankingAnswer,
    ReportingCountAnswer,
    RestatedRankingAnswer,
    UnitIndicatorsAnswer,
    VersionAnswer,
)
from project06.programme.rest.indicator_bodies import IndicatorCode, PeriodCode, UnitCode

router = Router()


@router.get("/indicators", response=list[VersionAnswer])
@requires(READ)
def list_indicators(request: HttpRequest, group: IndicatorGroup | None = None) -> tuple[VersionData, ...]:
    """List the newest definition of every indicator."""
    return indicator_versions.list_versions(group)


@router.get("/indicators/{code}", response=VersionAnswer)
@requires(READ)
def get_indicator(request: HttpRequest, code: Path[IndicatorCode], version: int | None = None) -> VersionData:
    """Return one definition, the newest unless a version is asked."""
    return indicator_versions.get_version(code, version)


@router.get("/indicators/{code}/ranking", response=RankingAnswer)
@requires(READ)
def get_ranking(
    request: HttpRequest,
    code: Path[IndicatorCode],
    period: PeriodCode,
    on: date | None = None,
    parent: UnitCode = COUNTRY_CODE,
) -> Ranking:
    """Compare the units below another one in a period."""
    return rank_units(indicator=code, period=period, on=on or today(), parent=parent, seen_by=actor_of(request))


@router.get("/indicators/{code}/restated-ranking", response=RestatedRankingAnswer)
@requires(READ)
def get_restated_ranking(
    request: HttpRequest, code: Path[IndicatorCode], period: PeriodCode, to: date | None = None
) -> RestatedRanking:
    """Tell the figures of a period in the units of another day (today); nothing is guessed."""
    return restate_ranking(indicator=code, period=period, to=to or today(), seen_by=actor_of(request))


@router.get("/indicators/{code}/map", response=list[MapValueAnswer])
@requires(READ)
def get_map(
    request: HttpRequest, code: Path[IndicatorCode], on: date | None = None, period: PeriodCode | None = None
) -> tuple[MapValue, ...]:
    """Return the value of each province of a day (today)."""
    found = list_map_values(indicator=code, on=on or today(), period=period, seen_by=actor_of(request))
    return found.values


@router.get("/units/{code}/indicators", response=UnitIndicatorsAnswer)
@requires(READ)
def list_unit_indicators(
    request: HttpRequest, code: Path[UnitCode], on: date | None = None, group: IndicatorGroup | None = None
) -> UnitIndicators:
    """Return where the indicators of a unit stand."""
    return lines.list_indicators(unit_code=code, on=on or today(), group=group, seen_by=actor_of(request))


@router.get("/units/{code}/indicators/{indicator}/history", response=list[ObservationAnswer])
@requires(READ)
def get_history(
    request: HttpRequest, code: Path[UnitCode], indicator: Path[IndicatorCode], on: date | None = None
) -> tuple[ObservationData, ...]:
    """Return the figures of a unit over the years, as they were reported."""
    actor = actor_of(request)
    return list_history(indicators=[indicator], unit_code=code, on=on or today(), seen_by=actor)[indicator]


@router.get("/units/{code}/findings", response=list[FindingAnswer])
@requires(READ)
def list_findings(
    request: HttpRequest, code: Path[UnitCode], period: PeriodCode, on: date | None = None
) -> list[FindingAnswer]:
    """Say where the figures of a unit contradict each other or want an explanation."""
    found = findings.list_findings(unit_code=code, on=on or today(), period=period, seen_by=actor_of(request))
    return [
        FindingAnswer(
            kind=each.kind,
            severity=each.severity,
            about=list(each.about),
            numbers=dict(each.numbers),
            sentence=say_finding(each),
        )
        for each in found
    ]


@router.get("/missing-figures", response=MissingPageAnswer)
@requires(READ)
def list_missing_figures(  # noqa: PLR0917 - the filters of a list
    request: HttpRequest,
    period: PeriodCode,
    under: UnitCode = COUNTRY_CODE,
    on: date | None = None,
    after: Annotated[str, Query(pattern=r"^[0-9A-Z/]{2,20}:[0-9]{1,18}$")] | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = silence.PAGE_SIZE,
) -> MissingPage:
    """List what has not been reported, as far as the reader may see."""
    actor = actor_of(request)
    return silence.list_not_reported(
        on=on or today(), seen_by=actor, period=period, under=under, after=after, limit=limit
    )


@router.get("/reporting-rate", response=ReportingCountAnswer)
@requires(READ)
def get_reporting_rate(
    request: HttpRequest, period: PeriodCode, under: UnitCode = COUNTRY_CODE, on: date | None = None
) -> ReportingCount:
    """Count how a unit and everything below it reports."""
    return silence.count_reporting(on=on or today(), seen_by=actor_of(request), period=period, under=under)


@router.get("/observations/{uuid}/lineage", response=LineageAnswer)
@requires(READ)
def get_observation_lineage(request: HttpRequest, uuid: UUID) -> Lineage:
    """Say where a figure comes from."""
    return get_lineage(observation=uuid, seen_by=actor_of(request))
