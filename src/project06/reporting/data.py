"""What crosses the border of the package: frozen, without behaviour beyond reading itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

from project06.kernel.periods import Period
from project06.reporting.enums import (
    AudienceLevel,
    CampaignKind,
    DueUnit,
    ObligationState,
    QuestionKind,
    Recurrence,
    ReportAct,
    ReportState,
    StepKind,
)

type Answers = Mapping[str, str]
"""Question code -> answer as text; numbers as plain decimal digits ("12.5"), choices as their code."""


def say(words: Mapping[str, str], language: str) -> str:
    """Return what `words` say in the language, else in English, else in Vietnamese."""
    return words.get(language) or words.get("en") or words.get("vi", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of the given answers to a question."""

    code: str
    labels: Mapping[str, str]

    def label_in(self, language: str) -> str:
        """The words of the choice in a language."""
        return say(self.labels, language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of a form; `minimum`, `maximum` and `decimals` bound a number, `unit` names what it counts."""

    code: str
    kind: QuestionKind
    labels: Mapping[str, str]
    is_required: bool = True
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    decimals: int = 0
    unit: str = ""
    choices: tuple[Choice, ...] = ()

    def label_in(self, language: str) -> str:
        """The question in a language."""
        return say(self.labels, language)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRule:
    """How long after the last day of the data window a report is due."""

    amount: int
    unit: DueUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Who must report: agencies of some kinds and level below a unit, and agencies named by code."""

    below: str
    kinds: tuple[str, ...] = ()
    level: AudienceLevel = AudienceLevel.ANY
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignDraft:
    """A campaign as its organiser describes it.

    `closes_on` is the day of the last month of a period on which the data window ends, itself excluded: 15 gives
    15 December to 14 December for a year. None: the window is the period. A single campaign (ONCE) has the window
    [starts_on, ends_on).
    """

    code: str
    kind: CampaignKind
    titles: Mapping[str, str]
    organiser: str
    act_number: str
    act_date: date
    recurrence: Recurrence
    due: DueRule
    audience: Audience
    starts_on: date
    ends_on: date | None = None
    closes_on: int | None = None
    remind_days: int = 3
    escalate_days: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignData:
    """A campaign with the number of its present form."""

    uuid: UUID
    description: CampaignDraft
    organiser_name: str
    form_version: int

    @property
    def code(self) -> str:
        """The code by which addresses know the campaign."""
        return self.description.code

    def title_in(self, language: str) -> str:
        """The title in a language."""
        return say(self.description.titles, language)


@dataclass(frozen=True, slots=True, kw_only=True)
class ObligationData:
    """One agency's duty to report for one period: a row from the first day, whether anything comes or not."""

    uuid: UUID
    campaign: UUID
    campaign_code: str
    campaign_titles: Mapping[str, str]
    organiser: str
    period: Period
    window_start: date
    window_end: date
    agency: UUID
    agency_code: str
    agency_name: str
    agency_name_en: str
    superior: str | None
    unit_path: str
    state: ObligationState
    due_at: datetime
    original_due_at: datetime
    received_at: datetime | None
    first_received_at: datetime | None
    missed_at: datetime | None
    extension_reason: str
    excuse_reason: str
    excuse_ground: str

    @property
    def is_late(self) -> bool:
        """Whether what stands was received after the deadline; a report that has not come is asked `is_overdue`."""
        return self.received_at is not None and self.received_at > self.due_at

    @property
    def is_reported(self) -> bool:
        """Whether something was received that does not have to be corrected."""
        return self.state in {ObligationState.SUBMITTED, ObligationState.CHECKED, ObligationState.ACCEPTED}

    @property
    def is_outstanding(self) -> bool:
        """Whether the agency has to do something: report, or correct."""
        return self.state in {ObligationState.OWED, ObligationState.RETURNED}

    def is_overdue(self, at: datetime) -> bool:
        """Whether the agency still has to do something after the deadline."""
        return self.is_outstanding and at > self.due_at

    def campaign_title_in(self, language: str) -> str:
        """The campaign's title in a language."""
        return say(self.campaign_titles, language)

    def agency_name_in(self, language: str) -> str:
        """The agency's name of the day of the duty."""
        return self.agency_name if language == "vi" or not self.agency_name_en else self.agency_name_en


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionData:
    """One version of a report."""

    uuid: UUID
    obligation: UUID
    version: int
    state: ReportState
    answers: Answers
    document: str
    note: str
    received_at: datetime | None
    return_reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepData:
    """One thing that happened to a duty: posts and agencies, never names of persons."""

    kind: StepKind
    at: datetime
    version: int | None
    post_title: str
    agency_code: str
    system_name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ObligationStory:
    """A duty with its form, its versions, what happened, and what the reader may do now."""

    obligation: ObligationData
    questions: tuple[Question, ...]
    form_version: int
    submissions: tuple[SubmissionData, ...]
    history: tuple[StepData, ...]
    acts: frozenset[ReportAct] = field(default=frozenset())

    @property
    def current(self) -> SubmissionData | None:
        """The newest version, drafts included."""
        return self.submissions[-1] if self.submissions else None


@dataclass(frozen=True, slots=True)
class ObligationPage:
    """One page of a list, and where the next one starts."""

    obligations: tuple[ObligationData, ...]
    next_after: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotReportedFilter:
    """Which missing reports somebody looks for; `below` is a unit path, `period` a period's code."""

    campaign: str = ""
    period: str = ""
    below: str = ""
    is_overdue_only: bool = False
    with_returned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How many of the agencies of a unit have reported for a period.

    expected = excused + missing + returned + received; late + on_time = received. Missing agencies stand in the
    denominator of both rates: they are counted, never averaged away.
    """

    campaign_code: str
    campaign_titles: Mapping[str, str]
    period: Period
    scope: str
    scope_name: str
    due_at: datetime
    expected: int
    excused: int
    missing: int
    returned: int
    received: int
    accepted: int
    on_time: int
    late: int

    @property
    def reporting_rate(self) -> Decimal | None:
        """Share of the agencies with a duty whose report is there, in percent; None without any duty."""
        return _percent(self.received, self.expected - self.excused)

    @property
    def timeliness(self) -> Decimal | None:
        """Share of the agencies with a duty whose report was there in time, in percent; None without any duty."""
        return _percent(self.on_time, self.expected - self.excused)

    def campaign_title_in(self, language: str) -> str:
        """The campaign's title in a language."""
        return say(self.campaign_titles, language)


@dataclass(frozen=True, slots=True, kw_only=True)
class RollReport:
    """What rolling a campaign for a period created."""

    campaign: UUID
    period: Period
    window_start: date
    window_end: date
    due_at: datetime
    added: int
    standing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderReport:
    """How many duties one run of the reminders touched."""

    before_due: int = 0
    on_due: int = 0
    after_due: int = 0
    escalated: int = 0
    agencies_told: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One row of a sheet of answers; `number` is the row's number as the sender sees it."""

    number: int
    code: str
    answer: object
    is_formula: bool = False


def _percent(part: int, whole: int) -> Decimal | None:
    if whole == 0:
        return None
    return (Decimal(100) * part / whole).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
