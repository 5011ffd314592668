"""These tests start the platform as a person would: another process, a folder of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]


class Platform:
    """One started `run.py`, with everything it said."""

    def __init__(self, home: Path, *arguments: str, **variables: str) -> None:
        inherited = {key: value for key, value in os.environ.items() if not key.startswith("PROJECT06_")}
        for name in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "PYTHONPATH"):
            inherited.pop(name, None)
        self.output = home.with_suffix(".output")
        with self.output.open("wb") as handle:
            self.process = subprocess.Popen(
                [sys.executable, "run.py", *arguments],
                cwd=REPOSITORY,
                env={**inherited, "PROJECT06_HOME": str(home), **variables},
                stdout=handle,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )

    def said(self) -> str:
        return self.output.read_text()

    def wait(self, seconds: float = 60) -> int:
        return self.process.wait(seconds)

    def wait_for(self, port: int, seconds: float = 90) -> None:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            assert self.process.poll() is None, self.said()
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthy/", timeout=2):
                    return
            except OSError:
                time.sleep(0.1)
        raise AssertionError(self.said())

    def wait_to_say(self, words: str, seconds: float = 90) -> None:
        deadline = time.monotonic() + seconds
        while words not in self.said():
            assert time.monotonic() < deadline, self.said()
            assert self.process.poll() is None, self.said()
            time.sleep(0.1)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> float:
        """Send the signal; return the seconds until the process ended."""
        started = time.monotonic()
        self.process.send_signal(how)
        self.process.wait(30)
        return time.monotonic() - started


@pytest.fixture
def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[object]:
    started: list[Platform] = []

    def start_platform(*arguments: str, home: Path | None = None, **variables: str) -> Platform:
        platform = Platform(home or tmp_path / "home", *arguments, **variables)
        started.append(platform)
        return platform

    yield start_platform
    for platform in started:
        if platform.process.poll() is None:
            platform.process.kill()
            platform.process.wait()
