"""It does each small act of sign-in for the right person, and refuses everybody else."""

from datetime import timedelta

import pytest

from project06.identity.enums import AccountEvent, AccountState
from project06.identity.errors import UnknownAccount
from project06.identity.models import Account, SignInGuard
from project06.identity.operations.complete_sign_in import complete_sign_in
from project06.identity.operations.count_failed_sign_in import count_failed_sign_in
from project06.identity.operations.disable_silent_account import disable_silent_account
from project06.identity.operations.end_session import end_session
from project06.identity.operations.note_account_event import note_account_event
from project06.identity.operations.note_presence import note_presence
from project06.identity.queries.find_account import find_locked_until
from project06.identity.queries.load_actor import actor_of_account
from project06.identity.tests.conftest import SYSTEM, at, recorded
from project06.kernel.clock import frozen
from project06.kernel.errors import SignInNeeded
from project06.kernel.ids import new_uuid
from project06.kernel.permissions import anonymous

pytestmark = pytest.mark.django_db


def fail(login: str, times: int):
    return [count_failed_sign_in(login=login, event=AccountEvent.SIGN_IN_FAILED, by=anonymous()) for _ in range(times)]


def test_counts_failures_and_says_until_when_it_locks(lan):
    with frozen(at(2)) as clock:
        answers = fail(lan.email, 6)

        assert answers[:4] == [None] * 4
        assert answers[4] == answers[5] == clock.moment + timedelta(minutes=15) == find_locked_until(lan.email)


def test_starts_a_new_row_of_failures_after_a_lock_has_run_out(lan):
    with frozen(at(2)) as clock:
        fail(lan.email, 5)
        clock.move(timedelta(minutes=16))

        assert fail(lan.email, 4) == [None] * 4


def test_ends_the_row_of_failures_of_the_one_who_signed_in(lan, make_account):
    other = make_account("khac@example.test")
    fail(lan.email, 2)
    fail(other.email, 2)

    complete_sign_in(by=actor_of_account(lan, second_factor=False))

    assert SignInGuard.objects.get().key.endswith(str(other.uuid))
    assert "identity.sign-in" in recorded(account=lan)
    with pytest.raises(SignInNeeded):
        complete_sign_in(by=anonymous())


def test_closes_a_silent_account_once_and_leaves_a_busy_one(minh):
    with frozen(at(2)) as clock:
        assert disable_silent_account(account=minh.uuid, by=SYSTEM) is False
        Account.objects.filter(pk=minh.pk).update(last_seen_at=clock.moment - timedelta(days=46))

        assert disable_silent_account(account=minh.uuid, by=SYSTEM) is True
        assert disable_silent_account(account=minh.uuid, by=SYSTEM) is False
        with pytest.raises(UnknownAccount):
            disable_silent_account(account=new_uuid(), by=SYSTEM)

    minh.refresh_from_db()
    assert minh.state == AccountState.DISABLED_IDLE


def test_notes_presence_for_oneself_only(lan):
    with frozen(at(2)) as clock:
        note_presence(account=lan.uuid, by=actor_of_account(lan, second_factor=False))
        lan.refresh_from_db()
        assert lan.last_seen_at == clock.moment

        clock.move(timedelta(minutes=30))
        note_presence(account=lan.uuid, by=actor_of_account(lan, second_factor=False))
        lan.refresh_from_db()
        assert lan.last_seen_at < clock.moment, "written once an hour at most"
    with pytest.raises(AssertionError):
        note_presence(account=new_uuid(), by=actor_of_account(lan, second_factor=False))


def test_writes_refusals_as_refusals(lan):
    note_account_event(account=lan.uuid, event=AccountEvent.SIGN_IN_REFUSED, by=anonymous())
    note_account_event(account=lan.uuid, event=AccountEvent.SIGNED_OUT, by=anonymous())

    assert recorded(account=lan, refused=True) == ["identity.refuse-sign-in"]


def test_ends_no_session_that_is_not_there(lan):
    assert end_session(session="unknown", by=actor_of_account(lan, second_factor=False)) == 0
    with pytest.raises(SignInNeeded):
        end_session(session="unknown", by=anonymous())


def test_never_removes_an_officers_last_passkey(client, minh, lan):
    from allauth.mfa.models import Authenticator

    from project06.identity.tests.conftest import sign_in

    def give_passkey(account) -> Authenticator:
        data = {"name": "Khóa", "credential": {}}
        return Authenticator.objects.create(user=account, type="webauthn", data=data)

    sign_in(client, minh)
    session = client.session
    session["identity_second_factor"] = str(minh.uuid)
    session.save()
    own, strangers = give_passkey(minh), give_passkey(lan)

    kept = client.post(f"/identity/second-factors/passkeys/{own.pk}/remove/")
    hidden = client.post(f"/identity/second-factors/passkeys/{strangers.pk}/remove/")

    assert kept["Location"] == "/identity/second-factors/passkeys/"
    assert hidden.status_code == 404
    assert Authenticator.objects.filter(type="webauthn").count() == 2
