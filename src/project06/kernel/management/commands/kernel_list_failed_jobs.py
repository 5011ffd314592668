"""`manage.py kernel_list_failed_jobs`: jobs that were given up."""

from django.core.management.base import BaseCommand
from procrastinate.contrib.django.models import ProcrastinateJob


class Command(BaseCommand):
    """Lists their number, name and tries; the traceback is in the log."""

    help = "List jobs that failed for good."

    def handle(self, **_options: object) -> None:
        """Print one line for each."""
        failed = list(ProcrastinateJob.objects.filter(status="failed").order_by("id"))
        for each in failed:
            self.stdout.write(f"{each.id} {each.task_name} {each.args}: failed after {each.attempts} tries")
        self.stdout.write(f"{len(failed)} failed.")
