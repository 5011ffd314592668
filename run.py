#!/usr/bin/env python3
"""Project 06, from nothing to a running platform. Standard library only; runs on Python 3.8 and newer.

python3 run.py demo            a demonstration world at http://localhost:8000
python3 run.py test            every check and every test
python3 run.py serve           the platform with real data
python3 run.py check           judge the code, without the tests
python3 run.py bench [name]    measure
python3 run.py lock            renew requirements.lock and package-lock.json
python3 run.py manage ...      administration commands
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
FLOOR = (3, 12)
PREFERRED = ("3.13", "3.14", "3.12")
COMMANDS = ("demo", "serve", "test", "check", "bench", "lock", "manage")
PROBE = "import sys, ensurepip, venv, ssl, sqlite3; print('%d.%d' % sys.version_info[:2])"


class Fault(Exception):
    """Something the person can mend; the text is one sentence that says how."""


def main(arguments):
    """Prepare the tools, then hand over to the platform's own launcher."""
    if not arguments or arguments[0] in ("-h", "--help"):
        print(__doc__.strip())
        return 0
    if arguments[0] not in COMMANDS:
        raise Fault("run.py does not know “%s”: use one of %s." % (arguments[0], ", ".join(COMMANDS)))
    if os.name != "posix":
        raise Fault("Project 06 runs on Linux and macOS: on Windows use the Windows Subsystem for Linux.")
    prepare_tools()
    if arguments[0] == "lock":
        return renew_locks()
    call([venv_python(), "-m", "project06.ui.assets"], "Page assets")
    environment = dict(os.environ, PYTHONPATH=str(ROOT / "src"), PYTHONUNBUFFERED="1")
    command = [venv_python(), "-m", "project06.config.launch"] + arguments
    os.execve(command[0], command, environment)


def prepare_tools():
    """Make `.venv` hold exactly what requirements.lock names; do nothing when it does already."""
    stamp = VENV / "project06-stamp"
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted and Path(venv_python()).exists():
        return
    check_writable(ROOT)
    with one_at_a_time(ROOT / ".setup-lock"):
        if stamp.is_file() and stamp.read_text() == wanted and Path(venv_python()).exists():
            return
        if not Path(venv_python()).exists() or not new_enough(venv_python()):
            make_venv()
        say("Installing what requirements.lock names")
        install_uv()
        uv = [
            str(VENV / "bin" / "uv"),
            "pip",
            "sync",
            "--quiet",
            "--require-hashes",
            "--python",
            venv_python(),
        ]
        call(uv + [str(LOCK)], "The packages of requirements.lock", network=True)
        stamp.write_text(wanted)


def make_venv():
    """Create `.venv` with the best Python of this machine, or with one that uv brings."""
    python = find_python()
    if python is None:
        python = bring_python()
    say("Preparing the tools with %s" % python)
    shutil.rmtree(str(VENV), ignore_errors=True)
    call([python, "-m", "venv", str(VENV)], "A virtual environment in %s" % VENV)


def find_python():
    """Return a Python that is new enough and really starts (pyenv's shims may not), or None."""
    found = {}
    for candidate in candidates():
        version = version_of(candidate)
        if version is not None and tuple(map(int, version.split("."))) >= FLOOR:
            found.setdefault(version, candidate)
    for version in PREFERRED:
        if version in found:
            return found[version]
    return found[max(found, key=lambda text: tuple(map(int, text.split("."))))] if found else None


def candidates():
    """Yield every place where a Python may be."""
    yield sys.executable
    names = ["python%s" % version for version in PREFERRED] + ["python3"]
    for name in names:
        path = shutil.which(name)
        if path:
            yield path
    pyenv = Path(os.environ.get("PYENV_ROOT", str(Path.home() / ".pyenv")))
    shared = [pyenv / "versions", Path.home() / ".local/share/uv/python", ROOT / ".project06" / "python"]
    for folder in shared:
        if folder.is_dir():
            for python in sorted(folder.glob("*/bin/python3"), reverse=True):
                yield str(python)


