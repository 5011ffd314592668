"""Where does this figure come from?"""

from uuid import UUID

from project06.kernel.permissions import Actor, can
from project06.programme.data.indicator_views import Lineage
from project06.programme.data.indicators import ComputationData, HandlingData, SourceData
from project06.programme.enums import READ, Coverage, HandlingStep
from project06.programme.errors import UnknownObservation
from project06.programme.models import Computation, Correction, Handling, Observation, PeriodLock, SourceDocument
from project06.programme.queries.corrections import correction_data
from project06.programme.queries.indicator_versions import version_data
from project06.programme.queries.list_findings import judge_row
from project06.programme.queries.observations import observation_data

EARLIER = 24


def get_lineage(*, observation: UUID, seen_by: Actor) -> Lineage:
    """The definition, document, acts, corrections, computation and lock behind a figure, and what precedes it.

    Raises UnknownObservation, also for a figure that the reader must not see.
    """
    rows = Observation.objects.select_related(
        "version__indicator",
        "version__measure",
        "version__source",
        "source",
        "computation",
        "opened_in",
        "recorded_in",
        "checked_in",
        "approved_in",
    )
    row = rows.filter(uuid=observation).first()
    if row is None or not can(seen_by, READ, path=row.unit_path):
        raise UnknownObservation
    series = _series(row)
    lock = _lock(row)
    corrections = Correction.objects.filter(observation=row).select_related(
        "source_before", "source_after", "corrected_in"
    )
    made = list(corrections.order_by("id"))
    return Lineage(
        observation=observation_data(row),
        version=version_data(row.version),
        source=source_data(row.source) if row.source else None,
        handlings=_handlings(row, [each.corrected_in for each in made]),
        corrections=tuple(correction_data(each) for each in made),
        computation=_computation(row.computation) if row.computation else None,
        locked_at=lock.approved_at if lock else None,
        lock_digest=lock.digest if lock else None,
        earlier=tuple(observation_data(each) for each in series if each.period_end < row.period_end),
        findings=tuple(judge_row(row, series)),
    )


def source_data(row: SourceDocument) -> SourceData:
    """A document as it crosses the border."""
    return SourceData(row.key, row.title, row.issued_on, row.issuer, row.reference, row.language)


def _series(row: Observation) -> list[Observation]:
    rows = Observation.objects.filter(
        version=row.version, unit_code=row.unit_code, unit_since=row.unit_since, coverage=Coverage.WHOLE
    ).select_related("version__indicator", "source")
    newest_first = rows.filter(period_end__lte=row.period_end).order_by("-period_end", "-period_start")
    return list(newest_first[:EARLIER])[::-1]


def _lock(row: Observation) -> PeriodLock | None:
    codes = row.unit_path.split("/")
    above = ["/".join(codes[: depth + 1]) for depth in range(len(codes))]
    locks = PeriodLock.objects.filter(version=row.version, period=row.period, unit_path__in=above)
    return locks.order_by("approved_at").first()


def _handlings(row: Observation, corrected: list[Handling]) -> tuple[HandlingData, ...]:
    stamped = [row.opened_in, row.recorded_in, row.checked_in, row.approved_in, *corrected]
    known = {each.pk: each for each in stamped if each is not None}
    return tuple(_handling(each) for each in sorted(known.values(), key=lambda each: (each.handled_at, each.pk)))


def _handling(row: Handling) -> HandlingData:
    return HandlingData(
        step=HandlingStep(row.step),
        handled_at=row.handled_at,
        account=row.account,
        agency=row.agency,
        agency_name=row.agency_name,
        post_title=row.post_title,
        remark=row.remark,
    )


def _computation(row: Computation) -> ComputationData:
    return ComputationData(
        uuid=row.uuid,
        period=row.period,
        cut_off_at=row.cut_off_at,
        facts_digest=row.facts_digest,
        definition_digest=row.definition_digest,
        result_digest=row.result_digest,
        rows=row.rows,
        computed_at=row.computed_at,
    )
