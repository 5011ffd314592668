"""Bring published figures with their sources and definitions to the delivered reference."""

from pathlib import Path

from django.db import transaction

from project06.evidence import public as evidence
from project06.kernel.clock import now
from project06.kernel.events import publish
from project06.kernel.permissions import Actor, check
from project06.programme.data.indicators import IndicatorLoadReport
from project06.programme.enums import LOAD_INDICATORS, HandlingStep
from project06.programme.events import IndicatorsLoaded
from project06.programme.models import Handling
from project06.programme.operations import indicator_loading as loading
from project06.programme.operations.handling import open_handling
from project06.programme.queries.indicator_catalogue import forget_catalogue
from project06.programme.queries.indicator_reference import REFERENCE_FOLDER, read_indicator_files
from project06.programme.rules import indicator_reference as reference


@evidence.operation
def load_indicators(*, write: bool, by: Actor, folder: Path = REFERENCE_FOLDER) -> IndicatorLoadReport:
    """Make sources, measures, indicators, targets, figures, facts and corrections equal to the reference.

    Only counts what differs, unless `write`. Safe to run twice: an unchanged reference is recognised and nothing
    is touched. What people approved or corrected here stays as they left it. Raises NotAllowed and the refusals
    of a single figure.
    """
    check(by, LOAD_INDICATORS)
    files = read_indicator_files(folder)
    known = reference.checksum(files)
    newest = Handling.objects.filter(step=HandlingStep.LOADED).order_by("-id").first()
    if newest is not None and newest.remark == known:
        return IndicatorLoadReport(0, 0, 0, 0, 0, 0, 0, is_written=False)
    with transaction.atomic():
        report = _load(files, known, by, is_written=write)
        if write:
            _tell(report, by)
        transaction.set_rollback(not write)
    forget_catalogue()
    transaction.on_commit(forget_catalogue)
    return report


def _load(files: dict[str, str], known: str, by: Actor, *, is_written: bool) -> IndicatorLoadReport:
    handling = open_handling(HandlingStep.LOADED, by=by, remark=known)
    return IndicatorLoadReport(
        sources=loading.write_sources(reference.parse_sources(files)),
        measures=loading.write_measures(reference.parse_measures(files)),
        indicators=loading.write_indicators(reference.parse_indicators(files)),
        targets=loading.write_targets(reference.parse_targets(files)),
        observations=loading.write_figures(reference.parse_observations(files), handling, by),
        facts=loading.write_facts(reference.parse_facts(files)),
        corrections=loading.write_corrections(reference.parse_corrections(files), handling),
        is_written=is_written,
    )


def _tell(report: IndicatorLoadReport, by: Actor) -> None:
    evidence.record(
        by=by,
        action="programme.load-indicators",
        subject_kind="indicators",
        subject=None,
        purpose="Keep published figures with their sources",
        legal_ground="Decision 06/QD-TTg of 2022-01-06",
        details={"indicators": str(report.indicators), "observations": str(report.observations)},
    )
    publish(IndicatorsLoaded(report.indicators, report.observations, now()))
