"""One folder with just what pages need, rebuilt when the lock or our own style sheets change."""

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .faults import AssetFault
from .map_shapes import read_shapes
from .node import npm_command, run_npm
from .stylesheet import OWN_STYLES, bundle

REPOSITORY = Path(__file__).resolve().parents[4]
# The assets belong to the checkout, as .venv does; PROJECT06_HOME holds the data of an installation.
HOME = REPOSITORY / ".project06"
NPM_FILES = ("package.json", "package-lock.json", ".npmrc")
OWN_FOLDER = Path(__file__).resolve().parents[1] / "css"

# Two weights of one family keep the first view small; the other scripts load only where their letters occur.
FONTS = {
    "@fontsource/be-vietnam-pro": tuple(
        f"be-vietnam-pro-{subset}-{weight}-normal.woff2"
        for subset in ("latin", "latin-ext", "vietnamese")
        for weight in (400, 600)
    ),
    "@fontsource/noto-sans-devanagari": ("noto-sans-devanagari-devanagari-400-normal.woff2",),
    "@fontsource/inter": tuple(f"inter-cyrillic-{weight}-normal.woff2" for weight in (400, 600)),
}

# Whole typefaces for printed documents: a typesetter reads no subsets and no web compression.
DOCUMENT_FONTS = {
    "@expo-google-fonts/be-vietnam-pro": ("400Regular", "400Regular_Italic", "600SemiBold", "700Bold"),
    "@expo-google-fonts/inter": ("400Regular", "600SemiBold", "700Bold"),
    "@expo-google-fonts/noto-sans-devanagari": ("400Regular", "600SemiBold", "700Bold"),
}


def prepare(home: Path) -> bool:
    """Fill `home/assets`; return whether there was something to do. Raises AssetFault with the remedy."""
    fingerprint = _fingerprint()
    stamp = home / "assets" / "fingerprint"
    if stamp.is_file() and stamp.read_text() == fingerprint:
        return False
    try:
        with _alone(home):
            _assemble(home, _install(home), fingerprint)
    except OSError as fault:
        raise AssetFault(
            f"The assets cannot be written below {home} ({fault.strerror or fault}): "
            "make the folder writable, or clone into a folder of yours."
        ) from None
    return True


def renew_lock(home: Path) -> None:
    """Resolve package.json anew into package-lock.json, which names no host. Raises AssetFault."""
    npm = npm_command(home / "node", REPOSITORY / "assets-node.txt")
    run_npm(npm, ["install", "--package-lock-only"], REPOSITORY)


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Let one set-up at a time fetch and build; the lock of a killed one is released by the system."""
    home.mkdir(parents=True, exist_ok=True)
    with (home / "assets.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _fingerprint() -> str:
    """Digest of everything the result depends on: the lock, our style sheets and this code."""
    digest = hashlib.sha256((REPOSITORY / "package-lock.json").read_bytes())
    for file in (*(OWN_FOLDER / name for name in OWN_STYLES), *sorted(Path(__file__).parent.glob("*.py"))):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _install(home: Path) -> Path:
    """Install the locked packages unless this very lock is installed already; return node_modules."""
    folder = home / "npm"
    lock = (REPOSITORY / "package-lock.json").read_bytes()
    stamp = folder / "installed"
    digest = hashlib.sha256(lock).hexdigest()
    if not stamp.is_file() or stamp.read_text() != digest:
        folder.mkdir(exist_ok=True)
        for name in NPM_FILES:
            shutil.copyfile(REPOSITORY / name, folder / name)
        run_npm(npm_command(home / "node", REPOSITORY / "assets-node.txt"), ["ci"], folder)
        stamp.write_text(digest)
    return folder / "node_modules"


def _assemble(home: Path, packages: Path, fingerprint: str) -> None:
    """Build beside the old folder and change places, so that a running server never sees half of it."""
    fresh = home / f"assets.{os.getpid()}"
    shutil.rmtree(fresh, ignore_errors=True)
    (fresh / "static" / "vendor" / "fonts").mkdir(parents=True)
    (fresh / "data").mkdir()
    (fresh / "tests").mkdir()
    _copy_fonts(packages, fresh / "static" / "vendor" / "fonts")
    _copy_document_fonts(packages, fresh / "fonts")
    (fresh / "static" / "vendor" / "project06.css").write_text(bundle(packages, OWN_FOLDER))
    shapes = read_shapes(packages / "@svg-maps" / "vietnam" / "index.js")
    (fresh / "data" / "vietnam.json").write_text(json.dumps(shapes, ensure_ascii=False, indent=0))
    shutil.copyfile(packages / "axe-core" / "axe.min.js", fresh / "tests" / "axe.min.js")
    (fresh / "fingerprint").write_text(fingerprint)
    current, old = home / "assets", home / f"assets.old.{os.getpid()}"
    if current.exists():
        current.rename(old)
    fresh.rename(current)
    shutil.rmtree(old, ignore_errors=True)


def _copy_fonts(packages: Path, target: Path) -> None:
    for package, names in FONTS.items():
        for name in names:
            shutil.copyfile(packages / package / "files" / name, target / name)
        # The Open Font License travels with the typeface.
        shutil.copyfile(packages / package / "LICENSE", target / f"{package.split('/')[1]}-LICENSE.txt")


def _copy_document_fonts(packages: Path, target: Path) -> None:
    target.mkdir()
    for package, weights in DOCUMENT_FONTS.items():
        for weight in weights:
            (file,) = (packages / package / weight).glob("*.ttf")
            shutil.copyfile(file, target / file.name)
        shutil.copyfile(packages / package / "LICENSE_FONT", target / f"{package.split('/')[1]}-LICENSE.txt")
