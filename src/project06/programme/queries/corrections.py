"""Corrections as data."""

from project06.programme.data.indicators import CorrectionData
from project06.programme.models import Correction


def correction_data(row: Correction) -> CorrectionData:
    """A row as it crosses the border; both documents must be loaded."""
    return CorrectionData(
        uuid=row.uuid,
        field=row.field,
        reading_before=row.reading_before,
        reading_after=row.reading_after,
        reasons=row.reasons,
        source_before=row.source_before.key if row.source_before else None,
        source_after=row.source_after.key if row.source_after else None,
        corrected_at=row.corrected_at,
    )
