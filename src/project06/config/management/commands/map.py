"""`run.py manage map`: write the generated pages of docs/, or say which are out of date."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from project06.config import map as house_map
from project06.config import shapes


class Command(BaseCommand):
    """Write map, reference, settings and the shapes of events; with --check only judge."""

    help = "Write docs/map.md, reference.md, settings.md and events.json from the code; --check only judges."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare --check."""
        parser.add_argument("--check", action="store_true")

    def handle(self, *_args: object, check: bool, **_options: object) -> None:
        """Run."""
        if settings.PROJECT06_MODE == "demo":
            raise CommandError("The demonstration has addresses of its own: run this without PROJECT06_MODE=demo.")
        if check:
            if faults := list(house_map.faults()):
                raise CommandError("\n".join(faults))
            return
        if broken := list(shapes.broken_promises()):
            raise CommandError("\n".join(broken))
        for path in house_map.write():
            self.stdout.write(f"wrote {path}")
