"""The cast: Sơn of Tuyên Quang organises, Minh's centre reports, Hoa of another province must see nothing."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

import pytest
from django.apps import apps
from django.test import Client

from project06.evidence import public as evidence
from project06.evidence.data import RecordData, RecordFilter
from project06.kernel.clock import VIETNAM, FrozenClock, frozen
from project06.kernel.events import kind_of
from project06.kernel.ids import new_uuid
from project06.kernel.permissions import Actor, ActorKind, Grant
from project06.reporting.data import Audience, CampaignData, CampaignDraft, DueRule
from project06.reporting.enums import CHECK, ORGANISE, REPORT, SEE, AudienceLevel, CampaignKind, DueUnit, Recurrence
from project06.reporting.models import Obligation
from project06.reporting.operations.check_report import check_report
from project06.reporting.operations.open_campaign import open_campaign
from project06.reporting.operations.roll_campaign import roll_campaign
from project06.reporting.operations.submit_report import submit_report

CODE = "thang-08"
CENTRE, OTHER_CENTRE = "TTHCC-02536", "TTHCC-02545"
SYSTEM = Actor.system("tests")
START = datetime(2026, 9, 15, 9, tzinfo=VIETNAM)
QUESTIONS = (
    {"code": "dossiers", "kind": "number", "labels": {"vi": "Số hồ sơ", "en": "Dossiers"}, "minimum": "0"},
    {"code": "online", "kind": "share", "labels": {"vi": "Tỷ lệ trực tuyến", "en": "Share online"}},
    {"code": "stuck", "kind": "text", "required": False, "labels": {"vi": "Vướng mắc", "en": "What is stuck"}},
)
GOOD = {"dossiers": "120", "online": "87.5"}


def officer(agency: str, path: str, *permissions: str) -> Actor:
    return Actor(
        account=new_uuid(),
        name="",
        kind=ActorKind.OFFICER,
        agency=agency,
        agency_name=agency,
        post_title="Chuyên viên",
        grants=tuple(Grant(each, (path,)) for each in permissions),
        second_factor=True,
    )


def draft(code: str = CODE, **changes: object) -> CampaignDraft:
    described = {
        "code": code,
        "kind": CampaignKind.PROGRESS,
        "titles": {"vi": "Tiến độ hằng tháng", "en": "Monthly progress"},
        "organiser": "UBND-08",
        "act_number": "06/QĐ-TTg",
        "act_date": date(2022, 1, 6),
        "recurrence": Recurrence.MONTH,
        "closes_on": 15,
        "due": DueRule(amount=3, unit=DueUnit.WORKING_DAYS),
        "audience": Audience(below="VN/08", level=AudienceLevel.COMMUNE, codes=(CENTRE, OTHER_CENTRE)),
        "starts_on": date(2026, 9, 15),
    }
    return CampaignDraft(**described | changes)


def recorded(action: str) -> list[RecordData]:
    """Return the evidence of an action, newest first, as an auditor reads it."""
    return list(evidence.inspect_records(wanted=RecordFilter(action=action), by=SYSTEM).records)


def published(kind: type) -> list[dict[str, object]]:
    """Return what was told of an event, oldest first."""
    outbox = apps.get_model("kernel", "OutboxEvent").objects.filter(name=kind_of(kind).name)
    return list(outbox.order_by("id").values_list("payload", flat=True))


@pytest.fixture
def clock() -> Iterator[FrozenClock]:
    with frozen(START) as stopped:
        yield stopped


@pytest.fixture
def son() -> Actor:
    return officer("UBND-08", "VN/08", ORGANISE, CHECK, SEE)


@pytest.fixture
def minh() -> Actor:
    return officer(CENTRE, "VN/08/02536", REPORT)


@pytest.fixture
def chief() -> Actor:
    """Head of the commune's committee, above Minh's centre."""
    return officer("UBND-02536", "VN/08/02536", CHECK, SEE)


@pytest.fixture
def hoa() -> Actor:
    """An officer with every right, in another province."""
    return officer("UBND-11", "VN/11", REPORT, CHECK, SEE, ORGANISE)


@pytest.fixture
def campaign(db: None, clock: FrozenClock, son: Actor) -> CampaignData:
    opened = open_campaign(draft=draft(), questions=QUESTIONS, by=son)
    roll_campaign(campaign=CODE, on=START.date(), by=son)
    return opened


@pytest.fixture
def duty(campaign: CampaignData) -> Obligation:
    return Obligation.objects.select_related("campaign").get(period_code="2026-10", agency_code=CENTRE)


@pytest.fixture
def sent(duty: Obligation, minh: Actor) -> Obligation:
    submit_report(obligation=duty.uuid, answers=GOOD, by=minh)
    duty.refresh_from_db()
    return duty


@pytest.fixture
def checked(sent: Obligation, chief: Actor) -> Obligation:
    check_report(obligation=sent.uuid, by=chief)
    sent.refresh_from_db()
    return sent


@pytest.fixture
def enter(client: Client, monkeypatch: pytest.MonkeyPatch) -> Callable[[Actor], Client]:
    """Let somebody come in through the door, as the middleware would recognise them."""

    def come_in(actor: Actor) -> Client:
        monkeypatch.setattr("project06.kernel.access._actor_loader", lambda: lambda _request: actor)
        return client

    return come_in


@pytest.fixture
def past_due(duty: Obligation, clock: FrozenClock) -> Callable[[], None]:
    def pass_by() -> None:
        clock.to(duty.due_at + timedelta(minutes=1))

    return pass_by
