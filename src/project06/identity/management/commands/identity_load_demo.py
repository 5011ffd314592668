"""`manage.py identity_load_demo`: the cast of the demonstration world."""

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from project06.identity import public as identity
from project06.identity.errors import UnknownPersona
from project06.kernel.permissions import Actor


class Command(BaseCommand):
    """Creates the personas; writes only with --write, only in the demonstration world; safe to run twice."""

    help = "Create the people of the demonstration world (dry unless --write; only in demo mode)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add --write."""
        parser.add_argument("--write", action="store_true", help="really create them")

    def handle(self, *, write: bool = False, verbosity: int = 1, **_options: object) -> None:
        """Create what is missing and print how many were new."""
        try:
            with transaction.atomic():
                created = identity.load_demo(by=Actor.system("identity_load_demo"))
                if not write:
                    transaction.set_rollback(True)
        except UnknownPersona as refusal:
            raise CommandError("The people of the demonstration exist only with PROJECT06_MODE=demo.") from refusal
        if verbosity:
            self.stdout.write(f"Personas: {created} {'created' if write else 'would be created'}.")
