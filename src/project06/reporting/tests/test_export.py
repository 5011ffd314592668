"""Lists leave the house as files that are safe to open."""

import csv
import io

import openpyxl
import pytest

from project06.kernel.errors import NotAllowed
from project06.reporting import public as reporting
from project06.reporting.data import NotReportedFilter
from project06.reporting.enums import SheetFormat
from project06.reporting.errors import UnknownCampaign
from project06.reporting.queries.write_sheet import write_sheet
from project06.reporting.tests.conftest import CENTRE, CODE, OTHER_CENTRE


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_lists_the_missing(sent, son):
    content = reporting.not_reported_sheet(wanted=NotReportedFilter(), by=son, form=SheetFormat.CSV)

    (_, row) = rows_of(content)
    assert row[0] == OTHER_CENTRE
    assert row[5] == "2026-10-19 17:00"


def test_keeps_the_row_of_a_missing_report(sent, son):
    content = reporting.report_sheet(CODE, period="2026-10", by=son, form=SheetFormat.XLSX)

    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    table = {row[0]: row for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert table[CENTRE][5:7] == (120, 87.5)
    assert table[OTHER_CENTRE][4:7] == (None, None, None)


@pytest.mark.parametrize("danger", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_lets_no_cell_run(danger):
    harmless = rows_of(write_sheet(["a"], [[danger]], SheetFormat.CSV))[1][0]
    book = openpyxl.load_workbook(io.BytesIO(write_sheet(["a"], [[danger]], SheetFormat.XLSX)))

    assert harmless.startswith("'")
    assert book.active["A2"].data_type == "s"


def test_refuses_whoever_may_not_look_on(sent, minh, hoa):
    with pytest.raises(NotAllowed):
        reporting.not_reported_sheet(wanted=NotReportedFilter(), by=minh, form=SheetFormat.CSV)
    with pytest.raises(UnknownCampaign):
        reporting.report_sheet(CODE, period="2026-10", by=hoa, form=SheetFormat.CSV)
