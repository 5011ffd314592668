"""Put a figure right; the earlier reading stays beside the corrected one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from uuid import UUID

from django.db import connection

from project06.evidence import public as evidence
from project06.kernel.clock import now, today
from project06.kernel.events import publish
from project06.kernel.permissions import Actor, can, check
from project06.programme.data.indicators import CorrectionData, Reading
from project06.programme.enums import CORRECT_INDICATORS, HandlingStep, ObservationStatus
from project06.programme.errors import NothingToCorrect, NotReported, ReasonMissing, UnknownObservation, UnknownSource
from project06.programme.events import ObservationCorrected
from project06.programme.models import Correction, Observation, SourceDocument
from project06.programme.operations import observation_statements as sql
from project06.programme.operations.handling import open_handling
from project06.programme.operations.observation_rows import fit_reading
from project06.programme.operations.observation_writing import refresh_stored
from project06.programme.queries.corrections import correction_data
from project06.programme.queries.observations import reading_of


@dataclass(frozen=True, slots=True)
class CorrectReading:
    """What is right: a value, or two counts and the value follows; `source` is the document that says so."""

    reasons: Mapping[str, str]
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    source: str | None = None


@evidence.operation(subject_kind="observation", subject="observation")
def correct_observation(*, observation: UUID, correct: CorrectReading, by: Actor) -> CorrectionData:
    """Replace the value of a figure, also of an approved one, and keep both readings with the reason.

    Raises NotAllowed, UnknownObservation, NotReported, ReasonMissing, UnknownSource, NothingToCorrect,
    ValueOutOfRange, RatioDiffers, ValueMissing, UnwritableNumber.
    """
    row = _lock(observation, by)
    if not any(reason.strip() for reason in correct.reasons.values()):
        raise ReasonMissing
    document = _document(correct.source)
    before, after = reading_of(row), _fitted(row, correct)
    if (before.value, before.numerator, before.denominator) == (after.value, after.numerator, after.denominator):
        raise NothingToCorrect
    handling = open_handling(HandlingStep.CORRECTED, by=by)
    _rewrite(row, after)
    correction = Correction.objects.create(
        observation=row,
        field="value",
        reading_before=_written(before),
        reading_after=_written(after),
        reasons=dict(correct.reasons),
        source_before=row.source,
        source_after=document,
        corrected_at=now(),
        corrected_in=handling,
    )
    refresh_stored([row])
    evidence.record(
        by=by,
        action="programme.correct-observation",
        subject_kind="observation",
        subject=row.uuid,
        fields=("value", "numerator", "denominator"),
        purpose="Put a figure right and keep both readings",
        legal_ground="Decision 06/QD-TTg of 2022-01-06",
        details={"indicator": row.version.indicator.code, "period": row.period},
    )
    publish(ObservationCorrected(row.uuid, correction.uuid, "value", correction.corrected_at))
    return correction_data(correction)


def _lock(observation: UUID, by: Actor) -> Observation:
    check(by, CORRECT_INDICATORS)
    rows = Observation.objects.select_for_update(of=("self",)).select_related("version__indicator", "source")
    row = rows.filter(uuid=observation).first()
    if row is None or not can(by, CORRECT_INDICATORS, path=row.unit_path):
        raise UnknownObservation
    if row.status == ObservationStatus.MISSING:
        raise NotReported
    return row


def _document(key: str | None) -> SourceDocument | None:
    document = SourceDocument.objects.filter(key=key).first() if key else None
    if key and document is None:
        raise UnknownSource(source=key)
    return document


def _fitted(row: Observation, correct: CorrectReading) -> Reading:
    """The corrected reading; what it says of an earlier value stays as it was reported."""
    wanted = replace(reading_of(row), value=correct.value, numerator=correct.numerator, denominator=correct.denominator)
    return fit_reading(wanted, row.version, as_of_on=row.as_of_on or today())


def _rewrite(row: Observation, after: Reading) -> None:
    """Write the corrected numbers; the database lets them through for this one row only."""
    with connection.cursor() as cursor:
        cursor.execute(sql.LET_CORRECT, {"row": str(row.pk)})
        numbers = {"value": after.value, "numerator": after.numerator, "denominator": after.denominator}
        Observation.objects.filter(pk=row.pk).update(**numbers)
        cursor.execute(sql.LET_CORRECT, {"row": ""})


def _written(reading: Reading) -> str:
    """A reading as one text, "30 / 60" for a ratio that is told by its counts."""
    if reading.denominator is not None:
        return f"{reading.numerator} / {reading.denominator}"
    return str(reading.value)
