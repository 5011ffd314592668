"""Words of the design system that presenters choose from."""

from enum import StrEnum


class Tone(StrEnum):
    """What a thing means for the reader; the value is the design system's `data-color`."""

    PLAIN = "neutral"
    ACCENT = "accent"
    GOLD = "brand1"
    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"


class ColumnKind(StrEnum):
    """How the cells of a table column are written."""

    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"
    DONG = "dong"
    DAY = "day"
    MOMENT = "moment"

    @property
    def is_numeric(self) -> bool:
        """Say whether the cells stand at the right, digit below digit."""
        return self in {ColumnKind.NUMBER, ColumnKind.PERCENT, ColumnKind.DONG}


class Sorting(StrEnum):
    """How a column is sorted; the value is the `aria-sort` of its heading."""

    NONE = "none"
    ASCENDING = "ascending"
    DESCENDING = "descending"


class StepState(StrEnum):
    """Where a procedure stands at one of its steps."""

    DONE = "done"
    CURRENT = "current"
    UPCOMING = "upcoming"
    STOPPED = "stopped"


class DeadlineState(StrEnum):
    """How a deadline stands at the moment the page is made."""

    ON_TIME = "on-time"
    SOON = "soon"
    LATE = "late"
    PAUSED = "paused"
    MET = "met"
    MET_LATE = "met-late"


class Shade(StrEnum):
    """The fill of a region on the map; MISSING is a region without a figure."""

    MISSING = "missing"
    LEVEL_1 = "level-1"
    LEVEL_2 = "level-2"
    LEVEL_3 = "level-3"
    LEVEL_4 = "level-4"
    LEVEL_5 = "level-5"
    CHOSEN = "chosen"
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"
