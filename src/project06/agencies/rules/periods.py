"""Periods of organisations: half-open, `None` means that no end is known."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from project06.agencies.rules.reference_format import VersionRow


@dataclass(frozen=True, slots=True)
class Life:
    """One organisation from its founding to its end, with the versions of its name."""

    code: str
    unit_code: str
    unit_path: str
    valid_from: date
    valid_to: date | None
    is_certain: bool
    note: str
    note_en: str
    versions: tuple[VersionRow, ...]


def is_valid_on(valid_from: date, valid_to: date | None, on: date) -> bool:
    """Say whether the half-open period holds the day."""
    return valid_from <= on and (valid_to is None or on < valid_to)


def join_versions(rows: Iterable[VersionRow]) -> tuple[Life, ...]:
    """Join rows of one code that follow each other without a gap into one organisation."""
    by_code: dict[str, list[VersionRow]] = defaultdict(list)
    for row in rows:
        by_code[row.code].append(row)
    lives: list[Life] = []
    for versions in by_code.values():
        versions.sort(key=lambda row: row.valid_from)
        chain = [versions[0]]
        for row in versions[1:]:
            if chain[-1].valid_to != row.valid_from:
                lives.append(make_life(chain))
                chain = []
            chain.append(row)
        lives.append(make_life(chain))
    return tuple(lives)


def make_life(chain: Sequence[VersionRow]) -> Life:
    """Return the organisation whose versions these are, oldest first."""
    first, last = chain[0], chain[-1]
    return Life(
        code=first.code,
        unit_code=last.unit_code,
        unit_path=last.unit_path,
        valid_from=first.valid_from,
        valid_to=last.valid_to,
        is_certain=all(row.is_certain for row in chain),
        note=last.note,
        note_en=last.note_en,
        versions=tuple(chain),
    )
