"""Second factors: our own QR code, secrets encrypted at rest, and who may give one up."""

import base64
import hashlib
import io

import segno
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from project06.identity.enums import AccountKind
from project06.identity.models import Account
from project06.identity.queries.find_account import SECOND_FACTORS
from project06.identity.rules.sign_in import may_remove_second_factor


class SecondFactorAdapter(DefaultMFAAdapter):
    """Our answers to the questions that allauth asks about second factors."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": _(
            "This is your last second factor. Officers always keep one; everybody else first needs a "
            "password that is long enough to stand alone. Add another one before you remove this one."
        ),
    }

    def encrypt(self, text: str) -> str:
        """Return the secret as the database keeps it: a stolen copy of the tables gives no codes."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return the secret."""
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def build_totp_svg(self, url: str) -> str:
        """Return the QR code as SVG, dark on light in both colour schemes so that every telephone reads it."""
        out = io.BytesIO()
        segno.make(url, error="m").save(
            out, kind="svg", scale=6, border=4, dark="#000", light="#fff", xmldecl=False, svgns=True
        )
        return out.getvalue().decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Say whether the second factor may go (rules.sign_in.may_remove_second_factor)."""
        account = authenticator.user
        assert isinstance(account, Account)  # noqa: S101 - narrows allauth's type
        if authenticator.type not in SECOND_FACTORS:
            return True
        others = Authenticator.objects.filter(user=account, type__in=SECOND_FACTORS)
        return may_remove_second_factor(
            AccountKind(account.kind),
            others=others.exclude(pk=authenticator.pk).count(),
            has_long_password=account.has_long_password,
        )

    def _get_site_name(self) -> str:
        return str(settings.MFA_TOTP_ISSUER)


def _cipher() -> Fernet:
    digest = hashlib.sha256(f"second-factor:{settings.SECRET_KEY}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
