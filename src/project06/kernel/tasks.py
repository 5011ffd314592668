"""The kernel's own jobs: they keep the tables of jobs and events small and take up what a dead worker left."""

from datetime import timedelta

from asgiref.sync import async_to_sync
from django.db import transaction
from procrastinate.contrib.django import app

from project06.kernel.clock import now
from project06.kernel.jobs import job
from project06.kernel.logs import get_logger
from project06.kernel.models import Delivery, DeliveryState, OutboxEvent

KEEP_HEARD = timedelta(days=30)
KEEP_DONE_JOBS = timedelta(days=7)
_BATCH = 5000
_log = get_logger("tasks")


@job("kernel.retry-stalled-jobs", cron="* * * * *")
def retry_stalled_jobs() -> None:
    """Put back the jobs of workers that gave no sign of life for 30 s."""
    for stalled in async_to_sync(app.job_manager.get_stalled_jobs)(seconds_since_heartbeat=30):
        if stalled.id is not None:
            app.job_manager.retry_job_by_id(stalled.id, retry_at=now())
            _log.warning("stalled_job_put_back", job=stalled.task_name, number=stalled.id)


@job("kernel.remove-heard-events", cron="20 18 * * *", queue="slow")
def remove_heard_events() -> None:
    """Remove events that everybody heard more than 30 days ago, and jobs done more than 7 days ago."""
    while _remove_batch():
        pass
    hours = int(KEEP_DONE_JOBS.total_seconds() // 3600)
    async_to_sync(app.job_manager.delete_old_jobs)(nb_hours=hours)


def _remove_batch() -> int:
    unheard = Delivery.objects.exclude(state=DeliveryState.DELIVERED).values("event")
    old = OutboxEvent.objects.filter(published_at__lt=now() - KEEP_HEARD).exclude(id__in=unheard)
    ids = list(old.order_by("id").values_list("id", flat=True)[:_BATCH])
    with transaction.atomic():
        Delivery.objects.filter(event__in=ids).delete()
        OutboxEvent.objects.filter(id__in=ids).delete()
    return len(ids)
