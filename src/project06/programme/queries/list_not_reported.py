"""Who has not reported: plain rows, because missing is a row from the first day."""

from datetime import date

from django.db.models import Count, F, Q
from django.db.models.functions import TruncDate

from project06.kernel.clock import VIETNAM
from project06.kernel.permissions import Actor, check, visible
from project06.places import public as places
from project06.places.data import COUNTRY_CODE
from project06.programme.data.indicator_views import MissingFigure, MissingPage, ReportingCount
from project06.programme.enums import READ
from project06.programme.models import Observation
from project06.programme.queries.indicator_units import figure_unit

PAGE_SIZE = 50


def list_not_reported(
    *,
    on: date,
    seen_by: Actor,
    period: str,
    under: str = COUNTRY_CODE,
    after: str | None = None,
    limit: int = PAGE_SIZE,
) -> MissingPage:
    """Missing figures of a period in or below a unit of the day `on`, as far as the reader may see, by unit.

    `after` continues a page. Raises UnknownUnit.
    """
    path = figure_unit(under, on).unit.path
    rows = Observation.objects.filter(visible(seen_by, READ), _below(path), period=period, value__isnull=True)
    if after is not None:
        unit_path, _, row = after.rpartition(":")
        rows = rows.filter(Q(unit_path__gt=unit_path) | Q(unit_path=unit_path, pk__gt=int(row)))
    found = list(rows.select_related("version__indicator").order_by("unit_path", "pk")[: limit + 1])
    page = found[:limit]
    last = page[-1] if len(found) > limit else None
    units = places.resolve_many((row.unit_code, row.unit_on) for row in page)
    figures = tuple(
        _missing(row, unit.official_name if unit else row.unit_code, on) for row, unit in zip(page, units, strict=True)
    )
    return MissingPage(figures, next_after=f"{last.unit_path}:{last.pk}" if last else None)


def count_reporting(*, on: date, seen_by: Actor, period: str, under: str = COUNTRY_CODE) -> ReportingCount:
    """How a unit and everything below it has reported for a period. Raises UnknownUnit, NotAllowed."""
    path = figure_unit(under, on).unit.path
    check(seen_by, READ, path=path)
    is_missing = Q(value__isnull=True)
    received_on = TruncDate("received_at", tzinfo=VIETNAM)
    counts = (
        Observation.objects.filter(_below(path), period=period, opened_in__isnull=False)
        .annotate(received_on=received_on)
        .aggregate(
            expected=Count("pk"),
            missing=Count("pk", filter=is_missing),
            late=Count("pk", filter=~is_missing & Q(received_on__gt=F("due_on"))),
        )
    )
    reported = counts["expected"] - counts["missing"]
    return ReportingCount(path, period, counts["expected"], reported, counts["missing"], counts["late"])


def _below(path: str) -> Q:
    """The unit and everything below it, as one range of the index: "0" follows "/" (kernel.permissions)."""
    return Q(unit_path__gte=path, unit_path__lt=f"{path}0")


def _missing(row: Observation, unit_name: str, on: date) -> MissingFigure:
    return MissingFigure(
        observation=row.uuid,
        indicator=row.version.indicator.code,
        names=row.version.indicator.names,
        unit_code=row.unit_code,
        unit_path=row.unit_path,
        unit_name=unit_name,
        period=row.period,
        due_on=row.due_on,
        overdue_days=max((on - row.due_on).days, 0) if row.due_on else 0,
    )
