"""`manage.py reporting_load_demo`: two campaigns of the demonstration world."""

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from project06.kernel.permissions import Actor
from project06.reporting.errors import UnknownCampaign
from project06.reporting.operations.load_demo import load_demo


class Command(BaseCommand):
    """Creates the campaigns; writes only with --write, only in the demonstration world; safe to run twice."""

    help = "Create the reporting campaigns of the demonstration world (dry unless --write; only in demo mode)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add --write."""
        parser.add_argument("--write", action="store_true", help="really create them")

    def handle(self, *, write: bool = False, verbosity: int = 1, **_options: object) -> None:
        """Create what is missing and print how many duties were new."""
        try:
            with transaction.atomic():
                made = load_demo(by=Actor.system("reporting_load_demo"))
                if not write:
                    transaction.set_rollback(True)
        except UnknownCampaign as refusal:
            raise CommandError("The campaigns of the demonstration exist only with PROJECT06_MODE=demo.") from refusal
        if verbosity:
            self.stdout.write(f"Reporting duties: {made} {'created' if write else 'would be created'}.")
