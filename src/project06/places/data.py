"""What crosses the package's border: frozen, without behaviour beyond reading itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from project06.places.enums import Certainty, Extent, Kind, LackReason, Level

COUNTRY_CODE = "VN"
"""The root of every path."""

PATH_SEPARATOR = "/"


class ActKey(NamedTuple):
    """What names a legal act: its number repeats over the years, number and date never do."""

    number: str
    issued_on: date


@dataclass(frozen=True, slots=True)
class LegalActData:
    """A legal act that forms, changes or abolishes units."""

    key: ActKey
    issuer: str
    title: str
    effective_on: date
    certainty: Certainty
    remark: str


@dataclass(frozen=True, slots=True)
class UnitData:
    """One version of an administrative unit: what the law called it in `[valid_from, valid_to)`.

    `(code, date)` finds a unit, `code` alone never does: Lào Cai bears since 2025-07-01 the code 15,
    which was Yên Bái's before.
    """

    code: str
    kind: Kind
    name: str
    path: str
    valid_from: date
    valid_to: date | None
    act: ActKey

    @property
    def level(self) -> Level:
        """How deep the unit stands below the country."""
        return self.kind.level

    @property
    def official_name(self) -> str:
        """The name in Vietnamese law, such as "Tỉnh Tuyên Quang" or "Phường 1"."""
        return f"{self.kind.vietnamese} {self.name}".lstrip()

    @property
    def parent_code(self) -> str | None:
        """The code of the unit above; None for the country."""
        above, _, _ = self.path.rpartition(PATH_SEPARATOR)
        return above.rpartition(PATH_SEPARATOR)[2] or None

    def is_valid_on(self, on: date) -> bool:
        """Whether the unit existed in this shape on the day."""
        return self.valid_from <= on and (self.valid_to is None or on < self.valid_to)


@dataclass(frozen=True, slots=True)
class SuccessionData:
    """One arrow from a unit that ended on a day to one that began on that day."""

    predecessor_code: str
    successor_code: str
    effective_on: date
    extent: Extent
    act: ActKey


@dataclass(frozen=True, slots=True)
class LinkedUnit:
    """A predecessor or successor, and how much of the older unit passed to the newer."""

    unit: UnitData
    extent: Extent
    effective_on: date
    act: ActKey


@dataclass(frozen=True, slots=True)
class Reference:
    """Everything the gazetteer knows: acts, unit versions and the arrows between them."""

    acts: tuple[LegalActData, ...]
    units: tuple[UnitData, ...]
    successions: tuple[SuccessionData, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A count of one unit, or a ratio given by its two counts; never a bare percentage."""

    code: str
    numerator: int | Decimal
    denominator: int | Decimal | None = None


@dataclass(frozen=True, slots=True)
class Lack:
    """A unit whose share is missing from a restated sum."""

    unit: UnitData
    reason: LackReason


@dataclass(frozen=True, slots=True)
class RestatedFigure:
    """The sum of the figures whose territory lies wholly in the unit."""

    unit: UnitData
    numerator: int | Decimal
    denominator: int | Decimal | None
    sources: tuple[UnitData, ...]
    lacks: tuple[Lack, ...]

    @property
    def is_complete(self) -> bool:
        """Whether every part of the unit's territory is in the sum."""
        return not self.lacks

    @property
    def ratio(self) -> Decimal | None:
        """Numerator over denominator, recomputed from the sums; None for a count or an empty base."""
        if not self.denominator:
            return None
        return Decimal(self.numerator) / Decimal(self.denominator)


@dataclass(frozen=True, slots=True)
class UnrestatedFigure:
    """A figure that no rule may place: a person must divide it among the candidates."""

    unit: UnitData
    figure: Figure
    candidates: tuple[UnitData, ...]


@dataclass(frozen=True, slots=True)
class Restatement:
    """Figures of one day told in the units of another."""

    figures_on: date
    restated_to: date
    restated: tuple[RestatedFigure, ...]
    unrestated: tuple[UnrestatedFigure, ...]


@dataclass(frozen=True, slots=True)
class UnitCounts:
    """How many units of each kind exist on a day."""

    on: date
    by_kind: Mapping[Kind, int]

    def at(self, level: Level) -> int:
        """The number of units at a level."""
        return sum(count for kind, count in self.by_kind.items() if kind.level is level)


@dataclass(frozen=True, slots=True)
class UnitPage:
    """One page of a list; the codes from which the pages before and after start, None at the ends."""

    units: tuple[UnitData, ...]
    previous_before: str | None
    next_after: str | None


@dataclass(frozen=True, slots=True)
class ProvinceRegion:
    """A province of a day on the map: the shapes it consists of and the provinces of 2024 behind them."""

    unit: UnitData
    shapes: tuple[str, ...]
    formed_from: tuple[UnitData, ...]


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load changed, or would change; units, arrows and acts are counted together."""

    checksum: str
    added: int
    changed: int
    removed: int
    is_written: bool
