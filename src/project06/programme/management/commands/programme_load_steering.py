"""`manage.py programme_load_steering`: plans, task groups and acts."""

from django.core.management.base import BaseCommand, CommandParser

from project06.kernel.permissions import Actor
from project06.programme.operations.load_steering import load_steering


class Command(BaseCommand):
    """Counts what would change; writes only with --write; safe to run twice."""

    help = "Bring plans, task groups and acts of steering to the delivered reference (dry unless --write)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add --write."""
        parser.add_argument("--write", action="store_true", help="really change the tables")

    def handle(self, *, write: bool = False, verbosity: int = 1, **_options: object) -> None:
        """Run the load and say how many rows changed, or would change."""
        rows = load_steering(write=write, by=Actor.system("programme_load_steering"))
        if verbosity:
            self.stdout.write(f"Steering reference: {rows} rows {'written' if write else 'to write with --write'}.")
