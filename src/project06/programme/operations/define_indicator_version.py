"""Define an indicator, or give it a new definition."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from project06.evidence import public as evidence
from project06.kernel.clock import now
from project06.kernel.events import publish
from project06.kernel.permissions import Actor, check
from project06.programme.data.indicators import LANGUAGES, VersionData
from project06.programme.enums import DEFINE_INDICATORS, Direction, IndicatorGroup, Origin
from project06.programme.errors import (
    IncompleteNames,
    IndicatorUnchanged,
    UnknownMeasure,
    UnknownSource,
    UnusableQuery,
)
from project06.programme.events import IndicatorDefined
from project06.programme.models import Indicator, IndicatorVersion, Measure, SourceDocument
from project06.programme.queries.fact_store import is_usable_query
from project06.programme.queries.indicator_versions import version_data


@dataclass(frozen=True, slots=True)
class Definition:
    """What an indicator is from now on; texts map the six languages, definitions need Vietnamese or English."""

    indicator: str
    group: IndicatorGroup
    names: Mapping[str, str]
    measure: str
    direction: Direction
    origin: Origin = Origin.REPORTED
    factor: Decimal = Decimal(1)
    lowest: Decimal | None = None
    highest: Decimal | None = None
    definitions: Mapping[str, str] = field(default_factory=dict)
    numerators: Mapping[str, str] = field(default_factory=dict)
    denominators: Mapping[str, str] = field(default_factory=dict)
    query: str = ""
    source: str | None = None


@evidence.operation(subject_kind="indicator")
def define_indicator_version(*, definition: Definition, by: Actor) -> VersionData:
    """Write the definition as the newest version; earlier figures stay with the version they were made under.

    The definition of a computed indicator is one SELECT over `facts` or `tallies`, see `rules.fact_tallies`.
    Raises NotAllowed, IncompleteNames, UnknownMeasure, UnknownSource, UnusableQuery, IndicatorUnchanged.
    """
    check(by, DEFINE_INDICATORS)
    _check_definition(definition)
    measure = Measure.objects.filter(code=definition.measure).first()
    if measure is None:
        raise UnknownMeasure(measure=definition.measure)
    source = _source(definition.source)
    indicator = _lock_indicator(definition)
    version = _write(definition, indicator, measure, source)
    evidence.record(
        by=by,
        action="programme.define-indicator-version",
        subject_kind="indicator",
        subject=indicator.uuid,
        fields=("measure", "direction", "factor", "query"),
        purpose="Say exactly what an indicator means from now on",
        legal_ground="Decision 06/QD-TTg of 2022-01-06",
        details={"indicator": indicator.code, "version": str(version.number)},
    )
    publish(IndicatorDefined(version.uuid, indicator.code, version.number, version.defined_at))
    return version_data(version)


def _check_definition(definition: Definition) -> None:
    for language in LANGUAGES:
        if not definition.names.get(language, "").strip():
            raise IncompleteNames(language=language)
    if (definition.origin is Origin.COMPUTED) != bool(definition.query):
        raise UnusableQuery(indicator=definition.indicator)
    if definition.query and not is_usable_query(definition.query):
        raise UnusableQuery(indicator=definition.indicator)


def _source(key: str | None) -> SourceDocument | None:
    if key is None:
        return None
    source = SourceDocument.objects.filter(key=key).first()
    if source is None:
        raise UnknownSource(source=key)
    return source


def _lock_indicator(definition: Definition) -> Indicator:
    names = dict(definition.names)
    values = {"group": definition.group, "names": names, "created_at": now()}
    indicator, is_new = Indicator.objects.select_for_update().get_or_create(code=definition.indicator, defaults=values)
    if not is_new and (indicator.names, indicator.group) != (names, definition.group):
        indicator.names, indicator.group = names, definition.group
        indicator.save(update_fields=["names", "group"])
    return indicator


def _write(
    definition: Definition, indicator: Indicator, measure: Measure, source: SourceDocument | None
) -> IndicatorVersion:
    newest = IndicatorVersion.objects.filter(indicator=indicator).order_by("-number").first()
    version = IndicatorVersion(
        indicator=indicator,
        number=newest.number + 1 if newest else 1,
        measure=measure,
        direction=definition.direction,
        origin=definition.origin,
        factor=definition.factor,
        lowest=definition.lowest,
        highest=definition.highest,
        definitions=dict(definition.definitions),
        numerators=dict(definition.numerators),
        denominators=dict(definition.denominators),
        query=definition.query,
        source=source,
        defined_at=now(),
    )
    if newest is not None and _meaning(newest) == _meaning(version):
        raise IndicatorUnchanged(indicator=indicator.code)
    version.save()
    return version


def _meaning(version: IndicatorVersion) -> tuple[object, ...]:
    words = (version.definitions, version.numerators, version.denominators, version.query)
    bounds = (version.factor, version.lowest, version.highest)
    return (version.measure_id, version.direction, version.origin, version.source_id, *bounds, *words)
