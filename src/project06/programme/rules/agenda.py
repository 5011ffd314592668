"""What a working group must talk about: exceptions, the gravest first (monthly rhythm, reports of June 2024)."""

from collections.abc import Sequence

from project06.programme.data.meetings import AgendaPoint, MissedTarget, MissingReport
from project06.programme.data.registers import BottleneckData
from project06.programme.data.tasks import TaskData
from project06.programme.enums.steering import AgendaKind

MOST_OF_A_KIND = 50
"""Nobody discusses more than fifty late tasks in one meeting; the table of tasks shows the rest."""


def compose_agenda(
    *,
    late: Sequence[TaskData],
    stuck: Sequence[BottleneckData],
    missing: Sequence[MissingReport] = (),
    missed: Sequence[MissedTarget] = (),
    points: Sequence[str] = (),
) -> tuple[AgendaPoint, ...]:
    """Return the points in order: who has not reported, late tasks, stuck bottlenecks, missed targets, the rest.

    Those who have not reported come first: without their figures nothing after it can be judged.
    """
    found = [
        *(_missing(each) for each in sorted(missing, key=lambda each: (each.due_on, each.agency))[:MOST_OF_A_KIND]),
        *(_late(each) for each in sorted(late, key=_latest_first)[:MOST_OF_A_KIND]),
        *(_stuck(each) for each in sorted(stuck, key=_stillest_first)[:MOST_OF_A_KIND]),
        *(_missed(each) for each in missed[:MOST_OF_A_KIND]),
        *(AgendaPoint(0, AgendaKind.POINT, each, None, "", {}) for each in points),
    ]
    return tuple(
        AgendaPoint(number, each.kind, each.title, each.subject, each.code, each.facts)
        for number, each in enumerate(found, start=1)
    )


def _latest_first(task: TaskData) -> tuple[int, str]:
    return (task.days_left or 0, task.code)


def _stillest_first(bottleneck: BottleneckData) -> tuple[int, str]:
    return (-bottleneck.still_for, bottleneck.code)


def _missing(each: MissingReport) -> AgendaPoint:
    facts = {"agency": each.agency_name, "due_on": each.due_on.isoformat()}
    return AgendaPoint(0, AgendaKind.NOT_REPORTED, each.what, None, each.agency, facts)


def _late(task: TaskData) -> AgendaPoint:
    facts = {
        "agency": task.lead.name,
        "due_on": task.due_on.isoformat() if task.due_on else "",
        "days_late": str(-(task.days_left or 0)),
        "claimed": task.claimed.value if task.claimed else "",
        "evidence": task.evidence.value,
    }
    return AgendaPoint(0, AgendaKind.LATE_TASK, task.titles["vi"], task.uuid, task.code, facts)


def _stuck(bottleneck: BottleneckData) -> AgendaPoint:
    facts = {
        "agency": bottleneck.owner.name,
        "kind": bottleneck.kind.value,
        "state": bottleneck.state.value,
        "still_for": str(bottleneck.still_for),
    }
    return AgendaPoint(0, AgendaKind.STUCK_BOTTLENECK, bottleneck.titles["vi"], bottleneck.uuid, bottleneck.code, facts)


def _missed(each: MissedTarget) -> AgendaPoint:
    facts = {"value": each.value, "target": each.target}
    return AgendaPoint(0, AgendaKind.OFF_TARGET, each.name, None, each.indicator, facts)
