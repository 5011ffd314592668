"""Make an account that a person takes over by a one-time link."""

import secrets
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.utils import IntegrityError

from project06.evidence import public as evidence
from project06.identity.data import EnrolmentData
from project06.identity.enums import AccountKind
from project06.identity.errors import EmailTaken
from project06.identity.events import AccountCreated
from project06.identity.models import Account, Enrolment
from project06.identity.operations.note_account_event import GROUND
from project06.identity.rules.addresses import normal_login, token_digest
from project06.identity.rules.sign_in import sign_in_rules
from project06.kernel.clock import local, now
from project06.kernel.events import publish
from project06.kernel.permissions import Actor


def make_account(*, email: str, name: str, kind: AccountKind, language: str, by: Actor) -> Account:
    """Create an account without a password inside the running operation. Raises EmailTaken."""
    account = Account(
        email=normal_login(email),
        display_name=" ".join(name.split()),
        kind=kind,
        language=language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE,
        created_at=now(),
    )
    account.set_unusable_password()
    try:
        with transaction.atomic():
            account.save()
    except IntegrityError as fault:
        raise EmailTaken from fault
    evidence.record(
        by=by,
        action="identity.create-account",
        subject_kind="account",
        subject=account.uuid,
        fields=("email", "display_name"),
        purpose="Let a person act on the platform under their own name",
        legal_ground=GROUND,
        details={"kind": kind.value},
    )
    publish(AccountCreated(account=account.uuid, kind=kind.value))
    return account


def open_enrolment(account: Account) -> EnrolmentData:
    """Make the account's one open link inside the running operation; an older open one is worthless then."""
    moment = now()
    token = secrets.token_urlsafe(32)
    hours = sign_in_rules(local(moment).date()).enrolment_link_hours
    Enrolment.objects.filter(account=account, used_at__isnull=True).delete()
    enrolment = Enrolment.objects.create(
        account=account,
        token_digest=token_digest(token),
        created_at=moment,
        expires_at=moment + timedelta(hours=hours),
    )
    return EnrolmentData(account=account.uuid, token=token, expires_at=enrolment.expires_at)
