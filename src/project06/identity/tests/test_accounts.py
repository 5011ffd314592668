"""It lets administrators close and open accounts, and people look after their own."""

from datetime import timedelta

import pytest

from project06.identity import public as identity
from project06.identity.enums import AccountState
from project06.identity.errors import (
    AccountAlreadyActive,
    AccountAlreadyDisabled,
    OwnAccount,
    UnknownAccount,
    UnknownLanguage,
)
from project06.identity.models import Account
from project06.identity.tests.conftest import PASSWORD, SYSTEM, at, recorded, sign_in, sign_in_with_code
from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed, SignInNeeded
from project06.kernel.ids import new_uuid
from project06.kernel.permissions import anonymous

pytestmark = pytest.mark.django_db


def test_closes_an_officers_account_and_open_sessions_with_it(client, admin_actor, minh, give_totp):
    sign_in_with_code(client, minh, give_totp(minh))

    identity.disable_account(account=minh.uuid, by=admin_actor)

    assert client.get("/identity/")["Location"].startswith("/identity/sign-in/")


def test_refuses_to_close_twice_or_to_open_an_open_one(admin_actor, minh):
    with pytest.raises(AccountAlreadyActive):
        identity.enable_account(account=minh.uuid, by=admin_actor)
    identity.disable_account(account=minh.uuid, by=admin_actor)
    with pytest.raises(AccountAlreadyDisabled):
        identity.disable_account(account=minh.uuid, by=admin_actor)

    assert identity.enable_account(account=minh.uuid, by=admin_actor).state is AccountState.ACTIVE


def test_refuses_strangers_ones_own_account_and_unknown_ones(admin_actor, minh, lan):
    with pytest.raises(NotAllowed):
        identity.disable_account(account=minh.uuid, by=anonymous())
    with pytest.raises(OwnAccount):
        identity.disable_account(account=admin_actor.account, by=admin_actor)
    for unknown in (new_uuid(), lan.uuid):
        with pytest.raises(UnknownAccount):
            identity.disable_account(account=unknown, by=admin_actor)


def test_closes_silent_accounts_of_staff_every_night_but_not_citizens(lan, minh, admin):
    with frozen(at(2)) as clock:
        Account.objects.update(last_seen_at=clock.moment - timedelta(days=45))
        Account.objects.filter(pk=admin.pk).update(last_seen_at=clock.moment - timedelta(days=44))

        assert identity.disable_idle_accounts(by=SYSTEM) == 1
        assert identity.disable_idle_accounts(by=SYSTEM) == 0

    states = dict(Account.objects.values_list("email", "state"))
    assert states[minh.email] == AccountState.DISABLED_IDLE
    assert states[lan.email] == states[admin.email] == AccountState.ACTIVE


def test_serves_the_administrators_pages(client, admin, minh, give_totp):
    sign_in_with_code(client, admin, give_totp(admin))

    assert minh.email in client.get("/identity/officers/?q=minh").content.decode()
    assert client.get("/identity/officers/invite/").status_code == 200
    assert client.post("/identity/officers/invite/", {"name": ""}).status_code == 422
    said = {"name": "Tâm", "email": "tam@example.test", "staff_number": "9"}
    assert "/identity/enrol/" in client.post("/identity/officers/invite/", said).content.decode()
    assert client.post("/identity/officers/invite/", said).status_code == 422
    assert client.post(f"/identity/officers/{minh.uuid}/disable/").status_code == 302
    assert client.post(f"/identity/officers/{minh.uuid}/disable/").status_code == 409
    assert client.post(f"/identity/officers/{minh.uuid}/enable/").status_code == 302
    assert "/identity/enrol/" in client.post(f"/identity/officers/{minh.uuid}/renew/").content.decode()


def test_shows_none_of_them_to_others(client, minh, give_totp):
    sign_in_with_code(client, minh, give_totp(minh))

    for address in ("officers/", "officers/invite/"):
        assert client.get(f"/identity/{address}").status_code == 403
    for act in ("disable", "enable", "renew"):
        assert client.post(f"/identity/officers/{minh.uuid}/{act}/").status_code == 403
    assert len(recorded(refused=True)) == 5


def test_lists_sessions_and_ends_one_elsewhere(client, lan):
    from django.test import Client

    other = Client(headers={"User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"})
    sign_in(other, lan)
    sign_in(client, lan)
    page = client.get("/identity/sessions/")
    [stranger] = [each for each in page.context["sessions"] if not each.is_current]
    assert "Firefox" in stranger.device
    assert other.session.session_key not in page.content.decode()

    client.post("/identity/sessions/", {"session": stranger.digest})
    client.post("/identity/sessions/", {"session": stranger.digest})

    assert other.get("/identity/").status_code == 302
    assert client.get("/identity/").status_code == 200
    assert len(recorded(action="identity.end-session", account=lan)) == 1


def test_ends_all_other_sessions_but_nobody_elses(client, lan, make_account):
    from django.test import Client

    other, stranger = Client(), Client()
    sign_in(other, lan)
    sign_in(stranger, make_account("khac@example.test"))
    sign_in(client, lan)

    client.post("/identity/sessions/")

    assert other.get("/identity/").status_code == 302
    assert stranger.get("/identity/").status_code == 200
    with pytest.raises(SignInNeeded):
        identity.end_other_sessions(current="", by=anonymous())


def test_changes_the_password_and_signs_out_elsewhere(client, lan):
    from django.test import Client

    other = Client()
    sign_in(other, lan)
    sign_in(client, lan)
    new = "một câu dài hoàn toàn khác"

    short = client.post(
        "/identity/password/change/", {"oldpassword": PASSWORD, "password1": "ngắn", "password2": "ngắn"}
    )
    client.post("/identity/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})

    assert short.context["form"].errors
    assert client.get("/identity/").status_code == 200
    assert other.get("/identity/").status_code == 302
    assert recorded(action="identity.change-password", account=lan)


def test_keeps_the_chosen_language(client, lan):
    sign_in(client, lan)

    answer = client.post("/identity/language/", {"language": "hi"})

    lan.refresh_from_db()
    assert (lan.language, answer.cookies["project06_language"].value) == ("hi", "hi")
    assert client.post("/identity/language/", {"language": "tlh"}).status_code == 422
    with pytest.raises(UnknownLanguage):
        identity.choose_language(language="", by=answer.wsgi_request.actor)
    with pytest.raises(SignInNeeded):
        identity.choose_language(language="vi", by=anonymous())


@pytest.mark.parametrize(
    "address",
    [
        "",
        "sessions/",
        "second-factors/",
        "second-factors/passkeys/",
        "second-factors/passkeys/add/",
        "email/",
        "password/change/",
        "second-factors/app/",
    ],
)
def test_shows_every_page_to_its_holder_and_leads_strangers_to_the_door(client, lan, address):
    assert client.get(f"/identity/{address}")["Location"].startswith("/identity/sign-in/")
    sign_in(client, lan)

    assert client.get(f"/identity/{address}").status_code == 200


@pytest.mark.parametrize("address", ["sign-in/", "sign-up/", "closed/", "password/reset/", "password/reset/done/"])
def test_shows_the_public_pages_to_everybody(client, db, address):
    assert client.get(f"/identity/{address}").status_code == 200
