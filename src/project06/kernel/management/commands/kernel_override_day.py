"""`manage.py kernel_override_day`: enter a day that an act made working or free."""

from datetime import date

from django.core.management.base import BaseCommand, CommandError, CommandParser

from project06.kernel.office_calendar import override_day
from project06.kernel.working_time import office_time


class Command(BaseCommand):
    """Says what the day is now and what it becomes; writes only with --write."""

    help = "Make a day working or free by a legal act (dry unless --write)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the day, what it becomes, and why."""
        parser.add_argument("on", type=date.fromisoformat, help="YYYY-MM-DD")
        parser.add_argument("becomes", choices=("working", "free"))
        parser.add_argument("--reason", required=True)
        parser.add_argument("--act", required=True, help="number and date of the legal act")
        parser.add_argument("--write", action="store_true", help="really change the calendar")

    def handle(self, *, on: date, becomes: str, reason: str, act: str, write: bool, **_options: object) -> None:
        """Run."""
        present = "working" if office_time().is_working_day(on) else "free"
        if write:
            try:
                override_day(on=on, is_working=becomes == "working", reason=reason, legal_act=act)
            except ValueError as fault:
                raise CommandError(str(fault)) from None
        self.stdout.write(f"{on}: {present} before, {becomes} {'now' if write else 'with --write'} ({act}).")
