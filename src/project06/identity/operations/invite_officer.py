"""Make an officer's account with a one-time link."""

from project06.agencies import public as agencies
from project06.evidence import public as evidence
from project06.identity.data import EnrolmentData
from project06.identity.enums import ADMINISTER, AccountKind
from project06.identity.operations.create_account import make_account, open_enrolment
from project06.kernel.permissions import Actor, check


@evidence.operation
def invite_officer(*, email: str, name: str, staff_number: str, language: str, by: Actor) -> EnrolmentData:
    """Create the account and the official behind it; return the link that the officer uses once.

    Raises NotAllowed, EmailTaken, agencies.errors.OfficialExists.
    """
    check(by, ADMINISTER)
    account = make_account(email=email, name=name, kind=AccountKind.OFFICER, language=language, by=by)
    agencies.register_official(account=account.uuid, name=name, staff_number=staff_number, by=by)
    return open_enrolment(account)
