"""Fill the demonstration world with a year of monthly figures; safe to run any number of times."""

from datetime import date, timedelta
from decimal import Decimal

from django.conf import settings

from project06.evidence import public as evidence
from project06.kernel.clock import today
from project06.kernel.periods import Period
from project06.kernel.permissions import Actor, check
from project06.places.data import COUNTRY_CODE
from project06.programme.enums import LOAD_INDICATORS, ObservationStatus
from project06.programme.errors import NotDemonstration
from project06.programme.models import Observation
from project06.programme.operations import demo_figures as demo
from project06.programme.operations.approve_period import approve_period
from project06.programme.operations.check_observations import check_observations
from project06.programme.operations.open_period import open_period
from project06.programme.operations.record_observations import record_observations
from project06.programme.operations.set_target import Aim, set_target

_MODES = frozenset({"demo", "test"})
_ACT = "Kế hoạch mô phỏng"
_DUE_DAYS = 12


@evidence.operation
def load_demo_figures(*, by: Actor) -> int:
    """Ask for, report, check and approve invented figures where there are none; return how many were reported.

    Raises NotAllowed, NotDemonstration outside the demonstration.
    """
    check(by, LOAD_INDICATORS)
    if str(settings.PROJECT06_MODE) not in _MODES:
        raise NotDemonstration
    if Observation.objects.filter(note=demo.NOTE).exists():
        return 0
    day = today()
    months = demo.list_months(day)
    _aim(day, by)
    for place, month in enumerate(months):
        _ask(month, with_communes=place >= demo.MONTHS - demo.COMMUNE_MONTHS, by=by)
    report = record_observations(rows=tuple(demo.list_rows(day)), remark=demo.NOTE, by=by)
    for month in months[: -demo.CHECKED_AFTER_MONTHS]:
        _check_month(month, by)
    for month in months[: -demo.APPROVED_AFTER_MONTHS]:
        codes = tuple(each.code for each in demo.INDICATORS)
        approve_period(period=month.code, unit_code=COUNTRY_CODE, indicators=codes, remark=demo.NOTE, by=by)
    evidence.record(
        by=by,
        action="programme.load-demo-figures",
        subject_kind="observations",
        subject=None,
        purpose="Fill the demonstration world",
        legal_ground="Demonstration with invented data",
        details={"rows": str(report.rows)},
    )
    return report.rows


def _aim(day: date, by: Actor) -> None:
    end = date(day.year, 12, 31)
    for indicator in demo.INDICATORS:
        aim = Aim(Decimal(indicator.target), end, _ACT, date(day.year, 1, 15))
        set_target(indicator=indicator.code, unit_code=COUNTRY_CODE, unit_on=day, aim=aim, by=by)


def _ask(month: Period, *, with_communes: bool, by: Actor) -> None:
    on, due_on = month.last_on, month.end + timedelta(days=_DUE_DAYS)
    asked = [(demo.list_units(on), tuple(each.code for each in demo.INDICATORS))]
    if with_communes:
        asked.append((demo.list_communes(on), tuple(each.code for each in demo.INDICATORS if each.for_communes)))
    for units, codes in asked:
        open_period(indicators=codes, units=units, units_on=on, period=month.code, due_on=due_on, by=by)


def _check_month(month: Period, by: Actor) -> None:
    reported = Observation.objects.filter(
        period=month.code, note=demo.NOTE, status=ObservationStatus.REPORTED
    ).values_list("uuid", flat=True)
    check_observations(observations=list(reported), remark=demo.NOTE, by=by)
