"""Carries waiting events to their receivers."""

import threading
from datetime import datetime, timedelta

import psycopg
from django.db import connection, transaction
from django.db.models import Min

from project06.kernel.clock import now
from project06.kernel.events import CHANNEL, Receiver, list_receivers
from project06.kernel.ids import new_uuid
from project06.kernel.logs import get_logger, working_on
from project06.kernel.masking import mask
from project06.kernel.models import Delivery, DeliveryState

LONGEST_PAUSE = timedelta(hours=1)
_LONGEST_WAIT_SECONDS = 5.0
_STOP_CHECK_SECONDS = 0.5
_log = get_logger("delivery")


def deliver_waiting() -> int:
    """Deliver what is due now and return how many deliveries were tried; stops when nothing is due."""
    tried = 0
    while deliver_next():
        tried += 1
    return tried


def deliver_next() -> bool:
    """Deliver the next due event to its receiver; say whether there was one.

    Several processes may do this at once: each takes rows nobody else holds. If the process dies, the
    database rolls the receiver's work and the mark back together and the next one starts afresh.
    """
    with transaction.atomic():
        delivery = (
            Delivery.objects.select_for_update(skip_locked=True, of=("self",))
            .select_related("event")
            .filter(state=DeliveryState.WAITING, next_try_at__lte=now(), receiver__in=list_receivers())
            .order_by("next_try_at", "id")
            .first()
        )
        if delivery is None:
            return False
        with working_on(delivery.event.request_id or new_uuid()):
            _deliver(delivery, list_receivers()[delivery.receiver])
        delivery.save(update_fields=["state", "tries", "next_try_at", "delivered_at", "last_error"])
    return True


def pause_after(tries: int) -> timedelta:
    """Return how long to wait after the `tries`-th failure: 1, 2, 4 ... seconds, at most an hour."""
    return min(timedelta(seconds=2 ** min(tries - 1, 20)), LONGEST_PAUSE)


def _deliver(delivery: Delivery, receiver: Receiver) -> None:
    delivery.tries += 1
    try:
        with transaction.atomic():
            receiver.hear(receiver.event.read(delivery.event.version, delivery.event.payload))
    except Exception as error:  # noqa: BLE001 - whatever a receiver raises is kept, retried and shown
        _put_off(delivery, receiver, error)
    else:
        delivery.state = DeliveryState.DELIVERED
        delivery.delivered_at = now()
        delivery.last_error = ""


def _put_off(delivery: Delivery, receiver: Receiver, error: Exception) -> None:
    delivery.last_error = mask(f"{type(error).__name__}: {error}".splitlines()[0])[:500]
    delivery.next_try_at = now() + pause_after(delivery.tries)
    is_dead = delivery.tries >= receiver.tries
    if is_dead:
        delivery.state = DeliveryState.DEAD
    _log.error(
        "delivery_died" if is_dead else "delivery_put_off",
        receiver=receiver.name,
        event_uuid=str(delivery.event.uuid),
        tries=delivery.tries,
        exc_info=error,
    )


class Courier(threading.Thread):
    """Delivers until it is stopped, woken by the database when something is published."""

    def __init__(self) -> None:
        super().__init__(name="courier", daemon=True)
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Finish the delivery at hand and end."""
        self._stopped.set()

    def run(self) -> None:
        """Deliver, wait, deliver; a lost database is waited for, and no failure ends the courier."""
        while not self._stopped.is_set():
            try:
                self._work()
            except Exception as error:  # noqa: BLE001 - logged; events wait in the database until it works again
                _log.warning("courier_interrupted", exc_info=error)
                self._stopped.wait(1)
            finally:
                connection.close()

    def _work(self) -> None:
        parameters = connection.get_connection_params()
        for own in ("cursor_factory", "context"):
            parameters.pop(own, None)
        with psycopg.connect(**parameters, autocommit=True) as ear:
            ear.execute(f"LISTEN {CHANNEL}")
            while not self._stopped.is_set():
                while not self._stopped.is_set() and deliver_next():
                    pass
                self._wait(ear)

    def _wait(self, ear: "psycopg.Connection[tuple[object, ...]]") -> None:
        remaining = _seconds_to_next()
        while remaining > 0 and not self._stopped.is_set():
            if list(ear.notifies(timeout=min(remaining, _STOP_CHECK_SECONDS), stop_after=1)):
                return
            remaining -= _STOP_CHECK_SECONDS


def _seconds_to_next() -> float:
    due = Delivery.objects.filter(state=DeliveryState.WAITING, receiver__in=list_receivers())
    earliest: datetime | None = due.aggregate(earliest=Min("next_try_at"))["earliest"]
    if earliest is None:
        return _LONGEST_WAIT_SECONDS
    return min(max((earliest - now()).total_seconds(), 0.05), _LONGEST_WAIT_SECONDS)
