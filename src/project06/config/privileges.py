"""PostgreSQL refuses to run as root: as root we start it under another user or in a user namespace."""

import os
import pwd
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

_CLONE_NEWUSER = 0x10000000
# In the namespace the server sees an ordinary user; outside it stays root.
_INSIDE_ID = 1000


class Spawn(TypedDict, total=False):
    """Keyword arguments for `subprocess` that give up root."""

    user: int
    group: int
    extra_groups: list[int]
    preexec_fn: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Owner:
    """Who the server runs as."""

    uid: int | None = None
    gid: int | None = None
    namespace: bool = False

    def own(self, path: Path) -> None:
        """Hand a folder to the server's user."""
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)

    def spawn(self) -> Spawn:
        """Return the arguments that make a child run as this user."""
        if self.namespace:
            return Spawn(preexec_fn=_enter_user_namespace)
        if self.uid is None or self.gid is None:
            return Spawn()
        return Spawn(user=self.uid, group=self.gid, extra_groups=[])


def server_uids() -> tuple[int, ...]:
    """Return the users the server may run as besides our own."""
    found = _service_user() if os.getuid() == 0 else None
    return (found.pw_uid,) if found else ()


def server_owner(data: Path, sockets: Path, binaries: Path) -> Owner:
    """Choose how to run: as ourselves; as root under the service user; behind closed folders in a namespace."""
    if os.getuid() != 0:
        return Owner()
    service = _service_user()
    data.parent.mkdir(parents=True, exist_ok=True)
    if service is None or not all(_open_to_all(path) for path in (data.parent, binaries)):
        return Owner(namespace=True)
    owner = Owner(uid=service.pw_uid, gid=service.pw_gid)
    owner.own(sockets)
    if data.exists() and data.stat().st_uid != service.pw_uid:
        return Owner(namespace=True)  # this cluster was made in a namespace and stays there
    return owner


def namespaces_work() -> bool:
    """Tell whether this machine lets us make a user namespace (containers often do not)."""
    probe = subprocess.run(
        [sys.executable, "-c", f"import os; os.unshare({_CLONE_NEWUSER})"], capture_output=True, check=False
    )
    return probe.returncode == 0


def _service_user() -> pwd.struct_passwd | None:
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    return None


def _open_to_all(path: Path) -> bool:
    """Tell whether another user can walk down to this folder."""
    return all(folder.stat().st_mode & 0o001 for folder in (path, *path.parents))


def _enter_user_namespace() -> None:
    """Become an ordinary user in a namespace of our own; root outside, so closed folders stay reachable."""
    uid, gid = os.getuid(), os.getgid()
    os.unshare(_CLONE_NEWUSER)
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{_INSIDE_ID} {uid} 1")
    Path("/proc/self/gid_map").write_text(f"{_INSIDE_ID} {gid} 1")
