"""What happened to indicators and their figures."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from project06.kernel.events import event


@event("programme.indicator-defined", version=1)
@dataclass(frozen=True, slots=True)
class IndicatorDefined:
    """An indicator has a new definition."""

    version: UUID
    indicator: str
    number: int
    defined_at: datetime


@event("programme.target-set", version=1)
@dataclass(frozen=True, slots=True)
class TargetSet:
    """A unit has a new target."""

    target: UUID
    indicator: str
    unit_path: str
    by_on: date
    set_at: datetime


@event("programme.period-opened", version=1)
@dataclass(frozen=True, slots=True)
class PeriodOpened:
    """Figures of a period were asked for; each of the `missing` rows waits to be reported."""

    handling: UUID
    period: str
    due_on: date
    missing: int
    opened_at: datetime


@event("programme.observations-recorded", version=1)
@dataclass(frozen=True, slots=True)
class ObservationsRecorded:
    """Figures were reported; `handling` names the delivery."""

    handling: UUID
    periods: tuple[str, ...]
    written: int
    recorded_at: datetime


@event("programme.observations-checked", version=1)
@dataclass(frozen=True, slots=True)
class ObservationsChecked:
    """Reported figures were checked."""

    handling: UUID
    checked: int
    checked_at: datetime


@event("programme.period-approved", version=1)
@dataclass(frozen=True, slots=True)
class PeriodApproved:
    """A period was approved and locked for a unit and everything below it."""

    handling: UUID
    period: str
    unit_path: str
    rows: int
    missing: int
    approved_at: datetime


@event("programme.observation-corrected", version=1)
@dataclass(frozen=True, slots=True)
class ObservationCorrected:
    """A figure has a corrected reading beside the earlier one."""

    observation: UUID
    correction: UUID
    field: str
    corrected_at: datetime


@event("programme.indicators-recomputed", version=1)
@dataclass(frozen=True, slots=True)
class IndicatorsRecomputed:
    """Indicators were computed from frozen facts."""

    handling: UUID
    period: str
    indicators: tuple[str, ...]
    computed_at: datetime


@event("programme.indicators-loaded", version=1)
@dataclass(frozen=True, slots=True)
class IndicatorsLoaded:
    """Published figures were brought to the delivered reference."""

    indicators: int
    observations: int
    loaded_at: datetime
