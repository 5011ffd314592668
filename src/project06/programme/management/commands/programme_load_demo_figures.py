"""`manage.py programme_load_demo_figures`: a year of invented monthly figures of the demonstration world."""

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from project06.kernel.permissions import Actor
from project06.programme.errors import NotDemonstration
from project06.programme.operations.load_demo_figures import load_demo_figures


class Command(BaseCommand):
    """Creates synthetic figures; writes only with --write, only in the demonstration world; safe to run twice."""

    help = "Create the synthetic monthly figures of the demonstration world (dry unless --write; only in demo mode)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add --write."""
        parser.add_argument("--write", action="store_true", help="really create them")

    def handle(self, *, write: bool = False, verbosity: int = 1, **_options: object) -> None:
        """Create what is missing and print how many figures were new."""
        try:
            with transaction.atomic():
                rows = load_demo_figures(by=Actor.system("programme_load_demo_figures"))
                if not write:
                    transaction.set_rollback(True)
        except NotDemonstration as refusal:
            raise CommandError("Synthetic figures exist only with PROJECT06_MODE=demo.") from refusal
        if verbosity:
            self.stdout.write(f"Figures of the demonstration: {rows} {'created' if write else 'would be created'}.")
