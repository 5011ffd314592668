"""It locks a silent session, keeps the form, and opens for its holder."""

from datetime import timedelta

import pytest

from project06.identity.tests.conftest import PASSWORD, at, recorded, sign_in, sign_in_with_code
from project06.kernel.clock import frozen

pytestmark = pytest.mark.django_db


def test_stays_open_just_below_the_limit(client, lan):
    with frozen(at(2)) as clock:
        sign_in(client, lan)
        clock.move(timedelta(minutes=14, seconds=59))

        assert client.get("/identity/").status_code == 200


def test_locks_a_citizen_after_fifteen_minutes(client, lan):
    with frozen(at(2)) as clock:
        sign_in(client, lan)
        clock.move(timedelta(minutes=15))

        answer = client.get("/identity/sessions/")

        assert answer["Location"] == "/identity/unlock/?next=%2Fidentity%2Fsessions%2F"
        assert recorded(action="identity.lock-session", account=lan)


def test_locks_an_administrator_after_five_minutes(client, admin, give_totp):
    secret = give_totp(admin)
    with frozen(at(2)) as clock:
        sign_in_with_code(client, admin, secret)
        assert client.get("/identity/officers/").status_code == 200
        clock.move(timedelta(minutes=5))

        assert client.get("/identity/officers/")["Location"].startswith("/identity/unlock/")


def test_is_nobody_while_locked(client, lan):
    with frozen(at(2)) as clock:
        sign_in(client, lan)
        clock.move(timedelta(hours=1))
        client.get("/identity/")

        page = client.get("/identity/prove/")

    assert page.wsgi_request.actor.is_signed_in is False


def test_opens_with_the_password_and_goes_back(client, lan):
    with frozen(at(2)) as clock:
        sign_in(client, lan)
        clock.move(timedelta(minutes=20))
        client.get("/identity/sessions/")
        assert client.get("/identity/unlock/?next=/identity/sessions/")["Location"].startswith("/identity/prove/")

        answer = client.post("/identity/prove/", {"password": PASSWORD, "next": "/identity/sessions/"})

        assert answer["Location"] == "/identity/sessions/"
        assert client.get("/identity/sessions/").status_code == 200
        assert recorded(action="identity.unlock-session", account=lan)


def test_stays_locked_after_a_wrong_password(client, lan):
    with frozen(at(2)) as clock:
        sign_in(client, lan)
        clock.move(timedelta(minutes=20))
        client.get("/identity/")

        client.post("/identity/prove/", {"password": "wrong"})

        assert client.get("/identity/").status_code == 302


def test_keeps_a_half_filled_form_and_offers_it_again(client, lan):
    with frozen(at(2)) as clock:
        sign_in(client, lan)
        clock.move(timedelta(minutes=20))

        locked = client.post("/identity/language/", {"language": "pl", "password": "never kept"})
        client.post("/identity/prove/", {"password": PASSWORD, "next": "/identity/continue/"})
        page = client.get("/identity/continue/").content.decode()

    lan.refresh_from_db()
    assert "continue" in locked["Location"]
    assert lan.language == "vi", "nothing was sent behind the person's back"
    assert 'action="/identity/language/"' in page
    assert 'name="language" value="pl"' in page
    assert "never kept" not in page


def test_forgets_the_kept_form_when_asked(client, lan):
    with frozen(at(2)) as clock:
        sign_in(client, lan)
        clock.move(timedelta(minutes=20))
        client.post("/identity/language/", {"language": "pl"})
        client.post("/identity/prove/", {"password": PASSWORD})

        client.post("/identity/continue/")

        assert client.get("/identity/continue/")["Location"] == "/"


def test_leads_a_fragment_request_to_the_whole_page(client, lan):
    with frozen(at(2)) as clock:
        sign_in(client, lan)
        clock.move(timedelta(minutes=20))

        answer = client.get("/identity/", headers={"HX-Request": "true"})

    assert answer.status_code == 204
    assert answer["HX-Redirect"].startswith("/identity/unlock/")
