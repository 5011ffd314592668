"""The tasks, bottlenecks and pilot models of the demonstration world, and how each came to where it stands.

The words follow the source reports; the states and days are invented, and every row is marked as synthetic.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from project06.kernel.clock import VIETNAM
from project06.programme.data.tasks import DirectiveKey, DocumentRef, TaskDraft
from project06.programme.enums.steering import Claim, EvidenceState, Recurrence

ASSIGNED_DAYS = -140
REFERENCE_FOLDER = Path(__file__).resolve().parent.parent / "reference"
PLAN = "project-06"
ACT = DirectiveKey("07/CT-TTg", date(2025, 3, 14))
DOCUMENT = DocumentRef("demo:report", "Báo cáo kết quả (mô phỏng)")


@dataclass(frozen=True, slots=True)
class Course:
    """How a task of the demonstration went; days are counted from today."""

    due: int | None
    claim: Claim | None = None
    done: int | None = None
    evidence: EvidenceState = EvidenceState.NONE
    first_due: int | None = None
    is_cancelled: bool = False


COURSES = {
    "done": Course(due=-30, claim=Claim.DONE, done=-36, evidence=EvidenceState.ACCEPTED),
    "done-late": Course(due=-60, claim=Claim.DONE, done=-41, evidence=EvidenceState.ACCEPTED),
    "claimed": Course(due=-5, claim=Claim.DONE, done=-8, evidence=EvidenceState.ATTACHED),
    "checked": Course(due=12, claim=Claim.DONE, done=-3, evidence=EvidenceState.CHECKED),
    "returned": Course(due=-15, claim=Claim.DONE, done=-21, evidence=EvidenceState.RETURNED),
    "late": Course(due=-25, claim=Claim.IN_PROGRESS),
    "soon": Course(due=4, claim=Claim.IN_PROGRESS),
    "progress": Course(due=60, claim=Claim.IN_PROGRESS),
    "start": Course(due=90, claim=Claim.NOT_STARTED),
    "silent": Course(due=30),
    "silent-late": Course(due=-10),
    "revised": Course(due=20, claim=Claim.IN_PROGRESS, first_due=-45),
    "regular": Course(due=None, claim=Claim.IN_PROGRESS, evidence=EvidenceState.ACCEPTED),
    "cancelled": Course(due=40, is_cancelled=True),
}


@dataclass(frozen=True, slots=True)
class DemoTask:
    """One task of one register with its course."""

    unit: str
    draft: TaskDraft
    course: Course


def moment(today: date, days: int, hour: int = 9) -> datetime:
    """Return the moment so many days from today, by the clocks of Viet Nam; never after today."""
    return datetime.combine(today + timedelta(days=min(days, 0)), time(hour), tzinfo=VIETNAM)


def list_demo_tasks(today: date) -> Iterator[DemoTask]:
    """Yield the tasks of the demonstration: those of the centre, and one of each pattern for each province."""
    assigned_on = today + timedelta(days=ASSIGNED_DAYS)
    for row in demo_rows("demo_tasks.csv"):
        for number, unit in enumerate(row["units"].split(), start=1):
            course = COURSES[row[f"state_{number}"]]
            first = course.due if course.first_due is None else course.first_due
            draft = TaskDraft(
                code=row["code"] if unit == "VN" else f"{unit}-{row['code']}",
                titles={"vi": row["vi"], "en": row["en"]},
                plan=PLAN,
                group=row["group"],
                lead=local_code(row["lead"], unit),
                co_leads=tuple(local_code(code, unit) for code in row["co_leads"].split()),
                recurrence=Recurrence(row["recurrence"]),
                assigned_on=assigned_on,
                due_on=None if first is None else today + timedelta(days=first),
                directive=ACT,
            )
            yield DemoTask(unit, draft, course)


def local_code(code: str, unit: str) -> str:
    """Return the code of a province's own department, or a central code as it is."""
    return code if unit == "VN" else f"{code}-{unit}"


def demo_rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a file of the demonstration."""
    with (REFERENCE_FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
