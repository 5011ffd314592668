"""Stores prepared rows set-wise and brings the precomputed rows up to them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db import connection

from project06.kernel.clock import now
from project06.kernel.ids import new_uuid
from project06.kernel.periods import Period
from project06.programme.enums import Coverage, Nature, ObservationStatus, Qualifier
from project06.programme.errors import PeriodLocked
from project06.programme.models import Handling, LatestObservation, Observation, UnitScore
from project06.programme.operations import observation_statements as sql
from project06.programme.operations.observation_rows import Prepared
from project06.programme.queries.indicator_units import FigureUnit, siblings_on


def write_readings(
    rows: Sequence[Prepared],
    *,
    handling: Handling,
    status: ObservationStatus = ObservationStatus.REPORTED,
) -> int:
    """Store the rows under the handling; return how many are new or different. Raises PeriodLocked."""
    _stage(_reading_row(row) for row in rows)
    written = _record(handling, status)
    refresh({(row.unit.group_path, row.period) for row in rows})
    return written


def write_missing(rows: Iterable[tuple[int, FigureUnit, Period]], *, handling: Handling, due_on: date | None) -> int:
    """Store that figures are asked for; those that exist already stay as they are. Return how many are new."""
    wanted = list(rows)
    _stage(_missing_row(version, unit, period, due_on) for version, unit, period in wanted)
    with connection.cursor() as cursor:
        cursor.execute(sql.OPEN, {"handling": handling.pk})
        opened = int(cursor.rowcount)
    refresh({(unit.group_path, period) for _, unit, period in wanted})
    return opened


def refresh_stored(rows: Sequence[Observation]) -> None:
    """Make the precomputed rows anew after stored figures were changed one by one."""
    with connection.cursor() as cursor:
        cursor.execute(sql.STAGE)
        cursor.execute(sql.STAGE_STORED, {"rows": [row.pk for row in rows]})
    refresh({(row.unit_path.rpartition("/")[0], Period.parse(row.period)) for row in rows})


def rebuild() -> int:
    """Drop every precomputed row and make it anew; return how many latest rows there are now."""
    UnitScore.objects.all().delete()
    LatestObservation.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute(sql.STAGE)
        cursor.execute(sql.STAGE_ALL)
        cursor.execute(sql.GROUPS)
        groups = {(path, Period.parse(period)) for path, period in cursor.fetchall()}
    refresh(groups)
    return LatestObservation.objects.count()


def refresh(groups: set[tuple[str, Period]]) -> None:
    """Make the precomputed rows of everything that is staged anew; `groups` are paths of units above, and periods."""
    # Units are asked for first: places may look into its tables, and a running COPY has the connection to itself.
    siblings = [
        (path, period.code, unit.key.code, unit.key.since)
        for path, period in sorted(groups, key=lambda group: (group[0], group[1].code))
        if path
        for unit in siblings_on(path.rpartition("/")[2], period.last_on)
    ]
    with connection.cursor() as cursor:
        with cursor.copy(sql.COPY_SIBLINGS) as copy:
            for row in siblings:
                copy.write_row(row)
        cursor.execute(sql.ANALYZE)
        cursor.execute(sql.REFRESH_LATEST)
        cursor.execute(sql.REFRESH_SCORES)


def _stage(rows: Iterable[Sequence[object]]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql.STAGE)
        with cursor.copy(sql.COPY) as copy:
            for row in rows:
                copy.write_row(row)


def _record(handling: Handling, status: ObservationStatus) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql.COUNT_APPROVED)
        found = cursor.fetchone()
        if found and found[1] and status is not ObservationStatus.APPROVED:
            raise PeriodLocked(period=found[0])
        values: dict[str, int | str | datetime | None] = {
            "handling": handling.pk,
            "status": status.value,
            "received_at": now(),
            "checked_in": handling.pk if status is ObservationStatus.CHECKED else None,
        }
        cursor.execute(sql.RECORD, values)
        return int(cursor.rowcount)


def _reading_row(row: Prepared) -> Sequence[object]:
    reading, period = row.reading, row.period
    return (
        *_place(row.version.pk, row.unit, period),
        reading.numerator,
        reading.denominator,
        reading.value,
        reading.exponent,
        reading.qualifier.value,
        reading.nature.value,
        reading.coverage.value,
        reading.baseline_value,
        reading.baseline_period,
        reading.delta,
        reading.delta_kind.value if reading.delta_kind else "",
        row.source_id,
        reading.locator,
        reading.as_of_on,
        reading.note,
        None,
        row.computation_id,
        new_uuid(),
    )


def _missing_row(version: int, unit: FigureUnit, period: Period, due_on: date | None) -> Sequence[object]:
    words = (Qualifier.EXACT.value, Nature.ACTUAL.value, Coverage.WHOLE.value)
    nothing = (None, "", None, "", None, "", None, "")
    return (*_place(version, unit, period), None, None, None, 0, *words, *nothing, due_on, None, new_uuid())


def _place(version: int, unit: FigureUnit, period: Period) -> Sequence[object]:
    key = unit.key
    return (version, key.code, unit.on, key.since, unit.unit.path, period.code, period.start, period.end)
