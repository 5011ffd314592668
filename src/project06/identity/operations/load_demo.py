"""Create the cast of the demonstration world; safe to run any number of times."""

from datetime import date

from project06.agencies import public as agencies
from project06.agencies.data import OfficialData, PostData
from project06.evidence import public as evidence
from project06.identity.enums import ADMINISTER
from project06.identity.models import Account
from project06.identity.operations.create_account import make_account
from project06.identity.operations.demo import check_is_demo
from project06.identity.queries.personas import PERSONAS, Persona
from project06.kernel.permissions import Actor, check

# Since then the communes and service centres of the cast exist (Resolution 202/2025/QH15).
SINCE = date(2025, 7, 1)


@evidence.operation
def load_demo(*, by: Actor) -> int:
    """Create every persona with account, official, post and roles where missing; return how many were new.

    The accounts have no usable password. Raises NotAllowed, UnknownPersona outside the demonstration world.
    """
    check(by, ADMINISTER)
    check_is_demo()
    known = set(Account.objects.values_list("email", flat=True))
    missing = [persona for persona in PERSONAS if persona.email not in known]
    for persona in missing:
        _create(persona, by)
    for persona in PERSONAS:
        if persona.agency:
            _equip(persona, by)
    return len(missing)


def _create(persona: Persona, by: Actor) -> None:
    account = make_account(email=persona.email, name=persona.full_name, kind=persona.kind, language="vi", by=by)
    if persona.agency:
        agencies.register_official(
            account=account.uuid, name=persona.full_name, staff_number=persona.staff_number, by=by
        )


def _equip(persona: Persona, by: Actor) -> None:
    official = agencies.get_official(persona.staff_number)
    post = _post(persona, by)
    if official.uuid not in {holder.official.uuid for holder in post.holders}:
        _appoint(official, post, by)
    held = {granted.role.code for granted in post.roles}
    for role in persona.roles:
        if role not in held:
            agencies.grant_role(post=post.uuid, role=role, on=SINCE, by=by)


def _post(persona: Persona, by: Actor) -> PostData:
    home = agencies.get_agency(persona.agency, SINCE)
    for post in agencies.list_posts(home, SINCE):
        if post.title == persona.post:
            return post
    return agencies.create_post(agency=persona.agency, title=persona.post, on=SINCE, by=by)


def _appoint(official: OfficialData, post: PostData, by: Actor) -> None:
    agencies.appoint_official(official=official.uuid, post=post.uuid, valid_from=SINCE, decision="DEMO", by=by)
