"""Administrators with different reach, and somebody to appoint."""

from datetime import date
from uuid import UUID

import pytest

from project06.agencies import public as agencies
from project06.evidence import public as evidence
from project06.evidence.data import RecordFilter
from project06.kernel.ids import new_uuid
from project06.kernel.permissions import Actor, ActorKind, Grant

ON = date(2026, 11, 20)
SYSTEM = Actor.system("tests")


def administrator(*paths: str, account=None) -> Actor:
    return Actor(
        account=account or new_uuid(),
        name="Vũ Thị Quản",
        kind=ActorKind.OFFICER,
        grants=(Grant(agencies.ADMINISTER, paths),),
        second_factor=True,
    )


@pytest.fixture
def provincial() -> Actor:
    """Administers the whole of Tuyên Quang."""
    return administrator("VN/08")


@pytest.fixture
def other_commune() -> Actor:
    """Administers Tân Trào only: must not touch Sơn Dương."""
    return administrator("VN/08/02545")


@pytest.fixture
def make_official(db):
    def make(number="TQ-1", name="Trần Văn Minh", account=None):
        return agencies.register_official(account=account or new_uuid(), name=name, staff_number=number, by=SYSTEM)

    return make


@pytest.fixture
def minh(make_official):
    return make_official()


@pytest.fixture
def post(db):
    return agencies.create_post(agency="TTHCC-02536", title="Công chức một cửa", on=ON, by=SYSTEM)


def recorded(action: str) -> list[UUID | None]:
    """Return whom or what the evidence of an action is about, newest first, as an auditor reads it."""
    page = evidence.inspect_records(wanted=RecordFilter(action=action), by=SYSTEM)
    return [each.subject for each in page.records]
