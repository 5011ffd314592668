"""The process that runs jobs and delivers events."""

import asyncio
import os
import signal
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from types import FrameType

from django.conf import settings
from django.db import connections
from django.utils import translation
from procrastinate import App, BaseRetryStrategy, RetryDecision
from procrastinate.contrib.django import DjangoApp, connector_params
from procrastinate.jobs import Job as StoredJob
from procrastinate.psycopg_connector import PsycopgConnector
from procrastinate.tasks import ConfigureTaskOptions

from project06.kernel.delivery import Courier, deliver_waiting
from project06.kernel.ids import new_uuid
from project06.kernel.jobs import QUEUES, Job, Retry, list_jobs
from project06.kernel.logs import get_logger, working_on
from project06.kernel.office_calendar import refresh_office_time

GRACE_SECONDS = 8.0
_MARGIN_SECONDS = 0.5
_log = get_logger("worker")


class Backoff(BaseRetryStrategy):
    """Our retry rule in the library's words."""

    def __init__(self, retry: Retry) -> None:
        self._retry = retry

    def get_retry_decision(self, *, exception: BaseException, job: StoredJob) -> RetryDecision | None:  # noqa: ARG002
        """Say when to try again, None for never."""
        pause = self._retry.pause_after(job.attempts + 1)
        return None if pause is None else RetryDecision(retry_in={"seconds": int(pause.total_seconds())})


def worker_app(jobs: Iterable[Job]) -> App:
    """Return the library's application with every declared job, on connections of its own.

    It is another application than the one that `enqueue` uses: a job that asks for another job does so in its
    own Django transaction.
    """
    app = DjangoApp(connector=PsycopgConnector(kwargs=connector_params()))
    for each in jobs:
        task = app.task(name=each.name, queue=each.queue, retry=Backoff(each.retry))(_run(each))
        if each.cron:
            once = ConfigureTaskOptions(queueing_lock=each.name)
            app.periodic_registry.register_task(task, each.cron, periodic_id="", configure_kwargs=once)
    return app


def _run(declared: Job) -> Callable[..., None]:
    def work(**arguments: object) -> None:
        with working_on(new_uuid()), translation.override(settings.LANGUAGE_CODE):
            _log.info("job_started", job=declared.name)
            try:
                refresh_office_time()
                declared.run(arguments)  # type: ignore[arg-type] # JSON, as it was stored
            finally:
                # The thread may end with the job; its connection must not stay behind at the server.
                connections.close_all()
            _log.info("job_finished", job=declared.name)

    return work


def run_worker(*, queues: Iterable[str] = QUEUES, concurrency: int = 2, grace_seconds: float = GRACE_SECONDS) -> None:
    """Run jobs and deliver events until SIGTERM or SIGINT.

    After the signal nothing new is begun and what runs may finish within `grace_seconds`; then the process ends
    anyway, and what was running is taken up again by another worker.
    """
    courier = Courier()
    courier.start()
    try:
        asyncio.run(_work(list(queues), wait=True, concurrency=concurrency, grace_seconds=grace_seconds))
    finally:
        courier.stop()
        courier.join(grace_seconds)


def run_until_idle(*, queues: Iterable[str] = QUEUES, concurrency: int = 2) -> None:
    """Run the jobs that are due and deliver the events that are due, and return when nothing is due any more."""
    is_first_round = True
    while deliver_waiting() or is_first_round:
        is_first_round = False
        asyncio.run(_work(list(queues), wait=False, concurrency=concurrency, grace_seconds=GRACE_SECONDS))


async def _work(queues: list[str], *, wait: bool, concurrency: int, grace_seconds: float) -> None:
    app = worker_app(list_jobs().values())
    async with app.open_async():
        running = asyncio.create_task(
            app.run_worker_async(
                queues=queues,
                name="project06",
                wait=wait,
                concurrency=concurrency,
                shutdown_graceful_timeout=grace_seconds,
                fetch_job_polling_interval=2.0,
                install_signal_handlers=False,
            )
        )
        stop_on_signal(running.cancel, grace_seconds=grace_seconds)
        with suppress(asyncio.CancelledError):
            await running


def stop_on_signal(stop: Callable[[], object], *, grace_seconds: float) -> None:
    """Call `stop` in the running loop on SIGTERM and SIGINT, and end the process if that takes too long."""
    loop = asyncio.get_running_loop()

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        _log.info("worker_stopping")
        loop.call_soon_threadsafe(stop)
        watchdog = threading.Timer(grace_seconds + _MARGIN_SECONDS, os._exit, [1])  # a thread cannot be ended
        watchdog.daemon = True
        watchdog.start()

    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, on_signal)
