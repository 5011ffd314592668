"""docs/events.json: the shape of every version of every event; no sender changes one behind a receiver's back."""

import json
from collections.abc import Iterator
from dataclasses import fields
from typing import get_type_hints

from project06.config.environment import REPOSITORY
from project06.kernel.events import EventKind, list_kinds

PATH = REPOSITORY / "docs" / "events.json"

type Shape = dict[str, str]
type Shapes = dict[str, dict[str, Shape]]


def text() -> str:
    """Return the snapshot as it should stand: what is committed, and every version the code declares."""
    shapes = committed()
    for name, kind in sorted(list_kinds().items()):
        shapes.setdefault(name, {})[str(kind.version)] = shape_of(kind)
    return json.dumps(dict(sorted(shapes.items())), indent=2, sort_keys=True) + "\n"


def committed() -> Shapes:
    """Return the committed snapshot: event name -> version -> field -> type."""
    shapes: Shapes = json.loads(PATH.read_text()) if PATH.exists() else {}
    return shapes


def shape_of(kind: EventKind) -> Shape:
    """Return the fields of an event with their types, as written in the code."""
    hints = get_type_hints(kind.kind)
    return {each.name: _written(hints[each.name]) for each in fields(kind.kind)}


def broken_promises() -> Iterator[str]:
    """Yield a sentence for every event whose shape changed under an old version number."""
    known = committed()
    for name, kind in sorted(list_kinds().items()):
        promised = known.get(name, {}).get(str(kind.version))
        if promised is not None and promised != shape_of(kind):
            yield (
                f"{name} changed its shape: declare version {kind.version + 1} with an upgrade from {kind.version} "
                "(or take it out of docs/events.json if nobody ever published it)."
            )


def _written(hint: object) -> str:
    return hint.__name__ if isinstance(hint, type) and not getattr(hint, "__args__", ()) else str(hint)
