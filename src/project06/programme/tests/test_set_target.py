"""Setting what a unit is to reach."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed
from project06.places.errors import UnknownUnit
from project06.programme.errors import UnknownIndicator, ValueOutOfRange
from project06.programme.models import Target
from project06.programme.operations.record_observation import record_observation
from project06.programme.operations.set_target import Aim, set_target
from project06.programme.queries.list_indicators import list_indicators
from project06.programme.tests.indicator_world import CHI, HOA, MINH, NOW, RATE, SYSTEM, TODAY, TUAN, rate

pytestmark = pytest.mark.django_db
AIM = Aim(Decimal(90), date(2026, 12, 31), "45/KH-UBND", date(2026, 1, 15))


@pytest.fixture(autouse=True)
def _clock():
    with frozen(NOW):
        yield


def aim_at(aim=AIM, *, indicator=RATE, unit="11", by=CHI):
    return set_target(indicator=indicator, unit_code=unit, unit_on=TODAY, aim=aim, by=by)


def line_of(unit="11", indicator=RATE):
    lines = list_indicators(unit_code=unit, on=TODAY, seen_by=TUAN).lines
    return next(line for line in lines if line.version.indicator == indicator)


def test_tells_whether_a_unit_is_on_target() -> None:
    record_observation(row=rate(89), by=MINH)
    target = aim_at()

    assert line_of().target == target
    assert line_of().is_on_target is False

    record_observation(row=rate(90), by=MINH)
    assert line_of().is_on_target is True


def test_keeps_a_replaced_target() -> None:
    aim_at()

    aim_at(replace(AIM, value=Decimal(95)))

    kept = Target.objects.filter(unit_code="11", version__indicator__code=RATE)
    assert [(each.value, each.replaced_at is None) for each in kept.order_by("id")] == [(90, False), (95, True)]


def test_prefers_the_own_target_to_that_of_the_country() -> None:
    record_observation(row=rate(85), by=MINH)
    aim_at(replace(AIM, value=Decimal(80)), unit="VN", by=SYSTEM)
    assert line_of().target.unit_path == "VN"

    aim_at()

    assert line_of().target.unit_path == "VN/11"


def test_prefers_the_next_day_to_a_past_one() -> None:
    record_observation(row=rate(85), by=MINH)
    aim_at(replace(AIM, value=Decimal(70), by_on=date(2025, 12, 31)))
    aim_at(replace(AIM, value=Decimal(95), by_on=date(2030, 12, 31)))
    aim_at()

    assert line_of().target.value == 90


@pytest.mark.parametrize(
    ("other", "refusal"),
    [
        ({"indicator": "no-such"}, UnknownIndicator),
        ({"unit": "99"}, UnknownUnit),
        ({"aim": replace(AIM, value=Decimal(101))}, ValueOutOfRange),
    ],
)
def test_refuses_bad_input(other, refusal) -> None:
    with pytest.raises(refusal):
        aim_at(**other)


@pytest.mark.parametrize("by", [MINH, HOA, TUAN])
def test_is_refused_to_everybody_else(by) -> None:
    with pytest.raises(NotAllowed):
        aim_at(by=by)
