"""The steps of loading the delivered reference; each returns how many rows are new or different."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from project06.kernel.clock import now, today
from project06.kernel.permissions import Actor
from project06.programme.data.indicators import FigureRow, SourceData
from project06.programme.enums import HandlingStep, ObservationStatus
from project06.programme.errors import PeriodLocked
from project06.programme.models import (
    Correction,
    Fact,
    Handling,
    Indicator,
    IndicatorVersion,
    Measure,
    Observation,
    SourceDocument,
    Target,
)
from project06.programme.operations.observation_rows import Prepared, prepare_row, read_ground
from project06.programme.operations.observation_writing import write_readings
from project06.programme.queries.indicator_units import FigureUnit, figure_unit, resolve_units
from project06.programme.queries.indicator_versions import newest_versions
from project06.programme.rules.indicator_reference import (
    CorrectionRow,
    FactRow,
    IndicatorRow,
    MeasureRow,
    TargetRow,
)


def write_sources(rows: Sequence[SourceData]) -> int:
    """Documents by their key."""
    changed = 0
    for row in rows:
        values = {name: getattr(row, name) for name in ("title", "issued_on", "issuer", "reference", "language")}
        changed += _put(SourceDocument, {"key": row.key}, values)
    return changed


def write_measures(rows: Sequence[MeasureRow]) -> int:
    """Units of measure by their code."""
    return sum(_put(Measure, {"code": row.code}, {"kind": row.kind.value, "words": row.words}) for row in rows)


def write_indicators(rows: Sequence[IndicatorRow]) -> int:
    """Indicators by their code; another meaning makes a new version, another name does not."""
    measures = dict(Measure.objects.values_list("code", "pk"))
    sources = dict(SourceDocument.objects.values_list("key", "pk"))
    versions = newest_versions()
    changed = 0
    for row in rows:
        values = {"group": row.group.value, "names": dict(row.names)}
        is_named = _put(Indicator, {"code": row.code}, values, {"created_at": now()})
        meaning = {
            "measure_id": measures[row.measure],
            "direction": row.direction.value,
            "origin": row.origin.value,
            "factor": row.factor,
            "lowest": row.lowest,
            "highest": row.highest,
            "query": row.query,
            "source_id": sources[row.source] if row.source else None,
        }
        changed += _write_version(row, meaning, versions.get(row.code)) or is_named
    return changed


def _write_version(row: IndicatorRow, meaning: dict[str, object], newest: IndicatorVersion | None) -> int:
    """Another meaning is a new version; other words for the same meaning are not."""
    definitions = dict(row.definitions)
    if newest is not None and all(getattr(newest, name) == value for name, value in meaning.items()):
        if newest.definitions == definitions:
            return 0
        newest.definitions = definitions
        newest.save(update_fields=["definitions"])
        return 1
    number = newest.number + 1 if newest else 1
    indicator = Indicator.objects.get(code=row.code)
    IndicatorVersion(indicator=indicator, number=number, definitions=definitions, defined_at=now(), **meaning).save()
    return 1


def write_targets(rows: Sequence[TargetRow]) -> int:
    """Targets that are not yet in force; one with another value for the day is replaced."""
    versions = newest_versions(row.indicator for row in rows)
    changed = 0
    for row in rows:
        unit = figure_unit(row.unit_code, row.unit_on)
        known = Target.objects.filter(
            version=versions[row.indicator],
            unit_code=unit.key.code,
            unit_since=unit.key.since,
            by_on=row.by_on,
            replaced_at__isnull=True,
        )
        if known.filter(value=row.value, act_number=row.act_number, act_issued_on=row.act_issued_on).exists():
            continue
        known.update(replaced_at=now())
        _add_target(row, unit, versions[row.indicator])
        changed += 1
    return changed


def _add_target(row: TargetRow, unit: FigureUnit, version: IndicatorVersion) -> None:
    Target.objects.create(
        version=version,
        unit_code=unit.key.code,
        unit_on=row.unit_on,
        unit_since=unit.key.since,
        unit_path=unit.unit.path,
        value=row.value,
        by_on=row.by_on,
        act_number=row.act_number,
        act_issued_on=row.act_issued_on,
        set_at=now(),
    )


def write_figures(rows: Sequence[FigureRow], handling: Handling, by: Actor) -> int:
    """Figures as checked against their source; what is locked or was corrected here stays."""
    ground = read_ground(rows, today=today(), by=by)
    corrected = _corrected_here()
    ready: list[Prepared] = []
    for row in rows:
        try:
            prepared = prepare_row(row, ground)
        except PeriodLocked:
            continue
        if prepared.key not in corrected:
            ready.append(prepared)
    return write_readings(ready, handling=handling, status=ObservationStatus.CHECKED)


def _corrected_here() -> set[tuple[object, ...]]:
    """The keys of figures that a person corrected, as `Prepared.key` writes them."""
    rows = Correction.objects.filter(corrected_in__step=HandlingStep.CORRECTED, observation__isnull=False)
    found = Observation.objects.filter(pk__in=rows.values("observation"))
    units = resolve_units(found.values_list("unit_code", "unit_on"))
    return {
        (row.version_id, units[row.unit_code, row.unit_on].key, row.period, row.coverage)
        for row in found
        if (row.unit_code, row.unit_on) in units
    }


def write_facts(rows: Sequence[FactRow]) -> int:
    """Stated facts by their key."""
    measures = dict(Measure.objects.values_list("code", "pk"))
    sources = dict(SourceDocument.objects.values_list("key", "pk"))
    plain = ("number", "stated_on", "first", "last", "amount", "locator", "as_of_on")
    changed = 0
    for row in rows:
        values = {name: getattr(row, name) for name in plain}
        values |= {"kind": row.kind.value, "names": dict(row.names), "source_id": sources[row.source]}
        values |= {"measure_id": measures[row.measure] if row.measure else None}
        changed += _put(Fact, {"key": row.key}, values)
    return changed


def write_corrections(rows: Iterable[CorrectionRow], handling: Handling) -> int:
    """Known errors of the sources that are not yet written down."""
    sources = dict(SourceDocument.objects.values_list("key", "pk"))
    changed = 0
    for row in rows:
        about = {"fact": Fact.objects.get(key=row.fact)} if row.fact else {"observation": _figure(row.figure)}
        readings = {"field": row.field, "reading_before": row.reading_before, "reading_after": row.reading_after}
        if Correction.objects.filter(**about, **readings).exists():
            continue
        Correction(
            **about,
            **readings,
            reasons=dict(row.reasons),
            source_before_id=sources[row.source_before],
            source_after_id=sources[row.source_after],
            corrected_at=handling.handled_at,
            corrected_in=handling,
        ).save()
        changed += 1
    return changed


def _figure(key: tuple[str, str, str, str]) -> Observation:
    indicator, code, on, period = key
    unit = figure_unit(code, date.fromisoformat(on)).key
    return Observation.objects.get(
        version__indicator__code=indicator, unit_code=unit.code, unit_since=unit.since, period=period, coverage="whole"
    )


def _put(
    model: type[SourceDocument | Measure | Indicator | Fact],
    key: Mapping[str, str],
    values: Mapping[str, object],
    first: Mapping[str, object] | None = None,
) -> int:
    """Write a row unless it stands there already; return 1 when something changed."""
    known = model._default_manager.filter(**key).first()  # noqa: SLF001 - Django's public attribute
    if known is None:
        model(**key, **values, **(first or {})).save()
        return 1
    if all(getattr(known, name) == value for name, value in values.items()):
        return 0
    for name, value in values.items():
        setattr(known, name, value)
    known.save(update_fields=[name.removesuffix("_id") for name in values])
    return 1
