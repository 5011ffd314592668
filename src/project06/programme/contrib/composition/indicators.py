"""Every figure in one table: value, change, earlier value, target, source; and what was put right."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from project06.programme.contrib.composition.document import (
    Block,
    Cell,
    Heading,
    Paragraph,
    Points,
    Section,
    Table,
    Words,
)
from project06.programme.contrib.composition.sentences import PROVINCES, Telling
from project06.programme.contrib.composition.speech import nature_words
from project06.programme.data.indicators import CorrectionData, Finding, in_language
from project06.programme.data.report import FigureCut
from project06.programme.enums import Coverage, DeltaKind, FindingKind, MeasureKind, Origin

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Columns with their parts of the width.
_INDICATOR = (gettext_lazy("Indicator"), 31)
_PERIOD = (gettext_lazy("Period"), 13)
_NUMBERS = (
    (gettext_lazy("Value"), 17),
    (gettext_lazy("Earlier value"), 15),
    (gettext_lazy("Rise or fall"), 18),
    (gettext_lazy("Target"), 12),
)
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def indicators(told: Telling) -> Section:
    """Return the section with all figures, those of the unit first."""
    figures = told.cut.figures
    blocks: list[Block] = []
    if not figures:
        blocks.append(Paragraph(Words(_("No indicator is kept for this unit and period."))))
    for is_country in (False, True):
        held = [each for each in figures if each.unit.is_country is is_country]
        if held:
            blocks.append(_table(held, told, is_country=is_country))
    if any(each.version.origin is Origin.COMPUTED for each in figures):
        blocks.append(Paragraph(Words(_("Figures that are computed from records form series of their own."))))
    return Section(_("Indicators with change and target"), tuple(blocks))


def corrections(told: Telling) -> Section | None:
    """Return the section on corrected readings and figures that disagree; None when there is nothing to say."""
    items = [*_corrected(told), *_findings(told)]
    return Section(_("Corrections and remarks on the figures"), (Points(tuple(items)),)) if items else None


def _table(figures: Sequence[FigureCut], told: Telling, *, is_country: bool) -> Table:
    """Figures as rows; the column of periods is left out where all are of the period of the report."""
    reported = told.cut.definition.period
    has_periods = any(each.observation.period != reported for each in figures)
    said = {"unit": told.cut.unit.official_name, "period": told.speech.period(reported)}
    if is_country:
        caption = _("Figures of the country") if has_periods else _("Figures of the country, %(period)s") % said
    else:
        caption = _("Figures of the unit: %(unit)s") if has_periods else _("Figures of the unit: %(unit)s, %(period)s")
        caption = caption % said
    columns = (_INDICATOR, _PERIOD, *_NUMBERS) if has_periods else (_INDICATOR, *_NUMBERS)
    rows = [_row(each, told) for each in figures]
    return Table(
        caption=caption,
        headings=tuple(Heading(str(label), is_number=(label, width) in _NUMBERS) for label, width in columns),
        rows=tuple(row if has_periods else (row[0], *row[2:]) for row in rows),
        widths=tuple(width for _label, width in columns),
    )


def _row(figure: FigureCut, told: Telling) -> tuple[Cell, ...]:
    speech, reading = told.speech, figure.observation.reading
    return (
        Cell(told.notes.cite(_name(figure, told), figure)),
        Cell(Words(speech.period(figure.observation.period))),
        Cell(Words(_value(figure, told)), reading.value, is_number=True, is_missing=reading.value is None),
        _earlier(figure, told),
        Cell(Words(speech.short_change(figure) or "–"), reading.delta, is_number=True),
        _target(figure, told),
    )


def _name(figure: FigureCut, told: Telling) -> str:
    name = figure.version.name(told.speech.language)
    if figure.observation.reading.coverage is Coverage.SOME_AREAS:
        return _("%(name)s (some areas)") % {"name": name}
    return name


def _value(figure: FigureCut, told: Telling) -> str:
    reading = figure.observation.reading
    value = told.speech.figure(figure)
    if figure.version.measure.code == PROVINCES and figure.unit.is_country and figure.value is not None:
        value = _("%(count)s of %(total)s") % {
            "count": told.speech.short_value(figure),
            "total": told.speech.number(told.provinces),
        }
    nature = nature_words(reading.nature)
    return _("%(value)s (%(nature)s)") % {"value": value, "nature": nature} if nature else value


def _earlier(figure: FigureCut, told: Telling) -> Cell:
    """The earlier value; one that only follows from a relative change is rounded by nature and therefore not told."""
    earlier, kind = figure.baseline, figure.observation.reading.delta_kind
    if earlier is None or (earlier.is_implied and kind is DeltaKind.RELATIVE):
        return Cell(Words("–"), is_number=True)
    said = {"value": _bare(figure, earlier.value, told), "period": told.speech.period(earlier.period)}
    return Cell(Words(_("%(value)s (%(period)s)") % said), earlier.value, is_number=True)


def _bare(figure: FigureCut, value: Decimal, told: Telling) -> str:
    if figure.version.measure.kind is MeasureKind.PERCENT:
        return told.speech.percent(value)
    return told.speech.scaled(value, figure.observation.reading.exponent)[0]


def _target(figure: FigureCut, told: Telling) -> Cell:
    target = figure.target
    if target is None:
        return Cell(Words("–"), is_number=True)
    said = {"value": _bare(figure, target.value, told), "year": str(target.by_on.year)}
    return Cell(Words(_("%(value)s by %(year)s") % said), target.value, is_number=True)


def _corrected(told: Telling) -> Iterator[Words]:
    language = told.speech.language
    for figure in told.cut.figures:
        for each in figure.corrections:
            yield _correction(figure.version.name(language), each, told, figure)
    for fact in told.cut.facts:
        for each in fact.corrections:
            yield _correction(in_language(fact.names, language), each, told, None)


def _correction(name: str, correction: CorrectionData, told: Telling, figure: FigureCut | None) -> Words:
    said = {
        "name": name,
        "before": _reading(correction.reading_before, told, figure),
        "after": _reading(correction.reading_after, told, figure),
        "reason": correction.reason(told.speech.language),
    }
    text = _("%(name)s: the source reads %(before)s; correct is %(after)s. %(reason)s") % said
    return told.notes.cite_keys(text, correction.source_before, correction.source_after)


def _reading(text: str, told: Telling, figure: FigureCut | None) -> str:
    """Write a stored reading, a number or a day, as the language does."""
    if _DAY.fullmatch(text):
        return told.speech.day(date.fromisoformat(text))
    if not _NUMBER.fullmatch(text):
        return text
    number = Decimal(text)
    return told.speech.value_like(figure, number) if figure else told.speech.number(number)


def _findings(told: Telling) -> Iterator[Words]:
    for finding in told.cut.findings:
        if text := _finding(finding, told):
            yield told.notes.cite(text, told.cut.figure(finding.about[0].partition(" ")[0]))


def _finding(finding: Finding, told: Telling) -> str:
    named = told.cut.figure(finding.about[0].partition(" ")[0])
    if named is None:
        return ""
    said = {"name": named.version.name(told.speech.language)}
    said |= {key: told.speech.value_like(named, value) for key, value in finding.numbers.items()}
    sentences = {
        FindingKind.PARTS_UNCLASSIFIED: _(
            "%(name)s: of %(whole)s the source classifies %(parts)s; not classified: %(rest)s."
        ),
        FindingKind.PARTS_EXCEED_WHOLE: _("%(name)s: the parts (%(parts)s) are more than the whole (%(whole)s)."),
        FindingKind.PARTS_DIFFER: _("%(name)s: the parts give %(parts)s, the whole is %(whole)s."),
        FindingKind.BASELINE_DELTA: _("%(name)s: the earlier value and the change do not give the value."),
        FindingKind.RATIO: _("%(name)s: the two counts give %(computed)s, the source says %(value)s."),
        FindingKind.OUT_OF_RANGE: _("%(name)s: %(value)s lies outside what is possible."),
    }
    sentence = sentences.get(finding.kind)
    return sentence % said if sentence else ""
