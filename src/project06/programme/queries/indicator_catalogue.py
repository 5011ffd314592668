"""Every definition in memory: pages name them hundreds of times, and they hardly ever change.

A new definition is seen at once, by the highest row number. Other words for the same meaning come only with a
load of the reference; another process sees them a minute later at the latest.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from threading import Lock
from time import monotonic

from django.db.models import Max

from project06.programme.data.indicators import VersionData
from project06.programme.errors import UnknownIndicator
from project06.programme.models import IndicatorVersion
from project06.programme.queries.indicator_versions import version_data

REFRESH_S = 60.0


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Definitions by row, and the row of the newest one by indicator."""

    by_row: Mapping[int, VersionData]
    newest: Mapping[str, int]
    highest: int | None
    read_at: float

    def find(self, indicator: str) -> tuple[int, VersionData]:
        """The row and the newest definition of an indicator. Raises UnknownIndicator."""
        row = self.newest.get(indicator)
        if row is None:
            raise UnknownIndicator(indicator=indicator)
        return row, self.by_row[row]


_held: Catalogue | None = None
_lock = Lock()


def current_catalogue() -> Catalogue:
    """The definitions that are in force now: one question, which definition is the youngest."""
    highest = _highest()
    held = _held
    if held is not None and held.highest == highest and _is_fresh(held):
        return held
    return _renew(highest)


def catalogue_with(rows: Iterable[int]) -> Catalogue:
    """A catalogue that knows these definitions; asks nothing when the held one does."""
    held = _held
    if held is not None and _is_fresh(held) and held.by_row.keys() >= set(rows):
        return held
    return _renew(_highest())


def forget_catalogue() -> None:
    """Let the next question in this process read the definitions again."""
    global _held  # noqa: PLW0603 - one a process
    _held = None


def _highest() -> int | None:
    highest: int | None = IndicatorVersion.objects.aggregate(highest=Max("pk"))["highest"]
    return highest


def _is_fresh(held: Catalogue) -> bool:
    return monotonic() - held.read_at < REFRESH_S


def _renew(highest: int | None) -> Catalogue:
    global _held  # noqa: PLW0603 - one a process
    with _lock:
        _held = _read(highest)
        return _held


def _read(highest: int | None) -> Catalogue:
    rows = IndicatorVersion.objects.select_related("indicator", "measure", "source").order_by("number")
    by_row = {row.pk: version_data(row) for row in rows}
    newest = {version.indicator: row for row, version in by_row.items()}
    return Catalogue(by_row, newest, highest, monotonic())
