"""`run.py manage openapi`: write openapi/project06.yaml, or say that it is out of date."""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from project06.config import openapi


class Command(BaseCommand):
    """Write the schema of the REST interface; with --check only judge."""

    help = "Write openapi/project06.yaml from the code; --check only judges."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare --check."""
        parser.add_argument("--check", action="store_true")

    def handle(self, *_args: object, check: bool, **_options: object) -> None:
        """Run."""
        if check:
            if faults := list(openapi.faults()):
                raise CommandError("\n".join(faults))
            return
        openapi.write()
        self.stdout.write(f"wrote {openapi.PATH}")
