"""It demands a second factor of officers, before anything else and for good."""

import pytest
from allauth.core import context

from project06.identity.queries.load_actor import actor_of_account
from project06.identity.tests.conftest import PASSWORD, code_of, factors_of, recorded, sign_in, sign_in_with_code
from project06.kernel.access import actor_of

pytestmark = pytest.mark.django_db


def test_leads_an_officer_without_one_to_setting_it_up(client, minh):
    assert sign_in(client, minh)["Location"] == "/identity/second-factor/"

    for address in ("/", "/identity/", "/identity/sessions/", "/agencies/"):
        answer = client.get(address)
        if answer.status_code != 404:
            assert answer["Location"] == "/identity/second-factor/", address


def test_grants_nothing_before_the_second_factor(client, admin):
    sign_in(client, admin)

    actor = actor_of(client.get("/identity/second-factor/").wsgi_request)

    assert actor.is_signed_in
    assert actor.second_factor is False
    assert actor.grants == ()


def test_grants_the_rights_of_the_post_after_it(client, admin, give_totp):
    sign_in_with_code(client, admin, give_totp(admin))

    actor = actor_of(client.get("/identity/").wsgi_request)

    assert actor.second_factor
    assert {grant.permission for grant in actor.grants} == {"agencies.administer", "identity.administer"}
    assert actor.grants[0].paths == ("VN",)


def test_sets_up_an_app_and_opens_the_desk_at_once(client, minh, django_capture_on_commit_callbacks):
    sign_in(client, minh)
    page = client.get("/identity/second-factors/app/")
    secret = page.context["form"].secret

    with django_capture_on_commit_callbacks() as after_commit:
        answer = client.post("/identity/second-factors/app/", {"code": code_of(secret)})
    # The test's own transaction never commits: what follows the commit is done here, as the request would.
    with context.request_context(answer.wsgi_request):
        for callback in after_commit:
            callback()
    answer.wsgi_request.session.save()

    assert answer["Location"] == "/identity/second-factors/recovery-codes/"
    assert factors_of(minh) == {"totp", "recovery_codes"}
    assert client.get("/identity/").status_code == 200
    assert len(recorded(action="identity.add-second-factor", account=minh)) == 2


def test_refuses_a_wrong_code_at_set_up(client, minh):
    sign_in(client, minh)
    client.get("/identity/second-factors/app/")

    answer = client.post("/identity/second-factors/app/", {"code": "000000"})

    assert answer.context["form"].errors
    assert factors_of(minh) == set()


def test_keeps_secrets_unreadable_in_the_tables(minh, give_totp):
    from allauth.mfa.models import Authenticator

    secret = give_totp(minh)

    assert secret not in str(Authenticator.objects.get(user=minh).data)


def test_never_lets_an_officer_remove_the_last_one(client, minh, give_totp):
    sign_in_with_code(client, minh, give_totp(minh))

    answer = client.post("/identity/second-factors/app/remove/")

    assert answer.context["form"].errors
    assert "totp" in factors_of(minh)


def test_lets_a_citizen_with_a_long_password_remove_it(client, lan, give_totp):
    sign_in_with_code(client, lan, give_totp(lan))

    client.post("/identity/second-factors/app/remove/")

    assert factors_of(lan) == set()
    assert recorded(action="identity.remove-second-factor", account=lan)


def test_keeps_the_second_factor_beside_a_short_password(client, make_account, give_totp):
    lan = make_account(password="ngắn vậy")  # eight characters need company
    secret = give_totp(lan)
    sign_in(client, lan, "ngắn vậy")
    client.post("/identity/sign-in/second-factor/", {"code": code_of(secret)})

    client.post("/identity/second-factors/app/remove/")

    assert factors_of(lan) == {"totp"}


def test_asks_for_a_fresh_proof_before_changing_factors_later(client, lan, give_totp):
    from datetime import timedelta

    from project06.kernel.clock import frozen, now

    secret = give_totp(lan)
    sign_in_with_code(client, lan, secret)

    with frozen(now() + timedelta(minutes=10)):
        client.get("/identity/")
        answer = client.get("/identity/second-factors/passkeys/add/")

    assert answer["Location"].startswith("/identity/prove/")


def test_does_not_ask_a_citizen(client, lan):
    assert sign_in(client, lan)["Location"] == "/"


def test_uses_two_statements_for_an_officers_rights(minh, django_assert_num_queries):
    with django_assert_num_queries(2):
        actor_of_account(minh, second_factor=True)


def test_takes_a_recovery_code_once(client, minh, give_totp):
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    give_totp(minh)
    code = RecoveryCodes.activate(minh).get_unused_codes()[0]
    sign_in(client, minh)
    client.post("/identity/sign-in/second-factor/", {"code": code})
    assert "_auth_user_id" in client.session
    client.post("/identity/sign-out/")

    sign_in(client, minh)
    client.post("/identity/sign-in/second-factor/", {"code": code})

    assert "_auth_user_id" not in client.session
    assert PASSWORD  # the password alone was right
