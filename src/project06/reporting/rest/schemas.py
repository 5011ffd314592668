"""Shapes of requests and answers."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from ninja import Field, Schema
from pydantic import BeforeValidator, StringConstraints

from project06.agencies.enums import AgencyKind
from project06.reporting.data import (
    Audience,
    CampaignData,
    CampaignDraft,
    DueRule,
    Figures,
    NotReportedFilter,
    ObligationData,
    Question,
    RollReport,
)
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

_PRINTED = r"^[^\x00-\x08\x0b-\x1f]*$"
_CALENDAR_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _calendar_day(value: object) -> object:
    """Let only YYYY-MM-DD pass: numbers would be read as seconds since 1970."""
    if isinstance(value, str) and _CALENDAR_DAY.fullmatch(value):
        return date.fromisoformat(value)
    raise ValueError("A day is written as YYYY-MM-DD.")


type Day = Annotated[date, BeforeValidator(_calendar_day)]
type Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=50)]
type QuestionCode = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*([-_][a-z0-9]+)*$", max_length=40)]
type Language = Annotated[str, StringConstraints(pattern=r"^(vi|en|pl|hi|cs|uk)$")]
type Words = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=_PRINTED)]
type Path = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z_]+(/[0-9A-Za-z_]+)*$", max_length=64)]
type AgencyCode = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z-]+$", max_length=20)]
type Reason = Annotated[str, StringConstraints(min_length=5, max_length=500, pattern=_PRINTED)]
type Figure = Annotated[Decimal, Field(max_digits=18, decimal_places=2)]
type Answer = Annotated[str, StringConstraints(max_length=2_000)] | int | Decimal | None


class ChoiceShape(Schema):
    """One of the given answers to a question."""

    code: QuestionCode
    labels: dict[Language, Words]


class QuestionIn(Schema):
    """One question as an organiser writes it."""

    code: QuestionCode
    kind: QuestionKind
    labels: dict[Language, Words]
    required: bool = True
    minimum: Figure | None = None
    maximum: Figure | None = None
    decimals: int = Field(0, ge=0, le=2)
    unit: str = Field("", max_length=40, pattern=_PRINTED)
    choices: list[ChoiceShape] = Field(default_factory=list, max_length=100)


class QuestionOut(Schema):
    """One question of a form."""

    code: str
    kind: QuestionKind
    labels: dict[str, str]
    is_required: bool
    minimum: Decimal | None
    maximum: Decimal | None
    decimals: int
    unit: str
    choices: list[ChoiceShape]


class CampaignFormIn(Schema):
    """The questions of a campaign."""

    questions: list[QuestionIn] = Field(min_length=1, max_length=200)

    def document(self) -> list[dict[str, object]]:
        """Return the definition as the operation takes it."""
        return [each.dict() for each in self.questions]


class CampaignIn(CampaignFormIn):
    """A campaign with its first form; see `CampaignDraft` for what each field means."""

    code: Code
    kind: CampaignKind
    titles: dict[Language, Words]
    organiser: AgencyCode
    act_number: str = Field(min_length=1, max_length=60, pattern=_PRINTED)
    act_date: Day
    recurrence: Recurrence
    due_amount: int = Field(ge=1, le=120)
    due_unit: DueUnit
    audience_below: Path
    audience_kinds: list[AgencyKind] = Field(default_factory=list, max_length=20)
    audience_level: AudienceLevel = AudienceLevel.ANY
    audience_codes: list[AgencyCode] = Field(default_factory=list, max_length=2_000)
    starts_on: Day
    ends_on: Day | None = None
    closes_on: int | None = Field(None, ge=2, le=28)
    remind_days: int = Field(3, ge=0, le=30)
    escalate_days: int = Field(5, ge=1, le=60)

    def draft(self) -> CampaignDraft:
        """Return the campaign as the operation takes it."""
        return CampaignDraft(
            code=self.code,
            kind=self.kind,
            titles=self.titles,
            organiser=self.organiser,
            act_number=self.act_number,
            act_date=self.act_date,
            recurrence=self.recurrence,
            due=DueRule(amount=self.due_amount, unit=self.due_unit),
            audience=Audience(
                below=self.audience_below,
                kinds=tuple(kind.value for kind in self.audience_kinds),
                level=self.audience_level,
                codes=tuple(self.audience_codes),
            ),
            starts_on=self.starts_on,
            ends_on=self.ends_on,
            closes_on=self.closes_on,
            remind_days=self.remind_days,
            escalate_days=self.escalate_days,
        )


class CampaignOut(Schema):
    """A campaign in short."""

    uuid: UUID
    code: str
    kind: CampaignKind
    titles: dict[str, str]
    organiser: str
    act_number: str
    act_date: date
    recurrence: Recurrence
    starts_on: date
    ends_on: date | None
    form_version: int

    @staticmethod
    def of(data: CampaignData) -> "CampaignOut":
        """Return the shape of a campaign."""
        described = data.description
        return CampaignOut(
            uuid=data.uuid,
            code=described.code,
            kind=described.kind,
            titles=dict(described.titles),
            organiser=described.organiser,
            act_number=described.act_number,
            act_date=described.act_date,
            recurrence=described.recurrence,
            starts_on=described.starts_on,
            ends_on=described.ends_on,
            form_version=data.form_version,
        )


class RollIn(Schema):
    """Any day of the data window."""

    on: Day


class RollOut(Schema):
    """What rolling a campaign created."""

    period: str
    window_start: date
    window_end: date
    due_at: datetime
    added: int
    standing: int

    @staticmethod
    def of(data: RollReport) -> "RollOut":
        """Return the shape of a roll."""
        return RollOut(
            period=data.period.code,
            window_start=data.window_start,
            window_end=data.window_end,
            due_at=data.due_at,
            added=data.added,
            standing=data.standing,
        )


class FiguresOut(Schema):
    """How many of the agencies of a unit have reported; rates in percent, null without any duty."""

    campaign: str
    period: str
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
    reporting_rate: Decimal | None
    timeliness: Decimal | None

    @staticmethod
    def of(data: Figures) -> "FiguresOut":
        """Return the shape of figures."""
        names = FiguresOut.model_fields.keys() - {"campaign", "period"}
        return FiguresOut(
            campaign=data.campaign_code, period=data.period.code, **{name: getattr(data, name) for name in names}
        )


class ObligationOut(Schema):
    """One agency's duty for one period."""

    uuid: UUID
    campaign: str
    period: str
    window_start: date
    window_end: date
    agency: str
    agency_name: str
    unit_path: str
    state: ObligationState
    due_at: datetime
    original_due_at: datetime
    received_at: datetime | None
    is_late: bool

    @staticmethod
    def of(data: ObligationData) -> "ObligationOut":
        """Return the shape of a duty."""
        return ObligationOut(
            uuid=data.uuid,
            campaign=data.campaign_code,
            period=data.period.code,
            window_start=data.window_start,
            window_end=data.window_end,
            agency=data.agency_code,
            agency_name=data.agency_name,
            unit_path=data.unit_path,
            state=data.state,
            due_at=data.due_at,
            original_due_at=data.original_due_at,
            received_at=data.received_at,
            is_late=data.is_late,
        )


