"""The delivered tables as texts."""

from pathlib import Path

from project06.programme.rules.indicator_reference import TABLES

REFERENCE_FOLDER = Path(__file__).resolve().parent.parent / "reference"


def read_indicator_files(folder: Path = REFERENCE_FOLDER) -> dict[str, str]:
    """The seven tables and the definitions by file name; FileNotFoundError names the one that is missing."""
    files = [folder / f"{table}.csv" for table in TABLES] + sorted(folder.glob("*.sql"))
    return {file.name: file.read_text(encoding="utf-8") for file in files}
