from datetime import timedelta

import pytest
from django.db import connection

from project06.kernel.clock import frozen
from project06.kernel.errors import NotAllowed
from project06.kernel.jobs import list_jobs
from project06.programme.operations.announce_late_tasks import announce_late_tasks
from project06.programme.operations.revise_due_date import revise_due_date
from project06.programme.tests.cast import MACHINE, NOON, SON, THU, TODAY, a_proved_task, a_task

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    with frozen(NOON) as clock:
        yield clock


def _told() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT payload->>'task' FROM kernel_outboxevent WHERE name = 'programme.task-fell-late'")
        return [row[0] for row in cursor.fetchall()]


def test_tells_once_for_each_due_date(clock) -> None:
    late = a_task("LATE", due_on=TODAY - timedelta(days=1))
    a_task("TODAY", due_on=TODAY)
    a_proved_task("DONE", due_on=TODAY - timedelta(days=30))

    assert announce_late_tasks(by=MACHINE) == 1
    assert announce_late_tasks(by=MACHINE) == 0
    assert _told() == [str(late.uuid)]

    revise_due_date(task=late.uuid, due_on=TODAY + timedelta(days=1), reason="Chờ", act="1/QĐ", by=SON)
    clock.move(timedelta(days=2))

    assert announce_late_tasks(by=MACHINE) == 2
    assert _told().count(str(late.uuid)) == 2


def test_is_a_job_that_runs_by_itself() -> None:
    a_task(due_on=TODAY - timedelta(days=1))

    list_jobs()["programme.announce-late-tasks"].run({})

    assert len(_told()) == 1


def test_refuses_whoever_does_not_steer_the_country() -> None:
    with pytest.raises(NotAllowed):
        announce_late_tasks(by=SON)
    assert announce_late_tasks(by=THU) == 0
