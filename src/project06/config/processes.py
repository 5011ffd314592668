"""The children of a running installation: the web server and the worker, stopped together within ten seconds."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import FrameType

from project06.config.environment import EnvironmentFault

_STOP_SECONDS = 7.0
_READY_SECONDS = 60.0
_PORT_SECONDS = 4.0
# Linux: the signal that a process gets when its parent ends (prctl(2)).
_SET_PARENT_DEATH_SIGNAL = 1


def check_port(port: int) -> None:
    """Raise EnvironmentFault when something else listens there, and goes on doing so.

    The children of a killed run need a moment to end.
    """
    deadline = time.monotonic() + _PORT_SECONDS
    while fault := _bind_fault(port):
        if time.monotonic() > deadline:
            raise EnvironmentFault(f"Port {port} cannot be used ({fault}): choose another with --port.")
        time.sleep(0.1)


def _bind_fault(port: int) -> str:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as fault:
            return fault.strerror or "no reason given"
    return ""


def web_command(port: int, *, workers: int) -> list[str]:
    """Return Granian's command line: sync WSGI, few threads, access log off (addresses may identify)."""
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)),
        *("--workers", str(workers), "--blocking-threads", "4", "--respawn-failed-workers"),
        *("--workers-kill-timeout", "5", "--log-level", "warning", "--no-access-log"),
        "project06.config.wsgi:application",
    ]


def worker_command() -> list[str]:
    """Return the command line of the job worker."""
    return [sys.executable, "-m", "project06.config.manage", "run_worker"]


@dataclass(slots=True)
class Children:
    """Processes that live and end together."""

    environment: Mapping[str, str]
    _running: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, command: Sequence[str]) -> None:
        """Start one child in its own session, so that Ctrl-C reaches us first."""
        environment = dict(self.environment)
        child = subprocess.Popen(command, env=environment, start_new_session=True, preexec_fn=_end_with_parent)  # noqa: PLW1509 - we have one thread
        self._running.append(child)

    def wait(self) -> int:
        """Wait until a child ends by itself; return its exit code."""
        while True:
            for child in self._running:
                if (code := child.poll()) is not None:
                    return code
            time.sleep(0.2)

    def stop(self) -> None:
        """Ask every child to end; after seven seconds insist."""
        for child in self._running:
            if child.poll() is None:
                child.terminate()
        deadline = time.monotonic() + _STOP_SECONDS
        for child in self._running:
            try:
                child.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                os.killpg(child.pid, signal.SIGKILL)
                child.wait()


def _end_with_parent() -> None:
    """Ask the system to end this child when the launcher is killed, so that nothing keeps the port."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGTERM)


class Stopped(BaseException):
    """SIGTERM arrived."""


def stop_on_sigterm() -> None:
    """Turn SIGTERM into an exception, so that every `finally` runs."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise Stopped

    signal.signal(signal.SIGTERM, stop)


def wait_until_answers(port: int) -> None:
    """Return when the health page answers; raise EnvironmentFault when it never does."""
    deadline = time.monotonic() + _READY_SECONDS
    address = f"http://127.0.0.1:{port}/healthy/"
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
    raise EnvironmentFault(f"The pages did not answer on port {port} within {_READY_SECONDS:.0f} s.")
