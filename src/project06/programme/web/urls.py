"""Addresses below /programme/."""

from django.urls import path, register_converter

from project06.programme.web import report
from project06.programme.web.converters import IndicatorCodeConverter, TableFormatConverter
from project06.programme.web.views import (
    bottlenecks,
    chairman,
    indicators,
    lineage,
    meetings,
    pilots,
    task_lists,
    tasks,
)
from project06.programme.web.views import task as one_task

app_name = "programme"
register_converter(TableFormatConverter, "table_format")
register_converter(IndicatorCodeConverter, "indicator_code")

_TASK = "tasks/<uuid:task>/"
_BOTTLENECK = "bottlenecks/<uuid:bottleneck>/"
_PILOT = "pilots/<uuid:pilot>/"
_MEETING = "meetings/<uuid:meeting>/"
_DECISION = "decisions/<uuid:decision>/"
urlpatterns = [
    path("", chairman.chairman, name="chairman"),
    path("tasks/", tasks.tasks, name="tasks"),
    path("tasks/board/", tasks.task_board, name="task_board"),
    path("tasks/create/", tasks.create_task, name="create_task"),
    path("tasks/update/", tasks.update_tasks, name="update_tasks"),
    path("tasks/import/", task_lists.import_tasks, name="import_tasks"),
    path("tasks/empty.xlsx", task_lists.empty_list, name="empty_list"),
    path("tasks.<table_format:form>", task_lists.export_tasks, name="export_tasks"),
    path(_TASK, one_task.task, name="task"),
    path(f"{_TASK}claim/", one_task.claim_task, name="claim_task"),
    path(f"{_TASK}attach/", one_task.attach_task_evidence, name="attach_task_evidence"),
    path(f"{_TASK}check/", one_task.check_task_evidence, name="check_task_evidence"),
    path(f"{_TASK}accept/", one_task.accept_task_evidence, name="accept_task_evidence"),
    path(f"{_TASK}return/", one_task.return_task_evidence, name="return_task_evidence"),
    path(f"{_TASK}revise/", one_task.revise_due_date, name="revise_due_date"),
    path(f"{_TASK}hand-over/", one_task.hand_over_task, name="hand_over_task"),
    path(f"{_TASK}edit/", one_task.edit_task, name="edit_task"),
    path(f"{_TASK}cancel/", one_task.cancel_task, name="cancel_task"),
    path("bottlenecks/", bottlenecks.bottlenecks, name="bottlenecks"),
    path("bottlenecks/open/", bottlenecks.open_bottleneck, name="open_bottleneck"),
    path("bottlenecks.<table_format:form>", bottlenecks.export_bottlenecks, name="export_bottlenecks"),
    path(_BOTTLENECK, bottlenecks.bottleneck, name="bottleneck"),
    path(f"{_BOTTLENECK}move/", bottlenecks.move_bottleneck, name="move_bottleneck"),
    path(f"{_BOTTLENECK}link/", bottlenecks.link_bottleneck, name="link_bottleneck"),
    path("pilots/", pilots.pilots, name="pilots"),
    path("pilots/register/", pilots.register_pilot, name="register_pilot"),
    path("pilots.<table_format:form>", pilots.export_pilots, name="export_pilots"),
    path(_PILOT, pilots.pilot, name="pilot"),
    path(f"{_PILOT}move/", pilots.move_pilot, name="move_pilot"),
    path("meetings/", meetings.meetings, name="meetings"),
    path("meetings/plan/", meetings.plan_meeting, name="plan_meeting"),
    path(_MEETING, meetings.meeting, name="meeting"),
    path(f"{_MEETING}agenda/", meetings.prepare_agenda, name="prepare_agenda"),
    path(f"{_MEETING}minutes/", meetings.record_minutes, name="record_minutes"),
    path(f"{_MEETING}decide/", meetings.add_decision, name="add_decision"),
    path(f"{_MEETING}issue/", meetings.issue_conclusions, name="issue_conclusions"),
    path(f"{_DECISION}change/", meetings.change_decision, name="change_decision"),
    path(f"{_DECISION}task/", meetings.create_task_from_decision, name="create_task_from_decision"),
    path("indicators/", indicators.indicators, name="indicators"),
    path("indicators.<table_format:form>", indicators.export_indicators, name="export_indicators"),
    path("indicators/<indicator_code:code>/", indicators.indicator, name="indicator"),
    path("report/", report.report, name="report"),
    path("report/render/", report.render_report, name="render_report"),
    path("figures/<uuid:observation>/", lineage.lineage, name="lineage"),
]
