"""Bring task groups, plans and acts to the delivered reference."""

from collections.abc import Iterator
from pathlib import Path

from project06.evidence import public as evidence
from project06.kernel.clock import now
from project06.kernel.permissions import Actor, check
from project06.programme.enums.steering import LOAD_STEERING
from project06.programme.models import Directive, Plan, TaskGroup
from project06.programme.rules.steering_reference import (
    DIRECTIVES_FILE,
    GROUPS_FILE,
    PLANS_FILE,
    parse_directives,
    parse_groups,
    parse_plans,
)

REFERENCE_FOLDER = Path(__file__).resolve().parent.parent / "reference"


@evidence.operation
def load_steering(*, write: bool, by: Actor) -> int:
    """Write what the reference says and the tables do not; only count it, unless `write`. Returns how many rows.

    Safe to run twice. What somebody registered beside the reference stays. Raises NotAllowed.
    """
    check(by, LOAD_STEERING)
    waiting = list(_differing())
    if not write:
        return len(waiting)
    for row in waiting:
        row.save()
    if waiting:
        evidence.record(
            by=by,
            action="programme.load-steering",
            subject_kind="reference",
            subject=None,
            purpose="Know plans, task groups and the acts behind them",
            legal_ground="Decision 06/QĐ-TTg (2022-01-06); Document 452/TTg-KSTT (2023-05-23)",
            details={"rows": str(len(waiting))},
        )
    return len(waiting)


def _differing() -> Iterator[TaskGroup | Plan | Directive]:
    """Yield rows that are missing or say something else, filled but not saved."""
    groups = {row.code: row for row in TaskGroup.objects.all()}
    for values in parse_groups(_text(GROUPS_FILE)):
        yield from _changed(groups.get(str(values["code"]), TaskGroup()), values)
    plans = {row.code: row for row in Plan.objects.all()}
    for values in parse_plans(_text(PLANS_FILE)):
        yield from _changed(plans.get(str(values["code"]), Plan()), values)
    acts = {(row.number, row.issued_on): row for row in Directive.objects.all()}
    for key, values in parse_directives(_text(DIRECTIVES_FILE)):
        fresh = Directive(number=key.number, issued_on=key.issued_on, registered_at=now())
        yield from _changed(acts.get((key.number, key.issued_on), fresh), values)


def _changed[Row: TaskGroup | Plan | Directive](row: Row, values: dict[str, object]) -> Iterator[Row]:
    if row.pk is not None and all(getattr(row, name) == value for name, value in values.items()):
        return
    for name, value in values.items():
        setattr(row, name, value)
    yield row


def _text(name: str) -> str:
    return (REFERENCE_FOLDER / name).read_text(encoding="utf-8")
