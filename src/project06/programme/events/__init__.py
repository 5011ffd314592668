"""What steering tells the others, gathered from the modules of this folder."""

from project06.programme.events.indicators import (
    IndicatorDefined,
    IndicatorsLoaded,
    IndicatorsRecomputed,
    ObservationCorrected,
    ObservationsChecked,
    ObservationsRecorded,
    PeriodApproved,
    PeriodOpened,
    TargetSet,
)

__all__ = [
    "IndicatorDefined",
    "IndicatorsLoaded",
    "IndicatorsRecomputed",
    "ObservationCorrected",
    "ObservationsChecked",
    "ObservationsRecorded",
    "PeriodApproved",
    "PeriodOpened",
    "TargetSet",
]
