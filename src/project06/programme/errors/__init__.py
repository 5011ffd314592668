"""Why steering says no, gathered from the modules of this folder."""

from project06.programme.errors.indicators import (
    AlreadyApproved,
    FaultyFigures,
    FaultyReference,
    IndicatorExists,
    MisfitFigure,
    MisfitPeriod,
    NothingToCorrect,
    NotReported,
    PeriodLocked,
    UnknownFact,
    UnknownIndicator,
    UnknownMeasure,
    UnknownObservation,
    UnknownSource,
    UnusableQuery,
)

__all__ = [
    "AlreadyApproved",
    "FaultyFigures",
    "FaultyReference",
    "IndicatorExists",
    "MisfitFigure",
    "MisfitPeriod",
    "NotReported",
    "NothingToCorrect",
    "PeriodLocked",
    "UnknownFact",
    "UnknownIndicator",
    "UnknownMeasure",
    "UnknownObservation",
    "UnknownSource",
    "UnusableQuery",
]
