"""Ask units for their figures of a period: from this moment each is missing until it is reported."""

from collections.abc import Sequence
from datetime import date

from project06.evidence import public as evidence
from project06.kernel.clock import now
from project06.kernel.events import publish
from project06.kernel.permissions import Actor, check
from project06.programme.data.indicators import OpeningReport
from project06.programme.enums import CHECK_INDICATORS, HandlingStep, Origin
from project06.programme.errors import ComputedIndicator, PeriodLocked, UnknownIndicator
from project06.programme.events import PeriodOpened
from project06.programme.models import IndicatorVersion
from project06.programme.operations.handling import open_handling
from project06.programme.operations.observation_rows import check_stood, is_locked, parse_period, read_locks
from project06.programme.operations.observation_writing import write_missing
from project06.programme.queries.indicator_units import figure_unit
from project06.programme.queries.indicator_versions import newest_versions


@evidence.operation(subject_kind="observations")
def open_period(
    *, indicators: Sequence[str], units: Sequence[str], units_on: date, period: str, due_on: date, by: Actor
) -> OpeningReport:
    """Write a missing row for each indicator and unit, to be reported by `due_on`; safe to run twice.

    `units` are codes of the day `units_on`. Raises NotAllowed, MisfitPeriod, UnknownIndicator, UnknownUnit,
    UnitNotInPeriod, ComputedIndicator, PeriodLocked.
    """
    asked = parse_period(period)
    versions = _versions(indicators)
    locks = read_locks({version.pk for version in versions}, {asked.code})
    found = [figure_unit(code, units_on) for code in units]
    for unit in found:
        check(by, CHECK_INDICATORS, path=unit.unit.path)
        check_stood(unit, asked)
        if any(is_locked(paths, unit.unit.path) for paths in locks.values()):
            raise PeriodLocked(period=asked.code)
    handling = open_handling(HandlingStep.OPENED, by=by)
    wanted = [(version.pk, unit, asked) for version in versions for unit in found]
    opened = write_missing(wanted, handling=handling, due_on=due_on)
    evidence.record(
        by=by,
        action="programme.open-period",
        subject_kind="observations",
        subject=handling.uuid,
        purpose="Ask units for the figures of a period",
        legal_ground="Decision 06/QD-TTg of 2022-01-06",
        details={"period": asked.code, "rows": str(opened), "due": due_on.isoformat()},
    )
    publish(PeriodOpened(handling.uuid, asked.code, due_on, opened, now()))
    return OpeningReport(handling.uuid, asked.code, opened=opened, known=len(wanted) - opened)


def _versions(codes: Sequence[str]) -> list[IndicatorVersion]:
    found = newest_versions(codes)
    for code in codes:
        if code not in found:
            raise UnknownIndicator(indicator=code)
        if found[code].origin == Origin.COMPUTED:
            raise ComputedIndicator(indicator=code)
    return list(found.values())
