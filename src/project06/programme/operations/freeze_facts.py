"""Freeze the facts from which indicators are computed."""

from datetime import datetime
from pathlib import Path

from django.conf import settings

from project06.evidence import public as evidence
from project06.kernel.permissions import Actor, check
from project06.programme.data.computation import FactCut
from project06.programme.enums import RECOMPUTE_INDICATORS
from project06.programme.queries.fact_freezing import freeze_facts_until


@evidence.operation(subject_kind="facts")
def freeze_facts(*, cut_off_at: datetime, folder: Path | None = None, by: Actor) -> FactCut:
    """Write the facts before `cut_off_at` into a file, by default in the data folder; its digest names them.

    Raises NotAllowed. A computation over the same file gives the same figures for ever.
    """
    check(by, RECOMPUTE_INDICATORS)
    cut = freeze_facts_until(cut_off_at, folder or settings.PROJECT06_FOLDER / "facts")
    evidence.record(
        by=by,
        action="programme.freeze-facts",
        subject_kind="facts",
        subject=None,
        purpose="Keep the facts from which indicators are computed",
        legal_ground="Decision 766/QD-TTg of 2022-06-23",
        # No digest here: sixty-four hexadecimal digits can look like a personal number.
        details={"rows": str(cut.rows)},
    )
    return cut
