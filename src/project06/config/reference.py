"""docs/reference.md and docs/settings.md: lists that would drift if a person kept them."""

import ast
import csv
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

from django.apps import apps
from django.core.management import get_commands, load_command_class
from django.utils.module_loading import module_has_submodule
from django.utils.translation import override

from project06.config.environment import REPOSITORY
from project06.config.screens import SOURCES
from project06.kernel.errors import list_refusals
from project06.kernel.events import list_kinds, list_receivers
from project06.kernel.jobs import list_jobs
from project06.kernel.permissions import permissions

HEAD = "<!-- Written by `run.py manage map`; do not edit. -->"
_REGISTERING = ("enums", "errors", "events", "tasks", "receivers")


def reference_text() -> str:
    """Return docs/reference.md in English: refusals, permissions, roles, events, jobs, commands."""
    load_everything()
    with override("en"):
        parts = (
            ("Refusals", ("code", "HTTP", "sentence"), _refusals()),
            ("Permissions", ("permission", "lets somebody"), _permissions()),
            ("Roles", ("role", "what it is for", "permissions"), _roles()),
            ("Events", ("event", "version", "meaning", "heard by"), _events()),
            ("Jobs", ("job", "runs by itself (UTC)", "queue", "does"), _jobs()),
            ("Commands", ("command", "does"), _commands()),
        )
        sections = [f"## {title}\n{table(head, rows)}" for title, head, rows in parts]
    return "\n".join([HEAD, "# Reference\n", *sections])


def settings_text() -> str:
    """Return docs/settings.md: every variable of the environment, and our own settings in code."""
    return "\n".join(
        [
            HEAD,
            "# Settings\n",
            "What may differ between two installations comes from the environment and is read in one module,",
            "`project06.config.environment`; a value that cannot be used ends the start with one sentence.\n",
            "## Environment\n" + table(("variable", "meaning"), _variables()),
            "A secret is read from its variable, else from the file that `<variable>_FILE` names, else from a file",
            "in the data folder that is made on first use.\n",
            "## In code\n" + table(("setting", "file", "meaning"), _own_settings()),
        ]
    )


def load_everything() -> None:
    """Import every module that registers something, so that the lists are whole."""
    for config in apps.get_app_configs():
        if config.name.startswith("project06."):
            for name in _REGISTERING:
                if module_has_submodule(config.module, name):
                    import_module(f"{config.name}.{name}")


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a Markdown table; an empty one says so."""
    names = list(head)
    lines = [_row(row) for row in rows]
    if not lines:
        return "None yet.\n"
    return "\n".join([_row(names), _row("---" for _ in names), *lines, ""])


def _row(cells: Iterable[object]) -> str:
    return "| " + " | ".join(" ".join(str(cell).split()).replace("|", "\\|") for cell in cells) + " |"


def _refusals() -> Iterator[tuple[object, ...]]:
    for each in list_refusals():
        yield f"`{each.code}`", each.status, each.sentence


def _permissions() -> Iterator[tuple[object, ...]]:
    for code, description in sorted(permissions().items()):
        yield f"`{code}`", description


def _roles() -> Iterator[tuple[object, ...]]:
    for path in sorted(SOURCES.glob("*/reference/roles.csv")):
        with path.open(encoding="utf-8", newline="") as handle:
            for role in csv.DictReader(handle):
                allowed = ", ".join(f"`{each}`" for each in role["permissions"].split())
                yield f"{role['name_en']} (`{role['code']}`)", role["description_en"], allowed


def _events() -> Iterator[tuple[object, ...]]:
    for name, kind in sorted(list_kinds().items()):
        heard = sorted(each.name for each in list_receivers().values() if each.event.name == name)
        yield f"`{name}`", kind.version, _first_line(kind.kind), ", ".join(heard) or "nobody yet"


def _jobs() -> Iterator[tuple[object, ...]]:
    for name, job in sorted(list_jobs().items()):
        yield f"`{name}`", job.cron or "", job.queue, _first_line(job.work)


def _commands() -> Iterator[tuple[object, ...]]:
    for name, package in sorted(get_commands().items()):
        if str(package).startswith("project06."):
            yield f"`{name}`", load_command_class(package, name).help


def _first_line(thing: object) -> str:
    return (thing.__doc__ or "").strip().partition("\n")[0]


def _variables() -> Iterator[tuple[object, ...]]:
    """Read the sentences below the fields of `Environment`, and the names of secrets that settings ask for."""
    tree = ast.parse((SOURCES / "config" / "environment.py").read_text())
    environment = next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == "Environment")
    for node in environment.body:
        sentence = node.value.value if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) else ""
        variable, found, meaning = str(sentence).partition(": ")
        if found and variable.startswith("`"):
            yield variable, meaning
    for path in _settings_files():
        for call in ast.walk(ast.parse(path.read_text())):
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "ENVIRONMENT.secret":
                name = ast.literal_eval(call.args[0])
                yield f"`PROJECT06_{name.upper()}`", "A secret."


def _own_settings() -> Iterator[tuple[object, ...]]:
    """Read the comment above each setting whose name begins with PROJECT06."""
    for path in _settings_files():
        lines = path.read_text().splitlines()
        for number, line in enumerate(lines):
            name = line.partition("=")[0].partition(":")[0].strip()
            if line.startswith("PROJECT06_"):
                yield f"`{name}`", path.name, " ".join(_comment_above(lines, number)) or f"`{line.partition('= ')[2]}`"


def _comment_above(lines: list[str], number: int) -> list[str]:
    words: list[str] = []
    while number and lines[number - 1].startswith("# "):
        number -= 1
        words.insert(0, lines[number].removeprefix("# "))
    return words


def _settings_files() -> list[Path]:
    return sorted((REPOSITORY / "src" / "project06" / "config" / "settings").glob("*.py"))
