"""Confirm that reported figures were looked at and are right."""

from collections.abc import Sequence
from uuid import UUID

from project06.evidence import public as evidence
from project06.kernel.clock import now
from project06.kernel.events import publish
from project06.kernel.permissions import Actor, can, check
from project06.programme.enums import CHECK_INDICATORS, HandlingStep, ObservationStatus
from project06.programme.errors import NotReported, OwnFigure, PeriodLocked, UnknownObservation
from project06.programme.events import ObservationsChecked
from project06.programme.models import Observation
from project06.programme.operations.handling import open_handling


@evidence.operation(subject_kind="observations")
def check_observations(*, observations: Sequence[UUID], remark: str = "", by: Actor) -> int:
    """Mark reported figures as checked, all or none; return how many were not checked before.

    Raises NotAllowed, UnknownObservation, NotReported, PeriodLocked, and OwnFigure when `by` reported one of
    them: two pairs of eyes see a figure before it counts.
    """
    check(by, CHECK_INDICATORS)
    wanted = set(observations)
    rows = list(
        Observation.objects.select_for_update(of=("self",)).select_related("recorded_in").filter(uuid__in=wanted)
    )
    if len(rows) != len(wanted) or not all(can(by, CHECK_INDICATORS, path=row.unit_path) for row in rows):
        raise UnknownObservation
    for row in rows:
        _check_row(row, by)
    handling = open_handling(HandlingStep.CHECKED, by=by, remark=remark)
    fresh = [row.pk for row in rows if row.status == ObservationStatus.REPORTED]
    Observation.objects.filter(pk__in=fresh).update(status=ObservationStatus.CHECKED, checked_in=handling)
    evidence.record(
        by=by,
        action="programme.check-observations",
        subject_kind="observations",
        subject=handling.uuid,
        fields=("status",),
        purpose="See that reported figures are right",
        legal_ground="Decision 06/QD-TTg of 2022-01-06",
        details={"checked": str(len(fresh))},
    )
    publish(ObservationsChecked(handling.uuid, len(fresh), now()))
    return len(fresh)


def _check_row(row: Observation, by: Actor) -> None:
    if row.status == ObservationStatus.MISSING:
        raise NotReported
    if row.status == ObservationStatus.APPROVED:
        raise PeriodLocked(period=row.period)
    if by.account is not None and row.recorded_in is not None and row.recorded_in.account == by.account:
        raise OwnFigure
