"""Reporting periods: months, quarters, half-years, years and named campaigns, with dates half-open.

A period written as a code ("2024-H1") sorts, stores and travels in URLs; its label is for people.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from babel.dates import format_interval, get_month_names


class PeriodKind(StrEnum):
    """How long a period is; CAMPAIGN has dates of its own."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    CAMPAIGN = "campaign"


_MONTHS_IN = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.YEAR: 12}
_CODE_LETTER = {PeriodKind.MONTH: "", PeriodKind.QUARTER: "Q", PeriodKind.HALF: "H"}
_CODE = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<letter>[QH]?)(?P<number>[0-9]{1,2}))?")
_CAMPAIGN_CODE = re.compile(r"(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*):(?P<start>[0-9-]{10})\.\.(?P<end>[0-9-]{10})")
_CAMPAIGN_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

LABELS: dict[str, dict[PeriodKind, tuple[str, ...]]] = {
    # One pattern per number of the period in its year; a single pattern serves all of them.
    "vi": {
        PeriodKind.MONTH: ("{month} năm {year}",),
        PeriodKind.QUARTER: ("Quý {roman} năm {year}",),
        PeriodKind.HALF: ("6 tháng đầu năm {year}", "6 tháng cuối năm {year}"),
        PeriodKind.YEAR: ("Năm {year}",),
    },
    "en": {
        PeriodKind.MONTH: ("{month} {year}",),
        PeriodKind.QUARTER: ("Q{number} {year}",),
        PeriodKind.HALF: ("First half of {year}", "Second half of {year}"),
        PeriodKind.YEAR: ("{year}",),
    },
    "pl": {
        PeriodKind.MONTH: ("{month} {year}",),
        PeriodKind.QUARTER: ("{roman} kwartał {year}",),
        PeriodKind.HALF: ("{roman} półrocze {year}",),
        PeriodKind.YEAR: ("{year} r.",),
    },
    "hi": {
        PeriodKind.MONTH: ("{month} {year}",),
        PeriodKind.QUARTER: (
            "{year} की पहली तिमाही",
            "{year} की दूसरी तिमाही",
            "{year} की तीसरी तिमाही",
            "{year} की चौथी तिमाही",
        ),
        PeriodKind.HALF: ("{year} की पहली छमाही", "{year} की दूसरी छमाही"),
        PeriodKind.YEAR: ("वर्ष {year}",),
    },
    "cs": {
        PeriodKind.MONTH: ("{month} {year}",),
        PeriodKind.QUARTER: ("{number}. čtvrtletí {year}",),
        PeriodKind.HALF: ("{number}. pololetí {year}",),
        PeriodKind.YEAR: ("rok {year}",),
    },
    "uk": {
        PeriodKind.MONTH: ("{month} {year}",),
        PeriodKind.QUARTER: ("{roman} квартал {year}",),
        PeriodKind.HALF: ("{roman} півріччя {year}",),
        PeriodKind.YEAR: ("{year} рік",),
    },
}
_ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` up to but not including `end`.

    Raises ValueError when the dates do not fit the kind, or a campaign has no plain name.
    """

    kind: PeriodKind
    start: date
    end: date
    name: str = ""

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ValueError(f"A period must end after it starts: {self.start}..{self.end}")
        if self.kind is PeriodKind.CAMPAIGN:
            if not _CAMPAIGN_NAME.fullmatch(self.name):
                raise ValueError(f"A campaign needs a name of small letters, digits and hyphens: {self.name!r}")
            return
        if self.name:
            raise ValueError("Only a campaign has a name")
        months = _MONTHS_IN[self.kind]
        if self.start.day != 1 or (self.start.month - 1) % months or self.end != _months_later(self.start, months):
            raise ValueError(f"Not a {self.kind}: {self.start}..{self.end}")

    @classmethod
    def numbered(cls, kind: PeriodKind, year: int, number: int = 1) -> Self:
        """Return the `number`-th month, quarter or half of `year`, or the year itself.

        Raises ValueError when the year has no such period.
        """
        if kind is PeriodKind.CAMPAIGN:
            raise ValueError("A campaign has dates, not a number")
        months = _MONTHS_IN[kind]
        if not 1 <= number <= 12 // months:
            raise ValueError(f"A year has no {kind} number {number}")
        start = date(year, (number - 1) * months + 1, 1)
        return cls(kind, start, _months_later(start, months))

    @classmethod
    def containing(cls, kind: PeriodKind, on: date) -> Self:
        """Return the month, quarter, half or year in which the day `on` lies."""
        number = 1 if kind is PeriodKind.CAMPAIGN else (on.month - 1) // _MONTHS_IN[kind] + 1
        return cls.numbered(kind, on.year, number)

    @classmethod
    def campaign(cls, name: str, start: date, end: date) -> Self:
        """Return the campaign `name` from `start` up to but not including `end`."""
        return cls(PeriodKind.CAMPAIGN, start, end, name)

    @classmethod
    def parse(cls, code: str) -> Self:
        """Read a code as `code` writes it. Raises ValueError for any other text."""
        if ":" in code:
            return cls._parse_campaign(code)
        found = _CODE.fullmatch(code)
        if found is None:
            raise ValueError(f"Not a period: {code!r}")
        kind = {None: PeriodKind.YEAR, "": PeriodKind.MONTH, "Q": PeriodKind.QUARTER, "H": PeriodKind.HALF}
        period = cls.numbered(kind[found["letter"]], int(found["year"]), int(found["number"] or 1))
        if period.code != code:
            raise ValueError(f"Not a period: {code!r}")
        return period

    @classmethod
    def _parse_campaign(cls, code: str) -> Self:
        found = _CAMPAIGN_CODE.fullmatch(code)
        if found is None:
            raise ValueError(f"Not a campaign: {code!r}")
        return cls.campaign(found["name"], date.fromisoformat(found["start"]), date.fromisoformat(found["end"]))

    @property
    def number(self) -> int:
        """The place of the period in its year, from 1; a year and a campaign are 1."""
        return 1 if self.kind is PeriodKind.CAMPAIGN else (self.start.month - 1) // _MONTHS_IN[self.kind] + 1

    @property
    def last_on(self) -> date:
        """The last day inside the period."""
        return self.end - timedelta(days=1)

    @property
    def code(self) -> str:
        """The stable text form: "2024-06", "2024-Q2", "2024-H1", "2024", "name:2025-09-01..2025-12-01"."""
        if self.kind is PeriodKind.CAMPAIGN:
            return f"{self.name}:{self.start}..{self.end}"
        if self.kind is PeriodKind.YEAR:
            return f"{self.start.year:04}"
        width = 2 if self.kind is PeriodKind.MONTH else 1
        return f"{self.start.year:04}-{_CODE_LETTER[self.kind]}{self.number:0{width}}"

    def __str__(self) -> str:
        return self.code

    def __contains__(self, on: date) -> bool:
        return self.contains(on)

    def contains(self, on: date) -> bool:
        """Tell whether the day `on` lies inside."""
        return self.start <= on < self.end

    def previous(self) -> Self:
        """Return the period of the same kind before this one. Raises ValueError for a campaign."""
        return self._shifted(-1)

    def next(self) -> Self:
        """Return the period of the same kind after this one. Raises ValueError for a campaign."""
        return self._shifted(+1)

    def _shifted(self, steps: int) -> Self:
        if self.kind is PeriodKind.CAMPAIGN:
            raise ValueError("A campaign is not one of a row")
        months = _MONTHS_IN[self.kind]
        start = _months_later(self.start, steps * months)
        return type(self)(self.kind, start, _months_later(start, months))

    def months(self) -> tuple[Self, ...]:
        """Split into months that follow each other without a gap.

        A month that a campaign covers only in part is given as a campaign of the same name.
        """
        parts: list[Self] = []
        month = self.containing(PeriodKind.MONTH, self.start)
        while month.start < self.end:
            start, end = max(month.start, self.start), min(month.end, self.end)
            whole = (start, end) == (month.start, month.end)
            parts.append(month if whole else self.campaign(self.name, start, end))
            month = month.next()
        return tuple(parts)

    def label(self, language: str) -> str:
        """Return the period as a heading or table cell in `language` ("vi", "en", "pl", "hi", "cs", "uk").

        A regional tag such as "en-gb" is read as its language. Raises ValueError for another language.
        """
        short = language.partition("-")[0].lower()
        if short not in LABELS:
            raise ValueError(f"No period labels in {language!r}")
        if self.kind is PeriodKind.CAMPAIGN:
            return str(format_interval(self.start, self.last_on, "yMMMd", locale=short))
        patterns = LABELS[short][self.kind]
        return patterns[(self.number - 1) % len(patterns)].format(
            year=self.start.year,
            number=self.number,
            roman=_ROMAN[(self.number - 1) % 4],
            month=get_month_names("wide", "stand-alone", short)[self.start.month],
        )


def _months_later(first: date, months: int) -> date:
    """Shift the first day of a month by whole months."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, 1)
