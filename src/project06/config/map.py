"""The generated pages of docs/: the map from screens to code, settings, reference, and the shapes of events."""

from collections.abc import Iterator
from pathlib import Path

from project06.config import shapes
from project06.config.environment import REPOSITORY
from project06.config.reference import HEAD, load_everything, reference_text, settings_text, table
from project06.config.screens import Screen, screens

DOCS = REPOSITORY / "docs"


def pages() -> dict[Path, str]:
    """Return every generated file with its text."""
    load_everything()
    return {
        DOCS / "map.md": map_text(),
        DOCS / "reference.md": reference_text(),
        DOCS / "settings.md": settings_text(),
        shapes.PATH: shapes.text(),
    }


def faults() -> Iterator[str]:
    """Yield a sentence for every page that is not what the code says, and for every event that broke its promise."""
    load_everything()
    yield from shapes.broken_promises()
    for path, text in pages().items():
        if not path.exists() or path.read_text() != text:
            yield f"{path.relative_to(REPOSITORY)} is not what the code says: run `run.py manage map`."


def write() -> list[Path]:
    """Write the pages that changed; return them."""
    changed = [(path, text) for path, text in pages().items() if not path.exists() or path.read_text() != text]
    for path, text in changed:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return [path for path, _text in changed]


def map_text() -> str:
    """Return docs/map.md: one section a package, one row an address."""
    known = screens()
    lines = [
        HEAD,
        "# From the screen to the code\n",
        "One word runs through everything: address, URL name, view, template, operation, event, test.",
        "`run.py manage where <address or words on the screen>` prints one chain with its lines.\n",
    ]
    for package in sorted({screen.package for screen in known}):
        rows = [_row(screen) for screen in known if screen.package == package]
        lines.append(f"## {package}\n" + table(("address", "name", "who", "view", "does", "tests"), rows))
    return "\n".join(lines)


def _row(screen: Screen) -> tuple[str, ...]:
    file = screen.place.file.removeprefix("src/project06/")
    does = [*screen.templates, *screen.queries, *screen.operations, *screen.events]
    return (
        f"{screen.method} `{screen.address}`".strip(),
        screen.name,
        screen.access,
        f"`{screen.view.rpartition('.')[2]}` in {file}",
        ", ".join(does),
        ", ".join(sorted({test.rpartition("/")[2] for test in screen.tests})),
    )
