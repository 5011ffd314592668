"""One screen of a unit: numbers that lead to lists, what is late, what is stuck, who is silent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from project06.places.data import UnitData
from project06.programme.data import AgeBand, UnitSummary
from project06.programme.enums import BottleneckClass, EvidenceState, PilotState, Schedule
from project06.programme.rules.moves import STUCK_AFTER_WORKING_DAYS
from project06.programme.web.words import language
from project06.reporting.data import ObligationData
from project06.ui import formats
from project06.ui.data import Bar, BarChart, Cell, Column, Link, TableData, Text
from project06.ui.enums import ColumnKind, Tone

_RUNNING_PILOTS = (PilotState.REGISTERED, PilotState.PREPARING, PilotState.DEPLOYED, PilotState.NO_RESULT)


@dataclass(frozen=True, slots=True)
class Stat:
    """A number that leads to what it counts."""

    value: str
    label: Text
    note: Text
    href: str
    tone: Tone = Tone.PLAIN


def list_href(name: str, **asked: str) -> str:
    """Return the address of a list under a filter."""
    return f"{reverse(name)}?{urlencode(asked)}"


def present_stats(
    summary: UnitSummary, unit: UnitData, missing: Sequence[ObligationData] | None, most: int
) -> list[Stat]:
    """Return the numbers of the first row; `missing` is None for whoever may not see reports."""
    return [
        *_task_stats(summary, unit.code),
        _stuck_stat(summary, unit.code),
        *([] if missing is None else [_missing_stat(missing, unit, most)]),
        Stat(
            formats.number(sum(summary.pilots.get(state, 0) for state in _RUNNING_PILOTS)),
            _("running pilot models"),
            _("%(count)s without result") % {"count": formats.number(summary.pilots.get(PilotState.NO_RESULT, 0))},
            list_href("programme:pilots", unit=unit.code),
        ),
    ]


def _task_stats(summary: UnitSummary, code: str) -> list[Stat]:
    tasks = summary.tasks
    soon = tasks.by_schedule.get(Schedule.DUE_SOON, 0)
    return [
        Stat(
            formats.number(tasks.late),
            _("late tasks"),
            _("of %(total)s; %(soon)s are due soon")
            % {"total": formats.number(tasks.total), "soon": formats.number(soon)},
            list_href("programme:tasks", unit=code, schedule=Schedule.LATE.value),
            Tone.DANGER if tasks.late else Tone.SUCCESS,
        ),
        Stat(
            formats.number(tasks.done),
            _("tasks done and proved"),
            _("%(count)s more are reported as done without accepted evidence")
            % {"count": formats.number(tasks.claimed_not_evidenced)},
            list_href("programme:tasks", unit=code, evidence=EvidenceState.ACCEPTED.value),
            Tone.SUCCESS,
        ),
        Stat(
            formats.number(tasks.unclassified),
            _("tasks nobody has reported on"),
            _("neither done nor in progress is known of them"),
            list_href("programme:tasks", unit=code, claimed="nobody"),
            Tone.WARNING if tasks.unclassified else Tone.PLAIN,
        ),
    ]


def _stuck_stat(summary: UnitSummary, code: str) -> Stat:
    words = {
        "stuck": formats.number(summary.stuck_bottlenecks),
        "days": formats.number(STUCK_AFTER_WORKING_DAYS),
    }
    return Stat(
        formats.number(sum(summary.bottlenecks.values())),
        _("bottlenecks"),
        _("%(stuck)s without movement for %(days)s working days") % words,
        list_href("programme:bottlenecks", unit=code),
        Tone.DANGER if summary.stuck_bottlenecks else Tone.PLAIN,
    )


def _missing_stat(missing: Sequence[ObligationData], unit: UnitData, most: int) -> Stat:
    count = formats.number(len(missing))
    return Stat(
        _("%(count)s or more") % {"count": count} if len(missing) >= most else count,
        _("overdue reports"),
        _("the deadline has passed"),
        list_href("reporting:not_reported", below=unit.path, overdue="on"),
        Tone.DANGER if missing else Tone.SUCCESS,
    )


def present_classes(summary: UnitSummary, unit: UnitData) -> BarChart:
    """Return the bottlenecks that are not removed by class; a class without any is a true zero."""
    bars = tuple(
        Bar(
            kind.label,
            summary.bottlenecks.get(kind, 0),
            list_href("programme:bottlenecks", unit=unit.code, kind=kind.value),
        )
        for kind in BottleneckClass
    )
    return BarChart(_("Bottlenecks by class"), _("Class"), _("Not removed"), bars)


def present_ages(bands: Sequence[AgeBand]) -> BarChart:
    """Return how old the bottlenecks are, in working days."""
    tones = (Tone.SUCCESS, Tone.INFO, Tone.WARNING, Tone.DANGER)
    bars = tuple(Bar(_band_words(band), band.count, tone=tone) for band, tone in zip(bands, tones, strict=False))
    return BarChart(_("How old they are"), _("Working days"), _("Not removed"), bars)


def _band_words(band: AgeBand) -> str:
    if band.to_days is None:
        return _("%(days)s working days and more") % {"days": formats.number(band.from_days)}
    return _("%(first)s to %(last)s working days") % {
        "first": formats.number(band.from_days),
        "last": formats.number(band.to_days - 1),
    }


def present_missing(missing: Sequence[ObligationData], at: datetime) -> TableData:
    """Return who has not reported, the longest overdue first."""
    columns = (Column(_("Agency")), Column(_("Report")), Column(_("Was due"), ColumnKind.DAY))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            each.agency_name_in(language()),
            Link(each.campaign_title_in(language()), reverse("reporting:obligation", args=[each.uuid])),
            each.due_at,
        )
        for each in missing
        if each.due_at <= at
    )
    return TableData(_("Overdue reports"), columns, rows, empty_text=_("Everybody has reported in time."))
