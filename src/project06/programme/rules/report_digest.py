"""The name of a cut: SHA-256 over its canonical JSON.

Identifiers and moments of this installation (UUIDs, time stamps of loading) are left out: the same data give the
same digest wherever they are loaded.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from uuid import UUID

from project06.programme.data.report import ReportCut

type Plain = str | int | bool | list["Plain"] | dict[str, "Plain"] | None


def digest_of(cut: ReportCut) -> str:
    """Return the digest of a cut as 64 hexadecimal digits; the digest it carries does not count."""
    text = json.dumps(canonical(cut), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def canonical(value: object) -> Plain:
    """Return a value as JSON can say it, in one way only. Raises TypeError for anything unexpected."""
    if is_dataclass(value) and not isinstance(value, type):
        held = {each.name: getattr(value, each.name) for each in fields(value) if each.name != "digest"}
        return {name: canonical(each) for name, each in held.items() if not _belongs_to_installation(each)}
    if isinstance(value, Mapping):
        return {str(_scalar(key)): canonical(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [canonical(each) for each in value]
    return _scalar(value)


def _scalar(value: object) -> str | int | bool | None:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, str | int):
        return value
    raise TypeError(f"A cut holds no {type(value).__name__}.")


def _belongs_to_installation(value: object) -> bool:
    return isinstance(value, UUID | datetime)
