"""`manage.py kernel_list_errors`: every refusal with its code, status and sentence."""

from django.core.management.base import BaseCommand

from project06.kernel.errors import list_refusals


class Command(BaseCommand):
    """Prints a Markdown table, the source of docs/errors.md."""

    help = "Print every refusal: code, HTTP status, sentence."

    def handle(self, **_options: object) -> None:
        """Print the table."""
        self.stdout.write("| code | status | sentence |\n|---|---|---|")
        for each in list_refusals():
            self.stdout.write(f"| `{each.code}` | {each.status} | {each.sentence} |")
