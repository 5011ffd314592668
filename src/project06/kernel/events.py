"""News for packages above: published with the fact, heard at least once, applied once.

`publish` writes the event and one waiting delivery for each receiver in the current transaction. A worker
(`kernel.delivery`) calls the receiver and marks the delivery in one transaction of its own: what a receiver does
in the database happens exactly once, what it does outside may happen again. Events are heard in no promised
order, not even those about the same thing: a receiver that cares reads the present state.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, is_dataclass
from types import MappingProxyType
from typing import Any, cast

from django.db import connection

from project06.kernel.clock import now
from project06.kernel.ids import new_uuid
from project06.kernel.logs import request_id
from project06.kernel.models import Delivery, OutboxEvent
from project06.kernel.payloads import Json, from_json, to_json

CHANNEL = "project06_events"
_NAME = re.compile(r"[a-z][a-z0-9]*\.[a-z0-9]+(-[a-z0-9]+)*")

Document = dict[str, Json]
Upgrade = Callable[[Document], Document]


@dataclass(frozen=True, slots=True)
class EventKind:
    """A declared event: its stable name, the version of its shape and how older shapes become this one."""

    name: str
    version: int
    kind: type
    upgrades: Mapping[int, Upgrade] = field(default_factory=dict)

    def read(self, version: int, payload: Document) -> object:
        """Build the event from a stored payload of this or an older version.

        A payload of a newer version is read as far as its keys are known. Raises ValueError when an older
        version has no way up.
        """
        for old in range(version, self.version):
            if old not in self.upgrades:
                raise ValueError(f"{self.name} version {old} cannot be read any more.")
            payload = self.upgrades[old](payload)
        return from_json(self.kind, payload)


@dataclass(frozen=True, slots=True)
class Receiver:
    """A function that hears one kind of event, and how often it is tried."""

    name: str
    event: EventKind
    hear: Callable[[Any], None]  # Any: the event's own class
    tries: int


_kinds: dict[str, EventKind] = {}
_receivers: dict[str, Receiver] = {}


def event[T](name: str, *, version: int, upgrades: Mapping[int, Upgrade] | None = None) -> Callable[[type[T]], type[T]]:
    """Declare a frozen dataclass as the event `name` ("places.units-loaded").

    `upgrades[n]` turns the JSON of version n into that of version n + 1. Raises TypeError or ValueError for a
    class that is not a dataclass and for a name that is malformed or taken.
    """

    def declare(kind: type[T]) -> type[T]:
        if not is_dataclass(kind):
            raise TypeError(f"{kind.__qualname__} must be a frozen dataclass.")
        known = _kinds.get(name)
        if not _NAME.fullmatch(name) or (known and known.kind.__qualname__ != kind.__qualname__):
            raise ValueError(f"The event name {name!r} is malformed or taken.")
        _kinds[name] = EventKind(name, version, kind, dict(upgrades or {}))
        kind.event_name = name  # type: ignore[attr-defined] # read by publish
        return kind

    return declare


def receiver[T](kind: type[T], *, name: str, tries: int = 8) -> Callable[[Callable[[T], None]], Callable[[T], None]]:
    """Let a function hear every event of `kind`, published from now on, under the stable name `name`.

    It runs in a transaction; an exception rolls its work back and it is tried again with growing pauses
    (1, 2, 4 ... seconds), after `tries` failures the delivery is a dead letter.
    """

    def register(hear: Callable[[T], None]) -> Callable[[T], None]:
        known = _receivers.get(name)
        if not _NAME.fullmatch(name) or (known and known.hear.__qualname__ != hear.__qualname__):
            raise ValueError(f"The receiver name {name!r} is malformed or taken.")
        _receivers[name] = Receiver(name, kind_of(kind), cast("Callable[[Any], None]", hear), tries)
        return hear

    return register


def publish(happened: object) -> None:
    """Write `happened` into the outbox in the current transaction. Raises RuntimeError outside one."""
    publish_many([happened])


def publish_many(happened: Iterable[object]) -> None:
    """Write several events into the outbox with two statements. Raises RuntimeError outside a transaction."""
    if not connection.in_atomic_block:
        raise RuntimeError("An event is published in the transaction that makes it true; open one (@operation).")
    rows = OutboxEvent.objects.bulk_create([_row(each) for each in happened])
    waiting = [
        Delivery(event=row, receiver=each.name, next_try_at=row.published_at)
        for row in rows
        for each in _receivers.values()
        if each.event.name == row.name
    ]
    Delivery.objects.bulk_create(waiting)
    if waiting:
        with connection.cursor() as cursor:
            # Heard by the workers when this transaction commits, never before and never without it.
            cursor.execute("SELECT pg_notify(%s, '')", [CHANNEL])


def list_published[T](kind: type[T]) -> tuple[T, ...]:
    """Return the events of `kind` that are still kept in the outbox, oldest first (for tests and repairs)."""
    declared = kind_of(kind)
    rows = OutboxEvent.objects.filter(name=declared.name).order_by("id")
    return tuple(cast("T", declared.read(row.version, row.payload)) for row in rows)


def kind_of(kind: type) -> EventKind:
    """Return the declaration of an event class. Raises TypeError for a class that is not an event."""
    name = getattr(kind, "event_name", None)
    if name is None:
        raise TypeError(f"{kind.__qualname__} is not declared as an event.")
    return _kinds[name]


def list_kinds() -> Mapping[str, EventKind]:
    """Return every declared event by name."""
    return MappingProxyType(_kinds)


def list_receivers() -> Mapping[str, Receiver]:
    """Return every registered receiver by name."""
    return MappingProxyType(_receivers)


def _row(happened: object) -> OutboxEvent:
    kind = kind_of(type(happened))
    return OutboxEvent(
        uuid=new_uuid(),
        name=kind.name,
        version=kind.version,
        payload=to_json(happened),
        published_at=now(),
        request_id=request_id(),
    )
