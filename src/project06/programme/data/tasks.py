"""Tasks and what orders them, as they cross the border of the package."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from project06.programme.enums.steering import (
    Claim,
    DirectiveKind,
    EvidenceState,
    Recurrence,
    Schedule,
    TaskEventKind,
)


def text_in(texts: Mapping[str, str], language: str) -> str:
    """Return the text in `language`, else in English, else in Vietnamese, the language of every original."""
    return texts.get(language) or texts.get("en") or texts["vi"]


@dataclass(frozen=True, slots=True)
class DirectiveKey:
    """What names an act: its number repeats over the years, number and date never do."""

    number: str
    issued_on: date


@dataclass(frozen=True, slots=True)
class DirectiveData:
    """An act that orders something: a directive, a decision, the conclusions of a meeting."""

    uuid: UUID
    key: DirectiveKey
    kind: DirectiveKind
    issuer: str
    document: str
    titles: Mapping[str, str]
    note: str

    def title_in(self, language: str) -> str:
        """The title in `language`, else in English, else in Vietnamese."""
        return text_in(self.titles, language)


@dataclass(frozen=True, slots=True)
class PlanData:
    """A national plan whose tasks are steered; `act` names the decision that approved it."""

    code: str
    titles: Mapping[str, str]
    act: str
    from_year: int | None
    to_year: int | None

    def title_in(self, language: str) -> str:
        """The title in `language`, else in English, else in Vietnamese."""
        return text_in(self.titles, language)


@dataclass(frozen=True, slots=True)
class TaskGroupData:
    """One of the groups by which tasks are followed (Document 452/TTg-KSTT of 2023-05-23)."""

    code: str
    position: int
    titles: Mapping[str, str]

    def title_in(self, language: str) -> str:
        """The title in `language`, else in English, else in Vietnamese."""
        return text_in(self.titles, language)


@dataclass(frozen=True, slots=True)
class ActingAgency:
    """An agency with its name and unit path as they were on the day it was named."""

    code: str
    name: str
    unit_path: str


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """A document that proves something: its reference, what people call it, and its SHA-256 in hexadecimal."""

    reference: str
    name: str
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDraft:
    """What a new task says; `leads_on` is the day on which agency codes are looked up."""

    code: str
    titles: Mapping[str, str]
    plan: str
    group: str
    lead: str
    co_leads: tuple[str, ...] = ()
    recurrence: Recurrence = Recurrence.ONCE
    assigned_on: date
    due_on: date | None = None
    directive: DirectiveKey | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskData:
    """A task with its three separate statuses: claimed, evidenced, and `schedule` computed for `seen_on`.

    `days_left` counts working days from `seen_on` to the due date, below zero when it is late; None for a task
    that is done, cancelled or regular.
    """

    uuid: UUID
    code: str
    titles: Mapping[str, str]
    plan: str
    group: str
    directive: DirectiveKey | None
    register_path: str
    lead: ActingAgency
    co_leads: tuple[ActingAgency, ...]
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

    def title_in(self, language: str) -> str:
        """The title in `language`, else in English, else in Vietnamese."""
        return text_in(self.titles, language)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskEventData:
    """One entry of a task's history; persons by account only, with the office they held."""

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
    changes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TaskEvidenceData:
    """A document somebody attached to a task, and what became of it."""

    uuid: UUID
    document: DocumentRef
    state: EvidenceState
    attached_at: datetime
    checked_at: datetime | None
    settled_at: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class TaskDetail:
    """A task with its whole history, oldest first, and its documents, newest first."""

    task: TaskData
    directive: DirectiveData | None
    history: tuple[TaskEventData, ...]
    documents: tuple[TaskEvidenceData, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFilter:
    """What a reader of tasks looks for; `below` is a unit path, `text` is searched without diacritics."""

    below: str = ""
    register: str = ""
    plan: str = ""
    group: str = ""
    lead: str = ""
    claimed: Claim | None = None
    never_reported: bool = False
    evidence: EvidenceState | None = None
    schedule: Schedule | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class TaskPage:
    """A page of a table and where the next one starts, None at the end."""

    tasks: tuple[TaskData, ...]
    next_after: str | None


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """The tasks of one claimed status (None: nobody has reported), how many there are and the most urgent of them."""

    claimed: Claim | None
    count: int
    tasks: tuple[TaskData, ...]


@dataclass(frozen=True, slots=True)
class TaskTally:
    """Counts computed from managed tasks on a day; never to be mixed with tallies that somebody reported.

    `unclassified` are tasks that run once and for which no agency has reported anything, so that neither done
    nor in progress is known of them. `claimed_not_evidenced` are said to be done without accepted evidence.
    """

    on: date
    total: int
    by_claim: Mapping[Claim, int]
    unclassified: int
    by_evidence: Mapping[EvidenceState, int]
    by_schedule: Mapping[Schedule, int]
    claimed_not_evidenced: int

    @property
    def late(self) -> int:
        """How many tasks are late."""
        return self.by_schedule.get(Schedule.LATE, 0)

    @property
    def done(self) -> int:
        """How many tasks are done with accepted evidence."""
        done = self.by_schedule
        return done.get(Schedule.DONE_ON_TIME, 0) + done.get(Schedule.DONE_LATE, 0)


@dataclass(frozen=True, slots=True)
class UnitTally:
    """The tally of one unit; `unit_path` is the path its tasks were given out under."""

    unit_path: str
    tally: TaskTally


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskChange:
    """What a bulk update sets; None leaves a field as it is."""

    plan: str | None = None
    group: str | None = None
    due_on: date | None = None
    lead: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return self == _NO_CHANGE


_NO_CHANGE = TaskChange()


@dataclass(frozen=True, slots=True)
class BulkReport:
    """How many tasks a bulk update was asked for and how many of them it really changed."""

    asked: int
    changed: int
    tasks: tuple[UUID, ...] = field(default=())
