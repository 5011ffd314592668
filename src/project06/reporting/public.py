"""The door of the package."""

from project06.reporting.enums import CHECK, ORGANISE, REPORT, SEE
from project06.reporting.operations.accept_report import accept_report
from project06.reporting.operations.check_report import check_report
from project06.reporting.operations.excuse_obligation import excuse_obligation
from project06.reporting.operations.extend_obligation import extend_obligation
from project06.reporting.operations.open_campaign import open_campaign
from project06.reporting.operations.remind import remind
from project06.reporting.operations.return_report import return_report
from project06.reporting.operations.roll_campaign import roll_campaign
from project06.reporting.operations.save_draft import save_draft
from project06.reporting.operations.submit_report import submit_report
from project06.reporting.queries.export_reports import not_reported_sheet, report_sheet
from project06.reporting.queries.find_campaigns import get_campaign, list_campaigns
from project06.reporting.queries.get_story import get_story
from project06.reporting.queries.list_figures import (
    list_campaign_figures,
    list_figures_over_time,
    list_latest_figures,
)
from project06.reporting.queries.list_obligations import list_inbox, list_not_reported, list_owed

__all__ = [
    "CHECK",
    "ORGANISE",
    "REPORT",
    "SEE",
    "accept_report",
    "check_report",
    "excuse_obligation",
    "extend_obligation",
    "get_campaign",
    "get_story",
    "list_campaign_figures",
    "list_campaigns",
    "list_figures_over_time",
    "list_inbox",
    "list_latest_figures",
    "list_not_reported",
    "list_owed",
    "not_reported_sheet",
    "open_campaign",
    "remind",
    "report_sheet",
    "return_report",
    "roll_campaign",
    "save_draft",
    "submit_report",
]
