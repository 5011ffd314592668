"""The judgement of the code: what `run.py check` and `run.py test` run, in order, with progress."""

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from project06.config.environment import REPOSITORY


@dataclass(frozen=True, slots=True)
class Step:
    """One judge: its name on the screen and its command line."""

    name: str
    command: Sequence[str]
    shows_output: bool = False


def _tool(name: str, *arguments: str) -> tuple[str, ...]:
    return (str(Path(sys.executable).with_name(name)), *arguments)


def _manage(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "project06.config.manage", *arguments)


CHECKS = (
    Step("types (mypy strict)", _tool("mypy")),
    Step("style (ruff)", _tool("ruff", "check", ".")),
    Step("format (ruff)", _tool("ruff", "format", "--check", ".")),
    Step("walls of the house (import-linter)", _tool("lint-imports")),
    Step("dependencies (deptry)", _tool("deptry", "src")),
    Step("migrations match models", _manage("makemigrations", "--check", "--dry-run")),
    Step("system check", _manage("check", "--fail-level", "WARNING")),
    Step("OpenAPI matches code", _manage("openapi", "--check")),
    Step("map matches code", _manage("map", "--check")),
    Step("texts in six languages", _manage("messages", "--check")),
)


def pytest_step(arguments: Sequence[str]) -> Step:
    """Return the step that runs pytest with these arguments."""
    return Step("tests (pytest)", (sys.executable, "-m", "pytest", *arguments), shows_output=True)


TESTS = (pytest_step(("-n", "2", "--dist", "loadgroup", "--durations", "10")),)


def run(steps: Iterable[Step]) -> int:
    """Run the quiet steps two at a time, the others alone; return 1 when any failed."""
    started = time.monotonic()
    failed = [step.name for step, ok in _results(tuple(steps)) if not ok]
    seconds = time.monotonic() - started
    if failed:
        print(f"Failed after {seconds:.0f} s: {', '.join(failed)}.", flush=True)
        return 1
    print(f"All good in {seconds:.0f} s.", flush=True)
    return 0


def _results(steps: tuple[Step, ...]) -> Iterator[tuple[Step, bool]]:
    quiet = [step for step in steps if not step.shows_output]
    with ThreadPoolExecutor(max_workers=2) as pool:
        yield from zip(quiet, pool.map(_judge, quiet), strict=True)
    for step in steps:
        if step.shows_output:
            yield step, _judge(step)


def _judge(step: Step) -> bool:
    started = time.monotonic()
    output = None if step.shows_output else subprocess.PIPE
    if step.shows_output:
        print(f"… {step.name}", flush=True)
    done = subprocess.run(
        step.command,
        cwd=REPOSITORY,
        env=_environment(),
        stdout=output,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    mark = "ok  " if done.returncode == 0 else "FAIL"
    text = f"{mark} {step.name} ({time.monotonic() - started:.1f} s)"
    print(text if done.returncode == 0 or step.shows_output else f"{text}\n{done.stdout}", flush=True)
    return done.returncode == 0


def _environment() -> dict[str, str]:
    source = str(REPOSITORY / "src")
    return {**os.environ, "PYTHONPATH": source, "PYTHONWARNINGS": os.environ.get("PYTHONWARNINGS", "")}
