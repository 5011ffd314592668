"""`manage.py identity_create_administrator`: the first person who may invite others."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.urls import reverse

from project06.identity import public as identity
from project06.kernel.errors import Refusal
from project06.kernel.permissions import Actor


class Command(BaseCommand):
    """Prints a one-time link; there is no default password anywhere."""

    help = "Create the first administrator and print a one-time enrolment link (dry unless --write)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add who it is and where they work."""
        parser.add_argument("--email", required=True, help="the official e-mail address")
        parser.add_argument("--name", required=True, help="the full name")
        parser.add_argument("--staff-number", required=True, help="the number in the staff list")
        parser.add_argument("--agency", required=True, help="code of the agency, such as UBND-08 or BCA")
        parser.add_argument("--write", action="store_true", help="really create the account")

    def handle(self, *, write: bool = False, **options: str) -> None:
        """Create the administrator and print the link once."""
        try:
            with transaction.atomic():
                enrolment = identity.create_administrator(
                    email=options["email"],
                    name=options["name"],
                    staff_number=options["staff_number"],
                    agency=options["agency"],
                    by=Actor.system("identity_create_administrator"),
                )
                if not write:
                    transaction.set_rollback(True)
        except Refusal as refusal:
            raise CommandError(refusal.say()) from refusal
        if not write:
            self.stdout.write("Everything fits; nothing was written. Run it again with --write.")
            return
        address = settings.PROJECT06_PUBLIC_URL + reverse("identity:enrol", args=[enrolment.token])
        self.stdout.write(f"Open this link once, before {enrolment.expires_at:%Y-%m-%d %H:%M} UTC:\n{address}")
