"""Take a role from a post; the grant stays in the history."""

from datetime import date
from uuid import UUID

from project06.agencies.data import PostData
from project06.agencies.errors import UnknownRole
from project06.agencies.events import RoleRevoked
from project06.agencies.models import PostRole
from project06.agencies.operations.locking import lock_post
from project06.agencies.queries.list_posts import get_post
from project06.agencies.queries.select_agencies import valid_on
from project06.evidence import public as evidence
from project06.kernel.events import publish
from project06.kernel.permissions import Actor


@evidence.operation
def revoke_role(*, post: UUID, role: str, on: date, by: Actor) -> PostData:
    """Take the role from the post: `on` is the first day without it.

    Raises UnknownPost, UnknownRole (also when the post does not have it that day), NotAllowed, OwnRights,
    PostClosed.
    """
    place = lock_post(post, by=by, on=on)
    grant = PostRole.objects.select_for_update().filter(valid_on(on), post=place, role__code=role).first()
    if grant is None:
        raise UnknownRole
    grant.valid_to = on
    grant.save(update_fields=["valid_to"])
    evidence.record(
        by=by,
        action="agencies.revoke-role",
        subject_kind="post",
        subject=place.uuid,
        fields=("role",),
        purpose="Take away rights that are no longer needed",
        legal_ground="Decree 331/2026/NĐ-CP art. 30 (accounts and rights)",
        details={"role": role, "agency": place.agency.code},
    )
    publish(RoleRevoked(post=place.uuid, role=role, valid_to=on))
    return get_post(place.uuid, on)
