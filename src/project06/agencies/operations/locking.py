"""Rows that an operation is about to change: found, locked, and the right to change them checked."""

from datetime import date
from uuid import UUID

from project06.agencies.enums import ADMINISTER
from project06.agencies.errors import OwnRights, PostClosed, UnknownPost
from project06.agencies.models import Agency, Assignment, Post
from project06.agencies.queries.select_agencies import valid_on
from project06.agencies.rules.periods import is_valid_on
from project06.kernel.permissions import Actor, check


def lock_post(post: UUID, *, by: Actor, on: date) -> Post:
    """Return the locked post, if `by` administers its organisation and it stands on the day.

    Raises UnknownPost, NotAllowed, OwnRights, PostClosed.
    """
    found = Post.objects.select_for_update(of=("self",)).select_related("agency").filter(uuid=post).first()
    if found is None:
        raise UnknownPost
    check(by, ADMINISTER, path=found.agency.unit_path)
    check_is_not_own(found, by=by, on=on)
    if not (_stands(found, on) and _stands(found.agency, on)):
        raise PostClosed
    return found


def check_is_not_own(post: Post, *, by: Actor, on: date) -> None:
    """Raise OwnRights when `by` holds the post: nobody widens their own rights (two pairs of eyes)."""
    if by.account is None:
        return
    mine = Assignment.objects.filter(valid_on(on), post=post, official__account=by.account)
    if mine.exists():
        raise OwnRights


def _stands(row: Post | Agency, on: date) -> bool:
    return is_valid_on(row.valid_from, row.valid_to, on)
