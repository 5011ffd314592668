import pytest
from django.db import connection
from django.db.models import Q
from hypothesis import given
from hypothesis import strategies as st

from project06.kernel.errors import NotAllowed
from project06.kernel.ids import new_uuid
from project06.kernel.permissions import (
    Actor,
    ActorKind,
    Grant,
    anonymous,
    can,
    check,
    declare_permission,
    permissions,
    visible,
)

codes = st.sampled_from(["VN", "25", "250", "2", "08000", "0", "A", "a_1", "Z9"])
paths = st.lists(codes, min_size=1, max_size=4).map("/".join)


def officer(*granted: str, permission: str = "places.load") -> Actor:
    grants = (Grant(permission, granted),)
    return Actor(account=new_uuid(), name="Minh", kind=ActorKind.OFFICER, grants=grants)


def covers_naively(granted: list[str], path: str) -> bool:
    parts = path.split("/")
    return any(parts[: len(each.split("/"))] == each.split("/") for each in granted)


def holds(condition: Q, path: str) -> bool:
    """Evaluate the compiled ranges as a byte-wise comparing database does."""
    if not condition:
        return True
    if isinstance(condition, tuple):
        name, value = condition
        bytes_of_path = path.encode()
        return {
            "unit_path__gte": lambda: bytes_of_path >= value.encode(),
            "unit_path__lt": lambda: bytes_of_path < value.encode(),
            "pk__in": lambda: False,
        }[name]()
    answers = [holds(child, path) for child in condition.children]
    return all(answers) if condition.connector == Q.AND else any(answers)


def list_starts(condition: Q) -> list[str]:
    found = []
    for child in condition.children:
        found += list_starts(child) if isinstance(child, Q) else [child[1]] if child[0] == "unit_path__gte" else []
    return found


@given(st.lists(paths, min_size=1, max_size=4), paths)
def test_a_grant_covers_its_units_and_everything_below(granted, path):
    assert can(officer(*granted), "places.load", path=path) == covers_naively(granted, path)


@given(st.lists(paths, max_size=4), paths)
def test_the_ranges_of_a_list_equal_the_naive_model(granted, path):
    assert holds(visible(officer(*granted), "places.load"), path) == covers_naively(granted, path)


@given(st.lists(paths, min_size=1, max_size=6))
def test_no_range_is_searched_twice(granted):
    condition = visible(officer(*granted), "places.load")

    starts = list_starts(condition)
    assert not any(a != b and covers_naively([a], b) for a in starts for b in starts)


def test_province_25_does_not_cover_province_250():
    minh = officer("VN/25")

    assert can(minh, "places.load", path="VN/25/08000")
    assert not can(minh, "places.load", path="VN/250")
    assert not can(minh, "places.load", path="VN")


@pytest.mark.django_db
def test_the_database_compares_paths_as_the_ranges_expect():
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT array_agg(p ORDER BY p COLLATE "C") FROM unnest(%s::text[]) p""",
            [["VN/250", "VN/25/1", "VN/25", "VN/25A", "VN/24"]],
        )
        (ordered,) = cursor.fetchone()

    assert ordered == ["VN/24", "VN/25", "VN/25/1", "VN/250", "VN/25A"]


def test_a_grant_without_paths_covers_nothing():
    assert not can(officer(), "places.load")


def test_another_permission_is_another_right():
    assert not can(officer("VN"), "places.rename", path="VN")


def test_the_platform_itself_may_do_everything():
    assert can(Actor.system("nightly"), "places.load", path="VN")
    assert visible(Actor.system("nightly"), "places.load") == Q()


def test_nobody_may_do_nothing():
    assert not can(anonymous(), "places.load")
    assert visible(anonymous(), "places.load") == Q(pk__in=[])
    with pytest.raises(NotAllowed):
        check(anonymous(), "places.load")


@pytest.mark.parametrize("path", ["", "/VN", "VN/", "VN//25", "VN/25%", "VN 25", "VN/2-5"])
def test_a_path_with_other_letters_is_no_path(path):
    with pytest.raises(ValueError, match="is not a path"):
        Grant("places.load", (path,))


@pytest.mark.parametrize("code", ["load", "places.", "Places.load", "places.load_units"])
def test_a_permission_is_written_package_dot_words(code):
    with pytest.raises(ValueError, match=r"package\.word-word"):
        declare_permission(code, "Load")


def test_a_permission_has_one_description(registries):
    declare_permission("kernel.test-only", "Try things out")

    with pytest.raises(ValueError, match="declared twice"):
        declare_permission("kernel.test-only", "Something else")


def test_every_declared_permission_is_described():
    assert all(str(description).strip() for description in permissions().values())
