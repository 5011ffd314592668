"""Posts with their holders and roles, for those who administer them."""

from collections import defaultdict
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from project06.agencies.data import (
    AgencyData,
    GrantedRole,
    HolderData,
    OfficialData,
    PostData,
    RoleData,
)
from project06.agencies.errors import UnknownOfficial, UnknownPost
from project06.agencies.models import AgencyVersion, Assignment, Official, Post, PostRole, Role
from project06.agencies.queries.select_agencies import valid_on


def list_roles() -> tuple[RoleData, ...]:
    """Return every role, by code."""
    return tuple(role_data(role) for role in Role.objects.order_by("code"))


def list_posts(agency: AgencyData, on: date) -> tuple[PostData, ...]:
    """Return the posts of the organisation on the day with holders and roles, by title."""
    posts = Post.objects.filter(valid_on(on), agency__uuid=agency.uuid).select_related("agency")
    return _with_people(list(posts.order_by("title", "id")), on)


def get_post(post: UUID, on: date) -> PostData:
    """Return one post with those who hold it on the day or later. Raises UnknownPost."""
    found = Post.objects.filter(uuid=post).select_related("agency").first()
    if found is None:
        raise UnknownPost
    return _with_people([found], on)[0]


def get_official(staff_number: str) -> OfficialData:
    """Return the official with the staff number. Raises UnknownOfficial."""
    found = Official.objects.filter(staff_number=staff_number.strip()).first()
    if found is None:
        raise UnknownOfficial
    return official_data(found)


def find_official_of(account: UUID) -> OfficialData | None:
    """Return the official behind an account, or None."""
    found = Official.objects.filter(account=account).first()
    return official_data(found) if found else None


def role_data(role: Role) -> RoleData:
    """Return the role as data."""
    return RoleData(
        code=role.code,
        name=role.name,
        name_en=role.name_en,
        description=role.description,
        description_en=role.description_en,
        permissions=tuple(role.permissions),
    )


def official_data(official: Official) -> OfficialData:
    """Return the official as data."""
    return OfficialData(official.uuid, official.account, official.name, official.staff_number)


def _with_people(posts: list[Post], on: date) -> tuple[PostData, ...]:
    identifiers = [post.pk for post in posts]
    not_over = Q(valid_to__isnull=True) | Q(valid_to__gt=on)
    holders: dict[int, list[HolderData]] = defaultdict(list)
    held = Assignment.objects.filter(not_over, post__in=identifiers).select_related("official")
    for row in held.order_by("valid_from", "id"):
        holders[row.post_id].append(_holder(row))
    roles: dict[int, list[GrantedRole]] = defaultdict(list)
    granted = PostRole.objects.filter(not_over, post__in=identifiers).select_related("role")
    for grant in granted.order_by("role__code", "valid_from"):
        roles[grant.post_id].append(_grant(grant))
    names = _agency_names({post.agency_id for post in posts}, on)
    return tuple(
        PostData(
            uuid=post.uuid,
            agency_code=post.agency.code,
            agency_name=names.get(post.agency_id, post.agency.code),
            unit_path=post.agency.unit_path,
            title=post.title,
            valid_from=post.valid_from,
            valid_to=post.valid_to,
            holders=tuple(holders[post.pk]),
            roles=tuple(roles[post.pk]),
        )
        for post in posts
    )


def _agency_names(agencies: set[int], on: date) -> dict[int, str]:
    rows: Any = AgencyVersion.objects.filter(valid_on(on), agency__in=agencies)  # Any: a list of pairs
    return dict(rows.values_list("agency_id", "name"))


def _holder(row: Assignment) -> HolderData:
    return HolderData(
        uuid=row.uuid,
        official=official_data(row.official),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        decision=row.decision,
    )


def _grant(grant: PostRole) -> GrantedRole:
    return GrantedRole(grant.uuid, role_data(grant.role), grant.valid_from, grant.valid_to)
