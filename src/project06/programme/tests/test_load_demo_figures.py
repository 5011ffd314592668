"""It fills a year of figures for provinces and communes, once, and only in the demonstration."""

import pytest

from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed
from project06.programme.enums import ObservationStatus
from project06.programme.errors import NotDemonstration
from project06.programme.models import Observation
from project06.programme.operations import demo_figures as demo
from project06.programme.operations.load_demo_figures import load_demo_figures
from project06.programme.queries.list_indicators import list_indicators
from project06.programme.tests.cast import MACHINE, NOON, SON, TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    with frozen(NOON):
        yield


def test_gives_every_province_and_every_commune_of_tuyen_quang_figures() -> None:
    reported = load_demo_figures(by=MACHINE)

    province = list_indicators(unit_code="08", on=TODAY, seen_by=MACHINE).lines
    commune = list_indicators(unit_code="02536", on=TODAY, seen_by=MACHINE).lines
    assert reported > 4_000
    assert len(province) == len(demo.INDICATORS)
    assert len(commune) == sum(each.for_communes for each in demo.INDICATORS)
    assert all(len(line.trend) == demo.MONTHS for line in province)


def test_leaves_missing_rows_and_locks_old_months() -> None:
    load_demo_figures(by=MACHINE)

    asked = Observation.objects.filter(period__in=[month.code for month in demo.list_months(TODAY)])
    statuses = set(asked.values_list("status", flat=True))
    assert statuses == {each.value for each in ObservationStatus}


def test_does_it_once() -> None:
    load_demo_figures(by=MACHINE)

    assert load_demo_figures(by=MACHINE) == 0


def test_refuses_officers_and_real_installations(settings) -> None:
    with pytest.raises(NotAllowed):
        load_demo_figures(by=SON)
    settings.PROJECT06_MODE = "production"
    with pytest.raises(NotDemonstration):
        load_demo_figures(by=MACHINE)
