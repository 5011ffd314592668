"""`manage.py programme_load`: published figures with their sources."""

from django.core.management.base import BaseCommand, CommandParser

from project06.kernel.permissions import Actor
from project06.programme.operations.load_indicators import load_indicators


class Command(BaseCommand):
    """Counts what would change; writes only with --write; safe to run twice."""

    help = "Bring indicators, targets and published figures to the delivered reference (dry unless --write)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add --write."""
        parser.add_argument("--write", action="store_true", help="really change the tables")

    def handle(self, *, write: bool = False, verbosity: int = 1, **_options: object) -> None:
        """Run the load and say what changed, or would change."""
        report = load_indicators(write=write, by=Actor.system("programme_load"))
        if verbosity:
            verb = "written" if report.is_written else "to write with --write" if report.changes else "to change"
            self.stdout.write(
                f"Published figures: {report.sources} sources, {report.indicators} indicators, "
                f"{report.targets} targets, {report.observations} figures, {report.facts} facts, "
                f"{report.corrections} corrections {verb}."
            )