class ObligationPageOut(Schema):
    """One page; send `next_after` as `after` for the next one."""

    obligations: list[ObligationOut]
    next_after: UUID | None


class SubmissionOut(Schema):
    """One version of a report."""

    uuid: UUID
    obligation: UUID
    version: int
    state: ReportState
    answers: dict[str, str]
    document: str
    note: str
    received_at: datetime | None
    return_reason: str


class StepOut(Schema):
    """One thing that happened."""

    kind: StepKind
    at: datetime
    version: int | None
    post_title: str
    agency_code: str
    reason: str


class StoryOut(Schema):
    """A duty with everything that belongs to it, and what the caller may do with it now."""

    obligation: ObligationOut
    form_version: int
    questions: list[QuestionOut]
    submissions: list[SubmissionOut]
    history: list[StepOut]
    acts: list[ReportAct]


class ObligationListIn(Schema):
    """Which page."""

    after: UUID | None = None
    limit: int = Field(50, ge=1, le=200)


class NotReportedIn(ObligationListIn):
    """Which missing reports."""

    campaign: str = Field("", max_length=50, pattern=_PRINTED)
    period: str = Field("", max_length=80, pattern=_PRINTED)
    below: str = Field("", max_length=64, pattern=_PRINTED)
    overdue: bool = False
    returned: bool = False

    def wanted(self) -> NotReportedFilter:
        """Return the filter without the page."""
        return NotReportedFilter(
            campaign=self.campaign,
            period=self.period,
            below=self.below,
            is_overdue_only=self.overdue,
            with_returned=self.returned,
        )


class ReportIn(Schema):
    """Answers by question; figures as numbers or plain decimal digits."""

    answers: dict[str, Answer] = Field(default_factory=dict, max_length=200)
    document: str = Field("", max_length=200, pattern=_PRINTED)
    note: str = Field("", max_length=1_000, pattern=_PRINTED)


class ReturnReasonIn(Schema):
    """Why."""

    reason: Reason


class ExtensionIn(ReturnReasonIn):
    """How much more time."""

    working_days: int = Field(ge=1, le=60)


class ExcuseIn(ReturnReasonIn):
    """On which legal ground."""

    ground: Annotated[str, StringConstraints(min_length=5, max_length=200, pattern=_PRINTED)]


def question_out(question: Question) -> QuestionOut:
    """Return the shape of a question."""
    return QuestionOut(
        code=question.code,
        kind=question.kind,
        labels=dict(question.labels),
        is_required=question.is_required,
        minimum=question.minimum,
        maximum=question.maximum,
        decimals=question.decimals,
        unit=question.unit,
        choices=[ChoiceShape(code=each.code, labels=dict(each.labels)) for each in question.choices],
    )
