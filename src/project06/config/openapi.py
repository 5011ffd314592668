"""openapi/project06.yaml: the schema of the REST interface as a committed file, in an order that never wavers."""

import json
from collections.abc import Iterator

import yaml
from django.utils.translation import override

from project06.config.environment import REPOSITORY

PATH = REPOSITORY / "openapi" / "project06.yaml"
_HEAD = "# Written by `run.py manage openapi`; do not edit.\n"


def text() -> str:
    """Return the schema as YAML, in English and sorted, so that a difference is a change of the interface."""
    from project06.config.api import api  # needs the registry of applications

    with override("en"):
        schema = json.loads(json.dumps(api.get_openapi_schema(), default=str))
    schema.pop("servers", None)
    return _HEAD + yaml.safe_dump(schema, sort_keys=True, allow_unicode=True, width=110)


def faults() -> Iterator[str]:
    """Yield a sentence when the committed file is not what the code says."""
    if not PATH.exists() or PATH.read_text() != text():
        yield f"{PATH.relative_to(REPOSITORY)} is not what the code says: run `run.py manage openapi`."


def write() -> None:
    """Write the file anew."""
    PATH.parent.mkdir(exist_ok=True)
    PATH.write_text(text())
