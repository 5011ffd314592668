"""Long lists of units, page by page."""

from datetime import date

from django.db.models import Q

from project06.places.data import COUNTRY_CODE, UnitData, UnitPage
from project06.places.enums import Level
from project06.places.models import Unit, UnitQuerySet
from project06.places.queries.units import get_unit, resolve_many

PAGE_SIZE = 70
"""All provinces of before 2025 fit on one page."""


def list_units(
    *,
    on: date,
    level: Level,
    under: str = COUNTRY_CODE,
    after: str | None = None,
    before: str | None = None,
    limit: int = PAGE_SIZE,
) -> UnitPage:
    """Units of a level on a day below a unit, in Vietnamese alphabetical order.

    `after` and `before` are codes of that day: the page starts behind the one or ends in front of the
    other. Raises UnknownUnit.
    """
    listed = Unit.objects.valid_on(on).filter(level=level).below(get_unit(under, on).path)
    mark = after or before
    is_backwards = before is not None and after is None
    if mark is not None:
        listed = _beyond(listed, get_unit(mark, on), is_backwards=is_backwards)
    order = ("-sort_key", "-code") if is_backwards else ("sort_key", "code")
    codes = list(listed.order_by(*order).values_list("code", flat=True)[: limit + 1])
    has_more = len(codes) > limit
    codes = codes[:limit]
    if is_backwards:
        codes.reverse()
    has_earlier, has_later = (has_more, bool(codes)) if is_backwards else (after is not None, has_more)
    units = tuple(unit for unit in resolve_many((code, on) for code in codes) if unit is not None)
    return UnitPage(
        units,
        previous_before=codes[0] if codes and has_earlier else None,
        next_after=codes[-1] if codes and has_later else None,
    )


def _beyond(listed: UnitQuerySet, mark: UnitData, *, is_backwards: bool) -> UnitQuerySet:
    """Everything on one side of the mark, by the index on level, sort key and code."""
    [key] = Unit.objects.filter(code=mark.code, valid_from=mark.valid_from).values_list("sort_key", flat=True)
    if is_backwards:
        return listed.filter(Q(sort_key__lt=key) | Q(sort_key=key, code__lt=mark.code))
    return listed.filter(Q(sort_key__gt=key) | Q(sort_key=key, code__gt=mark.code))
