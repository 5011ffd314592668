"""The tables of steering; each module of this folder holds those of one noun."""

from project06.programme.models.bottlenecks import Bottleneck
from project06.programme.models.directives import Directive, Plan, TaskGroup
from project06.programme.models.indicators import Indicator, IndicatorVersion, Measure, SourceDocument, Target
from project06.programme.models.meetings import AgendaItem, Decision, Endpoint, Meeting
from project06.programme.models.observations import (
    Computation,
    Correction,
    Fact,
    Handling,
    Observation,
    PeriodLock,
)
from project06.programme.models.pilots import Movement, PilotModel
from project06.programme.models.scores import LatestObservation, UnitScore
from project06.programme.models.tasks import Task, TaskCoLead, TaskEvent, TaskEvidence

__all__ = [
    "AgendaItem",
    "Bottleneck",
    "Computation",
    "Correction",
    "Decision",
    "Directive",
    "Endpoint",
    "Fact",
    "Handling",
    "Indicator",
    "IndicatorVersion",
    "LatestObservation",
    "Measure",
    "Meeting",
    "Movement",
    "Observation",
    "PeriodLock",
    "PilotModel",
    "Plan",
    "SourceDocument",
    "Target",
    "Task",
    "TaskCoLead",
    "TaskEvent",
    "TaskEvidence",
    "TaskGroup",
    "UnitScore",
]
