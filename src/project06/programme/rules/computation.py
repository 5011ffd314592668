"""Names for exactly these facts, this definition and this result: the same digests, the same figure."""

import hashlib
from collections.abc import Iterable

from project06.programme.data.computation import ComputedRow


def definition_digest(query: str) -> str:
    """The digest of a definition; blanks and line ends make no difference."""
    return hashlib.sha256(" ".join(query.split()).encode()).hexdigest()


def result_digest(rows: Iterable[ComputedRow]) -> str:
    """The digest of a result, whatever the order in which its rows came."""
    lines = sorted(f"{row.unit_code}|{row.period}|{row.numerator}|{row.denominator}" for row in rows)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
