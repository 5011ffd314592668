"""Event dataclasses as JSON and back, tolerant of what a newer sender has added."""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Union, get_args, get_origin, get_type_hints
from uuid import UUID

from project06.kernel.masking import looks_personal

type Json = bool | int | float | str | list["Json"] | dict[str, "Json"] | None


def to_json(value: object) -> Json:
    """Return `value` as JSON: dataclasses, mappings, sequences, dates, uuids, enums and plain values.

    Raises TypeError for anything else and ValueError for text that looks like a person's number or address:
    messages between packages carry identifiers, the receiver asks for what it may see.
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: to_json(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): to_json(each) for key, each in value.items()}
    if isinstance(value, tuple | list | frozenset | set):
        return [to_json(each) for each in value]
    return _scalar_to_json(value)


def _scalar_to_json(value: object) -> Json:
    if isinstance(value, Enum):
        return _scalar_to_json(value.value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, str) and looks_personal(value):
        raise ValueError("Send the identifier of a person, never a personal number or an address.")
    if value is None or isinstance(value, bool | int | float | str):
        return value
    raise TypeError(f"{type(value).__qualname__} cannot travel as JSON.")


def from_json[T](kind: type[T], document: Mapping[str, Json]) -> T:
    """Build the dataclass `kind` from `document`; unknown keys are ignored, missing ones need a default.

    Raises TypeError or ValueError when the document does not fit.
    """
    hints = get_type_hints(kind)
    known = {
        each.name: restore(hints[each.name], document[each.name])
        for each in fields(kind)  # type: ignore[arg-type] # a dataclass, by contract
        if each.name in document
    }
    return kind(**known)


def restore(hint: object, value: Json) -> object:
    """Turn a JSON value back into what the annotation `hint` says."""
    if value is None:
        return None
    origin = get_origin(hint)
    if origin in {Union, types.UnionType}:
        inner = [each for each in get_args(hint) if each is not type(None)]
        return restore(inner[0], value) if len(inner) == 1 else value
    if origin in {tuple, list, frozenset, set} and isinstance(value, list):
        item = get_args(hint)[0]
        return origin(restore(item, each) for each in value)
    if isinstance(value, dict) and origin is not None:
        return {key: restore(get_args(hint)[1], each) for key, each in value.items()}
    return _restore_scalar(hint, value)


def _restore_scalar(hint: object, value: Json) -> object:
    if not isinstance(hint, type):
        return value
    if is_dataclass(hint) and isinstance(value, dict):
        return from_json(hint, value)
    if issubclass(hint, datetime | date) and isinstance(value, str):
        return hint.fromisoformat(value)
    if issubclass(hint, UUID | Enum):
        return hint(str(value)) if issubclass(hint, UUID) else hint(value)
    return value
