"""It organises posts: who holds them, which roles they have, and who may say so."""

from datetime import date, timedelta

import pytest

from project06.agencies import public as agencies
from project06.agencies.errors import (
    AlreadyAppointed,
    AssignmentEnded,
    OfficialExists,
    OwnRights,
    PostClosed,
    PostExists,
    RoleAlreadyGranted,
    UnknownAgency,
    UnknownAssignment,
    UnknownOfficial,
    UnknownPost,
    UnknownRole,
    UnusablePeriod,
)
from project06.agencies.tests.conftest import ON, SYSTEM, administrator, recorded
from project06.kernel.clock import today
from project06.kernel.errors import NotAllowed
from project06.kernel.ids import new_uuid
from project06.kernel.permissions import anonymous

pytestmark = pytest.mark.django_db

LATER = ON + timedelta(days=30)


def appoint(post, official, by=SYSTEM, **more):
    return agencies.appoint_official(official=official.uuid, post=post.uuid, by=by, **({"valid_from": ON} | more))


class TestCreatePost:
    def test_creates_it_in_the_agency_of_the_day(self, provincial):
        made = agencies.create_post(agency="UBND-08", title=" Phó  Chủ tịch ", on=ON, by=provincial)

        assert (made.title, made.agency_name) == ("Phó Chủ tịch", "Ủy ban nhân dân tỉnh Tuyên Quang")
        assert recorded("agencies.create-post") == [made.uuid]

    def test_refuses_the_wrong_person(self, other_commune):
        for actor in (other_commune, anonymous()):
            with pytest.raises(NotAllowed):
                agencies.create_post(agency="TTHCC-02536", title="X", on=ON, by=actor)

    def test_refuses_an_agency_of_another_day(self):
        with pytest.raises(UnknownAgency):
            agencies.create_post(agency="BKHDT", title="X", on=ON, by=SYSTEM)

    def test_refuses_the_same_title_twice(self, post):
        with pytest.raises(PostExists):
            agencies.create_post(agency="TTHCC-02536", title=post.title, on=ON, by=SYSTEM)


class TestAppointOfficial:
    def test_gives_the_post_a_holder(self, provincial, post, minh):
        held = appoint(post, minh, provincial, decision="12/QĐ-UBND")

        [holder] = held.holders
        assert (holder.official, holder.decision) == (minh, "12/QĐ-UBND")
        assert recorded("agencies.appoint-official") == [minh.account]

    def test_refuses_the_wrong_person(self, other_commune, post, minh):
        with pytest.raises(NotAllowed):
            appoint(post, minh, other_commune)

    def test_refuses_to_appoint_oneself(self, post, minh):
        with pytest.raises(OwnRights):
            appoint(post, minh, administrator("VN", account=minh.account))

    def test_refuses_a_post_that_does_not_exist_on_the_day(self, post, minh):
        with pytest.raises(PostClosed):
            appoint(post, minh, valid_from=ON - timedelta(days=1))

    def test_refuses_a_period_without_a_day(self, post, minh):
        with pytest.raises(UnusablePeriod):
            appoint(post, minh, valid_to=ON)

    def test_refuses_what_is_missing(self, post, minh):
        with pytest.raises(UnknownPost):
            agencies.appoint_official(official=minh.uuid, post=new_uuid(), valid_from=ON, by=SYSTEM)
        with pytest.raises(UnknownOfficial):
            agencies.appoint_official(official=new_uuid(), post=post.uuid, valid_from=ON, by=SYSTEM)

    def test_refuses_the_second_time(self, post, minh):
        appoint(post, minh)

        with pytest.raises(AlreadyAppointed):
            appoint(post, minh, valid_from=LATER)


class TestEndAssignment:
    def test_ends_it_and_keeps_it_in_the_history(self, provincial, post, minh):
        [holder] = appoint(post, minh).holders

        agencies.end_assignment(assignment=holder.uuid, valid_to=LATER, by=provincial)

        assert agencies.list_assignments(minh.account, LATER - timedelta(days=1))
        assert agencies.list_assignments(minh.account, LATER) == ()
        assert recorded("agencies.end-assignment") == [minh.account]

    def test_refuses_the_wrong_person(self, other_commune, post, minh):
        [holder] = appoint(post, minh).holders
        with pytest.raises(NotAllowed):
            agencies.end_assignment(assignment=holder.uuid, valid_to=LATER, by=other_commune)

    def test_refuses_to_end_ones_own(self, post, minh):
        [holder] = appoint(post, minh, valid_from=ON).holders
        with pytest.raises(OwnRights):
            agencies.end_assignment(
                assignment=holder.uuid, valid_to=LATER, by=administrator("VN", account=minh.account)
            )

    def test_refuses_what_is_missing_ended_or_senseless(self, post, minh):
        with pytest.raises(UnknownAssignment):
            agencies.end_assignment(assignment=new_uuid(), valid_to=LATER, by=SYSTEM)
        [holder] = appoint(post, minh).holders
        with pytest.raises(UnusablePeriod):
            agencies.end_assignment(assignment=holder.uuid, valid_to=ON - timedelta(days=1), by=SYSTEM)
        agencies.end_assignment(assignment=holder.uuid, valid_to=LATER, by=SYSTEM)
        with pytest.raises(AssignmentEnded):
            agencies.end_assignment(assignment=holder.uuid, valid_to=LATER, by=SYSTEM)


