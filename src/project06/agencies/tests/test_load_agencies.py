"""It loads the organisations of the State."""

from datetime import date

import pytest

from project06.agencies import public as agencies
from project06.agencies.enums import AgencyKind
from project06.kernel.errors import NotAllowed
from project06.kernel.permissions import Actor, anonymous

pytestmark = pytest.mark.django_db

SYSTEM = Actor.system("test")


def test_changes_nothing_when_it_runs_again():
    report = agencies.load_agencies(write=True, by=SYSTEM)

    assert (report.agencies_added, report.agencies_changed) == (0, 0)
    assert (report.versions_written, report.successions_written, report.roles_written) == (0, 0, 0)
    assert report.not_in_reference == 0


def test_refuses_somebody_without_the_right():
    with pytest.raises(NotAllowed):
        agencies.load_agencies(write=True, by=anonymous())


@pytest.mark.parametrize(
    ("on", "ministries", "ministerial"),
    [(date(2024, 7, 10), 18, 4), (date(2025, 2, 28), 18, 4), (date(2025, 3, 1), 14, 3), (date(2026, 10, 1), 14, 3)],
)
def test_knows_how_many_ministries_there_were(on, ministries, ministerial):
    counts = agencies.count_by_kind(on)

    assert counts[AgencyKind.MINISTRY] == ministries
    assert counts[AgencyKind.MINISTERIAL_AGENCY] == ministerial


def test_knows_the_local_organisations_of_2024_and_2025():
    before, after = agencies.count_by_kind(date(2024, 7, 10)), agencies.count_by_kind(date(2025, 8, 7))

    assert before[AgencyKind.PEOPLES_COMMITTEE] == 63
    assert after[AgencyKind.PEOPLES_COMMITTEE] == 34 + 3321
    # 34 provincial ones, 3,319 of communes, and the department that runs the population data base.
    assert after[AgencyKind.POLICE] == 34 + 3319 + 1
    # 34 of provinces and 3,139 of communes: Hà Nội and Quảng Ninh chose one level.
    assert after[AgencyKind.SERVICE_CENTRE] == 34 + 3139
