"""Targets as data."""

from project06.programme.data.indicators import TargetData
from project06.programme.models import Target
from project06.programme.rules.indicators import plain


def target_data(row: Target) -> TargetData:
    """A row as it crosses the border; version and indicator must be loaded."""
    return TargetData(
        uuid=row.uuid,
        indicator=row.version.indicator.code,
        unit_code=row.unit_code,
        unit_on=row.unit_on,
        unit_path=row.unit_path,
        value=plain(row.value),
        by_on=row.by_on,
        act_number=row.act_number,
        act_issued_on=row.act_issued_on,
    )
