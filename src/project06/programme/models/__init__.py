"""The tables of steering; each module of this folder holds those of one noun."""

from project06.programme.models.indicators import Indicator, IndicatorVersion, Measure, SourceDocument, Target
from project06.programme.models.observations import (
    Computation,
    Correction,
    Fact,
    Handling,
    Observation,
    PeriodLock,
)
from project06.programme.models.scores import LatestObservation, UnitScore

__all__ = [
    "Computation",
    "Correction",
    "Fact",
    "Handling",
    "Indicator",
    "IndicatorVersion",
    "LatestObservation",
    "Measure",
    "Observation",
    "PeriodLock",
    "SourceDocument",
    "Target",
    "UnitScore",
]