def version_of(python):
    """Return “3.13”, or None when it does not start or lacks what a virtual environment needs."""
    try:
        done = subprocess.run([python, "-c", PROBE], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode().strip() or None


def new_enough(python):
    """Tell whether this Python reaches the floor."""
    version = version_of(python)
    return version is not None and tuple(map(int, version.split("."))) >= FLOOR


def bring_python():
    """Let uv fetch a Python where the machine has none that is new enough."""
    say("No Python %d.%d or newer here (this one is %s): fetching one" % (FLOOR + (platform.python_version(),)))
    folder = ROOT / ".project06"
    side = folder / "uv"
    remedy = (
        "No Python %d.%d or newer was found and none could be fetched: "
        "install one (Debian: apt-get install python3.13 python3.13-venv) and run this again." % FLOOR
    )
    environment = dict(os.environ, UV_PYTHON_INSTALL_DIR=str(folder / "python"), UV_PYTHON_INSTALL_BIN="0")
    try:
        quiet = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run(quiet + ["--upgrade", "--target", str(side), "uv"], check=True, stderr=subprocess.DEVNULL)
        uv = str(side / "bin" / "uv")
        subprocess.run([uv, "python", "install", "--no-config", "3.13"], cwd=str(folder), check=True, env=environment)
    except (OSError, subprocess.CalledProcessError):
        raise Fault(remedy)
    python = find_python()
    if python is None:
        raise Fault(remedy)
    return python


def install_uv():
    """Put uv into `.venv`, at the version the lock names."""
    pinned = [line.split(" ")[0] for line in LOCK.read_text().splitlines() if line.startswith("uv==")]
    pip = [venv_python(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    call(pip + (pinned or ["uv"]), "The installer uv", network=True)


def renew_locks():
    """Resolve pyproject.toml anew; the files name no host, so any mirror serves."""
    uv = str(VENV / "bin" / "uv")
    call([uv, "lock", "--quiet", "--upgrade"], "A new resolution", network=True)
    form = [
        "--format",
        "requirements-txt",
        "--no-header",
        "--no-annotate",
        "--no-emit-project",
        "--all-groups",
    ]
    call([uv, "export", "--quiet"] + form + ["-o", str(LOCK)], "requirements.lock")
    call([venv_python(), "-m", "project06.ui.assets", "--lock"], "package-lock.json", network=True)
    prepare_tools()
    say("requirements.lock and package-lock.json are new: run the tests, then commit them")
    return 0


def call(command, what, network=False):
    """Run a command; on failure show the last lines and one sentence."""
    environment = dict(os.environ, PYTHONPATH=str(ROOT / "src"), UV_PYTHON_DOWNLOADS="never", UV_NO_PROGRESS="1")
    done = subprocess.run(command, cwd=str(ROOT), env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode == 0:
        return
    lines = done.stdout.decode(errors="replace").strip().splitlines()
    reason = lines[-1].strip() if lines else "it gave no reason"
    if network:
        raise Fault("%s could not be installed (%s): connect to a package registry and try again." % (what, reason))
    raise Fault(reason if command[1:3] == ["-m", "project06.ui.assets"] else "%s failed (%s)." % (what, reason))


def check_writable(folder):
    """Raise Fault when the set-up has nowhere to write."""
    if not os.access(str(folder), os.W_OK):
        raise Fault("%s cannot be written: give this user the right, or clone into a folder of yours." % folder)


class one_at_a_time:  # noqa: N801 - reads as a phrase
    """Hold a lock file while two set-ups could meet; a lock of a killed run is released by the system."""

    def __init__(self, path):
        self.path = path

    def __enter__(self):
        import fcntl

        self.handle = open(str(self.path), "w")
        fcntl.flock(self.handle, fcntl.LOCK_EX)

    def __exit__(self, *_reason):
        self.handle.close()


def venv_python():
    """Return the path of our own interpreter."""
    return str(VENV / "bin" / "python")


def say(text):
    """Tell what happens now, with the second since the start."""
    print("[%4.1f s] %s" % (time.monotonic() - STARTED, text), flush=True)


STARTED = time.monotonic()

if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Fault as fault:
        print(fault, file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
