"""`manage.py programme_report`: the programme report of a unit, in one language and form."""

import sys
from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import ProgrammingError

from project06.kernel.errors import Refusal
from project06.kernel.permissions import Actor
from project06.programme.enums.report import ReportFormat
from project06.programme.operations.render_report import render_report
from project06.ui.locales import LANGUAGES


class Command(BaseCommand):
    """Writes the document to standard output, or to the file of --out; the look is recorded as evidence."""

    help = "Write the programme report of a unit to standard output, or to a file."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare what names a report."""
        parser.add_argument("--unit", required=True, help="code or name in plain letters: VN, 11, dien-bien")
        parser.add_argument("--period", required=True, help="2024-06, 2024-Q2, 2024-H1 or 2024")
        parser.add_argument("--as-of", required=True, type=_day, help="the day of the cut, such as 2024-07-10")
        parser.add_argument("--language", default="vi", choices=[each.code for each in LANGUAGES])
        parser.add_argument("--format", default="html", choices=[each.value for each in ReportFormat])
        parser.add_argument("--out", type=Path, help="a file instead of standard output")

    def handle(self, **options: object) -> None:
        """Render and write."""
        out = options["out"]
        try:
            rendered = render_report(
                unit=str(options["unit"]),
                period=str(options["period"]),
                as_of=_day(str(options["as_of"])),
                language=str(options["language"]),
                form=ReportFormat(str(options["format"])),
                by=Actor.system("programme_report"),
            )
        except Refusal as refusal:
            raise CommandError(" ".join(filter(None, (refusal.say(), str(refusal.remedy))))) from refusal
        except ProgrammingError as fault:
            raise CommandError("The database is empty: start the platform once with run.py serve or demo.") from fault
        if isinstance(out, Path):
            _write(out, rendered.content)
            self.stderr.write(f"{out}  {rendered.digest}")
        else:
            # Bytes, not text: a PDF must pass unchanged.
            sys.stdout.buffer.write(rendered.content)
            sys.stdout.buffer.flush()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is not a day: write it as 2024-07-10") from None


def _write(out: Path, content: bytes) -> None:
    try:
        out.write_bytes(content)
    except OSError as fault:
        raise CommandError(f"{out} cannot be written ({fault.strerror}).") from fault
