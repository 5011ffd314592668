"""Turns a cut into a document in one language. Every form of the report starts here."""

from django.utils import translation
from django.utils.translation import gettext as _

from project06.programme.contrib.composition.document import Document, Labelled, Section
from project06.programme.contrib.composition.indicators import corrections, indicators
from project06.programme.contrib.composition.notes import Notes
from project06.programme.contrib.composition.outlook import outlook
from project06.programme.contrib.composition.registers import bottlenecks, not_reported, pilots, tasks
from project06.programme.contrib.composition.results import results
from project06.programme.contrib.composition.sentences import Telling
from project06.programme.contrib.composition.speech import Speech
from project06.programme.data.indicators import SourceData
from project06.programme.data.report import ReportCut


def compose(cut: ReportCut, language: str) -> Document:
    """Return the report in a language ("vi", "en", "pl", "hi", "cs", "uk")."""
    with translation.override(language):
        told = Telling(cut, Speech(language), Notes(cut.sources))
        sections = _sections(told)
        return Document(
            language=language,
            title=_("Report on the implementation of Project 06"),
            subtitle=_unit_name(told),
            publisher=_("Project 06 Working Group"),
            country=_("Socialist Republic of Viet Nam"),
            particulars=_particulars(told),
            sections=sections,
            sources_title=_("Sources"),
            sources=tuple(_source(each, told) for each in told.notes.cited()),
            closing=_closing(told),
            contents_title=_("Contents"),
            page_label=_("Page"),
            as_of=cut.definition.as_of,
            digest=cut.digest,
        )


def _sections(told: Telling) -> tuple[Section, ...]:
    """The sections in their order; the order also gives the sources their numbers."""
    found = (
        results(told),
        indicators(told),
        tasks(told),
        bottlenecks(told),
        pilots(told),
        not_reported(told),
        outlook(told),
        corrections(told),
    )
    return tuple(each for each in found if each is not None)


def _unit_name(told: Telling) -> str:
    unit = told.cut.unit
    return _("The whole country") if unit.is_country else unit.official_name


def _particulars(told: Telling) -> tuple[Labelled, ...]:
    cut, speech = told.cut, told.speech
    found = [
        Labelled(_("Unit"), _unit_name(told)),
        Labelled(_("Period"), speech.period(cut.definition.period)),
        Labelled(_("As of"), speech.day(cut.definition.as_of)),
    ]
    if cut.seen_from is not None:
        found.append(Labelled(_("Conference endpoint"), cut.seen_from.official_name))
    found.append(Labelled(_("Data cut"), cut.digest[:16]))
    return tuple(found)


def _source(source: SourceData, told: Telling) -> str:
    said = {"title": source.title, "issuer": source.issuer, "reference": source.reference}
    if source.issued_on is None:
        return _("%(issuer)s: %(title)s. %(reference)s.") % said
    said["day"] = told.speech.day(source.issued_on)
    return _("%(issuer)s: %(title)s, %(day)s. %(reference)s.") % said


def _closing(told: Telling) -> str:
    text = _(
        "All figures come from one data cut with the digest %(digest)s. The same cut gives the same figures in every "
        "language and form. A figure that nobody has reported is shown as not reported, never as zero."
    ) % {"digest": told.cut.digest}
    if told.cut.registers.has_synthetic:
        marked = _("The registers of tasks, bottlenecks and pilot models hold invented entries of a demonstration.")
        return f"{text}\n{marked}"
    return text
