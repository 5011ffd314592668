"""Where a figure comes from, in words an auditor can follow."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from project06.evidence import public as evidence
from project06.kernel.permissions import Actor, can
from project06.programme.data.indicator_views import Lineage
from project06.programme.data.indicators import CorrectionData, HandlingData, ObservationData, SourceData
from project06.programme.enums import Coverage, Nature, Origin
from project06.programme.queries.indicator_sentences import say_finding
from project06.programme.web.presenters.indicators import indicator_href, lineage_href
from project06.programme.web.presenters.task import Fact, fact, office_words
from project06.programme.web.values import say_observation, say_period, say_value
from project06.programme.web.words import NONE, language
from project06.ui import formats
from project06.ui.data import Cell, Column, Link, TableData, Tag
from project06.ui.enums import ColumnKind, Tone


def present_figure(found: Lineage, unit_name: str) -> tuple[Fact, ...]:
    """Return what the figure says, of whom, for when, and how far it has come."""
    figure, version = found.observation, found.version
    reading = figure.reading
    facts = [
        Fact(_("Value"), say_observation(version, figure)),
        Fact(_("Unit"), unit_name),
        Fact(_("Period"), say_period(figure.period)),
        fact(_("Status"), Tag(figure.status.label, Tone.DANGER if figure.value is None else Tone.INFO)),
        Fact(_("Indicator"), version.name(language()), href=indicator_href(version.indicator)),
        Fact(_("Definition"), _("version %(number)s") % {"number": version.number}),
        Fact(_("Comes from"), Origin(version.origin).label),
    ]
    if reading.numerator is not None and reading.denominator is not None:
        counts = f"{formats.number(reading.numerator)} / {formats.number(reading.denominator)}"
        facts.append(Fact(_("Numerator and denominator"), counts))
    if reading.as_of_on:
        facts.append(Fact(_("As of"), formats.day(reading.as_of_on)))
    if reading.coverage is not Coverage.WHOLE:
        facts.append(Fact(_("Speaks for"), reading.coverage.label))
    if reading.nature is not Nature.ACTUAL:
        facts.append(Fact(_("Nature"), reading.nature.label))
    return tuple(facts + _change(found) + _dates(figure))


def _change(found: Lineage) -> list[Fact]:
    reading, measure = found.observation.reading, found.version.measure
    facts = []
    if reading.baseline_value is not None:
        words = _("%(value)s in %(period)s") % {
            "value": say_value(measure, reading.baseline_value),
            "period": say_period(reading.baseline_period) if reading.baseline_period else NONE,
        }
        facts.append(Fact(_("Earlier value"), words))
    if reading.delta is not None and reading.delta_kind is not None:
        change = f"{formats.number(reading.delta, 2)} ({reading.delta_kind.label})"
        facts.append(Fact(_("Change"), change))
    return facts


def _dates(figure: ObservationData) -> list[Fact]:
    facts = []
    if figure.due_on:
        facts.append(Fact(_("Due on"), formats.day(figure.due_on)))
    if figure.received_at:
        facts.append(Fact(_("Received"), formats.moment(figure.received_at)))
    return facts


def present_source(source: SourceData, locator: str) -> tuple[Fact, ...]:
    """Return the document that states the figure."""
    facts = [Fact(_("Document"), source.title)]
    facts += [
        Fact(term, text) for term, text in ((_("Issued by"), source.issuer), (_("Reference"), source.reference)) if text
    ]
    if source.issued_on:
        facts.append(Fact(_("Date"), formats.day(source.issued_on)))
    if locator:
        facts.append(Fact(_("Place in the document"), locator))
    return tuple(facts)


def present_handlings(handlings: Sequence[HandlingData]) -> TableData:
    """Return who did what with the figure: offices, no names."""
    columns = (Column(_("Time"), ColumnKind.MOMENT), Column(_("Step")), Column(_("Who")), Column(_("Remark")))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            each.handled_at,
            each.step.label,
            office_words(each.post_title, each.agency_name or each.agency),
            each.remark or NONE,
        )
        for each in handlings
    )
    return TableData(_("Who opened, reported, checked, approved and corrected it"), columns, rows)


def present_corrections(corrections: Sequence[CorrectionData]) -> TableData | None:
    """Return both readings of every corrected field, None when nothing was corrected."""
    if not corrections:
        return None
    columns = (
        Column(_("Time"), ColumnKind.MOMENT),
        Column(_("Field")),
        Column(_("Reading before")),
        Column(_("Reading after")),
        Column(_("Reason")),
        Column(_("Documents")),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            each.corrected_at,
            each.field,
            each.reading_before,
            each.reading_after,
            each.reason(language()),
            " → ".join(filter(None, (each.source_before, each.source_after))) or NONE,
        )
        for each in corrections
    )
    return TableData(_("Corrections, with both readings"), columns, rows)


def present_computation(found: Lineage) -> tuple[Fact, ...]:
    """Return the run that made a computed figure, empty for a reported one."""
    run = found.computation
    if run is None:
        return ()
    return (
        Fact(_("Computed"), formats.moment(run.computed_at)),
        Fact(_("Facts before"), formats.moment(run.cut_off_at)),
        Fact(_("Digest of the facts"), run.facts_digest),
        Fact(_("Digest of the definition"), run.definition_digest),
        Fact(_("Digest of the result"), run.result_digest),
    )


def present_lock(found: Lineage) -> tuple[Fact, ...]:
    """Return when the period was locked, empty while it is open."""
    if found.locked_at is None:
        return ()
    return (
        Fact(_("Locked"), formats.moment(found.locked_at)),
        Fact(_("Digest of the locked figures"), found.lock_digest or NONE),
    )


def present_earlier(found: Lineage) -> TableData | None:
    """Return the figures before this one, newest first, None for the first."""
    if not found.earlier:
        return None
    columns = (Column(_("Period")), Column(_("Value")), Column(_("Status")))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (Link(say_period(each.period), lineage_href(each)), say_observation(found.version, each), each.status.label)
        for each in reversed(found.earlier)
    )
    return TableData(_("Earlier figures"), columns, rows)


def present_findings(found: Lineage) -> list[str]:
    """Return what the rules of consistency say."""
    return [say_finding(each) for each in found.findings]


def evidence_link(figure: ObservationData, actor: Actor) -> str:
    """Return where an auditor reads the records of acts on the figure, empty for others."""
    if not can(actor, evidence.AUDIT):
        return ""
    return f"{reverse('evidence:inspect')}?{urlencode({'subject': str(figure.uuid)})}"
