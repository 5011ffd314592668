"""`run.py manage messages`: bring the message catalogues up to the code, or say what is missing."""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from project06.config import messages


class Command(BaseCommand):
    """Collect texts; keep translations; with --check only judge."""

    help = "Bring the message catalogues up to the code; --check only judges."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare --check."""
        parser.add_argument("--check", action="store_true")

    def handle(self, *_args: object, check: bool, **_options: object) -> None:
        """Run."""
        if check:
            if faults := list(messages.faults()):
                raise CommandError("\n".join(faults))
            return
        for path in messages.update_catalogues():
            self.stdout.write(f"wrote {path}")
        messages.compile_catalogues()
