"""The words of the REST interface and how a unit is said in them."""

import re
from datetime import date
from typing import Annotated, Literal, cast

from ninja import Field, Schema
from pydantic import BeforeValidator, StringConstraints

from project06.places.data import COUNTRY_CODE, LinkedUnit, UnitData
from project06.places.enums import Extent, Kind, Level

MOST_KEYS = 10_000
LONGEST_PAGE = 200
LEVELS = {level.name.lower(): level for level in Level}

_CALENDAR_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _calendar_day(value: object) -> object:
    """Let only YYYY-MM-DD pass: numbers would be read as seconds since 1970."""
    if isinstance(value, str) and _CALENDAR_DAY.fullmatch(value):
        return date.fromisoformat(value)
    raise ValueError("A day is written as YYYY-MM-DD.")


type Day = Annotated[date, BeforeValidator(_calendar_day)]
type LevelWord = Literal["country", "province", "district", "commune"]
type UnitCode = Annotated[str, StringConstraints(pattern=r"^(VN|[0-9]{2}|[0-9]{3}|[0-9]{5})$")]


class UnitOut(Schema):
    """One version of a unit."""

    code: str
    level: LevelWord
    kind: Kind
    name: str
    official_name: str
    path: str
    valid_from: date
    valid_to: date | None
    act_number: str
    act_issued_on: date


class UnitPageOut(Schema):
    """One page; send `next_after` as `after` for the next one."""

    units: list[UnitOut]
    next_after: str | None


class UnitListIn(Schema):
    """Which page of which list."""

    level: LevelWord
    on: Day | None = None
    under: UnitCode = COUNTRY_CODE
    after: UnitCode | None = None
    limit: Annotated[int, Field(ge=1, le=LONGEST_PAGE)] = 50


class UnitSearchIn(Schema):
    """Words, and where and when to look for them."""

    q: Annotated[str, Field(min_length=1, max_length=80)]
    on: Day | None = None
    level: LevelWord | None = None
    under: UnitCode | None = None


class UnitLinkOut(Schema):
    """A predecessor or successor, and how much of the older unit passed to the newer."""

    unit: UnitOut
    extent: Extent
    effective_on: date


class UnitKey(Schema):
    """A code and the day on which it is meant."""

    code: UnitCode
    on: Day


class UnitResolutionIn(Schema):
    """The keys to resolve."""

    keys: Annotated[list[UnitKey], Field(max_length=MOST_KEYS)]


class UnitResolutionOut(Schema):
    """The units in the order of the keys; null where nothing bore the code on the day."""

    units: list[UnitOut | None]


def _word(level: Level) -> LevelWord:
    return cast("LevelWord", level.name.lower())  # the names of Level are the words


def unit_out(unit: UnitData) -> UnitOut:
    """Say a unit."""
    return UnitOut(
        code=unit.code,
        level=_word(unit.level),
        kind=unit.kind,
        name=unit.name,
        official_name=unit.official_name,
        path=unit.path,
        valid_from=unit.valid_from,
        valid_to=unit.valid_to,
        act_number=unit.act.number,
        act_issued_on=unit.act.issued_on,
    )


def units_out(units: tuple[UnitData, ...]) -> list[UnitOut]:
    """Say several units, in their order."""
    return [unit_out(unit) for unit in units]


def link_out(link: LinkedUnit) -> UnitLinkOut:
    """Say a predecessor or successor."""
    return UnitLinkOut(unit=unit_out(link.unit), extent=link.extent, effective_on=link.effective_on)
