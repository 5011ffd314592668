"""What is next: orders of the conference, meetings, tasks that fall due, targets ahead, other plans."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from project06.programme.contrib.composition.document import Block, Paragraph, Points, Section, Words
from project06.programme.contrib.composition.registers import task_table
from project06.programme.contrib.composition.sentences import Telling
from project06.programme.contrib.composition.statements import state
from project06.programme.data.indicators import FactData, in_language
from project06.programme.data.report import FigureCut, MeetingCut
from project06.programme.data.tasks import text_in
from project06.programme.enums import FactKind


def outlook(told: Telling) -> Section:
    """Return the section on what comes after the day of the report."""
    cut = told.cut
    items = list(state("next", cut, told.notes))
    items += [_rhythm(each, told) for each in cut.facts if each.kind is FactKind.PER_MONTH]
    items += [Words(_meeting(each, told)) for each in cut.registers.meetings]
    items += [_target(each, told) for each in _targets_ahead(told)]
    blocks: list[Block] = [Points(tuple(items))] if items else []
    if cut.registers.plans:
        blocks.append(Paragraph(Words(_("Other national plans that are followed beside Project 06:"))))
        titles = (text_in(each.titles, told.speech.language) for each in cut.registers.plans)
        blocks.append(Points(tuple(Words(title) for title in titles)))
    if cut.registers.tasks.coming:
        caption = _("Tasks that fall due until the next monthly meeting")
        blocks.append(task_table(caption, cut.registers.tasks.coming, told))
    if not blocks:
        blocks.append(Paragraph(Words(_("Nothing falls due in the coming month."))))
    return Section(_("What is next"), tuple(blocks))


def _rhythm(fact: FactData, told: Telling) -> Words:
    times = int(fact.amount or 0)
    said = {"name": in_language(fact.names, told.speech.language), "count": told.speech.number(times)}
    if times == 1:
        text = _("%(name)s: every month (once a month).") % said
    else:
        text = ngettext("%(name)s: %(count)s time a month.", "%(name)s: %(count)s times a month.", times) % said
    return told.notes.cite_keys(text, fact.source)


def _meeting(meeting: MeetingCut, told: Telling) -> str:
    said = {"title": meeting.title, "day": told.speech.day(meeting.held_on)}
    if meeting.held_on > told.cut.definition.as_of:
        return _("Next meeting on %(day)s: %(title)s.") % said
    return ngettext(
        "Last meeting on %(day)s: %(title)s, with %(count)s decision.",
        "Last meeting on %(day)s: %(title)s, with %(count)s decisions.",
        meeting.decisions,
    ) % {**said, "count": told.speech.number(meeting.decisions)}


def _targets_ahead(told: Telling) -> list[FigureCut]:
    """Figures with a target that still lies ahead."""
    day = told.cut.definition.as_of
    return [each for each in told.cut.figures if each.target is not None and each.target.by_on > day]


def _target(figure: FigureCut, told: Telling) -> Words:
    target = figure.target
    if target is None:
        return Words("")
    text = _("Target by %(day)s: %(name)s – %(value)s (%(act)s); now %(now)s.") % {
        "day": told.speech.day(target.by_on),
        "name": figure.version.name(told.speech.language),
        "value": told.speech.value_like(figure, target.value),
        "act": target.act_number,
        "now": told.speech.figure(figure),
    }
    return told.notes.cite(text, figure)
