"""How a record becomes bytes that anybody can check: canonical JSON (RFC 8785) and its SHA-256.

The digest is the leaf of a later Merkle log (RFC 9162: leaf hash = SHA-256(0x00 || digest)). The rules below are
therefore frozen: a change of shape is a new `v`, old records keep being checked by the shape they were written in.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, datetime
from uuid import UUID

from project06.evidence.data import RecordData
from project06.kernel.masking import looks_personal

SHAPE = 1
_ACTION = re.compile(r"[a-z][a-z0-9]*\.[a-z0-9]+(-[a-z0-9]+)*")
_DETAIL_LIMIT = 20
_DETAIL_LENGTH = 200


def canonical(record: RecordData) -> bytes:
    """Return the record as RFC 8785 JSON: keys sorted, no blanks, UTF-8; all values are texts, lists or null.

    Numbers do not occur except the shape `v`, so the number rules of RFC 8785 never matter.
    """
    document: dict[str, object] = {each.name: _plain(getattr(record, each.name)) for each in fields(record)}
    document["v"] = SHAPE
    # All keys are ASCII, where Python's order equals the UTF-16 order that RFC 8785 asks for.
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def digest(record: RecordData) -> bytes:
    """Return the SHA-256 of the canonical bytes (32 bytes)."""
    return hashlib.sha256(canonical(record)).digest()


def check_action(action: str) -> None:
    """Raise ValueError unless `action` is written package.verb-noun."""
    if not _ACTION.fullmatch(action):
        raise ValueError(f"An action is written package.verb-noun, not {action!r}.")


def check_reason(purpose: str, legal_ground: str) -> None:
    """Raise ValueError when a done act has no purpose or no legal ground.

    Article 3 of the Law on Personal Data Protection 91/2025/QH15: data are processed for a stated, lawful purpose.
    """
    if not purpose.strip() or not legal_ground.strip():
        raise ValueError("An act is recorded with its purpose and its legal ground.")


def check_details(details: Mapping[str, str]) -> None:
    """Raise ValueError for details that are many, long or look personal: the record can never be wiped."""
    if len(details) > _DETAIL_LIMIT:
        raise ValueError(f"At most {_DETAIL_LIMIT} details belong in a record.")
    for name, value in details.items():
        if not name.isascii() or len(value) > _DETAIL_LENGTH:
            raise ValueError(f"The detail {name!r} needs an ASCII name and at most {_DETAIL_LENGTH} characters.")
        if not name.endswith("_vnd") and looks_personal(value):
            raise ValueError(f"The detail {name!r} looks like personal data; a record can never be wiped.")


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): str(each) for key, each in value.items()}
    return list(value) if isinstance(value, tuple) else value
