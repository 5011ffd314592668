"""`manage.py places_load`: bring the administrative units to the delivered reference."""

from django.core.management.base import BaseCommand, CommandParser

from project06.kernel.permissions import Actor
from project06.places import public as places


class Command(BaseCommand):
    """Counts what would change; writes only with --write; safe to run twice."""

    help = "Bring the administrative units to the delivered reference (dry unless --write)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add --write."""
        parser.add_argument("--write", action="store_true", help="really change the tables")

    def handle(self, *, write: bool = False, verbosity: int = 1, **_options: object) -> None:
        """Run the load and say what changed, or would change."""
        report = places.load_units(write=write, by=Actor.system("places_load"))
        if verbosity:
            verb = "written" if report.is_written else "to write with --write"
            self.stdout.write(
                f"Administrative units: {report.added} added, {report.changed} changed, "
                f"{report.removed} removed {verb}; reference {report.checksum[:12]}."
            )
