"""Addresses below /reporting/."""

from django.urls import path, register_converter

from project06.reporting.web import acts, views
from project06.reporting.web.converters import CampaignCodeConverter, SheetFormatConverter

register_converter(CampaignCodeConverter, "campaign_code")
register_converter(SheetFormatConverter, "sheet_format")

app_name = "reporting"
_DUTY = "obligations/<uuid:uuid>/"
urlpatterns = [
    path("", views.owe, name="owe"),
    path("inbox/", views.inbox, name="inbox"),
    path("not-reported/", views.not_reported, name="not_reported"),
    path("not-reported.<sheet_format:form>", views.export_not_reported, name="export_not_reported"),
    path("campaigns/", views.campaigns, name="campaigns"),
    path("campaigns/<campaign_code:code>/", views.campaign, name="campaign"),
    path("campaigns/<campaign_code:code>/reports.<sheet_format:form>", views.export_reports, name="export_reports"),
    path(_DUTY, views.obligation, name="obligation"),
    path(f"{_DUTY}sheet.<sheet_format:form>", views.sheet, name="sheet"),
    path(f"{_DUTY}draft/", acts.save_draft, name="save_draft"),
    path(f"{_DUTY}submit/", acts.submit, name="submit"),
    path(f"{_DUTY}upload/", acts.upload, name="upload"),
    path(f"{_DUTY}check/", acts.check, name="check"),
    path(f"{_DUTY}accept/", acts.accept, name="accept"),
    path(f"{_DUTY}return/", acts.return_report, name="return_report"),
    path(f"{_DUTY}extend/", acts.extend, name="extend"),
    path(f"{_DUTY}excuse/", acts.excuse, name="excuse"),
]
