"""Campaigns and their figures."""

from django.http import HttpRequest
from ninja import Field, Path, Query, Router, Schema

from project06.kernel.access import actor_of, requires
from project06.reporting.enums import ORGANISE, SEE
from project06.reporting.operations import open_campaign as opening
from project06.reporting.operations import revise_form as revising
from project06.reporting.operations import roll_campaign as rolling
from project06.reporting.queries import find_campaigns, list_figures
from project06.reporting.rest.schemas import (
    CampaignFormIn,
    CampaignIn,
    CampaignOut,
    Code,
    FiguresOut,
    QuestionOut,
    RollIn,
    RollOut,
    question_out,
)

router = Router()


class FiguresIn(Schema):
    """Which period of a campaign."""

    period: str = Field(max_length=80, pattern=r"^[0-9a-zQH:.-]+$")


@router.get("/campaigns", response=list[CampaignOut])
@requires(SEE)
def list_campaigns(request: HttpRequest) -> list[CampaignOut]:
    """List the campaigns that ask something of units which the caller may see."""
    return [CampaignOut.of(each) for each in find_campaigns.list_campaigns(by=actor_of(request))]


@router.post("/campaigns", response={201: CampaignOut})
@requires(ORGANISE)
def open_campaign(request: HttpRequest, body: CampaignIn) -> CampaignOut:
    """Open a campaign with the first version of its form."""
    opened = opening.open_campaign(draft=body.draft(), questions=body.document(), by=actor_of(request))
    return CampaignOut.of(opened)


@router.get("/campaigns/{code}", response=CampaignOut)
@requires(SEE)
def get_campaign(request: HttpRequest, code: Path[Code]) -> CampaignOut:
    """Get one campaign."""
    return CampaignOut.of(find_campaigns.get_campaign(code, by=actor_of(request)))


@router.get("/campaigns/{code}/questions", response=list[QuestionOut])
@requires(SEE)
def list_questions(request: HttpRequest, code: Path[Code]) -> list[QuestionOut]:
    """List the questions of the present form."""
    return [question_out(each) for each in find_campaigns.list_questions(code, by=actor_of(request))]


@router.post("/campaigns/{code}/forms", response={201: CampaignOut})
@requires(ORGANISE)
def revise_form(request: HttpRequest, code: Path[Code], body: CampaignFormIn) -> CampaignOut:
    """Add a version of the form for duties that arise from now on."""
    revised = revising.revise_form(campaign=code, questions=body.document(), by=actor_of(request))
    return CampaignOut.of(revised)


@router.post("/campaigns/{code}/rolls", response={201: RollOut})
@requires(ORGANISE)
def roll_campaign(request: HttpRequest, code: Path[Code], body: RollIn) -> RollOut:
    """Create the duties of the period that holds the day; safe to repeat."""
    return RollOut.of(rolling.roll_campaign(campaign=code, on=body.on, by=actor_of(request)))


@router.get("/campaigns/{code}/figures", response=list[FiguresOut])
@requires(SEE)
def list_campaign_figures(request: HttpRequest, code: Path[Code], query: Query[FiguresIn]) -> list[FiguresOut]:
    """List rate and timeliness of the units of one period."""
    found = list_figures.list_campaign_figures(code, by=actor_of(request), period=query.period)
    return [FiguresOut.of(each) for each in found]


@router.get("/figures", response=list[FiguresOut])
@requires(SEE)
def list_latest_figures(request: HttpRequest) -> list[FiguresOut]:
    """List each campaign's latest period for the widest unit that the caller may see."""
    return [FiguresOut.of(each) for each in list_figures.list_latest_figures(by=actor_of(request))]
