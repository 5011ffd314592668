"""One click of the demonstration world: be somebody of the cast."""

from project06.evidence import public as evidence
from project06.identity.data import AccountData
from project06.identity.errors import UnknownPersona
from project06.identity.models import Account
from project06.identity.operations.demo import check_is_demo
from project06.identity.operations.note_account_event import GROUND
from project06.identity.queries.find_account import to_data
from project06.identity.queries.personas import find_persona
from project06.kernel.permissions import Actor


@evidence.operation
def sign_in_persona(*, persona: str, by: Actor) -> AccountData:
    """Return the account of the persona for a sign-in without a password.

    Raises UnknownPersona outside the demonstration world, for an unknown code and for a disabled account.
    """
    check_is_demo()
    wanted = find_persona(persona)
    account = Account.objects.filter(email=wanted.email).first() if wanted else None
    if account is None or not account.is_active:
        raise UnknownPersona
    evidence.record(
        by=by,
        action="identity.sign-in-persona",
        subject_kind="account",
        subject=account.uuid,
        purpose="Show the platform to visitors of the demonstration",
        legal_ground=GROUND,
        details={"persona": wanted.code if wanted else ""},
    )
    return to_data(account)
