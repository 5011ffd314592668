"""Make a new one-time link for an officer."""

from uuid import UUID

from project06.evidence import public as evidence
from project06.identity.data import EnrolmentData
from project06.identity.enums import ADMINISTER, AccountKind
from project06.identity.errors import AccountAlreadyDisabled, UnknownAccount
from project06.identity.models import Account
from project06.identity.operations.create_account import open_enrolment
from project06.identity.operations.note_account_event import GROUND
from project06.kernel.permissions import Actor, check


@evidence.operation(subject_kind="account", subject="account")
def renew_invitation(*, account: UUID, by: Actor) -> EnrolmentData:
    """Make a new one-time link for an officer who lost the first one, the password or the second factor.

    The old link stops working at once; using the new one removes the old second factors.
    Raises NotAllowed, UnknownAccount, AccountAlreadyDisabled.
    """
    check(by, ADMINISTER)
    found = Account.objects.select_for_update().filter(uuid=account, kind=AccountKind.OFFICER).first()
    if found is None:
        raise UnknownAccount
    if not found.is_active:
        raise AccountAlreadyDisabled
    evidence.record(
        by=by,
        action="identity.renew-invitation",
        subject_kind="account",
        subject=found.uuid,
        purpose="Let an officer take over the account again",
        legal_ground=GROUND,
    )
    return open_enrolment(found)
