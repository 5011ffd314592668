"""`run.py manage where <address or words on the screen>`."""

from django.core.management.base import BaseCommand, CommandParser

from project06.config import where


class Command(BaseCommand):
    """Print the chain from an address, a URL name or words on the screen to the code and its tests."""

    help = "Print what answers an address, a URL name or words seen on the screen."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the question."""
        parser.add_argument("question", nargs="+", help="/places/search/, places:search or words on the screen")

    def handle(self, *_args: object, question: list[str], **_options: object) -> None:
        """Run."""
        for line in where.answer(" ".join(question)):
            self.stdout.write(line)
