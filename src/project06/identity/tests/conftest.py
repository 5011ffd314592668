"""A fixed cast and small helpers for the tests of sign-in."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from django.test import Client

from project06.agencies import public as agencies
from project06.evidence import public as evidence
from project06.evidence.data import RecordFilter
from project06.identity.enums import AccountKind
from project06.identity.models import Account
from project06.identity.queries.load_actor import actor_of_account
from project06.kernel.clock import now, today
from project06.kernel.permissions import Actor

PASSWORD = "ba con gà trống gáy sáng"
SYSTEM = Actor.system("tests")


@pytest.fixture(autouse=True)
def _no_limits_left_over():
    cache.clear()


@pytest.fixture
def make_account(db) -> Callable[..., Account]:
    def make(email="lan@example.test", kind=AccountKind.CITIZEN, password=PASSWORD, **fields) -> Account:
        account = Account(
            email=email,
            kind=kind,
            display_name=fields.pop("display_name", "Nguyễn Thị Lan"),
            created_at=now(),
            **fields,
        )
        account.set_password(password) if password else account.set_unusable_password()
        account.save()
        EmailAddress.objects.create(user=account, email=email, verified=True, primary=True)
        return account

    return make


@pytest.fixture
def lan(make_account) -> Account:
    return make_account()


@pytest.fixture
def make_officer(make_account) -> Callable[..., Account]:
    def make(email, *, agency, role="one_stop_officer", name="Trần Văn Minh", title="Công chức") -> Account:
        account = make_account(email, AccountKind.OFFICER, display_name=name)
        official = agencies.register_official(account=account.uuid, name=name, staff_number=email, by=SYSTEM)
        post = agencies.create_post(agency=agency, title=f"{title} {email}", on=today(), by=SYSTEM)
        agencies.grant_role(post=post.uuid, role=role, on=today(), by=SYSTEM)
        agencies.appoint_official(official=official.uuid, post=post.uuid, valid_from=today(), by=SYSTEM)
        return account

    return make


@pytest.fixture
def minh(make_officer) -> Account:
    return make_officer("minh@example.test", agency="TTHCC-02536")


@pytest.fixture
def admin(make_officer) -> Account:
    return make_officer("admin@example.test", agency="BCA", role="administrator", name="Vũ Thị Quản")


@pytest.fixture
def admin_actor(admin) -> Actor:
    return actor_of_account(admin, second_factor=True)


@pytest.fixture
def give_totp() -> Callable[[Account], str]:
    def give(account: Account) -> str:
        secret = totp.generate_totp_secret()
        totp.TOTP.activate(account, secret)
        return secret

    return give


def code_of(secret: str) -> str:
    counter = next(iter(totp.yield_hotp_counters_from_time()))
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


def sign_in(client: Client, account: Account, password: str = PASSWORD):
    return client.post("/identity/sign-in/", {"login": account.email, "password": password})


def sign_in_with_code(client: Client, account: Account, secret: str):
    sign_in(client, account)
    return client.post("/identity/sign-in/second-factor/", {"code": code_of(secret)})


def at(hour: int, minute: int = 0) -> datetime:
    """A moment two days ahead: posts given today hold, nothing has been silent for long."""
    return datetime.combine(today() + timedelta(days=2), time(hour, minute), UTC)


def factors_of(account: Account) -> set[str]:
    return set(Authenticator.objects.filter(user=account).values_list("type", flat=True))


def recorded(*, action: str = "", account: Account | None = None, refused: bool = False) -> list[str]:
    """Return the actions that evidence holds about an account, newest first, as an auditor reads them."""
    wanted = RecordFilter(
        subject=account.uuid if account else None,
        action=action,
        outcome=evidence.Outcome.REFUSED if refused else None,
    )
    found = evidence.inspect_records(wanted=wanted, by=SYSTEM, limit=200).records
    return [each.action for each in found if not each.action.startswith("evidence.")]
