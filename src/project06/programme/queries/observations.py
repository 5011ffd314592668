"""Rows of figures as data."""

from decimal import Decimal

from project06.programme.data.indicators import ObservationData, Reading, VersionData
from project06.programme.enums import Coverage, DeltaKind, Nature, ObservationStatus, Qualifier
from project06.programme.models import Observation
from project06.programme.rules.indicators import plain


def plain_or_none(number: Decimal | None) -> Decimal | None:
    """A stored number without trailing zeros."""
    return None if number is None else plain(number)


def reading_of(row: Observation) -> Reading:
    """What the row says; its source must be loaded."""
    return Reading(
        value=plain_or_none(row.value),
        numerator=plain_or_none(row.numerator),
        denominator=plain_or_none(row.denominator),
        exponent=row.exponent,
        qualifier=Qualifier(row.qualifier),
        nature=Nature(row.nature),
        coverage=Coverage(row.coverage),
        baseline_value=plain_or_none(row.baseline_value),
        baseline_period=row.baseline_period,
        delta=plain_or_none(row.delta),
        delta_kind=DeltaKind(row.delta_kind) if row.delta_kind else None,
        source=row.source.key if row.source else None,
        locator=row.locator,
        as_of_on=row.as_of_on,
        note=row.note,
    )


def observation_data(row: Observation, version: VersionData | None = None) -> ObservationData:
    """A row as it crosses the border; its source must be loaded, and its indicator unless `version` is given."""
    return ObservationData(
        uuid=row.uuid,
        indicator=version.indicator if version else row.version.indicator.code,
        version=version.number if version else row.version.number,
        unit_code=row.unit_code,
        unit_on=row.unit_on,
        unit_since=row.unit_since,
        unit_path=row.unit_path,
        period=row.period,
        status=ObservationStatus(row.status),
        reading=reading_of(row),
        due_on=row.due_on,
        received_at=row.received_at,
    )
