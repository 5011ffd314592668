"""Open a reporting campaign."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.utils import IntegrityError

from project06.agencies import public as agencies
from project06.agencies.data import AgencyData
from project06.evidence import public as evidence
from project06.kernel.clock import now, today
from project06.kernel.errors import NotAllowed
from project06.kernel.events import publish
from project06.kernel.ids import new_uuid
from project06.kernel.permissions import Actor, ActorKind, check
from project06.reporting.data import CampaignData, CampaignDraft
from project06.reporting.enums import ORGANISE
from project06.reporting.errors import CampaignExists, UnusableCampaign, UnusableForm
from project06.reporting.events import CampaignOpened
from project06.reporting.models import Campaign, CampaignForm
from project06.reporting.operations.recording import ground_of
from project06.reporting.queries.read_rows import campaign_data
from project06.reporting.rules.campaigns import is_usable
from project06.reporting.rules.questions import FormFault, parse_questions, to_document


@evidence.operation
def open_campaign(*, draft: CampaignDraft, questions: Sequence[Mapping[str, Any]], by: Actor) -> CampaignData:
    """Open a campaign with the first version of its form; duties arise when it is rolled.

    Raises NotAllowed unless `by` works for the organiser and may organise over the whole audience, UnknownAgency,
    CampaignExists, UnusableCampaign, UnusableForm. Law: the act of the campaign itself; Decree 09/2019/NĐ-CP.
    """
    check(by, ORGANISE, path=draft.audience.below)
    if by.kind is not ActorKind.SYSTEM and by.agency != draft.organiser:
        raise NotAllowed
    if not is_usable(draft):
        raise UnusableCampaign
    organiser = agencies.get_agency(draft.organiser, today())
    try:
        document = to_document(parse_questions(questions))
    except FormFault as fault:
        raise UnusableForm(place=str(fault)) from fault
    campaign = _create(draft, organiser)
    CampaignForm.objects.create(campaign=campaign, version=1, questions=document, created_at=campaign.created_at)
    evidence.record(
        by=by,
        action="reporting.open-campaign",
        subject_kind="campaign",
        subject=campaign.uuid,
        purpose=f"Reporting campaign {campaign.code}",
        legal_ground=ground_of(campaign),
        details={"organiser": campaign.organiser, "questions": str(len(document))},
    )
    publish(CampaignOpened(campaign=campaign.uuid, code=campaign.code, organiser=campaign.organiser))
    return campaign_data(campaign, 1)


def _create(draft: CampaignDraft, organiser: AgencyData) -> Campaign:
    audience = draft.audience
    try:
        with transaction.atomic():
            return Campaign.objects.create(
                uuid=new_uuid(),
                code=draft.code,
                kind=draft.kind,
                titles=dict(draft.titles),
                organiser=organiser.code,
                organiser_name=organiser.name,
                organiser_path=organiser.unit_path,
                act_number=draft.act_number,
                act_date=draft.act_date,
                recurrence=draft.recurrence,
                closes_on=draft.closes_on,
                due_amount=draft.due.amount,
                due_unit=draft.due.unit,
                audience_below=audience.below,
                audience_kinds=list(audience.kinds),
                audience_level=audience.level,
                audience_codes=list(audience.codes),
                starts_on=draft.starts_on,
                ends_on=draft.ends_on,
                remind_days=draft.remind_days,
                escalate_days=draft.escalate_days,
                created_at=now(),
            )
    except IntegrityError as fault:
        raise CampaignExists from fault
