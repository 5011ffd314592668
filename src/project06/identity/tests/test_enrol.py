"""It hands an account over by a link that works once."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command

from project06.identity import public as identity
from project06.identity.errors import (
    AdministratorExists,
    EmailTaken,
    UnknownAccount,
    UnusableEnrolment,
    WeakPassword,
)
from project06.identity.models import Account, Enrolment
from project06.identity.tests.conftest import PASSWORD, SYSTEM, at, factors_of, recorded, sign_in
from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed
from project06.kernel.permissions import anonymous

pytestmark = pytest.mark.django_db


@pytest.fixture
def invitation(admin_actor):
    return identity.invite_officer(
        email="Tam@Example.test", name="Bùi  Văn Tâm", staff_number="TQ-17", language="vi", by=admin_actor
    )


def test_lets_the_officer_in_with_the_chosen_password(client, invitation):
    page = client.get(f"/identity/enrol/{invitation.token}/")
    answer = client.post(f"/identity/enrol/{invitation.token}/", {"password": "tám chữ!"})
    account = Account.objects.get(uuid=invitation.account)

    assert "Bùi Văn Tâm" in page.content.decode()
    assert page["Referrer-Policy"] == "same-origin"
    assert answer["Location"] == "/identity/sign-in/"
    assert sign_in(client, account, "tám chữ!")["Location"] == "/identity/second-factor/"
    assert recorded(action="identity.enrol", account=account)


def test_works_once(client, invitation):
    identity.enrol(token=invitation.token, password=PASSWORD, by=anonymous())

    assert client.get(f"/identity/enrol/{invitation.token}/").status_code == 404
    with pytest.raises(UnusableEnrolment):
        identity.enrol(token=invitation.token, password=PASSWORD, by=anonymous())


def test_works_only_for_its_time(admin_actor):
    with frozen(at(2)) as clock:
        given = identity.invite_officer(
            email="a@example.test", name="A", staff_number="1", language="vi", by=admin_actor
        )
        clock.move(timedelta(hours=72))

        with pytest.raises(UnusableEnrolment):
            identity.enrol(token=given.token, password=PASSWORD, by=anonymous())


def test_does_not_know_an_invented_token(client):
    assert client.get("/identity/enrol/invented/").status_code == 404


def test_keeps_only_a_digest_of_the_token(invitation):
    assert invitation.token not in Enrolment.objects.get().token_digest


@pytest.mark.parametrize("password", ["ngắn", "password", "12345678", "tam@example.test"])
def test_refuses_a_weak_password_and_keeps_the_link(client, invitation, password):
    answer = client.post(f"/identity/enrol/{invitation.token}/", {"password": password})

    assert answer.status_code == 422
    assert answer.context["form"].errors["password"]
    with pytest.raises(WeakPassword):
        identity.enrol(token=invitation.token, password=password, by=anonymous())


def test_replaces_the_old_link_and_the_lost_second_factor(admin_actor, invitation, give_totp):
    account = Account.objects.get(uuid=invitation.account)
    identity.enrol(token=invitation.token, password=PASSWORD, by=anonymous())
    give_totp(account)
    first = identity.renew_invitation(account=account.uuid, by=admin_actor)
    second = identity.renew_invitation(account=account.uuid, by=admin_actor)

    with pytest.raises(UnusableEnrolment):
        identity.enrol(token=first.token, password=PASSWORD, by=anonymous())
    identity.enrol(token=second.token, password="một câu khác hẳn", by=anonymous())

    assert factors_of(account) == set()


def test_refuses_a_second_account_with_the_address(admin_actor, invitation):
    with pytest.raises(EmailTaken):
        identity.invite_officer(email="tam@example.TEST", name="B", staff_number="2", language="vi", by=admin_actor)


def test_does_not_renew_for_citizens_or_strangers(admin_actor, lan, invitation):
    with pytest.raises(UnknownAccount):
        identity.renew_invitation(account=lan.uuid, by=admin_actor)
    with pytest.raises(NotAllowed):
        identity.renew_invitation(account=invitation.account, by=anonymous())


def test_creates_the_first_administrator_by_command_and_only_the_first(capsys):
    options = {"email": "a@example.test", "name": "Đinh An", "staff_number": "1", "agency": "BCA"}

    call_command("identity_create_administrator", **options)
    assert not Account.objects.exists()
    call_command("identity_create_administrator", **options, write=True)
    link = capsys.readouterr().out.rsplit("/identity/enrol/", 1)[1].strip().strip("/")

    account = identity.enrol(token=link, password=PASSWORD, by=anonymous())
    assert account.display_name == "Đinh An"
    with pytest.raises(AdministratorExists):
        identity.create_administrator(email="b@example.test", name="B", staff_number="2", agency="BCA", by=SYSTEM)
    with pytest.raises(CommandError):
        call_command("identity_create_administrator", **options | {"agency": "NOWHERE"}, write=True)
