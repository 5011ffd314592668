"""The shapes in which indicators and their figures leave and enter by REST; numbers are exact decimals."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from ninja import Schema

from project06.programme.enums import (
    Coverage,
    DeltaKind,
    Direction,
    FindingKind,
    HandlingStep,
    IndicatorGroup,
    MeasureKind,
    Nature,
    ObservationStatus,
    Origin,
    Qualifier,
    Severity,
)


class MeasureAnswer(Schema):
    """What a value counts, in words of six languages."""

    code: str
    kind: MeasureKind
    words: dict[str, dict[str, str]]


class VersionAnswer(Schema):
    """An indicator under one definition."""

    indicator: str
    number: int
    group: IndicatorGroup
    names: dict[str, str]
    measure: MeasureAnswer
    direction: Direction
    origin: Origin
    factor: Decimal
    lowest: Decimal | None
    highest: Decimal | None
    definitions: dict[str, str]
    source: str | None


class ReadingAnswer(Schema):
    """What the source says; `exponent` is the power of ten in which it writes the number."""

    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    exponent: int
    qualifier: Qualifier
    nature: Nature
    coverage: Coverage
    baseline_value: Decimal | None
    baseline_period: str
    delta: Decimal | None
    delta_kind: DeltaKind | None
    source: str | None
    locator: str
    as_of_on: date | None
    note: str


class ObservationAnswer(Schema):
    """The figure of a unit in a period."""

    uuid: UUID
    indicator: str
    version: int
    unit_code: str
    unit_on: date
    unit_path: str
    period: str
    status: ObservationStatus
    reading: ReadingAnswer
    due_on: date | None
    received_at: datetime | None


class UnitAnswer(Schema):
    """A unit of a day."""

    code: str
    official_name: str
    path: str


class TargetAnswer(Schema):
    """What is to be reached, until when, by which act."""

    uuid: UUID
    unit_path: str
    value: Decimal
    by_on: date
    act_number: str
    act_issued_on: date


class BaselineAnswer(Schema):
    """The earlier value; implied where the source gives only the change."""

    value: Decimal
    period: str
    is_implied: bool


class TrendAnswer(Schema):
    """A point of the sparkline; null is a gap."""

    period: str
    value: Decimal | None


class StandingAnswer(Schema):
    """The place among the siblings; null without a value."""

    period: str
    place: int | None
    ties: int
    ranked: int
    missing: int


class LineAnswer(Schema):
    """Where one indicator of a unit stands."""

    version: VersionAnswer
    current: ObservationAnswer
    valued: ObservationAnswer | None
    baseline: BaselineAnswer | None
    target: TargetAnswer | None
    is_on_target: bool | None
    age_days: int | None
    trend: list[TrendAnswer]
    standing: StandingAnswer | None


class UnitIndicatorsAnswer(Schema):
    """Every indicator of a unit."""

    unit: UnitAnswer
    on: date
    lines: list[LineAnswer]


class RankedAnswer(Schema):
    """A unit with its place."""

    unit: UnitAnswer
    place: int
    ties: int
    value: Decimal
    numerator: Decimal | None
    denominator: Decimal | None
    status: ObservationStatus
    age_days: int | None
    observation: UUID


class UnrankedAnswer(Schema):
    """A unit without a value in the period."""

    unit: UnitAnswer
    last_period: str | None
    last_value: Decimal | None


class RankingAnswer(Schema):
    """Places, best first; who has not reported stands apart."""

    period: str
    on: date
    places: list[RankedAnswer]
    missing: list[UnrankedAnswer]


class LackAnswer(Schema):
    """A part that is missing from a sum."""

    unit: UnitAnswer
    reason: str


class RestatedAnswer(Schema):
    """A unit of another day; without place when a part is missing."""

    unit: UnitAnswer
    place: int | None
    ties: int
    value: Decimal
    numerator: Decimal | None
    denominator: Decimal | None
    sources: list[UnitAnswer]
    lacks: list[LackAnswer]
    age_days: int | None


class NotRestatedAnswer(Schema):
    """A figure that stays with its unit."""

    unit: UnitAnswer
    value: Decimal
    candidates: list[UnitAnswer]
    is_lone_ratio: bool


class RestatedRankingAnswer(Schema):
    """The figures of a period in the units of another day."""

    period: str
    figures_on: date
    restated_to: date
    units: list[RestatedAnswer]
    not_restated: list[NotRestatedAnswer]
    not_reported: list[UnitAnswer]


class MissingAnswer(Schema):
    """A figure that has not come."""

    observation: UUID
    indicator: str
    names: dict[str, str]
    unit_code: str
    unit_path: str
    unit_name: str
    period: str
    due_on: date | None
    overdue_days: int


class MissingPageAnswer(Schema):
    """One page; send `next_after` as `after`."""

    figures: list[MissingAnswer]
    next_after: str | None


class ReportingCountAnswer(Schema):
    """Rate and timeliness of reporting."""

    unit_path: str
    period: str
    expected: int
    reported: int
    missing: int
    late: int
    rate: Decimal | None
    on_time_rate: Decimal | None


class MapValueAnswer(Schema):
    """A province on the map."""

    unit: UnitAnswer
    value: Decimal | None
    status: ObservationStatus | None
    period: str | None
    age_days: int | None


class FindingAnswer(Schema):
    """What a rule says of figures, with its sentence."""

    kind: FindingKind
    severity: Severity
    about: list[str]
    numbers: dict[str, Decimal]
    sentence: str


class HandlingAnswer(Schema):
    """Who did what with a figure."""

    step: HandlingStep
    handled_at: datetime
    account: UUID | None
    agency: str
    agency_name: str
    post_title: str
    remark: str


class CorrectionAnswer(Schema):
    """Both readings and the reason."""

    uuid: UUID
    field: str
    reading_before: str
    reading_after: str
    reasons: dict[str, str]
    source_before: str | None
    source_after: str | None
    corrected_at: datetime


class ComputationAnswer(Schema):
    """The run that made a computed figure."""

    uuid: UUID
    cut_off_at: datetime
    facts_digest: str
    definition_digest: str
    result_digest: str
    computed_at: datetime


class SourceAnswer(Schema):
    """A document that states figures."""

    key: str
    title: str
    issued_on: date | None
    issuer: str
    reference: str


class LineageAnswer(Schema):
    """Where a figure comes from."""

    observation: ObservationAnswer
    version: VersionAnswer
    source: SourceAnswer | None
    handlings: list[HandlingAnswer]
    corrections: list[CorrectionAnswer]
    computation: ComputationAnswer | None
    locked_at: datetime | None
    lock_digest: str | None
    earlier: list[ObservationAnswer]
