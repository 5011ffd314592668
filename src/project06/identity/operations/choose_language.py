"""Remember in which language somebody reads."""

from django.conf import settings

from project06.evidence import public as evidence
from project06.identity.errors import UnknownLanguage
from project06.identity.models import Account
from project06.identity.operations.note_account_event import GROUND
from project06.kernel.errors import SignInNeeded
from project06.kernel.permissions import Actor


@evidence.operation
def choose_language(*, language: str, by: Actor) -> str:
    """Keep the language with the account of `by`. Raises SignInNeeded, UnknownLanguage."""
    if by.account is None:
        raise SignInNeeded
    if language not in dict(settings.LANGUAGES):
        raise UnknownLanguage
    Account.objects.filter(uuid=by.account).update(language=language)
    evidence.record(
        by=by,
        action="identity.choose-language",
        subject_kind="account",
        subject=by.account,
        fields=("language",),
        purpose="Speak to people in the language they read",
        legal_ground=GROUND,
    )
    return language
