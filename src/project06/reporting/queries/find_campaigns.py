"""Campaigns, for those who report, check or look on."""

from django.db.models import Max, OuterRef, Q, Subquery

from project06.kernel.permissions import Actor, ActorKind, visible
from project06.reporting.data import CampaignData, Question
from project06.reporting.enums import ORGANISE, SEE
from project06.reporting.errors import UnknownCampaign
from project06.reporting.models import Campaign, CampaignForm, Obligation
from project06.reporting.queries.read_rows import campaign_data
from project06.reporting.queries.visibility import readable
from project06.reporting.rules.questions import parse_questions

MOST_CAMPAIGNS = 500


def get_campaign(code: str, *, by: Actor) -> CampaignData:
    """Return the campaign. Raises UnknownCampaign when there is none, or none that `by` has to do with."""
    campaign = Campaign.objects.filter(code=code).first()
    if campaign is None or not _may_know(campaign, by):
        raise UnknownCampaign
    return campaign_data(campaign, latest_form(campaign).version)


def list_campaigns(*, by: Actor) -> tuple[CampaignData, ...]:
    """Return the campaigns that ask something of a unit which `by` may see, the newest first; two statements."""
    mine = Q(organiser=by.agency) & visible(by, ORGANISE, "audience_below") if by.agency else Q(pk__in=[])
    seen = Q(pk__in=Obligation.objects.filter(visible(by, SEE)).values("campaign").distinct())
    rows = Campaign.objects.filter(Q() if by.kind is ActorKind.SYSTEM else mine | seen)
    found = list(rows.annotate(form=_form_version()).order_by("-starts_on", "code")[:MOST_CAMPAIGNS])
    return tuple(campaign_data(row, row.form) for row in found)


def list_questions(code: str, *, by: Actor) -> tuple[Question, ...]:
    """Return the present form of a campaign. Raises UnknownCampaign."""
    campaign = Campaign.objects.filter(code=code).first()
    if campaign is None or not _may_know(campaign, by):
        raise UnknownCampaign
    return parse_questions(latest_form(campaign).questions)


def latest_form(campaign: Campaign) -> CampaignForm:
    """Return the form that new duties of a campaign get."""
    form = CampaignForm.objects.filter(campaign=campaign).order_by("-version").first()
    if form is None:
        raise LookupError(f"The campaign {campaign.code} has no form.")
    return form


def _form_version() -> Subquery:
    versions = CampaignForm.objects.filter(campaign=OuterRef("pk")).order_by().values("campaign")
    return Subquery(versions.annotate(latest=Max("version")).values("latest"))


def _may_know(campaign: Campaign, by: Actor) -> bool:
    if by.kind is ActorKind.SYSTEM or (by.agency == campaign.organiser):
        return True
    return Obligation.objects.filter(readable(by), campaign=campaign).exists()
