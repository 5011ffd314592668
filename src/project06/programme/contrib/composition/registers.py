"""What the registers say: tasks, bottlenecks, pilot models, who has not reported."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from project06.programme.contrib.composition.document import (
    Block,
    Cell,
    Heading,
    Paragraph,
    Part,
    PartChart,
    Points,
    Section,
    Table,
    Tone,
    Words,
)
from project06.programme.contrib.composition.sentences import Telling, tell
from project06.programme.contrib.composition.statements import state
from project06.programme.data.report import BottleneckCut, PilotCut, TaskCut, TasksCut
from project06.programme.data.tasks import text_in
from project06.programme.enums.report import Sentence
from project06.programme.rules.report_sentences import NOT_REPORTED, choose_sentences

_REPORTED_PARTS = (
    (
        "tasks-assigned",
        (("tasks-2023-completed-and-regular", Tone.STRONG), ("tasks-2024-being-implemented", Tone.MEDIUM)),
    ),
    (
        "tasks-total",
        (("tasks-completed", Tone.STRONG), ("tasks-regular", Tone.MEDIUM), ("tasks-in-progress", Tone.LIGHT)),
    ),
)


def tasks(told: Telling) -> Section:
    """Return the section on tasks: what was reported, then what is managed here; the two are never mixed."""
    chosen = choose_sentences(told.cut)
    blocks: list[Block] = [
        Paragraph(tell(each, told)) for each in (Sentence.TASKS_ASSIGNED, Sentence.TASKS_BY_ROADMAP) if each in chosen
    ]
    blocks += _unclassified(told)
    for whole, parts in _REPORTED_PARTS:
        if chart := _part_chart(whole, parts, told):
            blocks.append(chart)
    blocks += _managed(told.cut.registers.tasks, told)
    return Section(_("Tasks"), tuple(blocks))


def _unclassified(told: Telling) -> list[Block]:
    """The tasks of which the source says nothing."""
    values = [told.cut.value(each) for each in ("tasks-total", "tasks-completed", "tasks-regular", "tasks-in-progress")]
    total, *parts = values
    if total is None or any(each is None for each in parts):
        return []
    rest = int(total - sum(each for each in parts if each is not None))
    if rest <= 0:
        return []
    text = ngettext(
        "The source does not say how the remaining %(count)s task stands.",
        "The source does not say how the remaining %(count)s tasks stand.",
        rest,
    ) % {"count": told.speech.number(rest)}
    return [Paragraph(told.notes.cite(text, told.cut.figure("tasks-total")))]


def _part_chart(whole: str, parts: tuple[tuple[str, Tone], ...], told: Telling) -> PartChart | None:
    figure = told.cut.figure(whole)
    known = [(told.cut.figure(code), tone) for code, tone in parts]
    if figure is None or not figure.value:
        return None
    total = figure.value
    drawn = [
        Part(each.version.name(told.speech.language), told.speech.short_value(each), each.value / total, tone)
        for each, tone in known
        if each is not None and each.value is not None
    ]
    rest = total - sum((each.value for each, _tone in known if each and each.value is not None), start=Decimal(0))
    if rest > 0:
        drawn.append(Part(_("not classified by the source"), told.speech.number(rest), rest / total, Tone.EMPTY))
    said = "; ".join(f"{each.label}: {each.value}" for each in drawn)
    return PartChart(
        caption=_("%(name)s: %(total)s")
        % {"name": figure.version.name(told.speech.language), "total": told.speech.short_value(figure)},
        alternative=_("Bar divided into parts. %(figures)s") % {"figures": said},
        parts=tuple(drawn),
    )


def _managed(cut: TasksCut, told: Telling) -> list[Block]:
    if not cut.total:
        return [Paragraph(Words(_("No task of this unit is managed on the platform on this day.")))]
    text = ngettext(
        "%(count)s task is managed on the platform; it is counted by due dates and accepted evidence, apart from "
        "what was reported.",
        "%(count)s tasks are managed on the platform; they are counted by due dates and accepted evidence, apart from "
        "what was reported.",
        cut.total,
    ) % {"count": told.speech.number(cut.total)}
    blocks: list[Block] = [Paragraph(Words(text)), _tally(cut, told)]
    if cut.late:
        blocks.append(task_table(_("Late tasks"), cut.late, told))
    return blocks


def _tally(cut: TasksCut, told: Telling) -> Table:
    return Table(
        caption=_("Managed tasks by how they stand"),
        headings=(Heading(_("Status")), Heading(_("Tasks"), is_number=True)),
        rows=tuple(
            (Cell(Words(str(schedule.label))), _count(count, told)) for schedule, count in cut.by_schedule.items()
        ),
        widths=(75, 25),
    )


def _count(count: int, told: Telling) -> Cell:
    return Cell(Words(told.speech.number(count)), Decimal(count), is_number=True)


def task_table(caption: str, rows: tuple[TaskCut, ...], told: Telling) -> Table:
    """Return tasks with their lead agency and due date."""
    return Table(
        caption=caption,
        headings=(
            Heading(_("Task")),
            Heading(_("Lead agency")),
            Heading(_("Due")),
            Heading(_("Working days left"), is_number=True),
        ),
        rows=tuple(
            (
                Cell(Words(text_in(each.titles, told.speech.language))),
                Cell(Words(each.lead)),
                Cell(Words(told.speech.day(each.due_on))),
                Cell(Words(told.speech.number(each.days)), Decimal(each.days), is_number=True),
            )
            for each in rows
        ),
        widths=(46, 24, 16, 14),
    )


def bottlenecks(told: Telling) -> Section:
    """Return the section on what stands in the way."""
    blocks: list[Block] = []
    if said := state("bottleneck", told.cut, told.notes):
        blocks.append(Points(said))
    rows = told.cut.registers.bottlenecks
    if rows:
        text = ngettext(
            "%(count)s bottleneck is open in the register.",
            "%(count)s bottlenecks are open in the register.",
            len(rows),
        ) % {"count": told.speech.number(len(rows))}
        blocks += [Paragraph(Words(text)), _bottleneck_table(rows, told)]
    else:
        blocks.append(Paragraph(Words(_("The register holds no open bottleneck of this unit on this day."))))
    return Section(_("Bottlenecks"), tuple(blocks))


def _bottleneck_table(rows: tuple[BottleneckCut, ...], told: Telling) -> Table:
    return Table(
        caption=_("Open bottlenecks"),
        headings=(
            Heading(_("Bottleneck")),
            Heading(_("Class")),
            Heading(_("Responsible agency")),
            Heading(_("State")),
            Heading(_("Due")),
            Heading(_("Age in working days"), is_number=True),
        ),
        rows=tuple(
            (
                Cell(Words(text_in(each.titles, told.speech.language))),
                Cell(Words(str(each.kind.label))),
                Cell(Words(each.owner)),
                Cell(Words(str(each.state.label))),
                Cell(Words(told.speech.day(each.due_on) if each.due_on else "–")),
                _count(each.age, told),
            )
            for each in rows
        ),
        widths=(32, 13, 19, 13, 13, 10),
    )


def pilots(told: Telling) -> Section:
    """Return the section on models that are tried in one place."""
    blocks: list[Block] = []
    if said := state("pilot", told.cut, told.notes):
        blocks.append(Points(said))
    rows = told.cut.registers.pilots
    if rows:
        text = ngettext(
            "The register holds %(count)s pilot model.", "The register holds %(count)s pilot models.", len(rows)
        ) % {"count": told.speech.number(len(rows))}
        blocks += [Paragraph(Words(text)), _pilot_table(rows, told)]
    else:
        blocks.append(Paragraph(Words(_("The register holds no pilot model of this unit on this day."))))
    return Section(_("Pilot models"), tuple(blocks))


def _pilot_table(rows: tuple[PilotCut, ...], told: Telling) -> Table:
    return Table(
        caption=_("Pilot models and how far they are"),
        headings=(
            Heading(_("Pilot model")),
            Heading(_("Lead agency")),
            Heading(_("State")),
            Heading(_("Registered on")),
        ),
        rows=tuple(
            (
                Cell(Words(text_in(each.titles, told.speech.language))),
                Cell(Words(each.lead)),
                Cell(Words(str(each.state.label))),
                Cell(Words(told.speech.day(each.registered_on))),
            )
            for each in rows
        ),
        widths=(44, 24, 16, 16),
    )


def not_reported(told: Telling) -> Section:
    """Return the section on who has not reported, and which figures are missing."""
    known = (code for code in NOT_REPORTED if told.cut.figure(code) is not None)
    blocks: list[Block] = [Paragraph(_bodies(code, told)) for code in known]
    missing = [each for each in told.cut.figures if each.value is None]
    if missing:
        text = ngettext(
            "%(count)s figure of this period has not been reported:",
            "%(count)s figures of this period have not been reported:",
            len(missing),
        ) % {"count": told.speech.number(len(missing))}
        names = tuple(Words(each.version.name(told.speech.language)) for each in missing)
        blocks += [Paragraph(Words(text)), Points(names)]
    rows = told.cut.registers.missing
    if rows:
        blocks.append(_missing_table(told))
    elif not blocks:
        blocks.append(Paragraph(Words(_("No overdue report is registered for this unit on this day."))))
    return Section(_("Who has not reported"), tuple(blocks))


def _bodies(code: str, told: Telling) -> Words:
    figure = told.cut.figure(code)
    count = int(figure.value or 0) if figure else 0
    text = ngettext(
        "%(count)s ministry, sector or province has not reported on the network-security criteria.",
        "%(count)s ministries, sectors and provinces have not reported on the network-security criteria.",
        count,
    ) % {"count": told.speech.number(count)}
    return told.notes.cite(text, figure)


def _missing_table(told: Telling) -> Table:
    return Table(
        caption=_("Overdue reports"),
        headings=(Heading(_("Agency")), Heading(_("Report")), Heading(_("Due"))),
        rows=tuple(
            (
                Cell(Words(each.agency)),
                Cell(Words(text_in(each.titles, told.speech.language))),
                Cell(Words(told.speech.day(each.due_on))),
            )
            for each in told.cut.registers.missing
        ),
        widths=(38, 44, 18),
    )
