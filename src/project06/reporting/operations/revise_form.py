"""Give a campaign a new version of its form."""

from collections.abc import Mapping, Sequence
from typing import Any

from project06.evidence import public as evidence
from project06.kernel.clock import now
from project06.kernel.errors import NotAllowed
from project06.kernel.events import publish
from project06.kernel.permissions import Actor, ActorKind, check
from project06.reporting.data import CampaignData
from project06.reporting.enums import ORGANISE
from project06.reporting.errors import UnknownCampaign, UnusableForm
from project06.reporting.events import FormRevised
from project06.reporting.models import Campaign, CampaignForm
from project06.reporting.operations.recording import ground_of
from project06.reporting.queries.find_campaigns import latest_form
from project06.reporting.queries.read_rows import campaign_data
from project06.reporting.rules.questions import FormFault, parse_questions, to_document


@evidence.operation
def revise_form(*, campaign: str, questions: Sequence[Mapping[str, Any]], by: Actor) -> CampaignData:
    """Add a version of the form for duties that arise from now on; standing duties keep the one they have.

    Raises UnknownCampaign, NotAllowed, UnusableForm.
    """
    row = Campaign.objects.select_for_update(of=("self",)).filter(code=campaign).first()
    if row is None:
        raise UnknownCampaign
    check(by, ORGANISE, path=row.audience_below)
    if by.kind is not ActorKind.SYSTEM and by.agency != row.organiser:
        raise NotAllowed
    try:
        document = to_document(parse_questions(questions))
    except FormFault as fault:
        raise UnusableForm(place=str(fault)) from fault
    version = latest_form(row).version + 1
    CampaignForm.objects.create(campaign=row, version=version, questions=document, created_at=now())
    evidence.record(
        by=by,
        action="reporting.revise-form",
        subject_kind="campaign",
        subject=row.uuid,
        purpose=f"Reporting campaign {row.code}",
        legal_ground=ground_of(row),
        details={"version": str(version), "questions": str(len(document))},
    )
    publish(FormRevised(campaign=row.uuid, version=version))
    return campaign_data(row, version)
