"""The shapes in which tasks, bottlenecks, pilot models and meetings leave and enter by REST."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from project06.programme.data.registers import BottleneckFilter
from project06.programme.data.tasks import DirectiveKey, DocumentRef, TaskChange, TaskDraft, TaskFilter
from project06.programme.enums.steering import (
    BottleneckClass,
    BottleneckState,
    Claim,
    DirectiveKind,
    EvidenceState,
    PilotState,
    Recurrence,
    RowFaultCode,
    Schedule,
    TaskEventKind,
    TaskOrder,
)

NO_NUL = r"^[^\x00]*$"
Text = Annotated[str, StringConstraints(pattern=NO_NUL)]
"""A text that the database can keep: it knows every sign but NUL."""


class ActKey(Schema):
    """What names an act."""

    number: Text = Field(max_length=60)
    issued_on: date

    def key(self) -> DirectiveKey:
        """Return the key."""
        return DirectiveKey(self.number, self.issued_on)


class AgencyAnswer(Schema):
    """An agency as it was when it was named."""

    code: str
    name: str
    unit_path: str


class TaskAnswer(Schema):
    """A task with its three separate statuses; `schedule` and `days_left` are as of `seen_on`."""

    uuid: UUID
    code: str
    titles: dict[str, str]
    plan: str
    group: str
    directive: ActKey | None
    register_path: str
    lead: AgencyAnswer
    co_leads: list[AgencyAnswer]
    recurrence: Recurrence
    assigned_on: date
    original_due_on: date | None
    due_on: date | None
    revisions: int
    claimed: Claim | None
    claimed_at: datetime | None
    done_on: date | None
    evidence: EvidenceState
    schedule: Schedule
    days_left: int | None
    cancelled_on: date | None
    decision: UUID | None
    is_synthetic: bool
    seen_on: date


class TaskPageAnswer(Schema):
    """A page of tasks; `next_after` continues it."""

    tasks: list[TaskAnswer]
    next_after: str | None


class TaskEventAnswer(Schema):
    """One entry of a history; persons by account only."""

    kind: TaskEventKind
    happened_at: datetime
    account: UUID | None
    agency: str
    post_title: str
    reason: str
    act: str
    due_before: date | None
    due_after: date | None
    claim: Claim | None
    changes: dict[str, str]


class DocumentAnswer(Schema):
    """Where a document is kept, its name, and its SHA-256 in hexadecimal where known."""

    reference: Text = Field(max_length=300)
    name: Text = Field(max_length=300)
    digest: Text = Field("", pattern=r"^([0-9a-fA-F]{64})?$")

    def ref(self) -> DocumentRef:
        """Return the reference."""
        return DocumentRef(self.reference, self.name, self.digest)


class TaskDocumentAnswer(Schema):
    """A document of a task and what became of it."""

    uuid: UUID
    document: DocumentAnswer
    state: EvidenceState
    attached_at: datetime
    checked_at: datetime | None
    settled_at: datetime | None
    reason: str


class TaskDetailAnswer(Schema):
    """A task with its history, oldest first, and its documents, newest first."""

    task: TaskAnswer
    history: list[TaskEventAnswer]
    documents: list[TaskDocumentAnswer]


class TallyAnswer(Schema):
    """Counts of managed tasks; `unclassified` run once and nobody has reported anything of them."""

    on: date
    total: int
    by_claim: dict[Claim, int]
    unclassified: int
    by_evidence: dict[EvidenceState, int]
    by_schedule: dict[Schedule, int]
    claimed_not_evidenced: int


class UnitTallyAnswer(Schema):
    """The tally of one unit path."""

    unit_path: str
    tally: TallyAnswer


class TaskQuery(Schema):
    """Which tasks; `below` and `register` are unit paths."""

    below: Text = Field("", max_length=64)
    register_path: Text = Field("", max_length=64)
    plan: Text = Field("", max_length=40)
    group: Text = Field("", max_length=40)
    lead: Text = Field("", max_length=20)
    claimed: Claim | None = None
    never_reported: bool = False
    evidence: EvidenceState | None = None
    schedule: Schedule | None = None
    text: Text = Field("", max_length=80)

    def wanted(self) -> TaskFilter:
        """Return the filter."""
        return TaskFilter(
            below=self.below,
            register=self.register_path,
            plan=self.plan,
            group=self.group,
            lead=self.lead,
            claimed=self.claimed,
            never_reported=self.never_reported,
            evidence=self.evidence,
            schedule=self.schedule,
            text=self.text,
        )


class TaskPageQuery(TaskQuery):
    """Which tasks, in which order, from where."""

    order: TaskOrder = TaskOrder.DUE
    after: Text = Field("", max_length=80)
    limit: int = Field(50, ge=1, le=200)


class TaskBody(Schema):
    """A new task; `register_code` is the code of the unit whose working group gives it out."""

    register_code: Text = Field(max_length=5)
    code: Text = Field(max_length=40)
    titles: dict[Text, Text]
    plan: Text = Field(max_length=40)
    group: Text = Field(max_length=40)
    lead: Text = Field(max_length=20)
    co_leads: list[Text] = Field([], max_length=40)
    recurrence: Recurrence = Recurrence.ONCE
    assigned_on: date
    due_on: date | None = None
    directive: ActKey | None = None

    def draft(self) -> TaskDraft:
        """Return the draft."""
        return TaskDraft(
            code=self.code,
            titles=self.titles,
            plan=self.plan,
            group=self.group,
            lead=self.lead,
            co_leads=tuple(self.co_leads),
            recurrence=self.recurrence,
            assigned_on=self.assigned_on,
            due_on=self.due_on,
            directive=self.directive.key() if self.directive else None,
        )


class ClaimBody(Schema):
    """What the lead says."""

    claim: Claim
    done_on: date | None = None
    note: Text = Field("", max_length=500)


class ReasonBody(Schema):
    """Why."""

    reason: Text = Field(max_length=500)
    act: Text = Field("", max_length=120)


class RevisionBody(ReasonBody):
    """A new due date with its reason and act."""

    due_on: date


class BulkBody(ReasonBody):
    """One change of many tasks; what is absent stays."""

    tasks: list[UUID] = Field(min_length=1, max_length=5000)
    plan: Text | None = None
    group: Text | None = None
    due_on: date | None = None
    lead: Text | None = None

    def change(self) -> TaskChange:
        """Return the change."""
        return TaskChange(plan=self.plan, group=self.group, due_on=self.due_on, lead=self.lead)


class BulkAnswer(Schema):
    """How many tasks were asked for and really changed."""

    asked: int
    changed: int


class RowFaultAnswer(Schema):
    """What is wrong with one cell; the headings are row 1."""

    row: int
    column: str
    code: RowFaultCode


class ImportAnswer(Schema):
    """What an import did, or would do."""

    digest: str
    rows: int
    added: int
    changed: int
    unchanged: int
    fault_count: int
    faults: list[RowFaultAnswer]
    is_written: bool


class BottleneckQuery(Schema):
    """Which bottlenecks; closed ones only when their state is asked for."""

    below: Text = Field("", max_length=64)
    kind: BottleneckClass | None = None
    state: BottleneckState | None = None
    owner: Text = Field("", max_length=20)
    text: Text = Field("", max_length=80)
    after: Text = Field("", max_length=80)
    limit: int = Field(50, ge=1, le=200)

    def wanted(self) -> BottleneckFilter:
        """Return the filter without where to continue."""
        return BottleneckFilter(**self.dict(exclude={"after", "limit"}))


class BottleneckAnswer(Schema):
    """A bottleneck; ages are working days as of `seen_on`."""

    uuid: UUID
    code: str
    titles: dict[str, str]
    kind: BottleneckClass
    owner: AgencyAnswer
    state: BottleneckState
    raised_on: date
    due_on: date | None
    moved_on: date
    closed_on: date | None
    measure: str
    tasks: list[UUID]
    indicators: list[str]
    units: list[str]
    age: int
    still_for: int
    is_late: bool
    is_synthetic: bool
    seen_on: date


class BottleneckPageAnswer(Schema):
    """A page of bottlenecks; `next_after` continues it."""

    bottlenecks: list[BottleneckAnswer]
    next_after: str | None


class BottleneckMoveBody(Schema):
    """One step; `due_on` says by when an agreed action is done."""

    to: BottleneckState
    note: Text = Field("", max_length=500)
    due_on: date | None = None


class PilotAnswer(Schema):
    """A pilot model."""

    uuid: UUID
    code: str
    titles: dict[str, str]
    lead: AgencyAnswer
    unit_path: str
    state: PilotState
    registered_on: date
    due_on: date | None
    moved_on: date
    result_indicator: str
    still_for: int
    is_late: bool
    is_synthetic: bool
    seen_on: date


class PilotMoveBody(Schema):
    """One step of a pilot model."""

    to: PilotState
    note: Text = Field("", max_length=500)
    result_indicator: Text = Field("", max_length=60)


class SummaryAnswer(Schema):
    """One screen of a unit."""

    unit_path: str
    on: date
    tasks: TallyAnswer
    latest: list[TaskAnswer]
    bottlenecks: dict[BottleneckClass, int]
    stuck_bottlenecks: int
    late_bottlenecks: int
    pilots: dict[PilotState, int]


class DirectiveAnswer(Schema):
    """An act that orders something."""

    uuid: UUID
    key: ActKey
    kind: DirectiveKind
    issuer: str
    document: str
    titles: dict[str, str]
    note: str
