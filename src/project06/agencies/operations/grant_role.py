"""Give a post a role from a day on."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.utils import IntegrityError

from project06.agencies.data import PostData
from project06.agencies.errors import RoleAlreadyGranted, UnknownRole
from project06.agencies.events import RoleGranted
from project06.agencies.models import PostRole, Role
from project06.agencies.operations.locking import lock_post
from project06.agencies.queries.list_posts import get_post
from project06.evidence import public as evidence
from project06.kernel.events import publish
from project06.kernel.permissions import Actor


@evidence.operation
def grant_role(*, post: UUID, role: str, on: date, by: Actor) -> PostData:
    """Give the post the role of that code from the day on; whoever holds the post gets its permissions.

    The reach is the subtree of the organisation's unit, so nobody can grant more country than they administer.
    Raises UnknownPost, UnknownRole, NotAllowed, OwnRights, PostClosed, RoleAlreadyGranted.
    """
    place = lock_post(post, by=by, on=on)
    bundle = Role.objects.filter(code=role).first()
    if bundle is None:
        raise UnknownRole
    try:
        with transaction.atomic():
            PostRole.objects.create(post=place, role=bundle, valid_from=on)
    except IntegrityError as fault:
        raise RoleAlreadyGranted from fault
    evidence.record(
        by=by,
        action="agencies.grant-role",
        subject_kind="post",
        subject=place.uuid,
        fields=("role",),
        purpose="Let the holder of a post do its work",
        legal_ground="Decree 331/2026/NĐ-CP art. 30 (accounts and rights)",
        details={"role": bundle.code, "agency": place.agency.code},
    )
    publish(RoleGranted(post=place.uuid, role=bundle.code, valid_from=on))
    return get_post(place.uuid, on)
