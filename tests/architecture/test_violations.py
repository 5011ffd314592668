"""Every wall holds: a deliberate violation in a copy of the tree meets the judge who must object."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from tests.architecture.judges import documents, models, operations, sizes, templates, texts, views  # noqa: F401
from tests.architecture.judges.tree import JUDGES, REPOSITORY, Tree
from tests.architecture.seeds import SEEDS, SRC, Seed

_TOOLS = {
    "lint-imports": ("lint-imports", "--no-cache"),
    "ruff": ("ruff", "check", "--no-cache", "--output-format", "concise", "src"),
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the judges read; made once, each violation is taken back."""
    root = tmp_path_factory.mktemp("house")
    # Tests are judged where they stand; without them the copy is half as large.
    left_out = shutil.ignore_patterns("__pycache__", "reference", "*.mo", "css", "assets", "test_*.py", "conftest.py")
    shutil.copytree(REPOSITORY / "src", root / "src", ignore=left_out)
    shutil.copytree(REPOSITORY / "docs", root / "docs")
    for name in (".importlinter", "pyproject.toml"):
        shutil.copy(REPOSITORY / name, root / name)
    return root


@pytest.fixture(scope="module")
def known(copy: Path) -> Callable[[str], list[str]]:
    """What a judge says about the clean copy, asked once."""
    return cache(lambda judge: _objections(judge, copy))


@pytest.mark.parametrize("seed", SEEDS, ids=str)
def test_breaks_the_build(seed: Seed, copy: Path, known: Callable[[str], list[str]]) -> None:
    before = known(seed.judge)

    with _sown(seed, copy):
        after = _objections(seed.judge, copy)

    new = [line for line in after if line not in before]
    assert any(seed.says in line for line in new), "\n".join(["the build would pass:", *new])


@pytest.mark.parametrize("tool", ["lint-imports", "ruff"])
def test_leaves_a_clean_tree_alone(tool: str, copy: Path) -> None:
    done = _run(tool, copy)

    assert done.returncode == 0, done.stdout


def test_tries_every_judge_that_reads_code() -> None:
    """A judge nobody ever saw objecting proves nothing."""
    tried = {seed.judge for seed in SEEDS}

    assert not JUDGES.keys() - tried


@contextmanager
def _sown(seed: Seed, root: Path) -> Iterator[None]:
    """Write the violation, and take it back."""
    path = root / seed.file
    old = path.read_text() if path.exists() else None
    made = [parent for parent in path.parents if not parent.exists()]
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".py" and seed.judge != "folders_are_packages":
        for parent in made:
            (parent / "__init__.py").touch()
    path.write_text(old.replace(seed.instead_of, seed.text) if old and seed.instead_of else (old or "") + seed.text)
    try:
        yield
    finally:
        if old is None:
            path.unlink(missing_ok=True)
        else:
            path.write_text(old)
        if made:
            shutil.rmtree(made[-1])


def _objections(name: str, root: Path) -> list[str]:
    """Return what a judge or a tool has to say about the copy, a line each."""
    if name == "messages":
        return _texts(root)
    if name in _TOOLS:
        return _run(name, root).stdout.splitlines()
    return [str(fault) for fault in JUDGES[name](Tree(root))]


def _run(name: str, root: Path) -> subprocess.CompletedProcess[str]:
    tool, *arguments = _TOOLS[name]
    return subprocess.run(
        [str(Path(sys.executable).with_name(tool)), *arguments],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root / "src"), "NO_COLOR": "1", "COLUMNS": "500"},
        capture_output=True,
        text=True,
        check=False,
    )


def _texts(root: Path) -> list[str]:
    """Ask the copy's own catalogue tool."""
    spec = importlib.util.spec_from_file_location("messages_of_the_copy", root / SRC / "config" / "messages.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.LANGUAGES = ("vi",)  # one language is proof enough
    return list(module.faults())
