"""Definitions of indicators."""

from collections.abc import Iterable, Mapping

from project06.programme.data.indicators import MeasureData, VersionData
from project06.programme.enums import Direction, IndicatorGroup, MeasureKind, Origin
from project06.programme.errors import UnknownIndicator
from project06.programme.models import IndicatorVersion, Measure
from project06.programme.rules.indicators import plain


def newest_versions(codes: Iterable[str] | None = None) -> dict[str, IndicatorVersion]:
    """The newest version of each indicator by code, with indicator, measure and source, in one query."""
    rows = IndicatorVersion.objects.select_related("indicator", "measure", "source")
    if codes is not None:
        rows = rows.filter(indicator__code__in=set(codes))
    return {row.indicator.code: row for row in rows.order_by("indicator_id", "number")}


def newest_version(code: str) -> IndicatorVersion:
    """The newest version of one indicator. Raises UnknownIndicator."""
    found = newest_versions([code]).get(code)
    if found is None:
        raise UnknownIndicator(indicator=code)
    return found


def list_versions(group: IndicatorGroup | None = None) -> tuple[VersionData, ...]:
    """The newest version of every indicator, by group and code."""
    found = (version_data(row) for row in newest_versions().values())
    return tuple(
        sorted(
            (each for each in found if group is None or each.group is group),
            key=lambda each: (list(IndicatorGroup).index(each.group), each.indicator),
        )
    )


def get_version(indicator: str, number: int | None = None) -> VersionData:
    """One definition of an indicator, the newest unless a number is given. Raises UnknownIndicator."""
    if number is None:
        return version_data(newest_version(indicator))
    rows = IndicatorVersion.objects.select_related("indicator", "measure", "source")
    row = rows.filter(indicator__code=indicator, number=number).first()
    if row is None:
        raise UnknownIndicator(indicator=indicator)
    return version_data(row)


def versions_by_id(ids: Iterable[int]) -> Mapping[int, VersionData]:
    """Definitions by their row, in one query."""
    rows = IndicatorVersion.objects.select_related("indicator", "measure", "source")
    return {row.pk: version_data(row) for row in rows.filter(pk__in=set(ids))}


def version_data(row: IndicatorVersion) -> VersionData:
    """A row as it crosses the border; its indicator, measure and source must be loaded."""
    return VersionData(
        uuid=row.uuid,
        indicator=row.indicator.code,
        number=row.number,
        group=IndicatorGroup(row.indicator.group),
        names=row.indicator.names,
        measure=measure_data(row.measure),
        direction=Direction(row.direction),
        origin=Origin(row.origin),
        factor=plain(row.factor),
        lowest=None if row.lowest is None else plain(row.lowest),
        highest=None if row.highest is None else plain(row.highest),
        definitions=row.definitions,
        numerators=row.numerators,
        denominators=row.denominators,
        query=row.query,
        source=row.source.key if row.source else None,
        defined_at=row.defined_at,
    )


def measure_data(row: Measure) -> MeasureData:
    """A unit of measure with its words."""
    return MeasureData(row.code, MeasureKind(row.kind), row.words)
