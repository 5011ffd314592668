"""Record the figures of a delivery: all of them, or none."""

from collections.abc import Sequence

from project06.evidence import public as evidence
from project06.kernel.clock import now, today
from project06.kernel.errors import FieldError, Refusal
from project06.kernel.events import publish
from project06.kernel.permissions import Actor, check
from project06.programme.data.indicators import DeliveryReport, FigureRow
from project06.programme.enums import REPORT_INDICATORS, HandlingStep
from project06.programme.errors import DuplicateRow, FaultyFigures, TooManyRows
from project06.programme.events import ObservationsRecorded
from project06.programme.operations.handling import open_handling
from project06.programme.operations.observation_rows import Ground, Prepared, prepare_row, read_ground
from project06.programme.operations.observation_writing import write_readings

MOST_ROWS = 50_000
MOST_ERRORS = 200
"""As many wrong rows are named; the others are counted."""


@evidence.operation(subject_kind="observations")
def record_observations(*, rows: Sequence[FigureRow], remark: str = "", by: Actor) -> DeliveryReport:
    """Store the figures of a delivery; what was checked before has to be checked again when it changed.

    Raises NotAllowed, TooManyRows, and FaultyFigures whose `field_errors` name "rows.<number>" from 1: then
    nothing is stored. Law: Decision 766/QD-TTg of 2022-06-23 (figures come with their two counts).
    """
    check(by, REPORT_INDICATORS)
    if len(rows) > MOST_ROWS:
        raise TooManyRows(limit=MOST_ROWS)
    prepared = _prepare(rows, read_ground(rows, today=today(), by=by))
    handling = open_handling(HandlingStep.RECORDED, by=by, remark=remark)
    written = write_readings(prepared, handling=handling)
    periods = tuple(sorted({row.period.code for row in prepared}))
    evidence.record(
        by=by,
        action="programme.record-observations",
        subject_kind="observations",
        subject=handling.uuid,
        fields=("value", "numerator", "denominator"),
        purpose="Report the figures of indicators",
        legal_ground="Decision 06/QD-TTg of 2022-01-06; Decision 766/QD-TTg of 2022-06-23",
        details={"rows": str(len(prepared)), "changed": str(written)},
    )
    publish(ObservationsRecorded(handling.uuid, periods, written, now()))
    return DeliveryReport(handling=handling.uuid, rows=len(prepared), changed=written, periods=periods)


def _prepare(rows: Sequence[FigureRow], ground: Ground) -> list[Prepared]:
    prepared: list[Prepared] = []
    seen: dict[tuple[object, ...], int] = {}
    errors: list[FieldError] = []
    faulty = 0
    for number, row in enumerate(rows, start=1):
        try:
            ready = prepare_row(row, ground)
            earlier = seen.setdefault(ready.key, number)
            if earlier != number:
                raise DuplicateRow(row=earlier)
            prepared.append(ready)
        except Refusal as refusal:
            faulty += 1
            if faulty <= MOST_ERRORS:
                errors.append(FieldError(f"rows.{number}", refusal.code, refusal.say()))
    if faulty:
        raise FaultyFigures(errors=errors, count=faulty)
    return prepared
