"""A started platform survives what happens to processes: a kill, a second start, Ctrl-C."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from project06.config.postgres import EmbeddedServer, embedded_address

REPOSITORY = Path(__file__).resolve().parents[2]
# A few of each kind: reading, writing, searching, triggers, jobs. The whole suite passes there as well.
SMOKE = (
    "src/project06/evidence/tests/test_write_record.py",
    "src/project06/places/tests/test_search_units.py",
    "src/project06/portal/tests",
)
pytestmark = pytest.mark.bootstrap


def _query(folder: Path, statement: str) -> list[tuple[object, ...]]:
    address = embedded_address(folder)
    with psycopg.connect(host=address.host, user=address.user, dbname=address.name, autocommit=True) as connection:
        cursor = connection.execute(statement)
        return cursor.fetchall() if cursor.description else []


def test_it_survives_a_kill_refuses_a_twin_and_stops_on_ctrl_c(start, free_port: int, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    first = start("serve", "--port", str(free_port))
    first.wait_for(free_port)
    folder = tmp_path / "home" / "production"
    _query(folder, "create table survivor as select 42 as answer")

    twin = start("serve", "--port", str(free_port + 1))
    assert twin.wait() == 1
    assert f"(process {first.process.pid})" in twin.said()
    assert "Traceback" not in twin.said()

    os.killpg(first.process.pid, signal.SIGKILL)
    first.process.wait()
    second = start("serve", "--port", str(free_port))
    second.wait_to_say("answers at")

    assert _query(folder, "select answer from survivor") == [(42,)]
    assert second.stop(signal.SIGINT) < 10
    assert not (folder / "postgres" / "postmaster.pid").exists()


def test_it_forgets_a_pid_file_whose_process_is_gone(tmp_path: Path) -> None:
    server = EmbeddedServer(tmp_path / "test", durable=False)
    server.start()
    server.stop()
    # Our own pid lives but is no server: a pid is reused after a restart of the machine.
    (server.data / "postmaster.pid").write_text(f"{os.getpid()}\n{server.data}\n")

    server.start()

    assert server.running()
    server.stop()


def test_it_recovers_when_the_server_outlives_its_launcher(tmp_path: Path) -> None:
    orphan = EmbeddedServer(tmp_path / "test", durable=False)
    orphan.start()

    heir = EmbeddedServer(tmp_path / "test", durable=False)
    heir.start()

    assert heir.running()
    heir.stop()
    orphan.stop()


def test_the_very_same_tests_pass_on_a_server_given_by_address(tmp_path: Path, free_port: int) -> None:
    server = EmbeddedServer(tmp_path / "elsewhere", durable=False, tcp_port=free_port)
    server.start()
    url = f"postgresql://project06@127.0.0.1:{free_port}/project06"
    variables = {key: value for key, value in os.environ.items() if not key.startswith(("PROJECT06_", "PYTEST_"))}

    done = subprocess.run(
        [sys.executable, "run.py", "test", *SMOKE],
        cwd=REPOSITORY,
        env={**variables, "DATABASE_URL": url, "PROJECT06_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        check=False,
    )

    server.stop()
    assert done.returncode == 0, done.stdout + done.stderr
    assert " passed" in done.stdout
