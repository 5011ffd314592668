"""The first administrator of an installation."""

from datetime import date

from project06.agencies import public as agencies
from project06.agencies.data import AgencyData, PostData
from project06.evidence import public as evidence
from project06.identity.data import EnrolmentData
from project06.identity.enums import ADMINISTER, AccountKind
from project06.identity.errors import AdministratorExists
from project06.identity.operations.create_account import make_account, open_enrolment
from project06.kernel.clock import today
from project06.kernel.permissions import Actor, check

POST_TITLE = "Quản trị hệ thống"
ROLE = "administrator"


@evidence.operation
def create_administrator(*, email: str, name: str, staff_number: str, agency: str, by: Actor) -> EnrolmentData:
    """Create account, official, post and role of the first administrator; return the one-time link.

    There is no default password anywhere. Raises NotAllowed, AdministratorExists, EmailTaken,
    agencies.errors.UnknownAgency, agencies.errors.OfficialExists.
    """
    check(by, ADMINISTER)
    on = today()
    post = _post(agencies.get_agency(agency, on), on, by)
    if post.holders:
        raise AdministratorExists
    account = make_account(email=email, name=name, kind=AccountKind.OFFICER, language="vi", by=by)
    official = agencies.register_official(account=account.uuid, name=name, staff_number=staff_number, by=by)
    if ROLE not in {granted.role.code for granted in post.roles}:
        agencies.grant_role(post=post.uuid, role=ROLE, on=on, by=by)
    agencies.appoint_official(official=official.uuid, post=post.uuid, valid_from=on, by=by)
    return open_enrolment(account)


def _post(home: AgencyData, on: date, by: Actor) -> PostData:
    for post in agencies.list_posts(home, on):
        if post.title == POST_TITLE:
            return post
    return agencies.create_post(agency=home.code, title=POST_TITLE, on=on, by=by)
