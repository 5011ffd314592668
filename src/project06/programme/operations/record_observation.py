"""Record one figure."""

from project06.evidence import public as evidence
from project06.kernel.clock import now, today
from project06.kernel.events import publish
from project06.kernel.permissions import Actor
from project06.programme.data.indicators import FigureRow, ObservationData
from project06.programme.enums import HandlingStep
from project06.programme.events import ObservationsRecorded
from project06.programme.models import Observation
from project06.programme.operations.handling import open_handling
from project06.programme.operations.observation_rows import prepare_row, read_ground
from project06.programme.operations.observation_writing import write_readings
from project06.programme.queries.observations import observation_data


@evidence.operation(subject_kind="observation")
def record_observation(*, row: FigureRow, remark: str = "", by: Actor) -> ObservationData:
    """Store the figure of a unit in a period in place of the missing or the earlier reported one.

    Raises NotAllowed, UnknownIndicator, UnknownUnit, UnknownSource, ComputedIndicator, MisfitPeriod,
    PeriodNotBegun, UnitNotInPeriod, ValueMissing, ValueOutOfRange, RatioDiffers, DeltaWithoutKind,
    UnwritableNumber, PeriodLocked. Law: Decision 766/QD-TTg of 2022-06-23.
    """
    prepared = prepare_row(row, read_ground([row], today=today(), by=by))
    handling = open_handling(HandlingStep.RECORDED, by=by, remark=remark)
    written = write_readings([prepared], handling=handling)
    stored = Observation.objects.select_related("version__indicator", "source").get(
        version=prepared.version,
        period=prepared.period.code,
        unit_code=prepared.unit.key.code,
        unit_since=prepared.unit.key.since,
        coverage=prepared.reading.coverage,
    )
    evidence.record(
        by=by,
        action="programme.record-observation",
        subject_kind="observation",
        subject=stored.uuid,
        fields=("value", "numerator", "denominator"),
        purpose="Report the figure of an indicator",
        legal_ground="Decision 06/QD-TTg of 2022-01-06; Decision 766/QD-TTg of 2022-06-23",
        details={"indicator": row.indicator, "period": row.period, "unit": prepared.unit.unit.path},
    )
    publish(ObservationsRecorded(handling.uuid, (row.period,), written, now()))
    return observation_data(stored)
