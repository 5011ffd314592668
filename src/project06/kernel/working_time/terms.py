"""The words of a deadline: how long, paused when, standing how."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class AllowanceUnit(StrEnum):
    """What an allowance of time is counted in; procedures use all four."""

    WORKING_HOURS = "working-hours"
    WORKING_DAYS = "working-days"
    CALENDAR_DAYS = "calendar-days"
    CALENDAR_MONTHS = "calendar-months"


class DayBasis(StrEnum):
    """What "N working days from acceptance" means.

    WHOLE_DAYS: the day of acceptance is not counted and the time ends with the N-th working day after it
    (Civil Code 91/2015/QH13, article 147(2); the general rule of procedures).
    EIGHT_HOURS: N times eight working hours from the minute of acceptance, as several provincial one-stop
    systems count.
    """

    WHOLE_DAYS = "whole-days"
    EIGHT_HOURS = "eight-hours"


class Standing(StrEnum):
    """How a deadline stands at a moment."""

    ON_TIME = "on-time"
    AT_RISK = "at-risk"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Allowance:
    """An amount of time that a procedure allows. Raises ValueError unless the amount is at least 1."""

    amount: int
    unit: AllowanceUnit

    def __post_init__(self) -> None:
        if self.amount < 1:
            raise ValueError(f"An allowance is at least 1, not {self.amount}")


@dataclass(frozen=True, slots=True)
class Pause:
    """Time that is not counted, for instance while a citizen supplements papers; `end` None is still open.

    Raises ValueError for an end before the start.
    """

    start: datetime
    end: datetime | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise ValueError(f"A pause cannot end before it starts: {self.start}..{self.end}")
