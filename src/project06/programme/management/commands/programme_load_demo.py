"""`manage.py programme_load_demo`: tasks, bottlenecks, pilot models and meetings of the demonstration world."""

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from project06.kernel.permissions import Actor
from project06.programme.errors.steering import NotDemonstration
from project06.programme.operations.load_demo import load_demo


class Command(BaseCommand):
    """Creates synthetic records; writes only with --write, only in the demonstration world; safe to run twice."""

    help = "Create the synthetic steering records of the demonstration world (dry unless --write; only in demo mode)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add --write."""
        parser.add_argument("--write", action="store_true", help="really create them")

    def handle(self, *, write: bool = False, verbosity: int = 1, **_options: object) -> None:
        """Create what is missing and print how many tasks were new."""
        try:
            with transaction.atomic():
                tasks = load_demo(by=Actor.system("programme_load_demo"))
                if not write:
                    transaction.set_rollback(True)
        except NotDemonstration as refusal:
            raise CommandError("Synthetic steering records exist only with PROJECT06_MODE=demo.") from refusal
        if verbosity:
            self.stdout.write(f"Tasks of the demonstration: {tasks} {'created' if write else 'would be created'}.")
