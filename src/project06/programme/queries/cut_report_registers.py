"""What the registers held on the day of a report: tasks, bottlenecks, pilot models, missing reports, meetings."""

from datetime import date, datetime, time, timedelta

from django.db.models import Count, QuerySet

from project06.kernel.clock import VIETNAM, local
from project06.kernel.permissions import Actor
from project06.kernel.working_time import office_time
from project06.programme.data.report import (
    BottleneckCut,
    MeetingCut,
    MissingCut,
    PilotCut,
    PlanCut,
    RegistersCut,
    TaskCut,
    TasksCut,
)
from project06.programme.enums.steering import BottleneckClass, BottleneckState, MeetingState, PilotState, Schedule
from project06.programme.models import Bottleneck, Decision, Meeting, Movement, PilotModel, Plan, Task
from project06.programme.queries.schedule import Today, schedule_on
from project06.programme.queries.select_tasks import below
from project06.programme.rules.moves import CLOSED_BOTTLENECKS, age_of
from project06.reporting import public as reporting
from project06.reporting.data import NotReportedFilter

MOST_ROWS = 200
"""A report is read; whoever needs more rows takes the tables."""

COMING_DAYS = 31
"""What falls due until the next monthly meeting."""

OWN_PLAN = "project-06"


def cut_registers(path: str, as_of: date, *, is_country: bool) -> RegistersCut:
    """Return what the registers of a unit and everything below it held at the end of the day."""
    return RegistersCut(
        tasks=_tasks(path, as_of),
        bottlenecks=_bottlenecks(path, as_of),
        pilots=_pilots(path, as_of),
        missing=_missing(path, as_of),
        meetings=_meetings(path, as_of),
        plans=_plans() if is_country else (),
        has_synthetic=_has_synthetic(path, as_of),
    )


def _given_out(path: str, as_of: date) -> QuerySet[Task]:
    return Task.objects.filter(below(path), assigned_on__lte=as_of)


def _tasks(path: str, as_of: date) -> TasksCut:
    day = Today.of(as_of)
    tasks = _given_out(path, as_of).annotate(schedule=schedule_on(day))
    counted = tasks.values_list("schedule").order_by().annotate(count=Count("id"))
    by_schedule = {Schedule(schedule): count for schedule, count in counted}
    coming = tasks.filter(
        schedule__in=(Schedule.ON_TIME, Schedule.DUE_SOON), due_on__lte=as_of + timedelta(days=COMING_DAYS)
    )
    return TasksCut(
        total=sum(by_schedule.values()),
        by_schedule={each: by_schedule[each] for each in Schedule if each in by_schedule},
        late=_task_rows(tasks.filter(schedule=Schedule.LATE), as_of),
        coming=_task_rows(coming, as_of),
    )


def _task_rows(tasks: QuerySet[Task], as_of: date) -> tuple[TaskCut, ...]:
    columns = ("code", "titles", "lead_name", "due_on", "schedule")  # the last is the caller's annotation
    rows = tasks.order_by("due_on", "code").values_list(*columns)
    return tuple(
        TaskCut(
            code=code,
            titles=titles,
            lead=lead,
            due_on=due_on,
            schedule=Schedule(schedule),
            days=office_time().working_days_between(as_of, due_on),
        )
        for code, titles, lead, due_on, schedule in rows[:MOST_ROWS]
    )


def _bottlenecks(path: str, as_of: date) -> tuple[BottleneckCut, ...]:
    rows = list(Bottleneck.objects.filter(below(path), raised_on__lte=as_of).order_by("kind", "raised_on", "code"))
    states = _states_on(Movement.objects.filter(bottleneck__in=rows), "bottleneck_id", as_of)
    cuts = (_bottleneck(row, BottleneckState(states.get(row.pk, BottleneckState.OPEN)), as_of) for row in rows)
    return tuple(each for each in cuts if each.state not in CLOSED_BOTTLENECKS)[:MOST_ROWS]


def _bottleneck(row: Bottleneck, state: BottleneckState, as_of: date) -> BottleneckCut:
    return BottleneckCut(
        code=row.code,
        titles=row.titles,
        kind=BottleneckClass(row.kind),
        state=state,
        owner=row.owner_name,
        raised_on=row.raised_on,
        due_on=row.due_on,
        age=age_of(row.raised_on, as_of, office_time()),
        is_late=row.due_on is not None and as_of > row.due_on,
    )


def _pilots(path: str, as_of: date) -> tuple[PilotCut, ...]:
    rows = list(PilotModel.objects.filter(below(path), registered_on__lte=as_of).order_by("code")[:MOST_ROWS])
    states = _states_on(Movement.objects.filter(pilot__in=rows), "pilot_id", as_of)
    return tuple(
        PilotCut(
            code=row.code,
            titles=row.titles,
            state=PilotState(states.get(row.pk, PilotState.REGISTERED)),
            lead=row.lead_name,
            registered_on=row.registered_on,
            due_on=row.due_on,
        )
        for row in rows
    )


def _states_on(steps: QuerySet[Movement], of: str, as_of: date) -> dict[int, str]:
    """The state each row had at the end of the day: steps taken later do not count."""
    end = datetime.combine(as_of + timedelta(days=1), time.min, tzinfo=VIETNAM)
    return dict(steps.filter(happened_at__lt=end).order_by("id").values_list(of, "to_state"))


def _missing(path: str, as_of: date) -> tuple[MissingCut, ...]:
    """Reports that were due by the day and have not come; agencies by the longest delay."""
    wanted = NotReportedFilter(below=path, is_overdue_only=True)
    page = reporting.list_not_reported(wanted=wanted, by=Actor.system("programme-report"), limit=MOST_ROWS)
    return tuple(
        MissingCut(each.agency_name, each.campaign_titles, local(each.due_at).date())
        for each in page.obligations
        if local(each.due_at).date() <= as_of
    )


def _meetings(path: str, as_of: date) -> tuple[MeetingCut, ...]:
    """The last meeting until the day and those that follow within the coming weeks; of the unit itself."""
    of_unit = Meeting.objects.filter(unit_path=path)
    last = list(of_unit.filter(held_on__lte=as_of).order_by("-held_on")[:1])
    coming = of_unit.filter(held_on__gt=as_of, held_on__lte=as_of + timedelta(days=COMING_DAYS)).order_by("held_on")
    rows = [*last, *coming]
    decided = dict(
        Decision.objects.filter(meeting__in=rows).values_list("meeting_id").order_by().annotate(count=Count("id"))
    )
    return tuple(MeetingCut(row.title, row.held_on, MeetingState(row.state), decided.get(row.pk, 0)) for row in rows)


def _plans() -> tuple[PlanCut, ...]:
    rows = Plan.objects.exclude(code=OWN_PLAN).order_by("code")
    return tuple(PlanCut(row.code, row.titles) for row in rows)


def _has_synthetic(path: str, as_of: date) -> bool:
    tasks = _given_out(path, as_of).filter(is_synthetic=True)
    bottlenecks = Bottleneck.objects.filter(below(path), raised_on__lte=as_of, is_synthetic=True)
    pilots = PilotModel.objects.filter(below(path), registered_on__lte=as_of, is_synthetic=True)
    return tasks.exists() or bottlenecks.exists() or pilots.exists()
