"""What comes back from reading a list of tasks."""

from dataclasses import dataclass
from datetime import date

from project06.programme.data.tasks import DirectiveKey
from project06.programme.enums.steering import Claim, Recurrence, RowFaultCode


@dataclass(frozen=True, slots=True)
class RowFault:
    """What is wrong with one cell: the row as people count it (the headings are row 1) and the heading's word.

    The value somebody typed is not repeated: faults are logged and kept.
    """

    row: int
    column: str
    code: RowFaultCode


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """One row of a list that could be read."""

    row: int
    code: str
    title: str
    plan: str
    group: str
    lead: str
    co_leads: tuple[str, ...]
    recurrence: Recurrence
    assigned_on: date
    due_on: date | None
    directive: DirectiveKey | None
    claimed: Claim | None
    done_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did, or would do; `faults` are the first of `fault_count`, by row."""

    digest: str
    rows: int
    added: int
    changed: int
    unchanged: int
    fault_count: int
    faults: tuple[RowFault, ...]
    is_written: bool

    @property
    def is_clean(self) -> bool:
        """Whether the list can be written."""
        return self.fault_count == 0
