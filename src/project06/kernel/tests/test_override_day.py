"""An act swaps a working day: every deadline counts by it."""

from collections.abc import Iterator
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from project06.kernel.models import WorkingDayOverride
from project06.kernel.office_calendar import override_day, refresh_office_time
from project06.kernel.working_time import WorkingCalendar, hold_office_time, office_time

pytestmark = pytest.mark.django_db
# An ordinary Monday.
DAY = date(2026, 10, 19)
ACT = "Công văn 1/VPCP-KGVX, 01/11/2026"


@pytest.fixture(autouse=True)
def _published_calendar_again() -> Iterator[None]:
    yield
    hold_office_time(WorkingCalendar())


def test_makes_a_day_free_for_every_deadline() -> None:
    override_day(on=DAY, is_working=False, reason="Tang lễ quốc gia", legal_act=ACT)

    assert not office_time().is_working_day(DAY)
    assert office_time().add_working_days(date(2026, 10, 16), 1) == date(2026, 10, 20)


def test_counts_the_newest_row() -> None:
    override_day(on=DAY, is_working=False, reason="nghỉ", legal_act=ACT)
    override_day(on=DAY, is_working=True, reason="làm bù", legal_act=ACT)

    assert office_time().is_working_day(DAY)
    assert WorkingDayOverride.objects.filter(on=DAY).count() == 2


def test_is_heard_by_another_process_within_a_minute() -> None:
    override_day(on=DAY, is_working=False, reason="nghỉ", legal_act=ACT)
    hold_office_time(WorkingCalendar())

    refresh_office_time(at_once=True)

    assert not office_time().is_working_day(DAY)


@pytest.mark.parametrize(("reason", "act"), [("", ACT), ("nghỉ", "  ")])
def test_refuses_a_day_without_ground(reason: str, act: str) -> None:
    with pytest.raises(ValueError, match="needs its reason"):
        override_day(on=DAY, is_working=False, reason=reason, legal_act=act)


def test_the_command_is_dry_unless_told_to_write() -> None:
    said = StringIO()

    call_command("kernel_override_day", DAY, "free", reason="nghỉ", act=ACT, stdout=said)

    assert "working before, free with --write" in said.getvalue()
    assert office_time().is_working_day(DAY)


def test_the_command_writes_and_explains_a_refusal() -> None:
    call_command("kernel_override_day", DAY, "free", reason="nghỉ", act=ACT, write=True, stdout=StringIO())

    assert not office_time().is_working_day(DAY)
    with pytest.raises(CommandError, match="needs its reason"):
        call_command("kernel_override_day", DAY, "free", reason=" ", act=ACT, write=True, stdout=StringIO())
