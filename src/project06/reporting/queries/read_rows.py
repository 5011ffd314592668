"""How rows become data objects."""

from django.db.models import QuerySet

from project06.kernel.periods import Period
from project06.reporting.data import (
    Audience,
    CampaignData,
    CampaignDraft,
    DueRule,
    ObligationData,
    StepData,
    SubmissionData,
)
from project06.reporting.enums import (
    AudienceLevel,
    CampaignKind,
    DueUnit,
    ObligationState,
    Recurrence,
    ReportState,
    StepKind,
)
from project06.reporting.models import Campaign, Obligation, ObligationStep, Submission


def obligations() -> QuerySet[Obligation]:
    """Return duties with what every data object of theirs needs."""
    return Obligation.objects.select_related("campaign")


def due_rule(campaign: Campaign) -> DueRule:
    """Return how long after its data window a report of the campaign is due."""
    return DueRule(amount=campaign.due_amount, unit=DueUnit(campaign.due_unit))


def audience_of(campaign: Campaign) -> Audience:
    """Return who must report."""
    return Audience(
        below=campaign.audience_below,
        kinds=tuple(campaign.audience_kinds),
        level=AudienceLevel(campaign.audience_level),
        codes=tuple(campaign.audience_codes),
    )


def campaign_data(campaign: Campaign, form_version: int) -> CampaignData:
    """Return the campaign as data."""
    return CampaignData(
        uuid=campaign.uuid,
        organiser_name=campaign.organiser_name,
        form_version=form_version,
        description=CampaignDraft(
            code=campaign.code,
            kind=CampaignKind(campaign.kind),
            titles=campaign.titles,
            organiser=campaign.organiser,
            act_number=campaign.act_number,
            act_date=campaign.act_date,
            recurrence=Recurrence(campaign.recurrence),
            due=due_rule(campaign),
            audience=audience_of(campaign),
            starts_on=campaign.starts_on,
            ends_on=campaign.ends_on,
            closes_on=campaign.closes_on,
            remind_days=campaign.remind_days,
            escalate_days=campaign.escalate_days,
        ),
    )


def obligation_data(row: Obligation) -> ObligationData:
    """Return the duty as data; the row has its campaign loaded."""
    return ObligationData(
        uuid=row.uuid,
        campaign=row.campaign.uuid,
        campaign_code=row.campaign.code,
        campaign_titles=row.campaign.titles,
        organiser=row.campaign.organiser,
        period=Period.parse(row.period_code),
        window_start=row.window_start,
        window_end=row.window_end,
        agency=row.agency,
        agency_code=row.agency_code,
        agency_name=row.agency_name,
        agency_name_en=row.agency_name_en,
        superior=row.superior,
        unit_path=row.unit_path,
        state=ObligationState(row.state),
        due_at=row.due_at,
        original_due_at=row.original_due_at,
        received_at=row.received_at,
        first_received_at=row.first_received_at,
        missed_at=row.missed_at,
        extension_reason=row.extension_reason,
        excuse_reason=row.excuse_reason,
        excuse_ground=row.excuse_ground,
    )


def submission_data(row: Submission, obligation: Obligation) -> SubmissionData:
    """Return the version of a report as data."""
    return SubmissionData(
        uuid=row.uuid,
        obligation=obligation.uuid,
        version=row.version,
        state=ReportState(row.state),
        answers=row.answers,
        document=row.document,
        note=row.note,
        received_at=row.received_at,
        return_reason=row.return_reason,
    )


def step_data(row: ObligationStep) -> StepData:
    """Return a step of a history as data."""
    return StepData(
        kind=StepKind(row.kind),
        at=row.at,
        version=row.version,
        post_title=row.post_title,
        agency_code=row.agency_code,
        system_name=row.system_name,
        reason=row.reason,
    )
