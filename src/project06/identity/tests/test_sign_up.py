"""It lets citizens make an account and find a lost password, without telling who has one."""

import re

import pytest
from django.core import mail

from project06.identity.models import Account
from project06.identity.tests.conftest import PASSWORD, recorded, sign_in

pytestmark = pytest.mark.django_db

SAID = {"name": "Nguyễn Thị Lan", "email": "lan@example.test", "password1": PASSWORD}


def code_in_mail() -> str:
    found = re.search(r"^([A-Z0-9]{3,}-?[A-Z0-9]{2,})\s*$", mail.outbox[-1].body, re.MULTILINE)
    assert found, mail.outbox[-1].body
    return found[1]


def test_makes_an_account_once_the_address_is_proved(client):
    assert client.post("/identity/sign-up/", SAID)["Location"] == "/identity/confirm-email/"
    assert "_auth_user_id" not in client.session

    client.post("/identity/confirm-email/", {"code": code_in_mail()})

    account = Account.objects.get()
    assert client.session["_auth_user_id"] == str(account.pk)
    assert (account.kind, account.level, account.display_name) == ("citizen", 0, "Nguyễn Thị Lan")
    assert account.login_name is None
    assert recorded(action="identity.sign-up", account=account)


def test_answers_the_same_when_the_address_is_taken(client, lan):
    answer = client.post("/identity/sign-up/", SAID)

    assert answer["Location"] == "/identity/confirm-email/"
    assert Account.objects.count() == 1


@pytest.mark.parametrize("password", ["dưới mười bốn", "12345678901234", "lan@example.test"])
def test_refuses_a_password_that_cannot_stand_alone(client, password):
    answer = client.post("/identity/sign-up/", SAID | {"password1": password})

    assert answer.context["form"].errors["password1"]


def test_finds_a_lost_password_by_a_code(client, lan):
    client.post("/identity/password/reset/", {"email": lan.email})
    client.post("/identity/password/reset/code/", {"code": code_in_mail()})
    new = "một câu dài hoàn toàn khác"

    client.post("/identity/password/reset/new/", {"password1": new, "password2": new})

    sign_in(client, lan, new)
    assert "_auth_user_id" in client.session
    assert recorded(action="identity.reset-password", account=lan)


def test_answers_the_same_for_an_unknown_address(client, lan):
    known = client.post("/identity/password/reset/", {"email": lan.email})
    unknown = client.post("/identity/password/reset/", {"email": "nobody@example.test"})

    assert known["Location"] == unknown["Location"]
    assert len(mail.outbox) == 1
