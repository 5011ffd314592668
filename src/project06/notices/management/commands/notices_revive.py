"""`manage.py notices_revive`: send again what was given up."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from project06.kernel.permissions import Actor
from project06.notices import public as notices
from project06.notices.models import Notice


class Command(BaseCommand):
    """Dry unless --write; a second run finds nothing left to do."""

    help = "Let notices that were given up be sent again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask for the decision."""
        parser.add_argument("--write", action="store_true", help="do it; without this only say what would happen")

    def handle(self, **options: object) -> None:
        """List what was given up, and revive it with --write."""
        dead = list(Notice.objects.filter(state=notices.NoticeState.DEAD, wiped_at__isnull=True).order_by("id"))
        for each in dead:
            self.stdout.write(f"{each.uuid} {each.channel} {each.template}: {each.last_error}")
        if not options["write"]:
            self.stdout.write(f"{len(dead)} would be sent again; add --write.")
            return
        revived = notices.revive_notices(by=Actor.system("notices.revive"))
        self.stdout.write(f"{revived} will be sent again.")
