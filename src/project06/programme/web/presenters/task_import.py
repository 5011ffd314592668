"""What a list of tasks would do, or did, in words: counts and the cells that are wrong."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from project06.programme.data import ImportReport
from project06.programme.data.task_remedies import ROW_REMEDIES
from project06.programme.enums.steering import RowFaultCode
from project06.programme.rules.task_columns import TASK_COLUMNS
from project06.programme.web.words import language
from project06.ui import formats
from project06.ui.data import Column, TableData
from project06.ui.enums import ColumnKind, Tone

_HEADINGS = {column.key: column for column in TASK_COLUMNS}


@dataclass(frozen=True, slots=True)
class ShownReport:
    """The judgement of a list."""

    title: str
    text: str
    tone: Tone
    can_apply: bool
    faults: TableData | None


def present_report(report: ImportReport) -> ShownReport:
    """Return what a look at the list found."""
    if not report.is_clean:
        return ShownReport(
            title=_("The list cannot be taken over yet"),
            text=_("Wrong cells: %(faults)s in %(rows)s rows. Nothing was stored.")
            % {"faults": formats.number(report.fault_count), "rows": formats.number(report.rows)},
            tone=Tone.DANGER,
            can_apply=False,
            faults=_faults(report),
        )
    return ShownReport(
        title=_("The list can be taken over"),
        text=_("Rows: %(rows)s. New tasks: %(added)s. Changed: %(changed)s. Already so: %(unchanged)s.")
        % _counts(report),
        tone=Tone.SUCCESS,
        can_apply=bool(report.added or report.changed),
        faults=None,
    )


def written_words(report: ImportReport) -> str:
    """Return what was stored, in one sentence."""
    return _("The list is taken over: %(added)s new tasks, %(changed)s changed, %(unchanged)s as before.") % _counts(
        report
    )


def _counts(report: ImportReport) -> dict[str, str]:
    names = ("rows", "added", "changed", "unchanged")
    return {name: formats.number(getattr(report, name)) for name in names}


def _faults(report: ImportReport) -> TableData:
    columns = (
        Column(_("Row"), ColumnKind.NUMBER),
        Column(_("Column")),
        Column(_("What is wrong")),
        Column(_("What to do")),
    )
    rows = tuple((each.row, _heading(each.column), each.code.label, _remedy(each.code)) for each in report.faults)
    left = report.fault_count - len(report.faults)
    note = _("Further wrong cells that are not shown: %(count)s.") % {"count": formats.number(left)} if left else ""
    return TableData(_("Wrong cells"), columns, rows, note=note)


def _heading(key: str) -> str:
    column = _HEADINGS.get(key)
    return column.heading(language()) if column else key


def _remedy(code: RowFaultCode) -> str:
    return str(ROW_REMEDIES[code])
