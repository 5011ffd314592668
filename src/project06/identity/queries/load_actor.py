"""Who stands behind a request, as the operations see them."""

from django.http import HttpRequest

from project06.agencies import public as agencies
from project06.agencies.data import AssignmentData
from project06.identity.enums import AccountKind
from project06.identity.models import Account
from project06.identity.queries.session_state import (
    account_of,
    has_shown_second_factor,
    is_session_locked,
    lacks_second_factor,
)
from project06.kernel.clock import today
from project06.kernel.permissions import Actor, ActorKind, Grant, anonymous

_ATTRIBUTE = "_identity_actor"


def load_actor(request: HttpRequest) -> Actor:
    """Return the actor of the request: nobody, a citizen, or an officer with the rights of today's posts.

    A locked session is nobody. An officer who has not shown a second factor is known by name but holds no
    right. Costs two statements for an officer beyond loading the account, none for a stranger; the answer is
    kept with the request.
    """
    known = getattr(request, _ATTRIBUTE, None)
    if isinstance(known, Actor):
        return known
    actor = _recognise(request)
    setattr(request, _ATTRIBUTE, actor)
    return actor


def actor_of_account(account: Account, *, second_factor: bool) -> Actor:
    """Return the actor behind an account as of today, with or without a second factor."""
    if account.kind != AccountKind.OFFICER:
        return Actor(
            account=account.uuid,
            name=account.display_name or account.email or account.login_name or "",
            kind=ActorKind.PERSON,
            second_factor=second_factor,
        )
    assignments = agencies.list_assignments(account.uuid, today())
    first = assignments[0] if assignments else None
    return Actor(
        account=account.uuid,
        name=first.official_name if first else account.display_name,
        kind=ActorKind.OFFICER,
        agency=first.agency_code if first else None,
        agency_name=first.agency_name if first else "",
        post=first.post if first else None,
        post_title=first.post_title if first else "",
        grants=_grants(assignments) if second_factor else (),
        second_factor=second_factor,
    )


def _recognise(request: HttpRequest) -> Actor:
    account = account_of(request)
    if account is None or account.kind == AccountKind.SERVICE or is_session_locked(request):
        return anonymous()
    shown = not lacks_second_factor(request, account) and has_shown_second_factor(request, account)
    return actor_of_account(account, second_factor=shown)


def _grants(assignments: tuple[AssignmentData, ...]) -> tuple[Grant, ...]:
    """Join the rights of all posts: one grant a permission, over all units of the posts that carry it."""
    paths: dict[str, list[str]] = {}
    for assignment in assignments:
        for permission in assignment.permissions:
            paths.setdefault(permission, []).extend(assignment.paths)
    return tuple(Grant(permission, tuple(dict.fromkeys(held))) for permission, held in sorted(paths.items()))
