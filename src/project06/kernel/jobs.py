"""Work done after the answer: by name, in a worker, tried again when it fails.

A package declares its jobs in `tasks.py` with `@job("package.verb-noun")` and asks for one with
`enqueue("package.verb-noun", unit=uuid)`. The request to work is a row of the current transaction: no commit, no
job. A job may run more than once (a worker can die after the work and before the mark), so it calls operations
that are safe to repeat. Arguments are identifiers, never personal data.
"""

import inspect
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any, get_type_hints

from django.db import transaction
from procrastinate import exceptions
from procrastinate.contrib.django import app

from project06.kernel.payloads import Json, restore, to_json

QUEUES = ("default", "slow")
_NAME = re.compile(r"[a-z][a-z0-9]*\.[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Retry:
    """How often a failing job is tried, and the pauses: first, double, double again ... up to an hour."""

    tries: int = 5
    first_pause_seconds: int = 5

    def pause_after(self, tries: int) -> timedelta | None:
        """Return how long to wait after the `tries`-th failure, None when it has failed for good."""
        if tries >= self.tries:
            return None
        return min(timedelta(seconds=self.first_pause_seconds * 2 ** (tries - 1)), timedelta(hours=1))


@dataclass(frozen=True, slots=True)
class Job:
    """A declared job."""

    name: str
    work: Callable[..., None]
    queue: str = "default"
    cron: str | None = None
    retry: Retry = Retry()
    lock: str | None = None
    waits_once: bool = False

    def run(self, arguments: Mapping[str, Json]) -> None:
        """Do the work with arguments as stored; those that this version does not know are left out."""
        hints = get_type_hints(self.work)
        known = inspect.signature(self.work).parameters
        self.work(**{name: restore(hints[name], arguments[name]) for name in known if name in arguments})


_jobs: dict[str, Job] = {}


def job[**P](
    name: str,
    *,
    queue: str = "default",
    cron: str | None = None,
    retry: Retry | None = None,
    lock: str | None = None,
    waits_once: bool = False,
) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """Declare a function with keyword-only, annotated arguments as the job `name`.

    `cron` (five fields, read in UTC: 17:00 UTC is midnight in Viet Nam) runs it by itself, without arguments.
    Jobs with the same `lock` - a text that may name arguments, "payments-{account}" - never run at the same time.
    `waits_once`: while one with the same arguments waits, another request adds nothing.
    Raises ValueError for a malformed or taken name, an unknown queue or arguments that are not keyword-only.
    """

    def declare(work: Callable[P, None]) -> Callable[P, None]:
        _check(name, queue, work)
        _jobs[name] = Job(name, work, queue, cron, retry or Retry(), lock, waits_once)
        return work

    return declare


def enqueue(name: str, **arguments: object) -> int | None:
    """Ask for a job in the current transaction; return its number, None when the same one waits already.

    Raises KeyError for an unknown job and ValueError for arguments that look personal.
    """
    return _enqueue(name, None, arguments)


def enqueue_at(moment: datetime, name: str, **arguments: object) -> int | None:
    """Ask for a job that must not start before `moment` (aware); otherwise like `enqueue`."""
    return _enqueue(name, moment, arguments)


def list_jobs() -> Mapping[str, Job]:
    """Return every declared job by name."""
    return MappingProxyType(_jobs)


def _enqueue(name: str, moment: datetime | None, arguments: Mapping[str, object]) -> int | None:
    declared = _jobs[name]
    inspect.signature(declared.work).bind(**arguments)
    stored: dict[str, Any] = {key: to_json(value) for key, value in arguments.items()}  # Any: JSON for the library
    deferrer = app.configure_task(
        name=name,
        allow_unknown=True,
        queue=declared.queue,
        lock=declared.lock.format(**stored) if declared.lock else None,
        queueing_lock=_queueing_lock(declared, stored),
        schedule_at=moment,
    )
    try:
        with transaction.atomic():
            return deferrer.defer(**stored)
    except exceptions.AlreadyEnqueued:
        return None


def _queueing_lock(declared: Job, stored: Mapping[str, Json]) -> str | None:
    if not declared.waits_once:
        return None
    return "|".join([declared.name, *(f"{key}={stored[key]}" for key in sorted(stored))])


def _check(name: str, queue: str, work: Callable[..., None]) -> None:
    known = _jobs.get(name)
    if not _NAME.fullmatch(name) or (known and known.work.__qualname__ != work.__qualname__):
        raise ValueError(f"The job name {name!r} is malformed or taken.")
    if queue not in QUEUES:
        raise ValueError(f"No worker serves the queue {queue!r}; there are {', '.join(QUEUES)}.")
    for each in inspect.signature(work).parameters.values():
        if each.kind is not inspect.Parameter.KEYWORD_ONLY or each.annotation is inspect.Parameter.empty:
            raise ValueError(f"The argument {each.name} of {name} must be keyword-only and annotated.")
