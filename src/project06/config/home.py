"""The folder that holds an installation's data: writable, and used by one start at a time."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from project06.config.environment import EnvironmentFault


def prepare_folder(folder: Path) -> None:
    """Make the data folder and prove that it can be written; raise EnvironmentFault with the remedy."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f".writable-{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError as fault:
        raise EnvironmentFault(
            f"{folder} cannot be written ({fault.strerror}): give this user the right or set PROJECT06_HOME."
        ) from None


@contextmanager
def exclusive(folder: Path) -> Iterator[None]:
    """Hold the folder for this process; the kernel lets go when the process ends, however it ends."""
    with (folder / "lock").open("a+") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            handle.seek(0)
            raise AlreadyRunning(folder, handle.read().strip() or "unknown") from None
        handle.truncate(0)
        handle.write(str(os.getpid()))
        handle.flush()
        yield


class AlreadyRunning(EnvironmentFault):
    """Another start holds the folder."""

    def __init__(self, folder: Path, process: str) -> None:
        super().__init__(
            f"Project 06 already runs from {folder} (process {process}): "
            "stop it first, or set PROJECT06_HOME to another folder."
        )
