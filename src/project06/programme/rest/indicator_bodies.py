"""What the acts on indicators take and answer."""

from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from project06.programme.data.indicators import FigureRow, Reading
from project06.programme.enums import (
    Qualifier,
)
from project06.programme.operations.correct_observation import CorrectReading
from project06.programme.operations.record_observations import MOST_ROWS
from project06.programme.operations.set_target import Aim

type IndicatorCode = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,60}$")]
type UnitCode = Annotated[str, StringConstraints(pattern=r"^(VN|[0-9]{2}|[0-9]{3}|[0-9]{5})$")]
type PeriodCode = Annotated[str, StringConstraints(min_length=4, max_length=60)]
type Amount = Annotated[Decimal, Field(max_digits=30, decimal_places=6)]


class FigureBody(Schema):
    """One figure: a value, or numerator and denominator."""

    indicator: IndicatorCode
    unit_code: UnitCode
    unit_on: date
    period: PeriodCode
    value: Amount | None = None
    numerator: Amount | None = None
    denominator: Amount | None = None
    qualifier: Qualifier = Qualifier.EXACT
    source: Annotated[str, Field(max_length=40)] | None = None
    as_of_on: date | None = None
    note: Annotated[str, Field(max_length=500)] = ""

    def row(self) -> FigureRow:
        """Return the row of a delivery."""
        reading = Reading(
            value=self.value,
            numerator=self.numerator,
            denominator=self.denominator,
            qualifier=self.qualifier,
            source=self.source,
            as_of_on=self.as_of_on,
            note=self.note,
        )
        return FigureRow(self.indicator, self.unit_code, self.unit_on, self.period, reading)


class DeliveryBody(Schema):
    """Many figures, stored together or not at all."""

    rows: Annotated[list[FigureBody], Field(max_length=MOST_ROWS)]
    remark: Annotated[str, Field(max_length=500)] = ""


class DeliveryAnswer(Schema):
    """What a delivery changed."""

    handling: UUID
    rows: int
    changed: int
    periods: list[str]


class CheckBody(Schema):
    """Figures that were looked at and are right."""

    observations: Annotated[list[UUID], Field(max_length=5_000)]
    remark: Annotated[str, Field(max_length=500)] = ""


class CheckAnswer(Schema):
    """How many were not checked before."""

    checked: int


class ApprovalBody(Schema):
    """A period of a unit and everything below it."""

    period: PeriodCode
    unit_code: UnitCode
    indicators: Annotated[list[IndicatorCode], Field(min_length=1, max_length=500)]
    remark: Annotated[str, Field(max_length=500)] = ""


class ApprovalAnswer(Schema):
    """What was locked."""

    handling: UUID
    period: str
    unit_path: str
    rows: int
    missing: int
    digest: str


class CorrectionBody(Schema):
    """What is right, and why in one or more languages."""

    reasons: Annotated[dict[str, Annotated[str, Field(max_length=500)]], Field(min_length=1, max_length=6)]
    value: Amount | None = None
    numerator: Amount | None = None
    denominator: Amount | None = None
    source: Annotated[str, Field(max_length=40)] | None = None

    def correct(self) -> CorrectReading:
        """Return the reading."""
        return CorrectReading(self.reasons, self.value, self.numerator, self.denominator, self.source)


class TargetBody(Schema):
    """What a unit is to reach."""

    indicator: IndicatorCode
    unit_code: UnitCode
    unit_on: date
    value: Amount
    by_on: date
    act_number: Annotated[str, Field(min_length=1, max_length=40)]
    act_issued_on: date

    def aim(self) -> Aim:
        """Return the aim."""
        return Aim(self.value, self.by_on, self.act_number, self.act_issued_on)


class OpeningBody(Schema):
    """Which figures are asked of whom, until when."""

    indicators: Annotated[list[IndicatorCode], Field(min_length=1, max_length=500)]
    units: Annotated[list[UnitCode], Field(min_length=1, max_length=4_000)]
    units_on: date
    period: PeriodCode
    due_on: date


class OpeningAnswer(Schema):
    """How many figures are now asked for, and how many were known before."""

    handling: UUID
    period: str
    opened: int
    known: int
