"""Acting on figures: reporting, checking, approving, correcting; each act is a thing of its own.

The acts join the router of `rest/indicators.py`: an address belongs to one router, whatever its methods.
"""

from uuid import UUID

from django.http import HttpRequest

from project06.kernel.access import actor_of, requires
from project06.programme.data.indicators import (
    ApprovalReport,
    CorrectionData,
    DeliveryReport,
    ObservationData,
    OpeningReport,
    TargetData,
)
from project06.programme.enums import (
    APPROVE_INDICATORS,
    CHECK_INDICATORS,
    CORRECT_INDICATORS,
    REPORT_INDICATORS,
    SET_TARGETS,
)
from project06.programme.operations import approve_period as approving
from project06.programme.operations import check_observations as checking
from project06.programme.operations import open_period as opening
from project06.programme.operations.correct_observation import correct_observation
from project06.programme.operations.record_observation import record_observation
from project06.programme.operations.record_observations import record_observations
from project06.programme.operations.set_target import set_target
from project06.programme.rest.indicator_answers import CorrectionAnswer, ObservationAnswer, TargetAnswer
from project06.programme.rest.indicator_bodies import (
    ApprovalAnswer,
    ApprovalBody,
    CheckAnswer,
    CheckBody,
    CorrectionBody,
    DeliveryAnswer,
    DeliveryBody,
    FigureBody,
    OpeningAnswer,
    OpeningBody,
    TargetBody,
)
from project06.programme.rest.indicators import router

__all__ = ["router"]


@router.post("/observations", response={201: ObservationAnswer})
@requires(REPORT_INDICATORS)
def report_figure(request: HttpRequest, body: FigureBody) -> ObservationData:
    """Report one figure."""
    return record_observation(row=body.row(), by=actor_of(request))


@router.post("/deliveries", response={201: DeliveryAnswer})
@requires(REPORT_INDICATORS)
def deliver_figures(request: HttpRequest, body: DeliveryBody) -> DeliveryReport:
    """Report many figures, all or none; wrong rows are named as "rows.<number>"."""
    rows = [each.row() for each in body.rows]
    return record_observations(rows=rows, remark=body.remark, by=actor_of(request))


@router.post("/observation-checks", response={201: CheckAnswer})
@requires(CHECK_INDICATORS)
def check_figures(request: HttpRequest, body: CheckBody) -> CheckAnswer:
    """Confirm that figures were looked at and are right."""
    checked = checking.check_observations(observations=body.observations, remark=body.remark, by=actor_of(request))
    return CheckAnswer(checked=checked)


@router.post("/opened-periods", response={201: OpeningAnswer})
@requires(CHECK_INDICATORS)
def open_figures(request: HttpRequest, body: OpeningBody) -> OpeningReport:
    """Ask units for the figures of a period."""
    return opening.open_period(
        indicators=body.indicators,
        units=body.units,
        units_on=body.units_on,
        period=body.period,
        due_on=body.due_on,
        by=actor_of(request),
    )


@router.post("/period-approvals", response={201: ApprovalAnswer})
@requires(APPROVE_INDICATORS)
def approve_figures(request: HttpRequest, body: ApprovalBody) -> ApprovalReport:
    """Approve and lock a period for a unit and everything below it."""
    return approving.approve_period(
        period=body.period,
        unit_code=body.unit_code,
        indicators=body.indicators,
        remark=body.remark,
        by=actor_of(request),
    )


@router.post("/observations/{uuid}/corrections", response={201: CorrectionAnswer})
@requires(CORRECT_INDICATORS)
def correct_figure(request: HttpRequest, uuid: UUID, body: CorrectionBody) -> CorrectionData:
    """Put a figure right; both readings stay."""
    return correct_observation(observation=uuid, correct=body.correct(), by=actor_of(request))


@router.post("/targets", response={201: TargetAnswer})
@requires(SET_TARGETS)
def aim_at(request: HttpRequest, body: TargetBody) -> TargetData:
    """Set what a unit is to reach."""
    return set_target(
        indicator=body.indicator,
        unit_code=body.unit_code,
        unit_on=body.unit_on,
        aim=body.aim(),
        by=actor_of(request),
    )