class TestRoles:
    def test_gives_the_holder_the_permissions_and_takes_them_away(self, provincial, post, minh):
        appoint(post, minh)

        agencies.grant_role(post=post.uuid, role="auditor", on=ON, by=provincial)
        before = agencies.list_assignments(minh.account, LATER - timedelta(days=1))
        agencies.revoke_role(post=post.uuid, role="auditor", on=LATER, by=provincial)
        after = agencies.list_assignments(minh.account, LATER)

        auditor = next(role for role in agencies.list_roles() if role.code == "auditor")
        assert "evidence.audit" in auditor.permissions
        assert set(before[0].permissions) == set(auditor.permissions)
        assert after[0].permissions == ()
        assert recorded("agencies.grant-role") == recorded("agencies.revoke-role") == [post.uuid]

    def test_refuses_the_wrong_person(self, other_commune, post):
        for act in (agencies.grant_role, agencies.revoke_role):
            with pytest.raises(NotAllowed):
                act(post=post.uuid, role="auditor", on=ON, by=other_commune)

    def test_refuses_to_widen_ones_own_rights(self, post, minh):
        appoint(post, minh)
        with pytest.raises(OwnRights):
            agencies.grant_role(post=post.uuid, role="auditor", on=ON, by=administrator("VN", account=minh.account))

    def test_refuses_what_is_missing_or_twice(self, post):
        with pytest.raises(UnknownRole):
            agencies.grant_role(post=post.uuid, role="emperor", on=ON, by=SYSTEM)
        with pytest.raises(UnknownRole):
            agencies.revoke_role(post=post.uuid, role="auditor", on=ON, by=SYSTEM)
        with pytest.raises(UnknownPost):
            agencies.grant_role(post=new_uuid(), role="auditor", on=ON, by=SYSTEM)
        agencies.grant_role(post=post.uuid, role="auditor", on=ON, by=SYSTEM)
        with pytest.raises(RoleAlreadyGranted):
            agencies.grant_role(post=post.uuid, role="auditor", on=LATER, by=SYSTEM)


class TestListAssignments:
    def test_covers_the_provinces_that_went_into_the_new_one(self, make_official):
        secretary = make_official("PT-1", "Đỗ Thanh Sơn")
        post = agencies.create_post(agency="UBND-25", title="Thư ký", on=ON, by=SYSTEM)
        appoint(post, secretary)

        [assignment] = agencies.list_assignments(secretary.account, ON)

        # Phú Thọ (25) was made of Hòa Bình (17), Vĩnh Phúc (26) and Phú Thọ (25).
        assert assignment.paths == ("VN/17", "VN/25", "VN/26")

    def test_covers_one_commune_for_a_commune(self, post, minh):
        appoint(post, minh)

        [assignment] = agencies.list_assignments(minh.account, ON)

        assert "VN/08/02536" in assignment.paths
        assert not any(path.startswith("VN/08/02545") or path == "VN/08" for path in assignment.paths)

    def test_gives_nothing_once_the_agency_is_gone(self, make_official):
        official = make_official("BC-1")
        post = agencies.create_post(agency="BKHDT", title="Chuyên viên", on=date(2024, 1, 1), by=SYSTEM)
        appoint(post, official, valid_from=date(2024, 1, 1))

        assert agencies.list_assignments(official.account, date(2025, 2, 28))
        assert agencies.list_assignments(official.account, date(2025, 3, 1)) == ()

    def test_asks_the_database_twice(self, post, minh, django_assert_num_queries):
        appoint(post, minh)
        agencies.list_assignments(minh.account, ON)

        with django_assert_num_queries(2):
            agencies.list_assignments(minh.account, ON)


def test_registers_an_official_once(make_official, minh):
    with pytest.raises(OfficialExists):
        make_official(number=minh.staff_number)
    with pytest.raises(OfficialExists):
        make_official(number="TQ-2", account=minh.account)
    with pytest.raises(NotAllowed):
        agencies.register_official(account=new_uuid(), name="A", staff_number="3", by=anonymous())
    assert agencies.get_official(" TQ-1 ") == minh
    assert agencies.find_official_of(minh.account) == minh
    assert agencies.find_official_of(new_uuid()) is None
    with pytest.raises(UnknownOfficial):
        agencies.get_official("nobody")


def test_names_only_permissions_that_the_code_knows():
    from project06.kernel.permissions import permissions

    for role in agencies.list_roles():
        assert role.description
        assert role.description_en
        assert set(role.permissions) <= set(permissions()), role.code


def test_is_about_today():
    assert today() >= ON
