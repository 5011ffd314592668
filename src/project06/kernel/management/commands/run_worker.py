"""`manage.py run_worker`: run jobs and deliver events until told to stop."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from project06.kernel.jobs import QUEUES
from project06.kernel.worker import run_until_idle, run_worker


class Command(BaseCommand):
    """Runs until SIGTERM, finishes the job at hand within 8 s."""

    help = "Run jobs and deliver events until SIGTERM; the job at hand may finish (8 s)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say which queues to serve, and whether to end when nothing is left."""
        parser.add_argument("--queues", nargs="+", choices=QUEUES, default=list(QUEUES))
        parser.add_argument("--concurrency", type=int, default=2, help="jobs at the same time")
        parser.add_argument("--until-idle", action="store_true", help="end when nothing is due any more")

    def handle(self, **options: object) -> None:
        """Run."""
        run = run_until_idle if options["until_idle"] else run_worker
        run(queues=options["queues"], concurrency=options["concurrency"])  # type: ignore[arg-type] # parsed above
