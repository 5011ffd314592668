from dataclasses import dataclass
from uuid import UUID

import pytest
from django.db import connection, transaction

from project06.kernel.clock import frozen, now
from project06.kernel.delivery import deliver_waiting, pause_after
from project06.kernel.events import event, list_kinds, list_published, list_receivers, publish, publish_many, receiver
from project06.kernel.ids import new_uuid
from project06.kernel.logs import working_on
from project06.kernel.models import Delivery, OutboxEvent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("registries", "empty_outbox")]


@pytest.fixture
def unit_loaded():
    @event("kernel.unit-loaded", version=1)
    @dataclass(frozen=True)
    class UnitLoaded:
        unit: UUID
        names: tuple[str, ...] = ()

    return UnitLoaded


def hearing(kind, name="kernel.hear-units", **options):
    heard = []
    receiver(kind, name=name, **options)(heard.append)
    return heard


def test_an_event_waits_for_each_of_its_receivers(unit_loaded):
    hearing(unit_loaded, "kernel.hear-units")
    hearing(unit_loaded, "kernel.count-units")

    publish(unit_loaded(unit=UUID(int=1)))

    assert OutboxEvent.objects.get().payload == {"unit": str(UUID(int=1)), "names": []}
    assert set(Delivery.objects.values_list("receiver", "state")) == {
        ("kernel.hear-units", "waiting"),
        ("kernel.count-units", "waiting"),
    }


def test_a_receiver_hears_what_was_published(unit_loaded):
    heard = hearing(unit_loaded)
    publish(unit_loaded(unit=UUID(int=1), names=("Vĩnh Phúc",)))

    tried = deliver_waiting()

    assert tried == 1
    assert heard == [unit_loaded(unit=UUID(int=1), names=("Vĩnh Phúc",))]
    assert Delivery.objects.get().state == "delivered"


def test_what_was_heard_is_not_heard_again(unit_loaded):
    heard = hearing(unit_loaded)
    publish(unit_loaded(unit=UUID(int=1)))
    deliver_waiting()

    assert deliver_waiting() == 0
    assert len(heard) == 1


def test_many_events_are_published_at_once(unit_loaded, django_assert_num_queries):
    heard = hearing(unit_loaded)

    with django_assert_num_queries(3):
        publish_many(unit_loaded(unit=UUID(int=number)) for number in range(200))

    assert deliver_waiting() == 200
    assert len(heard) == 200


def test_an_event_nobody_hears_is_kept(unit_loaded):
    publish(unit_loaded(unit=UUID(int=1)))

    assert list_published(unit_loaded) == (unit_loaded(unit=UUID(int=1)),)
    assert Delivery.objects.count() == 0


def test_an_event_carries_the_number_of_its_request(unit_loaded):
    identifier = new_uuid()

    with working_on(identifier):
        publish(unit_loaded(unit=UUID(int=1)))

    assert OutboxEvent.objects.get().request_id == identifier


def test_a_failing_receiver_is_undone_and_tried_again_later(unit_loaded):
    @receiver(unit_loaded, name="kernel.stumble")
    def stumble(happened):
        OutboxEvent.objects.update(name="kernel.half-done")
        raise ValueError("no luck with 099001000001")

    publish(unit_loaded(unit=UUID(int=1)))
    with frozen(now()):
        deliver_waiting()

        delivery = Delivery.objects.get()
        assert (delivery.state, delivery.tries) == ("waiting", 1)
        assert delivery.event.name == "kernel.unit-loaded"
        assert delivery.last_error == "ValueError: no luck with ***"
        assert delivery.next_try_at == now() + pause_after(1)
        assert deliver_waiting() == 0


def test_a_receiver_that_recovers_is_done(unit_loaded):
    luck = iter([False, True])

    @receiver(unit_loaded, name="kernel.stumble")
    def stumble(happened):
        if not next(luck):
            raise ValueError

    publish(unit_loaded(unit=UUID(int=1)))
    with frozen(now()) as clock:
        deliver_waiting()
        clock.move(pause_after(1))
        deliver_waiting()

    assert Delivery.objects.get().state == "delivered"


def test_a_receiver_that_fails_too_often_leaves_a_dead_letter(unit_loaded):
    @receiver(unit_loaded, name="kernel.stumble", tries=3)
    def stumble(happened):
        raise ValueError

    publish(unit_loaded(unit=UUID(int=1)))
    with frozen(now()) as clock:
        for _ in range(5):
            deliver_waiting()
            clock.move(pause_after(20))

    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.tries) == ("dead", 3)


def test_a_broken_connection_of_a_receiver_does_not_spoil_the_mark(unit_loaded):
    @receiver(unit_loaded, name="kernel.break")
    def break_sql(happened):
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 / 0")

    publish(unit_loaded(unit=UUID(int=1)))
    deliver_waiting()

    assert Delivery.objects.get().tries == 1


def test_the_pauses_double_up_to_an_hour():
    assert [pause_after(tries).total_seconds() for tries in (1, 2, 3, 12, 13, 90)] == [1, 2, 4, 2048, 3600, 3600]


def test_an_older_shape_is_read_through_its_upgrades():
    @event(
        "kernel.unit-renamed",
        version=3,
        upgrades={1: lambda old: {"code": old["id"]}, 2: lambda old: {"unit": old["code"]}},
    )
    @dataclass(frozen=True)
    class UnitRenamed:
        unit: str

    kind = list_kinds()["kernel.unit-renamed"]
    assert kind.read(1, {"id": "08"}) == UnitRenamed("08")
    assert kind.read(2, {"code": "08"}) == UnitRenamed("08")
    assert kind.read(4, {"unit": "08", "later": 1}) == UnitRenamed("08")


def test_a_shape_without_upgrade_cannot_be_read():
    @event("kernel.unit-renamed", version=2)
    @dataclass(frozen=True)
    class UnitRenamed:
        unit: str

    with pytest.raises(ValueError, match="version 1 cannot be read"):
        list_kinds()["kernel.unit-renamed"].read(1, {})


def test_what_is_not_declared_cannot_be_published():
    with pytest.raises(TypeError, match="not declared as an event"):
        publish("something happened")


@pytest.mark.parametrize("name", ["loaded", "kernel.UnitLoaded", "kernel.unit-loaded"])
def test_a_malformed_or_taken_name_is_no_event(unit_loaded, name):
    @dataclass(frozen=True)
    class Other:
        unit: UUID

    with pytest.raises(ValueError, match="malformed or taken"):
        event(name, version=1)(Other)


def test_a_plain_class_is_no_event():
    with pytest.raises(TypeError, match="frozen dataclass"):
        event("kernel.plain", version=1)(object)


def test_a_receivers_name_is_taken_once(unit_loaded):
    hearing(unit_loaded)

    with pytest.raises(ValueError, match="malformed or taken"):
        receiver(unit_loaded, name="kernel.hear-units")(print)

    assert set(list_receivers()) == {"kernel.hear-units"}


@pytest.mark.django_db(transaction=True)
def test_nothing_is_published_outside_a_transaction(unit_loaded):
    with pytest.raises(RuntimeError, match="open one"):
        publish(unit_loaded(unit=UUID(int=1)))


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_never_happened(unit_loaded):
    heard = hearing(unit_loaded)
    with transaction.atomic():
        publish(unit_loaded(unit=UUID(int=1)))
        transaction.set_rollback(True)

    assert deliver_waiting() == 0
    assert heard == []
