"""Computed indicators: what is asked of frozen facts and what they answer."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from project06.kernel.periods import PeriodKind


@dataclass(frozen=True, slots=True)
class FactCut:
    """Facts frozen in files: everything that happened before `cut_off_at`, and the digest of these files."""

    files: tuple[Path, ...]
    cut_off_at: datetime
    digest: str
    rows: int


@dataclass(frozen=True, slots=True)
class ComputedRow:
    """What a definition gives for one unit and period."""

    unit_code: str
    period: str
    numerator: Decimal
    denominator: Decimal | None


@dataclass(frozen=True, slots=True)
class ComputedIndicator:
    """The rows of one definition, and the digests that name definition and result."""

    indicator: str
    rows: tuple[ComputedRow, ...]
    definition_digest: str
    result_digest: str


@dataclass(frozen=True, slots=True)
class Question:
    """Which definitions are asked (code -> SQL), in periods of which kind."""

    definitions: tuple[tuple[str, str], ...]
    kind: PeriodKind


@dataclass(frozen=True, slots=True)
class RecomputationReport:
    """What a recomputation found and wrote; `locked` rows were computed but are approved and stay."""

    indicators: tuple[str, ...]
    facts_digest: str
    rows: int
    changed: int
    locked: int
