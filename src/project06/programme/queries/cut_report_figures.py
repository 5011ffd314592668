"""Figures and stated facts of a report, with earlier values, targets, corrections and what contradicts what."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from django.db.models import F, Q, QuerySet

from project06.kernel.periods import Period
from project06.places.data import COUNTRY_CODE
from project06.programme.data.indicators import CorrectionData, FactData, Finding, SourceData, TargetData
from project06.programme.data.report import FigureCut, ReportDefinition, UnitCut
from project06.programme.enums import Coverage, FactKind
from project06.programme.models import Correction, Fact, Observation, SourceDocument, Target
from project06.programme.queries.corrections import correction_data
from project06.programme.queries.indicator_units import FigureUnit, figure_unit
from project06.programme.queries.indicator_versions import version_data
from project06.programme.queries.observations import observation_data, plain_or_none
from project06.programme.queries.targets import target_data
from project06.programme.rules.consistency import PART_RULES, check_parts, check_range, check_reading
from project06.programme.rules.indicators import baseline_of
from project06.programme.rules.report_order import locator_key

EARLIER_VALUES = 12
"""How many earlier values a trend shows."""

_WHOLES = frozenset(rule.whole for rule in PART_RULES)


def cut_figures(definition: ReportDefinition, unit: UnitCut) -> tuple[FigureCut, ...]:
    """Return the figures of the report's unit, and of the country where the definition asks for them."""
    units = [figure_unit(definition.unit_code, definition.as_of)]
    if definition.country_too and not unit.is_country:
        units.append(figure_unit(COUNTRY_CODE, definition.as_of))
    found = [row for each in units for row in _observations(definition, each)]
    by_key = {(each.key.code, each.key.since): each for each in units}
    corrections = _corrections_of([row.pk for row in found])
    targets = _targets(definition, units)
    histories = _histories(definition, units)
    cuts = [
        _figure(
            row,
            by_key[row.unit_code, row.unit_since],
            corrections[row.pk],
            targets.get((row.version.indicator_id, row.unit_code)),
            histories[row.version_id, row.unit_code],
        )
        for row in found
    ]
    return tuple(sorted(cuts, key=_order))


def cut_facts(definition: ReportDefinition) -> tuple[FactData, ...]:
    """Return what the documents of the definition state without measuring it; nothing for a report without any."""
    if not definition.sources:
        return ()
    # A fact that was put right cites the document that is right; the report still cites the one it corrects.
    corrected = Correction.objects.filter(source_before__key__in=definition.sources, fact__isnull=False)
    stated = Q(source__key__in=definition.sources) | Q(pk__in=corrected.values("fact_id"))
    rows = list(Fact.objects.filter(stated).select_related("source"))
    corrections: dict[int | None, list[CorrectionData]] = defaultdict(list)
    for each in _correction_rows().filter(fact__in=rows):
        corrections[each.fact_id].append(correction_data(each))
    facts = [_fact(row, tuple(corrections[row.pk])) for row in rows]
    return tuple(sorted(facts, key=lambda fact: (locator_key(fact.locator), fact.key)))


def cut_sources(figures: Sequence[FigureCut], facts: Sequence[FactData]) -> tuple[SourceData, ...]:
    """Return the documents that are cited, by key."""
    cited = {each.observation.reading.source for each in figures} | {each.source for each in facts}
    corrections = [each for figure in figures for each in figure.corrections]
    corrections += [each for fact in facts for each in fact.corrections]
    cited |= {each.source_before for each in corrections} | {each.source_after for each in corrections}
    rows = SourceDocument.objects.filter(key__in={key for key in cited if key}).order_by("key")
    return tuple(SourceData(row.key, row.title, row.issued_on, row.issuer, row.reference, row.language) for row in rows)


def find_findings(figures: Sequence[FigureCut]) -> tuple[Finding, ...]:
    """Return where the figures of one unit contradict themselves or leave something unclassified."""
    found: list[Finding] = []
    values: dict[str, dict[str, Decimal]] = defaultdict(dict)
    for figure in figures:
        version, reading = figure.version, figure.observation.reading
        found += check_reading(figure.code, reading, factor=version.factor)
        if reading.value is not None:
            found += check_range(figure.code, reading.value, version.lowest, version.highest)
            values[figure.unit.code].setdefault(figure.code, reading.value)
    for held in values.values():
        for rule in PART_RULES:
            found += check_parts(rule, held)
    return tuple(found)


