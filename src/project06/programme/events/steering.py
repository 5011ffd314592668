"""What steering tells the others, in the transaction in which it happened."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from project06.kernel.events import event
from project06.programme.enums.steering import BottleneckState, Claim, EvidenceState, PilotState


@event("programme.directive-registered", version=1)
@dataclass(frozen=True, slots=True)
class DirectiveRegistered:
    """An act that orders something is known from now on."""

    directive: UUID


@event("programme.task-created", version=1)
@dataclass(frozen=True, slots=True)
class TaskCreated:
    """A task was given out."""

    task: UUID
    lead: str
    unit_path: str


@event("programme.task-edited", version=1)
@dataclass(frozen=True, slots=True)
class TaskEdited:
    """What a task says was changed; not its due date and not its lead."""

    task: UUID


@event("programme.tasks-imported", version=1)
@dataclass(frozen=True, slots=True)
class TasksImported:
    """A list of tasks was taken over; `digest` names the file (SHA-256)."""

    register_path: str
    digest: str
    added: int
    changed: int


@event("programme.tasks-updated", version=1)
@dataclass(frozen=True, slots=True)
class TasksUpdated:
    """Several tasks were changed at once."""

    tasks: tuple[UUID, ...]


@event("programme.task-claimed", version=1)
@dataclass(frozen=True, slots=True)
class TaskClaimed:
    """The lead agency reported how far a task is."""

    task: UUID
    claim: Claim


@event("programme.task-evidence-moved", version=1)
@dataclass(frozen=True, slots=True)
class TaskEvidenceMoved:
    """The document that proves a task was attached, checked, accepted or returned."""

    task: UUID
    state: EvidenceState


@event("programme.due-date-revised", version=1)
@dataclass(frozen=True, slots=True)
class DueDateRevised:
    """A task is due on another day; the original one is kept."""

    task: UUID
    before: date | None
    after: date


@event("programme.task-handed-over", version=1)
@dataclass(frozen=True, slots=True)
class TaskHandedOver:
    """Another agency leads a task."""

    task: UUID
    lead_before: str
    lead: str


@event("programme.task-cancelled", version=1)
@dataclass(frozen=True, slots=True)
class TaskCancelled:
    """A task was taken back."""

    task: UUID


@event("programme.task-fell-late", version=1)
@dataclass(frozen=True, slots=True)
class TaskFellLate:
    """The due date of a task has passed; told once for each due date."""

    task: UUID
    lead: str
    due_on: date


@event("programme.bottleneck-moved", version=1)
@dataclass(frozen=True, slots=True)
class BottleneckMoved:
    """A bottleneck was opened or went a step further or back."""

    bottleneck: UUID
    state: BottleneckState


@event("programme.pilot-moved", version=1)
@dataclass(frozen=True, slots=True)
class PilotMoved:
    """A pilot model was registered or went a step further."""

    pilot: UUID
    state: PilotState


@event("programme.meeting-planned", version=1)
@dataclass(frozen=True, slots=True)
class MeetingPlanned:
    """A working group will meet."""

    meeting: UUID
    held_on: date


@event("programme.conclusions-issued", version=1)
@dataclass(frozen=True, slots=True)
class ConclusionsIssued:
    """The conclusions of a meeting have a number and a date and no longer change."""

    meeting: UUID
    directive: UUID
