"""Rows of a list against what is stored: codes become rows, and every row is new, changed or as it was."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from project06.programme.data.task_import import RowFault, TaskRow
from project06.programme.data.tasks import ActingAgency, DirectiveKey
from project06.programme.enums.steering import EvidenceState, Recurrence, RowFaultCode
from project06.programme.models import Directive, Plan, Task, TaskCoLead, TaskGroup
from project06.programme.operations.task_writing import day_or_empty
from project06.programme.queries.acting_agencies import ActingCache
from project06.programme.rules.tasks import is_inside, is_settled


@dataclass(frozen=True, slots=True)
class Resolved:
    """A row whose codes were found; `changes` are the stored values that differ, None when the task is new."""

    row: TaskRow
    plan: int
    group: int
    directive: int | None
    lead: ActingAgency
    co_leads: tuple[ActingAgency, ...]
    stored: Task | None
    changes: Mapping[str, str]
    claims_anew: bool


@dataclass(slots=True)
class Resolver:
    """Looks every code of a list up once and compares rows with the stored tasks of a register."""

    register_path: str
    plans: dict[str, int]
    groups: dict[str, int]
    directives: dict[DirectiveKey, int]
    stored: dict[str, Task]
    co_leads: dict[int, set[str]]
    agencies: ActingCache = field(default_factory=ActingCache)
    faults: list[RowFault] = field(default_factory=list)

    @classmethod
    def for_register(cls, register_path: str, rows: Iterable[TaskRow]) -> "Resolver":
        """Read plans, groups, acts and the stored tasks that the rows name."""
        stored = {
            task.code: task
            for task in Task.objects.select_for_update(of=("self",))
            .filter(register_path=register_path, code__in=[row.code for row in rows])
            .select_related("plan", "group", "directive")
        }
        co_leads: dict[int, set[str]] = {}
        links = TaskCoLead.objects.filter(task__in=[task.pk for task in stored.values()])
        for task, agency in links.values_list("task_id", "agency_code"):
            co_leads.setdefault(task, set()).add(agency)
        return cls(
            register_path=register_path,
            plans=dict(Plan.objects.values_list("code", "id")),
            groups=dict(TaskGroup.objects.values_list("code", "id")),
            directives={DirectiveKey(row.number, row.issued_on): row.pk for row in Directive.objects.all()},
            stored=stored,
            co_leads=co_leads,
        )

    def resolve(self, row: TaskRow) -> Resolved | None:
        """Return the row with everything it names, None when something of it is wrong."""
        before = len(self.faults)
        plan = self._known(row, "plan", self.plans.get(row.plan), RowFaultCode.UNKNOWN_PLAN)
        group = self._known(row, "group", self.groups.get(row.group), RowFaultCode.UNKNOWN_GROUP)
        directive = self.directives.get(row.directive) if row.directive else None
        if row.directive and directive is None:
            self._blame(row, "directive", RowFaultCode.UNKNOWN_DIRECTIVE)
        lead = self._agency(row, "lead", row.lead)
        together = tuple(self._agency(row, "co_leads", code) for code in row.co_leads)
        if lead is not None and not is_inside(lead.unit_path, self.register_path):
            self._blame(row, "lead", RowFaultCode.NOT_ALLOWED)
        stored = self.stored.get(row.code)
        if stored is not None:
            self._compare(row, stored)
        if len(self.faults) > before or lead is None:
            return None
        return Resolved(
            row=row,
            plan=plan or 0,
            group=group or 0,
            directive=directive,
            lead=lead,
            co_leads=tuple(each for each in together if each is not None),
            stored=stored,
            changes=self._changes(row, stored) if stored else {},
            claims_anew=_claims_anew(row, stored),
        )

    def _agency(self, row: TaskRow, column: str, code: str) -> ActingAgency | None:
        found = self.agencies.find(code, row.assigned_on)
        if found is None:
            other_day = self.agencies.lived_on_other_day(code)
            self._blame(row, column, RowFaultCode.AGENCY_OTHER_DAY if other_day else RowFaultCode.UNKNOWN_AGENCY)
        return found

    def _compare(self, row: TaskRow, stored: Task) -> None:
        """Note what a list may never change: due date, lead, and what has been cancelled or proved."""
        if stored.cancelled_on is not None:
            self._blame(row, "code", RowFaultCode.ALREADY_CANCELLED)
        if row.due_on != stored.due_on:
            self._blame(row, "due_on", RowFaultCode.DUE_CHANGED)
        if row.lead != stored.lead_code:
            self._blame(row, "lead", RowFaultCode.LEAD_CHANGED)
        if _claims_anew(row, stored) and is_settled(EvidenceState(stored.evidence), Recurrence(stored.recurrence)):
            self._blame(row, "claimed", RowFaultCode.ALREADY_PROVED)

    def _changes(self, row: TaskRow, stored: Task) -> dict[str, str]:
        """Return the stored values that the row replaces; an empty cell replaces nothing."""
        pairs: dict[str, tuple[object, str]] = {
            "title_vi": (row.title, stored.titles["vi"]),
            "plan": (row.plan, stored.plan.code),
            "group": (row.group, stored.group.code),
            "recurrence": (row.recurrence.value, stored.recurrence),
            "assigned_on": (day_or_empty(row.assigned_on), day_or_empty(stored.assigned_on)),
        }
        changes = {name: old for name, (new, old) in pairs.items() if new != old}
        act = _act_of(stored)
        if row.directive and row.directive != act:
            changes["directive"] = act.number if act else ""
        known = self.co_leads.get(stored.pk, set())
        if row.co_leads and set(row.co_leads) != known:
            changes["co_leads"] = " ".join(sorted(known))
        return changes

    def _known(self, row: TaskRow, column: str, found: int | None, code: RowFaultCode) -> int | None:
        if found is None:
            self._blame(row, column, code)
        return found

    def _blame(self, row: TaskRow, column: str, code: RowFaultCode) -> None:
        self.faults.append(RowFault(row.row, column, code))


def _claims_anew(row: TaskRow, stored: Task | None) -> bool:
    if row.claimed is None:
        return False
    before: tuple[str | None, date | None] = (stored.claimed, stored.done_on) if stored else (None, None)
    return before != (row.claimed.value, row.done_on)


def _act_of(task: Task) -> DirectiveKey | None:
    return DirectiveKey(task.directive.number, task.directive.issued_on) if task.directive else None
