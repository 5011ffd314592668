"""A person takes over the account that was made for them."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from project06.evidence import public as evidence
from project06.identity.data import AccountData
from project06.identity.errors import UnusableEnrolment, WeakPassword
from project06.identity.events import AccountEnrolled
from project06.identity.models import Account, Enrolment
from project06.identity.operations.note_account_event import GROUND
from project06.identity.queries.find_account import to_data
from project06.identity.queries.find_enrolment import find_enrolment
from project06.kernel.clock import now
from project06.kernel.errors import FieldError
from project06.kernel.events import publish
from project06.kernel.permissions import Actor


@evidence.operation
def enrol(*, token: str, password: str, by: Actor) -> AccountData:
    """Set the password by the one-time link; the link and all older second factors are used up.

    The address counts as proved: the administrator who sent the link there vouches for it.
    Raises UnusableEnrolment, WeakPassword (with the reasons as field errors).
    """
    enrolment = find_enrolment(token)
    if enrolment is None:
        raise UnusableEnrolment
    Enrolment.objects.select_for_update().get(pk=enrolment.pk)
    if find_enrolment(token) is None:
        raise UnusableEnrolment
    account = enrolment.account
    _check_password(password, account)
    account.set_password(password)
    account.last_seen_at = now()
    account.save(update_fields=["password", "has_long_password", "last_seen_at"])
    enrolment.used_at = now()
    enrolment.save(update_fields=["used_at"])
    Authenticator.objects.filter(user=account).delete()
    if account.email:
        EmailAddress.objects.update_or_create(
            user=account, email=account.email, defaults={"verified": True, "primary": True}
        )
    evidence.record(
        by=by,
        action="identity.enrol",
        subject_kind="account",
        subject=account.uuid,
        fields=("password",),
        purpose="Take over an account by a one-time link",
        legal_ground=GROUND,
    )
    publish(AccountEnrolled(account=account.uuid))
    return to_data(account)


def _check_password(password: str, account: Account) -> None:
    try:
        validate_password(password, account)
    except ValidationError as fault:
        sentences = [FieldError("password", "identity.weak-password", text) for text in fault.messages]
        raise WeakPassword(errors=sentences) from fault