def _observations(definition: ReportDefinition, unit: FigureUnit) -> QuerySet[Observation]:
    """What was said of a unit: by the documents of the definition, or in its period until its day."""
    rows = Observation.objects.filter(unit_code=unit.key.code, unit_since=unit.key.since).select_related(
        "version__indicator", "version__measure", "version__source", "source"
    )
    if definition.sources:
        return rows.filter(source__key__in=definition.sources)
    period = Period.parse(definition.period)
    inside = Q(period_start__gte=period.start, period_end__lte=period.end)
    known = Q(as_of_on__isnull=True) | Q(as_of_on__lte=definition.as_of)
    return rows.filter(inside & known).order_by(
        "version__indicator__code", "-version__number", "-period_end", "coverage"
    )


def _figure(
    row: Observation,
    unit: FigureUnit,
    corrections: Sequence[CorrectionData],
    target: TargetData | None,
    history: Sequence[tuple[str, Decimal | None]],
) -> FigureCut:
    observation = observation_data(row)
    return FigureCut(
        version=version_data(row.version),
        observation=observation,
        unit=UnitCut(
            unit.unit.code, unit.unit.path, unit.unit.name, unit.unit.official_name, unit.unit.code == COUNTRY_CODE
        ),
        baseline=baseline_of(observation.reading),
        target=target,
        history=tuple(each for each in history if each[0] != observation.period),
        corrections=tuple(corrections),
    )


def _order(figure: FigureCut) -> tuple[object, ...]:
    reading = figure.observation.reading
    is_part = figure.code not in _WHOLES
    of_some_areas = reading.coverage is not Coverage.WHOLE
    place = locator_key(reading.locator)
    return (figure.unit.is_country, place, is_part, figure.code, figure.observation.period, of_some_areas)


def _correction_rows() -> QuerySet[Correction]:
    return Correction.objects.select_related("source_before", "source_after").order_by("id")


def _corrections_of(observations: Iterable[int]) -> Mapping[int | None, list[CorrectionData]]:
    found: dict[int | None, list[CorrectionData]] = defaultdict(list)
    for row in _correction_rows().filter(observation__in=list(observations)):
        found[row.observation_id].append(correction_data(row))
    return found


def _targets(definition: ReportDefinition, units: Sequence[FigureUnit]) -> dict[tuple[int, str], TargetData]:
    """The target that falls due next after the day, or the last one, by indicator and unit."""
    known = Q()
    for unit in units:
        known |= Q(unit_code=unit.key.code, unit_since=unit.key.since)
    rows = Target.objects.filter(known, replaced_at__isnull=True, act_issued_on__lte=definition.as_of)
    found: dict[tuple[int, str], tuple[tuple[bool, date], Target]] = {}
    for row in rows.select_related("version__indicator").order_by("by_on", "id"):
        key = (row.version.indicator_id, row.unit_code)
        rank = (row.by_on < definition.as_of, row.by_on)
        if key not in found or rank < found[key][0]:
            found[key] = (rank, row)
    return {key: target_data(row) for key, (_rank, row) in found.items()}


def _histories(
    definition: ReportDefinition, units: Sequence[FigureUnit]
) -> Mapping[tuple[int, str], list[tuple[str, Decimal | None]]]:
    """Earlier values of the same units, oldest first."""
    until = Period.parse(definition.period).end
    found: dict[tuple[int, str], list[tuple[str, Decimal | None]]] = defaultdict(list)
    for unit in units:
        rows = Observation.objects.filter(
            unit_code=unit.key.code, unit_since=unit.key.since, coverage=Coverage.WHOLE, period_end__lte=until
        ).filter(Q(as_of_on__isnull=True) | Q(as_of_on__lte=definition.as_of))
        newest_first = rows.order_by("version_id", F("period_end").desc(), F("period_start").desc())
        for version, period, value in newest_first.values_list("version_id", "period", "value"):
            held = found[version, unit.key.code]
            if len(held) < EARLIER_VALUES:
                held.insert(0, (period, plain_or_none(value)))
    return found


def _fact(row: Fact, corrections: tuple[CorrectionData, ...]) -> FactData:
    return FactData(
        uuid=row.uuid,
        key=row.key,
        kind=FactKind(row.kind),
        names=row.names,
        number=row.number,
        stated_on=row.stated_on,
        first=row.first,
        last=row.last,
        amount=plain_or_none(row.amount),
        source=row.source.key,
        locator=row.locator,
        as_of_on=row.as_of_on,
        corrections=corrections,
    )
