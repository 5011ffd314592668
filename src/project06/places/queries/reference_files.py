"""Reads the reference that is delivered with the package."""

import hashlib
from functools import lru_cache
from pathlib import Path

from project06.places.data import Reference
from project06.places.rules.gazetteer import Gazetteer
from project06.places.rules.reference_format import REFERENCE_FILES, parse_reference

REFERENCE_FOLDER = Path(__file__).resolve().parent.parent / "reference"


def read_files(folder: Path = REFERENCE_FOLDER) -> dict[str, str]:
    """The texts of the three tables; FileNotFoundError names the one that is missing."""
    return {name: (folder / name).read_text(encoding="utf-8") for name in REFERENCE_FILES}


def checksum(files: dict[str, str], *, form: str) -> str:
    """SHA-256 over the tables and the form in which they are stored, by which a loaded reference is recognised."""
    digest = hashlib.sha256(form.encode())
    for name in REFERENCE_FILES:
        digest.update(files[name].encode())
    return digest.hexdigest()


def read_reference(folder: Path = REFERENCE_FOLDER) -> Reference:
    """The reference as data; see `rules.reference_format.parse_reference` for malformed files."""
    return parse_reference(read_files(folder))


@lru_cache(maxsize=1)
def delivered_gazetteer() -> Gazetteer:
    """The delivered reference as an index, without a database: for rules, benches and tests."""
    reference = read_reference()
    return Gazetteer(reference.units, reference.successions)
