from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import pytest
from django.core.management import CommandError, call_command

from project06.kernel import tasks
from project06.kernel.clock import frozen, now
from project06.kernel.delivery import deliver_waiting
from project06.kernel.events import event, publish, receiver
from project06.kernel.models import Delivery, OutboxEvent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("registries", "empty_outbox")]


@pytest.fixture
def dead_letter():
    """Leave a dead letter behind, and return what the receiver needs to recover."""
    state = {"works": False, "heard": 0}

    @event("kernel.unit-loaded", version=1)
    @dataclass(frozen=True)
    class UnitLoaded:
        unit: UUID

    @receiver(UnitLoaded, name="kernel.stumble", tries=1)
    def stumble(happened):
        if not state["works"]:
            raise ValueError("not today")
        state["heard"] += 1

    publish(UnitLoaded(unit=UUID(int=1)))
    deliver_waiting()
    return state


def test_dead_letters_are_listed_with_their_error(dead_letter, capsys):
    call_command("kernel_list_dead_letters")

    printed = capsys.readouterr().out
    assert "kernel.unit-loaded -> kernel.stumble: ValueError: not today" in printed
    assert "1 dead, 0 without receiver." in printed


def test_a_letter_to_a_receiver_that_is_gone_is_listed(dead_letter, capsys):
    Delivery.objects.update(state="waiting", receiver="kernel.gone")

    call_command("kernel_list_dead_letters")

    assert "no such receiver any more" in capsys.readouterr().out


def test_a_replay_is_dry_unless_written(dead_letter, capsys):
    call_command("kernel_replay_events", "--all")

    assert "1 would be put back; add --write." in capsys.readouterr().out
    assert Delivery.objects.get().state == "dead"


@pytest.mark.parametrize("which", ["--all", "--receiver=kernel.stumble", "--event"])
def test_a_replayed_letter_is_delivered(dead_letter, which, capsys):
    arguments = [which, str(OutboxEvent.objects.get().uuid)] if which == "--event" else [which]
    dead_letter["works"] = True

    call_command("kernel_replay_events", *arguments, "--write")
    deliver_waiting()

    assert dead_letter["heard"] == 1
    assert Delivery.objects.get().state == "delivered"


def test_a_replay_of_somebody_else_leaves_it_dead(dead_letter):
    call_command("kernel_replay_events", "--receiver=kernel.other", "--write")

    assert Delivery.objects.get().state == "dead"


def test_a_second_replay_finds_nothing(dead_letter, capsys):
    call_command("kernel_replay_events", "--all", "--write")
    call_command("kernel_replay_events", "--all", "--write")

    assert "0 put back." in capsys.readouterr().out


def test_a_replay_must_say_which():
    with pytest.raises(CommandError, match="required"):
        call_command("kernel_replay_events")


def test_heard_events_are_removed_after_a_month_dead_ones_stay(dead_letter):
    event_uuid = OutboxEvent.objects.get().uuid

    with frozen(now() + tasks.KEEP_HEARD + timedelta(days=1)):
        tasks.remove_heard_events()
        assert OutboxEvent.objects.filter(uuid=event_uuid).exists()

        Delivery.objects.update(state="delivered", delivered_at=now())
        tasks.remove_heard_events()
        assert not OutboxEvent.objects.exists()


def test_fresh_events_are_not_removed(dead_letter):
    Delivery.objects.update(state="delivered", delivered_at=now())

    tasks.remove_heard_events()

    assert OutboxEvent.objects.count() == 1
