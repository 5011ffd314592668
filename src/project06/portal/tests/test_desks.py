"""Officials open their desk, leaders the steering page; others are led away."""

from uuid import UUID

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse

from project06.kernel.access import access_of
from project06.kernel.permissions import Actor, ActorKind, Grant, can
from project06.portal.enums import SEE_PROGRAMME
from project06.portal.web import presenters, views
from project06.portal.web.navigation import navigation

DESK, PROGRAMME = "/portal/desk/", "/portal/programme/"
LAN = Actor(account=UUID(int=1), name="Nguyễn Thị Lan", kind=ActorKind.PERSON)
MINH = Actor(account=UUID(int=2), name="Trần Văn Minh", kind=ActorKind.OFFICER, post_title="Công chức")
CHINH = Actor(
    account=UUID(int=3), name="Vũ Đức Chính", kind=ActorKind.OFFICER, grants=(Grant(SEE_PROGRAMME, ("VN/08",)),)
)


def test_stand_at_their_addresses() -> None:
    assert reverse("portal:desk") == DESK
    assert reverse("portal:programme") == PROGRAMME


@pytest.mark.django_db
@pytest.mark.parametrize("address", [DESK, PROGRAMME])
def test_a_stranger_is_led_to_the_sign_in_page(client: Client, address: str) -> None:
    answer = client.get(address)

    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize(("actor", "may"), [(LAN, False), (MINH, False), (CHINH, True)])
def test_only_leaders_see_the_steering_page(actor: Actor, may: object) -> None:
    declared = access_of(views.programme)

    assert declared is not None
    assert can(actor, declared.permission) is may


def test_a_citizen_is_told_that_the_desk_is_for_officials() -> None:
    assert presenters.present_desk(LAN)["empty"].title == "Trang này dành cho cán bộ"  # type: ignore[attr-defined]


@pytest.mark.parametrize(("actor", "links"), [(LAN, 4), (MINH, 5), (CHINH, 6)])
def test_the_header_offers_what_the_visitor_may_open(actor: Actor, links: int) -> None:
    request = RequestFactory().get("/")
    request.actor = actor  # type: ignore[attr-defined]

    assert len(navigation(request)["navigation"]) == links  # type: ignore[arg-type]
