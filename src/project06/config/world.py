"""What stands in an installation before it opens: schema, reference data, page assets; in demo mode a small world."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import django

from project06.config.environment import REPOSITORY, Mode

# Reference data of the packages, loaded in this order; each command is safe to run twice.
LOADS = ("places_load", "agencies_load", "programme_load_steering", "programme_load")


def prepare() -> None:
    """Bring schema, reference data and page assets up to the code; quick when there is nothing to do."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project06.config.settings")
    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from project06.kernel.references import is_loaded, mark_loaded

    if _migrations_wait():
        call_command("migrate", verbosity=0, interactive=False)
    digest = _reference_digest()
    if not is_loaded("world", digest):
        for load in LOADS:
            call_command(load, write=True, verbosity=0)
        mark_loaded("world", digest)
    if settings.PROJECT06_MODE is not Mode.TEST:
        _collect_assets(Path(settings.STATIC_ROOT or ""))


def fill_demo(*, people: int) -> None:
    """Fill the demonstration world; safe to run twice."""
    from django.core.management import call_command

    from project06.kernel.references import is_loaded, mark_loaded

    del people  # the register of persons is not built yet; the option keeps its place in the command line
    digest = _reference_digest()
    if is_loaded("demo", digest):
        return
    call_command("identity_load_demo", write=True, verbosity=0)
    call_command("reporting_load_demo", write=True, verbosity=0)
    call_command("programme_load_demo_figures", write=True, verbosity=0)
    call_command("programme_load_demo", write=True, verbosity=0)
    mark_loaded("demo", digest)


def greeting(*, port: int, mode: Mode) -> str:
    """Return what the terminal shows when the pages answer."""
    address = f"http://localhost:{port}"
    lines = ["", f"Project 06 answers at {address}"]
    if mode is Mode.DEMO:
        from project06.identity import public as identity

        lines += [f"Sign in with one click at {address}/identity/demo/ as", ""]
        lines += [f"  {persona.name:<8} {persona.description}" for persona in identity.list_personas()]
    lines += ["", "Ctrl-C stops it."]
    return "\n".join(lines)


def _reference_digest() -> str:
    """Return a digest of all delivered reference data and of the code that loads it."""
    digest = hashlib.sha256()
    packages = REPOSITORY / "src" / "project06"
    files = [*packages.glob("*/reference/*"), *packages.glob("*/operations/*load*.py")]
    files += packages.glob("*/queries/personas.py")
    for file in sorted(file for file in [*files, Path(__file__)] if file.is_file()):
        digest.update(str(file.relative_to(packages)).encode() + file.read_bytes())
    return digest.hexdigest()


def _migrations_wait() -> bool:
    """Tell whether the schema lags behind the code; asking is quicker than migrating nothing."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _collect_assets(folder: Path) -> None:
    """Gather page assets under content-named copies, only when one of them changed."""
    from django.core.management import call_command

    digest = hashlib.sha256()
    for file in _asset_files():
        digest.update(f"{file}\0{file.stat().st_mtime_ns}\0{file.stat().st_size}\n".encode())
    stamp = folder / "project06-stamp"
    if stamp.is_file() and stamp.read_text() == digest.hexdigest():
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=folder.exists())
    stamp.write_text(digest.hexdigest())


def _asset_files() -> Iterator[Path]:
    for folder in (*sorted((REPOSITORY / "src" / "project06").glob("*/static")), REPOSITORY / ".project06" / "assets"):
        yield from sorted(file for file in folder.rglob("*") if file.is_file())
