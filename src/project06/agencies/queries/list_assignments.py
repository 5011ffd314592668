"""Which posts an account fills on a day, and what follows from them: two statements."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, Subquery

from project06.agencies.data import AssignmentData
from project06.agencies.models import AgencyVersion, Assignment, PostRole
from project06.agencies.queries.select_agencies import valid_on
from project06.places import public as places


def list_assignments(account: UUID, on: date) -> tuple[AssignmentData, ...]:
    """Return the posts of the account on the day, the longest held first.

    A post of an organisation or title that has ended gives nothing any more: the successor organisation
    must appoint anew (Law 72/2025/QH15 transfers duties to organisations, not persons to posts).
    """
    name = AgencyVersion.objects.filter(valid_on(on), agency=OuterRef("post__agency")).values("name")
    rows = (
        Assignment.objects.filter(
            valid_on(on), valid_on(on, "post__"), valid_on(on, "post__agency__"), official__account=account
        )
        .select_related("official", "post__agency")
        .annotate(agency_name=Subquery(name[:1]))
        .order_by("valid_from", "id")
    )
    found = list(rows)
    permissions = _permissions({row.post_id for row in found}, on)
    return tuple(
        AssignmentData(
            uuid=row.uuid,
            official_name=row.official.name,
            post=row.post.uuid,
            post_title=row.post.title,
            agency_code=row.post.agency.code,
            agency_name=row.agency_name or row.post.agency.code,
            unit_code=row.post.agency.unit_code,
            unit_path=row.post.agency.unit_path,
            permissions=permissions[row.post_id],
            paths=places.scope_paths(row.post.agency.unit_code, on),
        )
        for row in found
    )


def _permissions(posts: set[int], on: date) -> dict[int, tuple[str, ...]]:
    held: dict[int, set[str]] = defaultdict(set)
    if posts:
        granted = PostRole.objects.filter(valid_on(on), post__in=posts).values_list("post_id", "role__permissions")
        for post, permissions in granted:
            held[post].update(permissions)
    return defaultdict(tuple, {post: tuple(sorted(each)) for post, each in held.items()})
