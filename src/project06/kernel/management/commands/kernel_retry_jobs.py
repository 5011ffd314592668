"""`manage.py kernel_retry_jobs`: let failed jobs run again."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from project06.kernel.clock import now


class Command(BaseCommand):
    """Dry unless --write; a second run finds nothing left to do."""

    help = "Put failed jobs back into their queue."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say which ones."""
        which = parser.add_mutually_exclusive_group(required=True)
        which.add_argument("--job", type=int, help="the number of one job")
        which.add_argument("--all", action="store_true", help="every failed job")
        parser.add_argument("--write", action="store_true", help="do it; without this only say what would happen")

    def handle(self, **options: object) -> None:
        """List what is retried, and retry it with --write."""
        failed = ProcrastinateJob.objects.filter(status="failed").order_by("id")
        chosen = list(failed.filter(id=options["job"]) if options["job"] else failed)
        for each in chosen:
            self.stdout.write(f"{each.id} {each.task_name}")
            if options["write"]:
                app.job_manager.retry_job_by_id(each.id, retry_at=now())
        done = "put back" if options["write"] else "would be put back; add --write"
        self.stdout.write(f"{len(chosen)} {done}.")
