"""Indicators and their figures as they cross the package's border: frozen, reading only themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from project06.programme.enums import (
    Coverage,
    DeltaKind,
    Direction,
    FactKind,
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

LANGUAGES = ("vi", "en", "pl", "hi", "cs", "uk")
"""The languages in which names are kept."""

type InLanguages = Mapping[str, str]


def in_language(texts: InLanguages, language: str) -> str:
    """The text for a reader of `language` ("vi", "en-gb" ...); English, then anything, where it is lacking."""
    short = language.partition("-")[0].lower()
    return texts.get(short) or texts.get("en") or next(iter(texts.values()), "")


@dataclass(frozen=True, slots=True)
class SourceData:
    """A document that states figures."""

    key: str
    title: str
    issued_on: date | None
    issuer: str
    reference: str
    language: str


@dataclass(frozen=True, slots=True)
class MeasureData:
    """What a value counts; `words[language]` maps "label" and the CLDR plural categories to words."""

    code: str
    kind: MeasureKind
    words: Mapping[str, InLanguages]

    def label(self, language: str) -> str:
        """The word above a column of values, such as "households"."""
        return self._words(language)["label"]

    def word(self, language: str, category: str) -> str:
        """The word after a number of that plural category ("one", "few", "many", "other")."""
        words = self._words(language)
        return words.get(category) or words["other"]

    def _words(self, language: str) -> InLanguages:
        short = language.partition("-")[0].lower()
        return self.words.get(short) or self.words["en"]


@dataclass(frozen=True, slots=True)
class VersionData:
    """An indicator under one of its definitions."""

    uuid: UUID
    indicator: str
    number: int
    group: IndicatorGroup
    names: InLanguages
    measure: MeasureData
    direction: Direction
    origin: Origin
    factor: Decimal
    lowest: Decimal | None
    highest: Decimal | None
    definitions: InLanguages
    numerators: InLanguages
    denominators: InLanguages
    query: str
    source: str | None
    defined_at: datetime

    def name(self, language: str) -> str:
        """The name for a reader."""
        return in_language(self.names, language)


@dataclass(frozen=True, slots=True)
class UnitKey:
    """A unit across changes of its name and kind: its code and the first day it was that unit."""

    code: str
    since: date


@dataclass(frozen=True, slots=True)
class Reading:
    """What a source says of one unit in one period: the number and how it is meant.

    Give `value`, or `numerator` and `denominator` and the value follows. `exponent` is the power of ten in
    which the source writes the number (6 for "16.39 million"); `value` itself is always whole.
    """

    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    exponent: int = 0
    qualifier: Qualifier = Qualifier.EXACT
    nature: Nature = Nature.ACTUAL
    coverage: Coverage = Coverage.WHOLE
    baseline_value: Decimal | None = None
    baseline_period: str = ""
    delta: Decimal | None = None
    delta_kind: DeltaKind | None = None
    source: str | None = None
    locator: str = ""
    as_of_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One row of a delivery: which indicator, unit and period, and the reading."""

    indicator: str
    unit_code: str
    unit_on: date
    period: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class RowError:
    """A wrong row: its number in the delivery from 1, a stable code and a sentence in the active language."""

    row: int
    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ObservationData:
    """The figure of a unit in a period, as it was reported."""

    uuid: UUID
    indicator: str
    version: int
    unit_code: str
    unit_on: date
    unit_since: date
    unit_path: str
    period: str
    status: ObservationStatus
    reading: Reading
    due_on: date | None
    received_at: datetime | None

    @property
    def value(self) -> Decimal | None:
        """The value; None while it is missing."""
        return self.reading.value

    @property
    def is_late(self) -> bool:
        """Whether it was received after the day it was due; a missing one is not late but missing."""
        return self.due_on is not None and self.received_at is not None and self.received_at.date() > self.due_on


@dataclass(frozen=True, slots=True)
class Baseline:
    """The earlier value against which a change is told; implied where the source gives only the change."""

    value: Decimal
    period: str
    is_implied: bool


@dataclass(frozen=True, slots=True)
class TargetData:
    """What a unit is to reach, until when, by which act."""

    uuid: UUID
    indicator: str
    unit_code: str
    unit_on: date
    unit_path: str
    value: Decimal
    by_on: date
    act_number: str
    act_issued_on: date


@dataclass(frozen=True, slots=True)
class FactData:
    """Something stated without measuring: `number` and `stated_on` of an act, `first`..`last` years, an amount."""

    uuid: UUID
    key: str
    kind: FactKind
    names: InLanguages
    number: str
    stated_on: date | None
    first: int | None
    last: int | None
    amount: Decimal | None
    source: str
    locator: str
    as_of_on: date | None
    corrections: tuple["CorrectionData", ...] = ()


@dataclass(frozen=True, slots=True)
class HandlingData:
    """Who did what with a figure, in which office, when."""

    step: HandlingStep
    handled_at: datetime
    account: UUID | None
    agency: str
    agency_name: str
    post_title: str
    remark: str


@dataclass(frozen=True, slots=True)
class CorrectionData:
    """Both readings of a corrected field, why, and on which documents they stand."""

    uuid: UUID
    field: str
    reading_before: str
    reading_after: str
    reasons: InLanguages
    source_before: str | None
    source_after: str | None
    corrected_at: datetime

    def reason(self, language: str) -> str:
        """Why, for a reader."""
        return in_language(self.reasons, language)


@dataclass(frozen=True, slots=True)
class ComputationData:
    """The run that made a computed figure."""

    uuid: UUID
    period: str
    cut_off_at: datetime
    facts_digest: str
    definition_digest: str
    result_digest: str
    rows: int
    computed_at: datetime


@dataclass(frozen=True, slots=True)
class Finding:
    """What a consistency rule has to say; `about` names every figure involved, `numbers` those of the sentence."""

    kind: FindingKind
    severity: Severity
    about: tuple[str, ...]
    numbers: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """What a delivery of figures changed."""

    handling: UUID
    rows: int
    changed: int
    periods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpeningReport:
    """How many figures were asked for, and how many were known before."""

    handling: UUID
    period: str
    opened: int
    known: int


@dataclass(frozen=True, slots=True)
class ApprovalReport:
    """What an approval locked; `digest` names the locked figures."""

    handling: UUID
    period: str
    unit_path: str
    rows: int
    missing: int
    digest: str


@dataclass(frozen=True, slots=True)
class IndicatorLoadReport:
    """What a load of published figures changed, or would change."""

    sources: int
    measures: int
    indicators: int
    targets: int
    observations: int
    facts: int
    corrections: int
    is_written: bool

    @property
    def changes(self) -> int:
        """All changes together."""
        rest = self.targets + self.observations + self.facts + self.corrections
        return self.sources + self.measures + self.indicators + rest
