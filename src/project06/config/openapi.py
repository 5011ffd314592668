"""openapi/project06.yaml: the schema of the REST interface as a committed file, in an order that never wavers."""

import json
from collections.abc import Iterator
from typing import Any

import yaml
from django.utils.translation import override

from project06.config.environment import REPOSITORY

PATH = REPOSITORY / "openapi" / "project06.yaml"
_HEAD = "# Written by `run.py manage openapi`; do not edit.\n"


def document() -> dict[str, Any]:  # Any: a JSON document
    """Return the schema in English, without the address of any server."""
    from project06.config.api import api  # needs the registry of applications

    with override("en"):
        schema: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(), default=str))
    schema.pop("servers", None)
    return schema


def text() -> str:
    """Return the schema as YAML, sorted, so that a difference is a change of the interface."""
    return _HEAD + yaml.safe_dump(document(), sort_keys=True, allow_unicode=True, width=110)


def faults() -> Iterator[str]:
    """Yield a sentence when the committed file is not what the code says."""
    if not PATH.exists() or PATH.read_text() != text():
        yield f"{PATH.relative_to(REPOSITORY)} is not what the code says: run `run.py manage openapi`."


def write() -> None:
    """Write the file anew."""
    PATH.parent.mkdir(exist_ok=True)
    PATH.write_text(text())
