"""`manage.py notices_send_test`: see whether a channel works."""

from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand

from project06.kernel.permissions import Actor
from project06.notices import public as notices


class Command(BaseCommand):
    """Dry unless --write."""

    help = "Send a test notice to an address of your own."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Ask where to."""
        parser.add_argument("address")
        parser.add_argument("--channel", choices=notices.Channel.values, default="email")
        parser.add_argument("--language", choices=[code for code, _ in settings.LANGUAGES], default="vi")
        parser.add_argument("--write", action="store_true", help="do it; without this only say what would happen")

    def handle(self, **options: str) -> None:
        """Put the notice into the outbox."""
        if not options["write"]:
            self.stdout.write(f"A test notice would go out over {options['channel']}; add --write.")
            return
        to = notices.Recipient(
            account=None,
            channel=notices.Channel(options["channel"]),
            address=options["address"],
            language=options["language"],
        )
        uuid = notices.send(
            to=to, template="notices.test", context={"name": "Project 06"}, by=Actor.system("notices.send-test")
        )
        self.stdout.write(f"Notice {uuid} waits for the worker.")
