"""The text of the delivered reference: task groups, plans and acts, one row each, titles in several languages."""

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import date

from project06.programme.data.tasks import DirectiveKey
from project06.programme.enums.steering import DirectiveKind

GROUPS_FILE = "task_groups.csv"
PLANS_FILE = "plans.csv"
DIRECTIVES_FILE = "directives.csv"
_LANGUAGES = ("vi", "en", "pl", "hi", "cs", "uk")


def parse_groups(text: str) -> Iterator[dict[str, object]]:
    """Yield the values of each task group. Raises KeyError or ValueError for a malformed file."""
    for row in _rows(text):
        yield {"code": row["code"], "position": int(row["position"]), "titles": _titles(row)}


def parse_plans(text: str) -> Iterator[dict[str, object]]:
    """Yield the values of each plan. Raises KeyError or ValueError for a malformed file."""
    for row in _rows(text):
        yield {
            "code": row["code"],
            "titles": _titles(row),
            "act": row["act"],
            "from_year": int(row["from_year"]) if row["from_year"] else None,
            "to_year": int(row["to_year"]) if row["to_year"] else None,
        }


def parse_directives(text: str) -> Iterator[tuple[DirectiveKey, dict[str, object]]]:
    """Yield the key and the values of each act. Raises KeyError or ValueError for a malformed file."""
    for row in _rows(text):
        yield (
            DirectiveKey(row["number"], date.fromisoformat(row["issued_on"])),
            {
                "kind": DirectiveKind(row["kind"]),
                "issuer": row["issuer"],
                "document": row["document"],
                "note": row["note"],
                "titles": _titles(row),
            },
        )


def _rows(text: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(io.StringIO(text))


def _titles(row: Mapping[str, str]) -> dict[str, str]:
    return {language: row[language] for language in _LANGUAGES if row.get(language)}
