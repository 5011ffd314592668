"""Finding units by what people type, without diacritics and with small mistakes."""

from datetime import date

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Q
from django.db.models.functions import Length

from project06.kernel.text import fold
from project06.places.data import UnitData
from project06.places.enums import Level
from project06.places.models import Unit, UnitQuerySet
from project06.places.queries.units import get_unit, resolve_many

LONGEST_QUERY = 80
MOST_FOUND = 50


def search_units(
    text: str, *, on: date, level: Level | None = None, under: str | None = None, limit: int = 20
) -> tuple[UnitData, ...]:
    """Units of the day whose official name holds the words, or whose code is the text; best first.

    Where no name holds them, the most similar names are offered. `under` narrows to a unit of the day.
    Raises UnknownUnit.
    """
    candidates = Unit.objects.valid_on(on)
    if level is not None:
        candidates = candidates.filter(level=level)
    if under is not None:
        candidates = candidates.below(get_unit(under, on).path)
    return _search(candidates, text, limit)


def search_former_units(text: str, *, on: date, limit: int = 20) -> tuple[UnitData, ...]:
    """Units that had ended by the day: people go on using the names of abolished units for years."""
    return _search(Unit.objects.filter(valid_to__lte=on), text, limit)


def _search(candidates: UnitQuerySet, text: str, limit: int) -> tuple[UnitData, ...]:
    needle = fold(text[:LONGEST_QUERY])
    if not needle:
        return ()
    found = _best(candidates.filter(Q(folded__contains=needle) | Q(code=needle)), needle, limit)
    if not found:
        found = _best(candidates.filter(folded__trigram_word_similar=needle), needle, limit)
    return tuple(unit for unit in resolve_many(found) if unit is not None)


def _best(candidates: UnitQuerySet, needle: str, limit: int) -> list[tuple[str, date]]:
    """Whole words before parts of words, larger units before smaller ones, short names before long."""
    ranked = candidates.order_by(
        TrigramWordSimilarity(needle, "folded").desc(), "level", Length("folded"), "sort_key", "code", "-valid_from"
    )
    return list(ranked.values_list("code", "valid_from")[: min(limit, MOST_FOUND)])
