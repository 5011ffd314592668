from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.core.management import call_command
from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from project06.kernel.clock import now
from project06.kernel.events import event, publish, receiver
from project06.kernel.jobs import Retry, enqueue, enqueue_at, job, list_jobs
from project06.kernel.worker import Backoff, worker_app

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("registries", "empty_outbox")]


@pytest.fixture
def done():
    """Declare a job that notes its arguments."""
    noted = []

    @job("kernel.count-unit", lock="unit-{unit}", queue="slow")
    def count_unit(*, unit: UUID, on: date | None = None) -> None:
        noted.append((unit, on))

    return noted


def test_a_job_waits_in_its_queue_with_its_lock(done):
    enqueue("kernel.count-unit", unit=UUID(int=1), on=date(2026, 3, 1))

    stored = ProcrastinateJob.objects.get()
    assert (stored.task_name, stored.queue_name, stored.lock) == ("kernel.count-unit", "slow", f"unit-{UUID(int=1)}")
    assert stored.args == {"unit": str(UUID(int=1)), "on": "2026-03-01"}


def test_a_job_gets_its_arguments_back_as_they_were(done):
    list_jobs()["kernel.count-unit"].run({"unit": str(UUID(int=1)), "on": "2026-03-01", "from_newer_version": 1})

    assert done == [(UUID(int=1), date(2026, 3, 1))]


def test_a_job_may_be_put_off(done):
    moment = now() + timedelta(hours=1)

    enqueue_at(moment, "kernel.count-unit", unit=UUID(int=1))

    assert ProcrastinateJob.objects.get().scheduled_at == moment


def test_the_same_job_waits_once():
    @job("kernel.rebuild", waits_once=True)
    def rebuild(*, unit: str) -> None:
        pass

    first, second, other = (enqueue("kernel.rebuild", unit=unit) for unit in ("VN/01", "VN/01", "VN/02"))

    assert first is not None
    assert second is None
    assert other is not None
    assert ProcrastinateJob.objects.count() == 2


def test_arguments_that_look_personal_are_refused(done):
    with pytest.raises(ValueError, match="identifier"):
        enqueue("kernel.count-unit", unit="099001000001")


def test_unknown_jobs_and_arguments_are_refused(done):
    with pytest.raises(KeyError):
        enqueue("kernel.nothing")
    with pytest.raises(TypeError):
        enqueue("kernel.count-unit", unit=UUID(int=1), colour="red")
    with pytest.raises(TypeError):
        enqueue("kernel.count-unit")


def test_a_job_needs_a_known_queue_and_a_free_well_formed_name(done):
    with pytest.raises(ValueError, match="No worker serves"):
        job("kernel.other", queue="fast")(lambda: None)
    with pytest.raises(ValueError, match="malformed or taken"):
        job("kernel.count-unit")(lambda: None)
    with pytest.raises(ValueError, match="malformed or taken"):
        job("count")(lambda: None)
    with pytest.raises(ValueError, match="keyword-only"):
        job("kernel.other")(print)


def test_the_pauses_of_a_failing_job_double_and_end():
    retry = Retry(tries=4, first_pause_seconds=5)

    assert [retry.pause_after(tries) for tries in (1, 2, 3, 4)] == [
        timedelta(seconds=5),
        timedelta(seconds=10),
        timedelta(seconds=20),
        None,
    ]
    assert Retry(tries=99).pause_after(40) == timedelta(hours=1)


def test_the_worker_knows_every_job_its_queue_and_its_clock(done):
    @job("kernel.sweep", cron="0 17 * * *", retry=Retry(tries=1))
    def sweep() -> None:
        pass

    app = worker_app(list_jobs().values())

    assert {"kernel.count-unit", "kernel.sweep"} <= set(app.tasks)
    assert app.tasks["kernel.count-unit"].queue == "slow"
    assert [(each.task.name, each.cron) for each in app.periodic_registry.periodic_tasks.values()] == [
        ("kernel.sweep", "0 17 * * *")
    ]


def test_a_job_that_used_up_its_tries_is_not_tried_again():
    class Stored:
        attempts = 1

    assert Backoff(Retry(tries=2)).get_retry_decision(exception=ValueError(), job=Stored()) is None
    assert Backoff(Retry(tries=3)).get_retry_decision(exception=ValueError(), job=Stored()).retry_at is not None


@pytest.mark.django_db(transaction=True)
def test_without_a_commit_there_is_no_job(done):
    with transaction.atomic():
        enqueue("kernel.count-unit", unit=UUID(int=1))
        transaction.set_rollback(True)

    assert ProcrastinateJob.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_a_failed_job_is_listed_and_put_back(capsys):
    @job("kernel.stumble", retry=Retry(tries=1))
    def stumble() -> None:
        raise ValueError("no luck")

    number = enqueue("kernel.stumble")
    call_command("run_worker", "--until-idle")
    assert ProcrastinateJob.objects.get().status == "failed"

    call_command("kernel_list_failed_jobs")
    assert f"{number} kernel.stumble {{}}: failed after 1 tries" in capsys.readouterr().out

    call_command("kernel_retry_jobs", "--all")
    assert "1 would be put back" in capsys.readouterr().out
    assert ProcrastinateJob.objects.get().status == "failed"

    call_command("kernel_retry_jobs", f"--job={number}", "--write")
    assert ProcrastinateJob.objects.get().status == "todo"


@pytest.mark.django_db(transaction=True)
def test_a_worker_until_idle_also_delivers_what_jobs_publish():
    heard = []

    @event("kernel.swept", version=1)
    @dataclass(frozen=True)
    class Swept:
        count: int

    receiver(Swept, name="kernel.hear-sweeping")(heard.append)

    @job("kernel.sweep")
    def sweep() -> None:
        with transaction.atomic():
            publish(Swept(3))

    enqueue("kernel.sweep")
    call_command("run_worker", "--until-idle")

    assert heard == [Swept(3)]
