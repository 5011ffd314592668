"""What somebody can do about a wrong row or file of an imported list."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from project06.programme.enums.steering import FileFaultCode, RowFaultCode

_CODE_LISTS = _("Use a code from the second sheet of the empty list.")
_DAYS = _("Write days as 31/12/2026 or 2026-12-31, or use date cells.")

ROW_REMEDIES: Mapping[RowFaultCode, str | Promise] = {
    RowFaultCode.MISSING: _("Fill in the cell."),
    RowFaultCode.TOO_LONG: _("Shorten the text: a title has at most 500 characters."),
    RowFaultCode.FORMULA: _("Paste the result of the formula as a value."),
    RowFaultCode.DUPLICATE: _("Keep one of the rows, or give the other another code."),
    RowFaultCode.BAD_CODE: _("Use 1 to 40 letters, digits or the signs . / _ -"),
    RowFaultCode.BAD_DATE: _DAYS,
    RowFaultCode.UNKNOWN_PLAN: _CODE_LISTS,
    RowFaultCode.UNKNOWN_GROUP: _CODE_LISTS,
    RowFaultCode.UNKNOWN_AGENCY: _("Look the agency up in the directory and copy its code."),
    RowFaultCode.AGENCY_OTHER_DAY: _("Use the agency of that day: ministries and provinces were merged in 2025."),
    RowFaultCode.UNKNOWN_RECURRENCE: _CODE_LISTS,
    RowFaultCode.UNKNOWN_CLAIM: _CODE_LISTS,
    RowFaultCode.DUE_MISSING: _("Fill in the due date, or say how often the task comes back."),
    RowFaultCode.DUE_BEFORE_ASSIGNED: _("Correct one of the two days."),
    RowFaultCode.DUE_CHANGED: _("Revise the due date of the task with its reason and act; a list never does that."),
    RowFaultCode.DONE_WITHOUT_DATE: _("Fill in both cells or neither."),
    RowFaultCode.DATE_IN_FUTURE: _("Report it when it is done."),
    RowFaultCode.ALREADY_CANCELLED: _("Remove the row."),
    RowFaultCode.ALREADY_PROVED: _("Leave the cells of the progress empty in this row."),
    RowFaultCode.NOT_ALLOWED: _("Remove the row, or ask for the right to give out tasks there."),
    RowFaultCode.UNKNOWN_DIRECTIVE: _("Register the act first, or correct its number and date."),
    RowFaultCode.LEAD_CHANGED: _("Hand the task over to the other agency; a list never does that."),
    RowFaultCode.LEAD_REPEATED: _("Name every agency once."),
    RowFaultCode.TOO_MANY_CELLS: _("Remove what stands to the right of the last heading."),
}

FILE_REMEDIES: Mapping[FileFaultCode, str | Promise] = {
    FileFaultCode.EMPTY: _("Choose the right file."),
    FileFaultCode.TOO_LARGE: _("Send at most 10 MB; remove pictures and empty sheets."),
    FileFaultCode.TOO_MANY_ROWS: _("Send at most 5,000 rows at a time."),
    FileFaultCode.NOT_A_TABLE: _("Save the list as .xlsx or as CSV with UTF-8 characters."),
    FileFaultCode.NOT_TEXT: _("Save the CSV with UTF-8 characters."),
    FileFaultCode.BROKEN: _("Open it in your office programme and save it anew."),
    FileFaultCode.HEADINGS: _("Keep the first row of the empty list as it is."),
    FileFaultCode.PROTECTED: _("Remove the password and save it anew."),
}
