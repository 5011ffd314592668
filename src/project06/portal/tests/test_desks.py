"""Officials open their desk, and the header leads readers of steering to it; others are led away."""

from uuid import UUID

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse

from project06.kernel.clock import now
from project06.kernel.permissions import Actor, ActorKind, Grant
from project06.portal.queries.owed_reports import list_owed_reports
from project06.portal.web import presenters
from project06.portal.web.navigation import navigation
from project06.programme.enums import READ
from project06.reporting import public as reporting

DESK = "/portal/desk/"
LAN = Actor(account=UUID(int=1), name="Nguyễn Thị Lan", kind=ActorKind.PERSON)
MINH = Actor(account=UUID(int=2), name="Trần Văn Minh", kind=ActorKind.OFFICER, post_title="Công chức")
REPORTER = Actor(
    account=UUID(int=4),
    name="Lý Thị Mây",
    kind=ActorKind.OFFICER,
    agency="UBND-11",
    grants=(Grant(reporting.REPORT, ("VN/11",)),),
)
CHINH = Actor(account=UUID(int=3), name="Vũ Đức Chính", kind=ActorKind.OFFICER, grants=(Grant(READ, ("VN/08",)),))


def test_stands_at_its_address() -> None:
    assert reverse("portal:desk") == DESK


@pytest.mark.django_db
def test_a_stranger_is_led_to_the_sign_in_page(client: Client) -> None:
    answer = client.get(DESK)

    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login"))


def test_a_citizen_is_told_that_the_desk_is_for_officials() -> None:
    assert presenters.present_desk(LAN, (), now())["empty"].title == "Trang này dành cho cán bộ"  # type: ignore[attr-defined]


@pytest.mark.parametrize(("actor", "links"), [(LAN, 4), (MINH, 5), (CHINH, 6), (REPORTER, 6)])
def test_the_header_offers_what_the_visitor_may_open(actor: Actor, links: int) -> None:
    request = RequestFactory().get("/")
    request.actor = actor  # type: ignore[attr-defined]

    assert len(navigation(request)["navigation"]) == links  # type: ignore[arg-type]


@pytest.mark.django_db
def test_the_desk_is_empty_without_the_right_to_report() -> None:
    assert list_owed_reports(MINH) == ()


@pytest.mark.django_db
def test_the_desk_asks_for_the_reports_of_the_own_agency_only() -> None:
    assert list_owed_reports(REPORTER) == ()
