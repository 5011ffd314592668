"""What was reached: key figures, sentences, acts and dates, the map."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from project06.kernel.periods import Period
from project06.programme.contrib.composition.document import (
    Bar,
    BarChart,
    Block,
    KeyFigure,
    KeyFigures,
    LegendEntry,
    Map,
    Paragraph,
    Points,
    Section,
    Tone,
    Words,
)
from project06.programme.contrib.composition.drawing import draw
from project06.programme.contrib.composition.sentences import PROVINCES, Telling, tell
from project06.programme.contrib.composition.speech import Speech, nature_words
from project06.programme.contrib.composition.statements import state
from project06.programme.data.indicators import FactData, in_language
from project06.programme.data.report import FigureCut
from project06.programme.enums import Coverage, FactKind, MeasureKind
from project06.programme.enums.report import MapKind, Sentence
from project06.programme.rules.report_sentences import choose_sentences, untold_figures

MOST_KEY_FIGURES = 6
_ELSEWHERE = frozenset({Sentence.TASKS_ASSIGNED, Sentence.TASKS_BY_ROADMAP})
"""Sentences that stand in the section on tasks."""


def results(told: Telling) -> Section:
    """Return the section on what was reached."""
    cut = told.cut
    sentences = choose_sentences(cut)
    blocks: list[Block] = [Paragraph(Words(_coverage(told)))]
    blocks += [Paragraph(each) for each in state("results", cut, told.notes)]
    if keys := _key_figures(told):
        blocks.append(KeyFigures(keys))
    items = [tell(each, told) for each in sentences if each not in _ELSEWHERE]
    items += [_line(each, told) for each in untold_figures(cut, sentences)]
    if items:
        blocks.append(Points(tuple(items)))
    else:
        blocks.append(Paragraph(Words(_("No figure has been reported for this unit and period."))))
    if facts := [_fact(each, told) for each in cut.facts if each.kind is not FactKind.PER_MONTH]:
        blocks.append(Points(tuple(facts)))
    if chart := _percent_chart(told):
        blocks.append(chart)
    blocks.append(_map(told))
    return Section(_("Results"), tuple(blocks))


def _coverage(told: Telling) -> str:
    """How long the reported period is, and until when it is told."""
    period = Period.parse(told.cut.definition.period)
    months = len(period.months())
    return ngettext(
        "This report covers %(count)s month (%(period)s) and says what was known on %(day)s.",
        "This report covers %(count)s months (%(period)s) and says what was known on %(day)s.",
        months,
    ) % {
        "count": told.speech.number(months),
        "period": told.speech.period(period.code),
        "day": told.speech.day(told.cut.definition.as_of),
    }


def _key_figures(told: Telling) -> tuple[KeyFigure, ...]:
    """The first figures of the unit itself that were measured and speak of the whole of it."""
    own = [
        each
        for each in told.cut.figures
        if each.value is not None
        and each.unit.code == told.cut.unit.code
        and each.observation.reading.coverage is Coverage.WHOLE
    ]
    with_change_first = sorted(own, key=lambda each: each.observation.reading.delta is None)
    return tuple(
        KeyFigure(
            _key_value(each, told),
            each.version.name(told.speech.language),
            told.notes.cite("", each).notes,
        )
        for each in with_change_first[:MOST_KEY_FIGURES]
    )


def _key_value(figure: FigureCut, told: Telling) -> str:
    """The number alone, except where it says nothing without its currency or its total."""
    if figure.version.measure.kind is MeasureKind.MONEY:
        return told.speech.figure(figure)
    if figure.version.measure.code == PROVINCES and figure.unit.is_country:
        return f"{told.speech.short_value(figure)}/{told.speech.number(told.provinces)}"
    return told.speech.short_value(figure)


def _line(figure: FigureCut, told: Telling) -> Words:
    """One figure as a plain line: what it is, how much, since when it has changed."""
    speech = told.speech
    said = {
        "name": figure.version.name(speech.language),
        "amount": speech.figure(figure),
        "change": speech.change(figure),
        "period": speech.period(figure.observation.period),
    }
    nature = nature_words(figure.observation.reading.nature)
    if nature:
        said["nature"] = nature
        return told.notes.cite(_("%(name)s: %(amount)s (%(period)s, %(nature)s).") % said, figure)
    if figure.baseline is None or not figure.observation.reading.delta:
        return told.notes.cite(_("%(name)s: %(amount)s (%(period)s).") % said, figure)
    said["earlier"] = speech.value_like(figure, figure.baseline.value)
    said["before"] = speech.period(figure.baseline.period)
    if figure.observation.reading.delta > 0:
        text = _("%(name)s: %(amount)s (%(period)s), up by %(change)s (%(before)s: %(earlier)s).") % said
    else:
        text = _("%(name)s: %(amount)s (%(period)s), down by %(change)s (%(before)s: %(earlier)s).") % said
    return told.notes.cite(text, figure)


def _fact(fact: FactData, told: Telling) -> Words:
    """What a document states without measuring it."""
    name = in_language(fact.names, told.speech.language)
    return told.notes.cite_keys(_fact_text(fact, name, told.speech), fact.source)


def _fact_text(fact: FactData, name: str, speech: Speech) -> str:
    if fact.kind is FactKind.ACT and fact.stated_on is not None:
        return _("%(name)s: issued on %(day)s.") % {"name": name, "day": speech.day(fact.stated_on)}
    if fact.kind is FactKind.YEARS and fact.first == fact.last:
        return _("%(name)s: %(year)s.") % {"name": name, "year": str(fact.first)}
    if fact.kind is FactKind.YEARS:
        return _("%(name)s: %(first)s–%(last)s.") % {"name": name, "first": str(fact.first), "last": str(fact.last)}
    if fact.kind is FactKind.MONTHS and fact.amount is not None:
        return _reviewed(int(fact.amount), speech)
    return _("%(name)s.") % {"name": name}


def _reviewed(months: int, speech: Speech) -> str:
    """Say how long a time the source looks back on: whole years as years."""
    years, rest = divmod(months, 12)
    if years and not rest:
        return ngettext(
            "The source reviews %(count)s year of implementation.",
            "The source reviews %(count)s years of implementation.",
            years,
        ) % {"count": speech.number(years)}
    return ngettext(
        "The source reviews %(count)s month of implementation.",
        "The source reviews %(count)s months of implementation.",
        months,
    ) % {"count": speech.number(months)}


def _percent_chart(told: Telling) -> BarChart | None:
    """Shares of the unit beside their earlier values."""
    shares = [
        each
        for each in told.cut.figures
        if each.version.measure.kind is MeasureKind.PERCENT
        and each.version.highest is not None
        and each.observation.reading.coverage is Coverage.WHOLE
    ]
    if len(shares) < 2:
        return None
    caption = _("Shares compared with their earlier values")
    bars = tuple(_bar(each, told) for each in shares)
    parts = [f"{each.label}: {each.value}" for each in bars]
    return BarChart(
        caption=caption,
        alternative=_("Bar chart. %(figures)s") % {"figures": "; ".join(parts)},
        bars=bars,
        earlier_label=_("earlier value"),
    )


def _bar(figure: FigureCut, told: Telling) -> Bar:
    value, earlier = figure.value, figure.baseline
    return Bar(
        label=figure.version.name(told.speech.language),
        value=told.speech.short_value(figure),
        share=None if value is None else value / Decimal(100),
        earlier=None if earlier is None else earlier.value / Decimal(100),
    )


def _map(told: Telling) -> Map:
    cut = told.cut
    caption, legend = _map_words(told)
    return Map(
        caption=caption,
        alternative=_("Map of Viet Nam. %(caption)s") % {"caption": caption},
        svg=draw(cut.map, told.speech.language),
        legend=legend,
        attribution=_("Map: @svg-maps/vietnam after Stephen Truong, CC BY 4.0, simplified."),
    )


def _map_words(told: Telling) -> tuple[str, tuple[LegendEntry, ...]]:
    cut = told.cut
    if cut.map.kind is MapKind.PLACE:
        caption = _("Where the unit lies: %(unit)s, in the provinces of %(day)s") % {
            "unit": cut.unit.official_name,
            "day": told.speech.day(cut.definition.as_of),
        }
        return caption, (LegendEntry(Tone.STRONG, cut.unit.official_name),)
    if cut.map.kind is MapKind.ALL or cut.map.figure is None:
        return _all_words(told)
    caption = _("%(name)s, by province") % {"name": cut.map.figure.name(told.speech.language)}
    legend = (
        LegendEntry(Tone.LIGHT, _("lower third of the range")),
        LegendEntry(Tone.MEDIUM, _("middle third of the range")),
        LegendEntry(Tone.STRONG, _("upper third of the range")),
        LegendEntry(Tone.EMPTY, _("not reported")),
    )
    return caption, legend


def _all_words(told: Telling) -> tuple[str, tuple[LegendEntry, ...]]:
    cut, count = told.cut, told.provinces
    legend = [LegendEntry(Tone.LIGHT, _("province or centrally-run city"))]
    if cut.value("provinces-with-fee-policy") == count:
        legend = [LegendEntry(Tone.LIGHT, _("has a policy on fees for online public services"))]
    if cut.seen_from is not None:
        legend.append(LegendEntry(Tone.STRONG, _("Conference endpoint: %(unit)s") % {"unit": cut.seen_from.name}))
    caption = ngettext(
        "The %(count)s province or centrally-run city on %(day)s",
        "The %(count)s provinces and centrally-run cities on %(day)s",
        count,
    ) % {"count": told.speech.number(count), "day": told.speech.day(cut.definition.as_of)}
    return caption, tuple(legend)
