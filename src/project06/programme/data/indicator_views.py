"""What pages, maps and reports read about indicators: frozen, with everything they show."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from project06.places.data import Lack, UnitData
from project06.programme.data.indicators import (
    Baseline,
    ComputationData,
    CorrectionData,
    Finding,
    HandlingData,
    ObservationData,
    SourceData,
    TargetData,
    VersionData,
)
from project06.programme.enums import ObservationStatus


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """A value of a sparkline; None where the period was not reported: a gap, never a zero."""

    period: str
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Standing:
    """The place of a unit among its siblings; `place` is None when it has not reported or nothing is better."""

    period: str
    place: int | None
    ties: int
    ranked: int
    missing: int


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """Where one indicator of a unit stands.

    `current` is the newest row, which may be missing; `valued` the newest with a value, `age_days` its age.
    `is_on_target` compares the value with the next target, None where there is none.
    """

    version: VersionData
    current: ObservationData
    valued: ObservationData | None
    baseline: Baseline | None
    target: TargetData | None
    is_on_target: bool | None
    age_days: int | None
    trend: tuple[TrendPoint, ...]
    standing: Standing | None


@dataclass(frozen=True, slots=True)
class UnitIndicators:
    """Every indicator of a unit on a day."""

    unit: UnitData
    on: date
    lines: tuple[IndicatorLine, ...]


@dataclass(frozen=True, slots=True)
class RankedUnit:
    """A unit with its place; `age_days` tells how old its value is."""

    unit: UnitData
    place: int
    ties: int
    value: Decimal
    numerator: Decimal | None
    denominator: Decimal | None
    status: ObservationStatus
    age_days: int | None
    observation: UUID


@dataclass(frozen=True, slots=True)
class UnrankedUnit:
    """A unit without a value in the period, and the last one it had."""

    unit: UnitData
    last_period: str | None
    last_value: Decimal | None


@dataclass(frozen=True, slots=True)
class Ranking:
    """Units compared in one period, best first; who has not reported stands apart and counts for nothing."""

    version: VersionData
    period: str
    on: date
    places: tuple[RankedUnit, ...]
    missing: tuple[UnrankedUnit, ...]


@dataclass(frozen=True, slots=True)
class RestatedUnit:
    """A unit of another day with the sum of what lay in it; incomplete sums have no place."""

    unit: UnitData
    place: int | None
    ties: int
    value: Decimal
    numerator: Decimal | None
    denominator: Decimal | None
    sources: tuple[UnitData, ...]
    lacks: tuple[Lack, ...]
    age_days: int | None


@dataclass(frozen=True, slots=True)
class NotRestated:
    """A figure that stays with its unit: `is_lone_ratio` when its two counts are unknown, else the unit was divided."""

    unit: UnitData
    value: Decimal
    candidates: tuple[UnitData, ...]
    is_lone_ratio: bool


@dataclass(frozen=True, slots=True)
class RestatedRanking:
    """The figures of a period told in the units of another day."""

    version: VersionData
    period: str
    figures_on: date
    restated_to: date
    units: tuple[RestatedUnit, ...]
    not_restated: tuple[NotRestated, ...]
    not_reported: tuple[UnitData, ...]


@dataclass(frozen=True, slots=True)
class MissingFigure:
    """A figure that was asked for and has not come; `overdue_days` is 0 until it is due."""

    observation: UUID
    indicator: str
    names: Mapping[str, str]
    unit_code: str
    unit_path: str
    unit_name: str
    period: str
    due_on: date | None
    overdue_days: int


@dataclass(frozen=True, slots=True)
class MissingPage:
    """One page of what has not been reported; send `next_after` for the next one."""

    figures: tuple[MissingFigure, ...]
    next_after: str | None


@dataclass(frozen=True, slots=True)
class ReportingCount:
    """How a unit and everything below it reports: plain counts, rate and timeliness follow."""

    unit_path: str
    period: str
    expected: int
    reported: int
    missing: int
    late: int

    @property
    def rate(self) -> Decimal | None:
        """Reported per hundred expected; None when nothing was expected."""
        return Decimal(self.reported) * 100 / self.expected if self.expected else None

    @property
    def on_time_rate(self) -> Decimal | None:
        """Reported by the due day per hundred expected; None when nothing was expected."""
        return Decimal(self.reported - self.late) * 100 / self.expected if self.expected else None


@dataclass(frozen=True, slots=True)
class Lineage:
    """Where a figure comes from: definition, document, acts upon it, corrections, computation, lock."""

    observation: ObservationData
    version: VersionData
    source: SourceData | None
    handlings: tuple[HandlingData, ...]
    corrections: tuple[CorrectionData, ...]
    computation: ComputationData | None
    locked_at: datetime | None
    lock_digest: str | None
    earlier: tuple[ObservationData, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class MapValue:
    """A province of a day on the map with its value; None where it has not reported."""

    unit: UnitData
    shapes: tuple[str, ...]
    value: Decimal | None
    status: ObservationStatus | None
    period: str | None
    age_days: int | None


@dataclass(frozen=True, slots=True)
class IndicatorMap:
    """The values of an indicator by province on a day."""

    version: VersionData
    on: date
    values: tuple[MapValue, ...]
