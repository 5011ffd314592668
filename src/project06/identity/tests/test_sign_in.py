"""It signs people in, and turns others away without telling them why too exactly."""

from datetime import timedelta

import pytest
from django.conf import settings

from project06.identity.enums import AccountState
from project06.identity.models import Account, SignInGuard
from project06.identity.tests.conftest import PASSWORD, at, code_of, recorded, sign_in, sign_in_with_code
from project06.kernel.clock import frozen

pytestmark = pytest.mark.django_db


def test_lets_a_citizen_in_and_records_it(client, lan):
    answer = sign_in(client, lan)

    assert answer.status_code == 302
    assert answer["Location"] == "/"
    assert client.get("/identity/").status_code == 200
    assert "identity.sign-in" in recorded(account=lan)


def test_lets_somebody_in_by_login_name(client, make_account):
    account = make_account(login_name="lan.nguyen")

    client.post("/identity/sign-in/", {"login": "LAN.nguyen", "password": PASSWORD})

    assert client.session["_auth_user_id"] == str(account.pk)


def test_says_the_same_for_a_wrong_password_and_an_unknown_address(client, lan):
    wrong = client.post("/identity/sign-in/", {"login": lan.email, "password": "wrong"})
    unknown = client.post("/identity/sign-in/", {"login": "nobody@example.test", "password": "wrong"})

    assert wrong.status_code == unknown.status_code == 200
    assert wrong.context["form"].non_field_errors() == unknown.context["form"].non_field_errors()
    assert recorded(account=lan) == ["identity.fail-sign-in"]


def test_refuses_an_empty_form(client):
    answer = client.post("/identity/sign-in/", {})

    assert set(answer.context["form"].errors) == {"login", "password"}


@pytest.mark.parametrize("login", ["lan@example.test", "nobody@example.test"])
def test_locks_out_after_five_failures_whether_or_not_the_account_exists(client, lan, login):
    for _ in range(5):
        client.post("/identity/sign-in/", {"login": login, "password": "wrong"})

    answer = client.post("/identity/sign-in/", {"login": login, "password": PASSWORD})

    assert "_auth_user_id" not in client.session
    assert answer.context["form"].non_field_errors()
    assert recorded().count("identity.lock-out") == 1
    assert "identity.refuse-sign-in" in recorded()


def test_counts_address_and_login_name_of_one_account_together(client, make_account):
    make_account(login_name="lan.nguyen")
    for login in ("lan@example.test", "lan.nguyen", "lan@example.test", "LAN@example.test", "lan.nguyen"):
        client.post("/identity/sign-in/", {"login": login, "password": "wrong"})

    assert SignInGuard.objects.get().locked_until is not None


def test_opens_again_when_the_lock_has_run_out(client, lan):
    with frozen(at(2)) as clock:
        for _ in range(5):
            client.post("/identity/sign-in/", {"login": lan.email, "password": "wrong"})
        clock.move(timedelta(minutes=15))
        sign_in(client, lan)

    assert "_auth_user_id" in client.session


def test_forgets_failures_after_a_success(client, lan):
    for _ in range(4):
        client.post("/identity/sign-in/", {"login": lan.email, "password": "wrong"})
    sign_in(client, lan)

    assert not SignInGuard.objects.exists()


def test_keeps_nothing_of_what_an_unknown_visitor_typed(client):
    client.post("/identity/sign-in/", {"login": "nobody@example.test", "password": "wrong"})

    assert "nobody" not in SignInGuard.objects.get().key


@pytest.mark.parametrize("state", [AccountState.DISABLED_BY_ADMINISTRATOR, AccountState.DISABLED_IDLE])
def test_turns_a_closed_account_away(client, make_account, state):
    account = make_account(state=state)

    answer = sign_in(client, account)

    assert answer["Location"] == "/identity/closed/"
    assert "_auth_user_id" not in client.session
    assert "identity.refuse-sign-in" in recorded(account=account)


def test_turns_a_machine_away(client, make_account):
    account = make_account("machine@example.test", "service")

    assert sign_in(client, account)["Location"] == "/identity/closed/"


def test_closes_a_silent_officer_at_the_door(client, minh):
    with frozen(at(2)) as clock:
        Account.objects.filter(pk=minh.pk).update(last_seen_at=clock.moment - timedelta(days=45))

        answer = sign_in(client, minh)

    minh.refresh_from_db()
    assert answer["Location"] == "/identity/closed/"
    assert minh.state == AccountState.DISABLED_IDLE


def test_asks_for_the_second_factor_and_takes_its_code(client, minh, give_totp):
    secret = give_totp(minh)

    assert sign_in(client, minh)["Location"] == "/identity/sign-in/second-factor/"
    assert "_auth_user_id" not in client.session
    client.post("/identity/sign-in/second-factor/", {"code": code_of(secret)})

    assert client.session["_auth_user_id"] == str(minh.pk)


def test_does_not_take_the_same_code_twice(client, minh, give_totp):
    secret = give_totp(minh)
    sign_in_with_code(client, minh, secret)
    client.logout()

    sign_in_with_code(client, minh, secret)

    assert "_auth_user_id" not in client.session


def test_locks_out_after_five_wrong_codes(client, minh, give_totp):
    give_totp(minh)
    sign_in(client, minh)
    for _ in range(5):
        client.post("/identity/sign-in/second-factor/", {"code": "000000"})

    assert "identity.lock-out" in recorded(account=minh)
    assert client.get("/identity/sign-in/second-factor/")["Location"] == "/identity/sign-in/"


def test_gives_a_new_session_key_at_sign_in(client, lan):
    client.get("/identity/sign-in/?next=/places/")
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    before = session.session_key

    sign_in(client, lan)

    assert client.session.session_key != before


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example"]
)
def test_never_leads_to_another_site(client, lan, target):
    answer = client.post("/identity/sign-in/", {"login": lan.email, "password": PASSWORD, "next": target})

    assert answer["Location"] == "/"


def test_leads_back_to_where_somebody_wanted_to_go(client, lan):
    answer = client.post(
        "/identity/sign-in/", {"login": lan.email, "password": PASSWORD, "next": "/identity/sessions/"}
    )

    assert answer["Location"] == "/identity/sessions/"


def test_demands_the_forms_protection_token(lan):
    from django.test import Client

    answer = Client(enforce_csrf_checks=True).post("/identity/sign-in/", {"login": lan.email, "password": PASSWORD})

    assert answer.status_code == 403


def test_sets_cookies_that_scripts_and_other_sites_cannot_use(client, lan):
    cookie = sign_in(client, lan).cookies[settings.SESSION_COOKIE_NAME]

    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert not cookie["max-age"], "closing the browser signs out"


def test_speaks_the_language_of_the_account(client, make_account):
    account = make_account(language="cs")

    assert sign_in(client, account).cookies[settings.LANGUAGE_COOKIE_NAME].value == "cs"


def test_signs_out_by_post_only_and_records_it(client, lan):
    sign_in(client, lan)

    client.get("/identity/sign-out/")
    assert "_auth_user_id" in client.session
    client.post("/identity/sign-out/")

    assert "_auth_user_id" not in client.session
    assert "identity.sign-out" in recorded(account=lan)


def test_serves_its_pages_without_inline_scripts(client):
    page = client.get("/identity/sign-in/").content.decode()

    assert "style=" not in page
    assert "onclick" not in page
    for tag in page.split("<script")[1:]:
        assert "src=" in tag.partition(">")[0] or 'type="application/json"' in tag.partition(">")[0]
