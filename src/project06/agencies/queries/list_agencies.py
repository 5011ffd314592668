"""The directory: organisations of a day, searched without diacritics, page by page."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Count, Q, QuerySet

from project06.agencies.data import AgencyPage
from project06.agencies.enums import AgencyKind
from project06.agencies.models import AgencyVersion
from project06.agencies.queries.select_agencies import to_data, versions_on
from project06.kernel.text import fold

PAGE_SIZE = 50
_CURSOR_SEPARATOR = "~"
_NEXT_AFTER_SLASH = chr(ord("/") + 1)


def list_agencies(
    *,
    on: date,
    query: str = "",
    kind: AgencyKind | None = None,
    below: str = "",
    after: str = "",
    limit: int = PAGE_SIZE,
) -> AgencyPage:
    """Return a page of the organisations of the day in Vietnamese order.

    Every word of `query` must occur, with or without diacritics, in the Vietnamese or English name or the
    code; `below` is a unit path. A cursor that is not ours starts at the beginning.
    """
    found = _filter(versions_on(on), query, kind, below)
    found = _from(found, after).order_by("sort_key", "id")
    versions = list(found[: limit + 1])
    page = versions[:limit]
    has_more = len(versions) > limit
    return AgencyPage(
        agencies=tuple(to_data(version) for version in page),
        next_after=_cursor(page[-1]) if has_more else None,
    )


def list_subordinates(code: str, *, on: date, after: str = "", limit: int = PAGE_SIZE) -> AgencyPage:
    """Return a page of the organisations that answered to `code` on the day."""
    found = _from(versions_on(on).filter(parent__code=code), after).order_by("sort_key", "id")
    versions = list(found[: limit + 1])
    page = versions[:limit]
    return AgencyPage(
        agencies=tuple(to_data(version) for version in page),
        next_after=_cursor(page[-1]) if len(versions) > limit else None,
    )


def count_by_kind(on: date) -> Mapping[AgencyKind, int]:
    """Return how many organisations of each kind stood on the day (some ten thousand short rows)."""
    counted = versions_on(on).values_list("kind").order_by().annotate(count=Count("id"))
    return {AgencyKind(kind): count for kind, count in counted}


def _filter(
    versions: QuerySet[AgencyVersion], query: str, kind: AgencyKind | None, below: str
) -> QuerySet[AgencyVersion]:
    for word in fold(query).split():
        versions = versions.filter(folded_name__contains=word)
    if kind is not None:
        versions = versions.filter(kind=kind.value)
    if below:
        end = below + _NEXT_AFTER_SLASH
        versions = versions.filter(agency__unit_path__gte=below, agency__unit_path__lt=end)
    return versions


def _from(versions: QuerySet[AgencyVersion], after: str) -> QuerySet[AgencyVersion]:
    identifier, _, sort_key = after.partition(_CURSOR_SEPARATOR)
    if not identifier.isdecimal() or not sort_key:
        return versions
    return versions.filter(Q(sort_key__gt=sort_key) | Q(sort_key=sort_key, id__gt=int(identifier)))


def _cursor(version: AgencyVersion) -> str:
    return f"{version.pk}{_CURSOR_SEPARATOR}{version.sort_key}"
