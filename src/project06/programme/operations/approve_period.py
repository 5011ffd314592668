"""Approve the figures of a period and lock them."""

import hashlib
from collections.abc import Sequence

from django.db.models import Q, QuerySet

from project06.evidence import public as evidence
from project06.kernel.clock import now
from project06.kernel.events import publish
from project06.kernel.periods import Period
from project06.kernel.permissions import Actor, check
from project06.programme.data.indicators import ApprovalReport
from project06.programme.enums import APPROVE_INDICATORS, HandlingStep, ObservationStatus
from project06.programme.errors import NotChecked, PeriodAlreadyApproved, UnknownIndicator
from project06.programme.events import PeriodApproved
from project06.programme.models import IndicatorVersion, Observation, PeriodLock
from project06.programme.operations.handling import open_handling
from project06.programme.operations.observation_rows import is_locked, parse_period, read_locks
from project06.programme.queries.indicator_units import figure_unit
from project06.programme.queries.indicator_versions import newest_versions


@evidence.operation(subject_kind="observations")
def approve_period(
    *, period: str, unit_code: str, indicators: Sequence[str], remark: str = "", by: Actor
) -> ApprovalReport:
    """Approve the checked figures of a unit and all units below it, and lock the period for them.

    `unit_code` is meant on the last day of the period. What is missing stays missing, is counted, and can no
    longer be delivered. Raises NotAllowed, MisfitPeriod, UnknownUnit, UnknownIndicator, NotChecked,
    PeriodAlreadyApproved.
    """
    asked = parse_period(period)
    unit = figure_unit(unit_code, asked.last_on).unit
    check(by, APPROVE_INDICATORS, path=unit.path)
    versions = _versions(indicators, asked, unit.path)
    rows = _lock_rows(versions, asked, unit.path)
    handling = open_handling(HandlingStep.APPROVED, by=by, remark=remark)
    rows.filter(status=ObservationStatus.CHECKED).update(status=ObservationStatus.APPROVED, approved_in=handling)
    missing = rows.filter(status=ObservationStatus.MISSING).count()
    locks = [
        PeriodLock(
            version=version,
            period=asked.code,
            unit_path=unit.path,
            approved_in=handling,
            approved_at=handling.handled_at,
            **_sums(rows.filter(version=version)),
        )
        for version in versions
    ]
    PeriodLock.objects.bulk_create(locks)
    approved = sum(lock.rows for lock in locks)
    digest = hashlib.sha256("".join(lock.digest for lock in locks).encode()).hexdigest()
    evidence.record(
        by=by,
        action="programme.approve-period",
        subject_kind="observations",
        subject=handling.uuid,
        fields=("status",),
        purpose="Approve the figures of a period",
        legal_ground="Decision 06/QD-TTg of 2022-01-06",
        details={"period": asked.code, "unit": unit.path, "rows": str(approved), "missing": str(missing)},
    )
    publish(PeriodApproved(handling.uuid, asked.code, unit.path, approved, missing, now()))
    return ApprovalReport(handling.uuid, asked.code, unit.path, approved, missing, digest)


def _versions(indicators: Sequence[str], period: Period, path: str) -> list[IndicatorVersion]:
    found = newest_versions(indicators)
    for code in indicators:
        if code not in found:
            raise UnknownIndicator(indicator=code)
    versions = [found[code] for code in dict.fromkeys(indicators)]
    locks = read_locks({version.pk for version in versions}, {period.code})
    if any(is_locked(paths, path) for paths in locks.values()):
        raise PeriodAlreadyApproved(period=period.code)
    return versions


def _lock_rows(versions: Sequence[IndicatorVersion], period: Period, path: str) -> QuerySet[Observation]:
    below = Q(unit_path__gte=path, unit_path__lt=f"{path}0")
    rows = Observation.objects.filter(below, version__in=versions, period=period.code)
    list(rows.select_for_update().values_list("pk", flat=True))
    unchecked = rows.filter(status=ObservationStatus.REPORTED).count()
    if unchecked:
        raise NotChecked(count=unchecked)
    return rows


def _sums(rows: QuerySet[Observation]) -> dict[str, int | str]:
    """How many are approved and missing, and a name for exactly these figures."""
    digest = hashlib.sha256()
    counts = {ObservationStatus.APPROVED.value: 0, ObservationStatus.MISSING.value: 0}
    values = rows.order_by("unit_path", "unit_since", "coverage")
    for path, since, status, *numbers in values.values_list(
        "unit_path", "unit_since", "status", "value", "numerator", "denominator"
    ):
        counts[status] += 1
        digest.update(f"{path} {since} {status} {numbers}\n".encode())
    missing = counts[ObservationStatus.MISSING.value]
    return {"rows": counts[ObservationStatus.APPROVED.value], "missing": missing, "digest": digest.hexdigest()}
