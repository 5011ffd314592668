"""The programme report: what it is about, and one cut through the data as of one day. No word for people is in here.

A cut holds everything that a report says. Whoever renders the same cut, in whatever language and format, says the
same; `digest` names it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from project06.programme.data.indicators import (
    Baseline,
    CorrectionData,
    FactData,
    Finding,
    ObservationData,
    SourceData,
    TargetData,
    VersionData,
)
from project06.programme.enums.report import MapKind, ReportFormat, Statement
from project06.programme.enums.steering import (
    BottleneckClass,
    BottleneckState,
    MeetingState,
    PilotState,
    Schedule,
)


@dataclass(frozen=True, slots=True)
class ReportDefinition:
    """What a report is about. `key` names a definition that is shipped and is empty for any other one.

    `sources` limits the figures to those of some documents; without them everything counts that was said of the
    unit in the period. `country_too` adds what the same documents say of the country. `seen_from` is the code of
    the province at whose endpoint a national conference was followed. `statements` are what the documents say
    without a figure.
    """

    unit_code: str
    period: str
    as_of: date
    key: str = ""
    sources: tuple[str, ...] = ()
    country_too: bool = False
    seen_from: str = ""
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitCut:
    """A unit as it was on the day of the report."""

    code: str
    path: str
    name: str
    official_name: str
    is_country: bool


@dataclass(frozen=True, slots=True)
class FigureCut:
    """One figure with all that a report says of it.

    `history` are earlier values of the same unit, oldest first, None where nobody reported.
    """

    version: VersionData
    observation: ObservationData
    unit: UnitCut
    baseline: Baseline | None
    target: TargetData | None
    history: tuple[tuple[str, Decimal | None], ...]
    corrections: tuple[CorrectionData, ...]

    @property
    def code(self) -> str:
        """The code of the indicator."""
        return self.version.indicator

    @property
    def value(self) -> Decimal | None:
        """The value; None while nobody has reported it."""
        return self.observation.value


@dataclass(frozen=True, slots=True)
class TaskCut:
    """A managed task that is late or falls due soon; `days` counts working days, below zero when it is late."""

    code: str
    titles: Mapping[str, str]
    lead: str
    due_on: date
    schedule: Schedule
    days: int


@dataclass(frozen=True, slots=True)
class TasksCut:
    """Managed tasks on the day; never mixed with tallies that somebody reported."""

    total: int
    by_schedule: Mapping[Schedule, int]
    late: tuple[TaskCut, ...]
    coming: tuple[TaskCut, ...]


@dataclass(frozen=True, slots=True)
class BottleneckCut:
    """A bottleneck in the state it had on the day; `age` in working days since it was raised."""

    code: str
    titles: Mapping[str, str]
    kind: BottleneckClass
    state: BottleneckState
    owner: str
    raised_on: date
    due_on: date | None
    age: int
    is_late: bool


@dataclass(frozen=True, slots=True)
class PilotCut:
    """A pilot model in the state it had on the day."""

    code: str
    titles: Mapping[str, str]
    state: PilotState
    lead: str
    registered_on: date
    due_on: date | None


@dataclass(frozen=True, slots=True)
class MissingCut:
    """A report that was due by the day and had not come: from whom, what, since when."""

    agency: str
    titles: Mapping[str, str]
    due_on: date


@dataclass(frozen=True, slots=True)
class MeetingCut:
    """A meeting of the working group that follows the day, or was the last one before it."""

    title: str
    held_on: date
    state: MeetingState
    decisions: int


@dataclass(frozen=True, slots=True)
class PlanCut:
    """Another national plan that is followed beside Project 06."""

    code: str
    titles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RegionCut:
    """A province on the map with its figure; None where nobody reported."""

    unit: UnitCut
    shapes: tuple[str, ...]
    value: Decimal | None
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class MapCut:
    """What the map shows; `figure` names the indicator where the map has one."""

    kind: MapKind
    figure: VersionData | None
    regions: tuple[RegionCut, ...]


@dataclass(frozen=True, slots=True)
class RegistersCut:
    """What the registers held on the day."""

    tasks: TasksCut
    bottlenecks: tuple[BottleneckCut, ...]
    pilots: tuple[PilotCut, ...]
    missing: tuple[MissingCut, ...]
    meetings: tuple[MeetingCut, ...]
    plans: tuple[PlanCut, ...]
    has_synthetic: bool


@dataclass(frozen=True, slots=True)
class ReportCut:
    """One cut through the data as of one day, in a fixed order."""

    definition: ReportDefinition
    unit: UnitCut
    seen_from: UnitCut | None
    figures: tuple[FigureCut, ...]
    facts: tuple[FactData, ...]
    sources: tuple[SourceData, ...]
    findings: tuple[Finding, ...]
    registers: RegistersCut
    map: MapCut
    digest: str = field(default="", compare=False)

    def figure(self, code: str) -> FigureCut | None:
        """The reported figure of an indicator that speaks of a whole unit; None without one."""
        found = (each for each in self.figures if each.code == code and each.value is not None)
        return next(found, None)

    def value(self, code: str) -> Decimal | None:
        """The value of an indicator; None when it is not reported."""
        found = self.figure(code)
        return found.value if found else None


@dataclass(frozen=True, slots=True)
class RenderedReport:
    """A finished document."""

    content: bytes
    format: ReportFormat
    media_type: str
    file_name: str
    digest: str
