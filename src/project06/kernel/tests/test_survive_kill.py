"""Real processes, really killed."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import connection, transaction

from project06.kernel.clock import now
from project06.kernel.events import publish_many
from project06.kernel.jobs import enqueue
from project06.kernel.models import Delivery
from project06.kernel.tasks import retry_stalled_jobs
from project06.kernel.tests import workshop

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("registries", "empty_outbox")]


@pytest.fixture
def ordered():
    """Return the event that the workshop hears; make the table it writes to."""
    kind = workshop.declare()
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE workshop (word text, number int)")
    return kind


@dataclass(frozen=True)
class Process:
    """A process that the workshop has started."""

    pid: int
    ask: Callable[[str], int]

    def kill(self) -> None:
        """End it without a chance to tidy up."""
        os.kill(self.pid, signal.SIGKILL)
        assert self.wait() == -signal.SIGKILL

    def terminate(self) -> None:
        """Ask it to end."""
        os.kill(self.pid, signal.SIGTERM)

    def wait(self) -> int:
        """Return how it ended."""
        return self.ask(f"wait {self.pid}")


@pytest.fixture(scope="module")
def foreman(django_db_setup) -> Iterator[Callable[[str], int]]:
    """Run the workshop, which starts processes for all tests here."""
    child = subprocess.Popen(
        [sys.executable, str(Path(workshop.__file__))],
        env=workshop.environment(connection.settings_dict),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )

    def ask(line: str) -> int:
        child.stdin.write(f"{line}\n")
        child.stdin.flush()
        return int(child.stdout.readline())

    yield ask
    child.communicate()


@pytest.fixture
def start(foreman) -> Iterator[Callable[[str], Process]]:
    """Start workshop processes that are gone after the test."""
    running = []

    def begin(role: str) -> Process:
        process = Process(foreman(f"{role} {connection.settings_dict['NAME']}"), foreman)
        running.append(process)
        return process

    yield begin
    for process in running:
        with suppress(ProcessLookupError):
            process.kill()


def written(word: str) -> Counter:
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM workshop WHERE word = %s", [word])
        return Counter(number for (number,) in cursor.fetchall())


def wait_for(condition, seconds=20):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited too long"
        time.sleep(0.02)


def test_a_killed_courier_loses_nothing_and_repeats_nothing(ordered, start):
    with transaction.atomic():
        publish_many(ordered(number) for number in range(60))

    for round_ in range(1, 4):
        courier = start("courier")
        wait_for(lambda goal=round_ * 12: len(written("made")) >= goal)
        courier.kill()
    start("courier")
    wait_for(lambda: not Delivery.objects.exclude(state="delivered").exists())

    assert written("made") == Counter(range(60))
    assert written("began") == Counter(range(60))


def test_two_couriers_share_the_work(ordered, start):
    start("courier")
    start("courier")

    with transaction.atomic():
        publish_many(ordered(number) for number in range(40))
    wait_for(lambda: not Delivery.objects.exclude(state="delivered").exists())

    assert written("made") == Counter(range(40))


def test_a_courier_hears_of_a_commit_promptly(ordered, start):
    start("courier")
    time.sleep(0.5)

    started = time.monotonic()
    with transaction.atomic():
        publish_many([ordered(1)])
    wait_for(lambda: written("made"))

    assert time.monotonic() - started < 2


def test_a_courier_survives_a_lost_database_connection(ordered, start):
    start("courier")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE pid <> pg_backend_pid() AND datname = current_database()"
        )

    with transaction.atomic():
        publish_many([ordered(1)])

    wait_for(lambda: written("made"))


def test_a_worker_runs_jobs_and_jobs_asked_for_by_jobs(ordered, start):
    start("worker")

    enqueue("kernel.order-more", number=7)

    wait_for(lambda: written("made") == Counter([7]))


def test_a_worker_told_to_stop_finishes_the_job_at_hand(ordered, start):
    worker = start("worker")
    enqueue("kernel.work-slowly", number=1, seconds=1.5)
    wait_for(lambda: written("began"))

    started = time.monotonic()
    worker.terminate()
    code = worker.wait()

    assert code == 0
    assert time.monotonic() - started < 8
    assert written("made") == Counter([1])
    assert statuses() == ["succeeded"]


def test_a_worker_that_cannot_finish_ends_anyway(ordered, start):
    worker = start("hasty-worker")
    enqueue("kernel.work-slowly", number=1, seconds=60)
    wait_for(lambda: written("began"))

    started = time.monotonic()
    worker.terminate()
    worker.wait()

    assert 1 < time.monotonic() - started < 4
    assert not written("made")


def test_the_job_of_a_killed_worker_is_taken_up_again(ordered, start):
    worker = start("worker")
    enqueue("kernel.work-slowly", number=1, seconds=0.5)
    wait_for(lambda: written("began"))
    worker.kill()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = %s - interval '1 minute'", [now()])

    retry_stalled_jobs()
    start("worker")

    wait_for(lambda: written("made") == Counter([1]))


def statuses() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT status::text FROM procrastinate_jobs WHERE task_name LIKE 'kernel.work%'")
        return [status for (status,) in cursor.fetchall()]
