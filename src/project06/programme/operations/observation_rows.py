"""From a delivered row to a row that can be stored: every question that can be asked before writing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from project06.kernel.periods import Period
from project06.kernel.permissions import Actor, check
from project06.places.errors import UnknownUnit
from project06.programme.data.indicators import FigureRow, Reading
from project06.programme.enums import REPORT_INDICATORS, Origin
from project06.programme.errors import (
    ComputedIndicator,
    DeltaWithoutKind,
    MisfitPeriod,
    PeriodLocked,
    PeriodNotBegun,
    RatioDiffers,
    UnitNotInPeriod,
    UnknownIndicator,
    UnknownSource,
    UnwritableNumber,
    ValueMissing,
    ValueOutOfRange,
)
from project06.programme.models import IndicatorVersion, PeriodLock, SourceDocument
from project06.programme.queries.indicator_units import FigureUnit, resolve_units
from project06.programme.queries.indicator_versions import newest_versions
from project06.programme.rules.indicators import DECIMALS, half_last_digit, is_within, ratio_value, value_of

LARGEST = Decimal(10) ** 24
_STEP = Decimal(1).scaleb(-DECIMALS)


@dataclass(frozen=True, slots=True)
class Ground:
    """What the rows of one delivery are held against, read with one query a table."""

    versions: Mapping[str, IndicatorVersion]
    units: Mapping[tuple[str, date], FigureUnit]
    sources: Mapping[str, int]
    locks: Mapping[tuple[int, str], tuple[str, ...]]
    today: date
    by: Actor
    may_be_computed: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    """A row that may be stored."""

    version: IndicatorVersion
    unit: FigureUnit
    period: Period
    reading: Reading
    source_id: int | None
    computation_id: int | None = None

    @property
    def key(self) -> tuple[object, ...]:
        """What no two rows of a delivery may share."""
        return (self.version.pk, self.unit.key, self.period.code, self.reading.coverage)


def read_ground(rows: Iterable[FigureRow], *, today: date, by: Actor, may_be_computed: bool = False) -> Ground:
    """Read everything that the rows mention."""
    rows = list(rows)
    versions = newest_versions(row.indicator for row in rows)
    cited = {row.reading.source for row in rows if row.reading.source}
    return Ground(
        versions=versions,
        units=resolve_units((row.unit_code, row.unit_on) for row in rows),
        sources=dict(SourceDocument.objects.filter(key__in=cited).values_list("key", "pk")),
        locks=read_locks({row.pk for row in versions.values()}, {row.period for row in rows}),
        today=today,
        by=by,
        may_be_computed=may_be_computed,
    )


def read_locks(versions: set[int], periods: set[str]) -> dict[tuple[int, str], tuple[str, ...]]:
    """The paths that are locked, by version and period."""
    locks: dict[tuple[int, str], tuple[str, ...]] = {}
    rows = PeriodLock.objects.filter(version_id__in=versions, period__in=periods)
    for version, period, path in rows.values_list("version_id", "period", "unit_path"):
        locks[version, period] = (*locks.get((version, period), ()), path)
    return locks


def prepare_row(row: FigureRow, ground: Ground) -> Prepared:
    """Ask one row every question. Raises the refusal that names what is wrong, or NotAllowed."""
    version = ground.versions.get(row.indicator)
    if version is None:
        raise UnknownIndicator(indicator=row.indicator)
    if version.origin == Origin.COMPUTED and not ground.may_be_computed:
        raise ComputedIndicator(indicator=row.indicator)
    unit = ground.units.get((row.unit_code, row.unit_on))
    if unit is None:
        raise UnknownUnit(code=row.unit_code, on=row.unit_on.isoformat())
    check(ground.by, REPORT_INDICATORS, path=unit.unit.path)
    period = _period(row.period, unit, ground.today)
    if is_locked(ground.locks.get((version.pk, period.code), ()), unit.unit.path):
        raise PeriodLocked(period=period.code)
    source = row.reading.source
    if source is not None and source not in ground.sources:
        raise UnknownSource(source=source)
    reading = fit_reading(row.reading, version, as_of_on=min(period.last_on, ground.today))
    return Prepared(version, unit, period, reading, ground.sources.get(source) if source else None)


def is_locked(locked: Iterable[str], path: str) -> bool:
    """Whether a path lies in or below one of the locked ones."""
    return any(path == each or path.startswith(f"{each}/") for each in locked)


def _period(code: str, unit: FigureUnit, today: date) -> Period:
    period = parse_period(code)
    if period.start > today:
        raise PeriodNotBegun(period=code)
    check_stood(unit, period)
    return period


def parse_period(code: str) -> Period:
    """Read the code of a period. Raises MisfitPeriod."""
    try:
        return Period.parse(code)
    except ValueError as fault:
        raise MisfitPeriod(period=code) from fault


def check_stood(unit: FigureUnit, period: Period) -> None:
    """Raise UnitNotInPeriod unless the unit existed on some day of the period."""
    until = unit.unit.valid_to
    if unit.key.since >= period.end or (until is not None and until <= period.start):
        raise UnitNotInPeriod(code=unit.unit.code, period=period.code)


def fit_reading(reading: Reading, version: IndicatorVersion, *, as_of_on: date) -> Reading:
    """The reading with its value and day (`as_of_on` where it names none), if it can be true by the definition.

    Raises UnwritableNumber, ValueMissing, ValueOutOfRange, DeltaWithoutKind, RatioDiffers.
    """
    _check_numbers(reading)
    value = value_of(reading, version.factor)
    if value is None:
        raise ValueMissing
    if not is_within(value, version.lowest, version.highest):
        raise ValueOutOfRange(value=value, lowest=_or_sign(version.lowest), highest=_or_sign(version.highest))
    if (reading.delta is None) != (reading.delta_kind is None):
        raise DeltaWithoutKind
    if reading.value is not None and reading.numerator is not None and reading.denominator:
        computed = ratio_value(reading.numerator, reading.denominator, version.factor)
        if computed is not None and abs(computed - value) > half_last_digit(value, reading.exponent):
            raise RatioDiffers(value=value, computed=computed)
    return replace(reading, value=value, as_of_on=reading.as_of_on or as_of_on)


def _check_numbers(reading: Reading) -> None:
    numbers = (reading.value, reading.numerator, reading.denominator, reading.baseline_value, reading.delta)
    for number in numbers:
        if number is None:
            continue
        if not number.is_finite() or abs(number) >= LARGEST or number != number.quantize(_STEP):
            raise UnwritableNumber


def _or_sign(bound: Decimal | None) -> str:
    return "∞" if bound is None else f"{bound.normalize():f}"
