"""The door of the package."""

from project06.agencies.enums import ADMINISTER
from project06.agencies.operations.appoint_official import appoint_official
from project06.agencies.operations.create_post import create_post
from project06.agencies.operations.end_assignment import end_assignment
from project06.agencies.operations.grant_role import grant_role
from project06.agencies.operations.load_agencies import load_agencies
from project06.agencies.operations.register_official import register_official
from project06.agencies.operations.revoke_role import revoke_role
from project06.agencies.queries.find_agency import find_agency, find_other_day, get_agency, get_story
from project06.agencies.queries.list_agencies import count_by_kind, list_agencies, list_subordinates
from project06.agencies.queries.list_assignments import list_assignments
from project06.agencies.queries.list_posts import (
    find_official_of,
    get_official,
    get_post,
    list_posts,
    list_roles,
)

__all__ = [
    "ADMINISTER",
    "appoint_official",
    "count_by_kind",
    "create_post",
    "end_assignment",
    "find_agency",
    "find_official_of",
    "find_other_day",
    "get_agency",
    "get_official",
    "get_post",
    "get_story",
    "grant_role",
    "list_agencies",
    "list_assignments",
    "list_posts",
    "list_roles",
    "list_subordinates",
    "load_agencies",
    "register_official",
    "revoke_role",
]
