"""`manage.py agencies_load`: bring organisations and roles to the reference."""

from django.core.management.base import BaseCommand, CommandParser

from project06.agencies import public as agencies
from project06.kernel.permissions import Actor


class Command(BaseCommand):
    """Counts what would change; writes only with --write; safe to run twice."""

    help = "Bring the directory of organisations and the roles to the delivered reference (dry unless --write)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add --write."""
        parser.add_argument("--write", action="store_true", help="really change the tables")

    def handle(self, *, write: bool = False, verbosity: int = 1, **_options: object) -> None:
        """Run the load and print what changed."""
        report = agencies.load_agencies(write=write, by=Actor.system("agencies_load"))
        if verbosity:
            verb = "written" if report.is_written else "would be written"
            self.stdout.write(
                f"Organisations: {report.agencies_added} new, {report.agencies_changed} changed; "
                f"{report.versions_written} names, {report.successions_written} successions, "
                f"{report.roles_written} roles {verb}; {report.not_in_reference} not in the reference."
            )
