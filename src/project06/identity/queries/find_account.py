"""Accounts as data, and what stands against signing in to them."""

from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet

from project06.identity.data import AccountData, AccountPage
from project06.identity.enums import AccountKind, AccountLevel, AccountState
from project06.identity.errors import UnknownAccount
from project06.identity.models import Account, SignInGuard
from project06.identity.rules.addresses import login_digest, normal_login

PAGE_SIZE = 50
SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def select_accounts() -> QuerySet[Account]:
    """Return accounts with the answer whether a second factor is set up."""
    factors = Authenticator.objects.filter(user=OuterRef("pk"), type__in=SECOND_FACTORS)
    return Account.objects.annotate(has_second_factor=Exists(factors))


def get_account(uuid: UUID) -> AccountData:
    """Return the account. Raises UnknownAccount."""
    found = select_accounts().filter(uuid=uuid).first()
    if found is None:
        raise UnknownAccount
    return to_data(found)


def load_account(uuid: UUID) -> Account:
    """Return the row of the account, for allauth's flows, which work on rows. Raises UnknownAccount."""
    found = Account.objects.filter(uuid=uuid).first()
    if found is None:
        raise UnknownAccount
    return found


def find_authenticator(key: int, account: Account | None) -> Authenticator | None:
    """Return the account's own second factor with this key, or None."""
    return Authenticator.objects.select_related("user").filter(pk=key, user=account).first()


def list_officer_accounts(*, query: str = "", after: str = "", limit: int = PAGE_SIZE) -> AccountPage:
    """Return a page of officers' accounts, newest first; `query` is part of a name or an address."""
    found = select_accounts().filter(kind=AccountKind.OFFICER)
    for word in query.split():
        found = found.filter(Q(display_name__icontains=word) | Q(email__icontains=word))
    if after.isdecimal():
        found = found.filter(pk__lt=int(after))
    rows = list(found.order_by("-pk")[: limit + 1])
    page = rows[:limit]
    return AccountPage(
        accounts=tuple(to_data(row) for row in page),
        next_after=str(page[-1].pk) if len(rows) > limit else None,
    )


def find_account_by_login(login: str) -> Account | None:
    """Return the account that signs in with this e-mail address or login name, or None."""
    said = normal_login(login)
    return Account.objects.filter(Q(email__iexact=said) | Q(login_name__iexact=said)).first()


def guard_key(login: str) -> str:
    """Return under which key failures of this login are counted: the account's, else the login's digest."""
    account = find_account_by_login(login)
    if account is not None:
        return f"account:{account.uuid}"
    return f"login:{login_digest(login, key=settings.SECRET_KEY.encode())}"


def find_locked_until(login: str) -> datetime | None:
    """Return until when nobody gets in with this login, or None."""
    return SignInGuard.objects.filter(key=guard_key(login)).values_list("locked_until", flat=True).first()


def has_second_factor(account: Account) -> bool:
    """Say whether the account has an authenticator app or a passkey."""
    return Authenticator.objects.filter(user=account, type__in=SECOND_FACTORS).exists()


def to_data(account: Account) -> AccountData:
    """Return the account as data."""
    answered = getattr(account, "has_second_factor", None)
    return AccountData(
        uuid=account.uuid,
        email=account.email,
        login_name=account.login_name,
        display_name=account.display_name,
        language=account.language,
        kind=AccountKind(account.kind),
        level=AccountLevel(account.level),
        state=AccountState(account.state),
        created_at=account.created_at,
        last_seen_at=account.last_seen_at,
        has_second_factor=has_second_factor(account) if answered is None else bool(answered),
    )
