"""Numbers of the sources, given in the order in which the report cites them."""

from collections.abc import Iterable

from project06.programme.contrib.composition.document import Words
from project06.programme.data.indicators import SourceData
from project06.programme.data.report import FigureCut


class Notes:
    """Counts the sources while the report is being written."""

    def __init__(self, sources: Iterable[SourceData]) -> None:
        self._known = {source.key: source for source in sources}
        self._cited: list[str] = []

    def number(self, key: str) -> int:
        """Return the number of a source, a new one at its first mention."""
        if key not in self._cited:
            self._cited.append(key)
        return self._cited.index(key) + 1

    def cite(self, text: str, *figures: FigureCut | None) -> Words:
        """Return a sentence with the sources of its figures."""
        keys = [each.observation.reading.source for each in figures if each is not None]
        return self.cite_keys(text, *keys)

    def cite_keys(self, text: str, *keys: str | None) -> Words:
        """Return a sentence with the numbers of these sources, each once, in rising order."""
        return Words(text, tuple(sorted({self.number(key) for key in keys if key in self._known and key})))

    def cited(self) -> tuple[SourceData, ...]:
        """Return the sources in the order of their numbers."""
        return tuple(self._known[key] for key in self._cited)
