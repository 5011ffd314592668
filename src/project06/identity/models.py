"""Accounts, what is counted against guessing, and one-time links. Second factors and sessions are allauth's."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from project06.identity.enums import AccountKind, AccountLevel, AccountState
from project06.identity.rules.sign_in import sign_in_rules
from project06.kernel.clock import today
from project06.kernel.ids import new_uuid
from project06.kernel.pii import Scrub, keep, personal_data

_LIFE = keep("2 years after the account was closed", scrub=Scrub.PSEUDONYM)


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by what people type; making accounts is the operations' business."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        """Return the account with this e-mail address."""
        return self.get(email__iexact=username)


class Account(AbstractBaseUser):
    """Somebody who can sign in: a citizen, an officer, or a machine of another agency."""

    PERSONAL_DATA = personal_data(
        none="id uuid password language kind level state has_long_password created_at",
        personal={
            "email": _LIFE,
            "login_name": _LIFE,
            "display_name": _LIFE,
            "last_login": _LIFE,
            "last_seen_at": _LIFE,
        },
    )

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    uuid = models.UUIDField(unique=True, default=new_uuid)
    email = models.EmailField(unique=True, null=True)  # noqa: DJ001 - NULL: signs in by login name
    login_name = models.CharField(max_length=40, unique=True, null=True)  # noqa: DJ001 - NULL: signs in by e-mail
    display_name = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=5, default="vi")
    kind = models.CharField(max_length=10, choices=[(kind, kind) for kind in AccountKind], default=AccountKind.CITIZEN)
    level = models.PositiveSmallIntegerField(
        choices=[(level, level) for level in AccountLevel], default=AccountLevel.NONE
    )
    state = models.CharField(
        max_length=30, choices=[(state, state) for state in AccountState], default=AccountState.ACTIVE
    )
    has_long_password = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    last_seen_at = models.DateTimeField(null=True)

    objects = AccountManager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(email__isnull=False) | Q(login_name__isnull=False),
                name="identity_account_can_be_addressed",
            ),
            models.UniqueConstraint(Lower("email"), name="identity_email_any_case"),
            models.UniqueConstraint(Lower("login_name"), name="identity_login_name_any_case"),
            models.CheckConstraint(condition=Q(kind__in=list(AccountKind)), name="identity_kind_known"),
            models.CheckConstraint(condition=Q(state__in=list(AccountState)), name="identity_state_known"),
            models.CheckConstraint(condition=Q(level__in=list(AccountLevel)), name="identity_level_known"),
        )
        indexes = (
            models.Index(
                fields=["last_seen_at"],
                condition=Q(state=AccountState.ACTIVE) & ~Q(kind=AccountKind.CITIZEN),
                name="identity_active_staff",
            ),
        )

    def __str__(self) -> str:
        return self.display_name or str(self.uuid)

    @property
    def is_active(self) -> bool:  # type: ignore[override] # Django asks for a flag; we know the reason too
        """Say whether the account may be used."""
        return self.state == AccountState.ACTIVE

    def set_password(self, raw_password: str | None) -> None:
        """Set the password and remember whether it is long enough to stand without a second factor."""
        super().set_password(raw_password)
        needed = sign_in_rules(today()).password_length_alone
        self.has_long_password = raw_password is not None and len(raw_password) >= needed


class SignInGuard(models.Model):
    """Failed sign-ins in a row, counted by account, or by digest for logins that do not exist.

    Unknown logins are counted in the same way, so that a lock-out does not tell whether an account exists.
    """

    PERSONAL_DATA = personal_data(none="id key failures last_failed_at locked_until")

    key = models.CharField(max_length=80, unique=True)
    failures = models.PositiveIntegerField(default=0)
    last_failed_at = models.DateTimeField()
    locked_until = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.failures} failures"


class Enrolment(models.Model):
    """A one-time link with which a person takes over an account made for them; only its digest is kept."""

    PERSONAL_DATA = personal_data(none="id uuid account token_digest created_at expires_at used_at")

    uuid = models.UUIDField(unique=True, default=new_uuid)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    token_digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(expires_at__gt=F("created_at")), name="identity_enrolment_period"),
            # A new link replaces the one before: only one is open.
            models.UniqueConstraint(
                fields=["account"], condition=Q(used_at__isnull=True), name="identity_one_open_enrolment"
            ),
        )

    def __str__(self) -> str:
        return str(self.uuid)
