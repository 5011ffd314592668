"""The one place that reads environment variables: typed, documented, failing at start with a sentence."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

REPOSITORY = Path(__file__).resolve().parents[3]


class EnvironmentFault(Exception):
    """A setting that cannot be used; the text is one sentence with the remedy."""


class Mode(StrEnum):
    """What this process is for; it decides which conveniences exist at all."""

    PRODUCTION = "production"
    DEMO = "demo"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Database:
    """Where PostgreSQL answers: a folder with a Unix socket, or a host name."""

    host: str
    port: int
    name: str
    user: str
    password: str
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Environment:
    """Every setting that may differ between two installations of the same code."""

    mode: Mode
    """`PROJECT06_MODE`: production, demo or test; `run.py` sets it, production when nothing is said."""

    home: Path
    """`PROJECT06_HOME`: the folder of data, secrets and logs; `.project06` beside the code when nothing is said."""

    database: Database | None
    """`DATABASE_URL`: postgresql://user:password@host:5432/name; the embedded server when nothing is said."""

    allowed_hosts: tuple[str, ...]
    """`PROJECT06_ALLOWED_HOSTS`: host names that are answered, with commas; this machine's own when nothing is said."""

    public_url: str
    """`PROJECT06_PUBLIC_URL`: the address people type, https://name.example; an https address turns on transport
    security: cookies over TLS only, redirects, HSTS."""

    behind_tls_proxy: bool
    """`PROJECT06_BEHIND_TLS_PROXY`: yes when a proxy ends TLS and sets X-Forwarded-Proto itself; otherwise no."""

    @property
    def folder(self) -> Path:
        """The folder of this mode's data: demo data never mixes with real data."""
        return self.home / self.mode.value

    def secret(self, name: str) -> str:
        """Return a secret from `PROJECT06_<NAME>`, `PROJECT06_<NAME>_FILE` or a file made on first use."""
        variable = f"PROJECT06_{name.upper()}"
        if value := os.environ.get(variable):
            return value
        given = os.environ.get(f"{variable}_FILE")
        file = Path(given) if given else self.folder / "secrets" / name
        if given and not file.is_file():
            raise EnvironmentFault(f"{variable}_FILE names {file}, which cannot be read: correct the path.")
        return file.read_text().strip() if file.exists() else _new_secret(file)


def read_environment(variables: Mapping[str, str] = os.environ) -> Environment:
    """Read and check every variable of `docs/settings.md`; raise EnvironmentFault with the remedy."""
    return Environment(
        mode=_mode(variables.get("PROJECT06_MODE", Mode.PRODUCTION)),
        home=Path(variables.get("PROJECT06_HOME") or REPOSITORY / ".project06").expanduser().absolute(),
        database=parse_database_url(variables["DATABASE_URL"]) if variables.get("DATABASE_URL") else None,
        allowed_hosts=_words(variables.get("PROJECT06_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")),
        public_url=_public_url(variables.get("PROJECT06_PUBLIC_URL", "http://localhost:8000")),
        behind_tls_proxy=_switch("PROJECT06_BEHIND_TLS_PROXY", variables),
    )


def parse_database_url(url: str) -> Database:
    """Read `postgresql://user:password@host:port/name?sslmode=...`; a host may be a folder, percent-encoded."""
    help_text = "write it as postgresql://user:password@host:5432/name"
    try:
        parts = urlsplit(url)
        port = parts.port or 5432
    except ValueError as fault:
        raise EnvironmentFault(f"DATABASE_URL cannot be read ({fault}): {help_text}.") from None
    options = dict(parse_qsl(parts.query))
    host = options.pop("host", "") or unquote(parts.hostname or "")
    name = unquote(parts.path.lstrip("/"))
    if parts.scheme not in {"postgres", "postgresql"} or not host or not name:
        raise EnvironmentFault(f"DATABASE_URL is not the address of a PostgreSQL database: {help_text}.")
    return Database(
        host=host,
        port=port,
        name=name,
        user=unquote(parts.username or "project06"),
        password=unquote(parts.password or ""),
        options=tuple(sorted(options.items())),
    )


def _mode(text: str) -> Mode:
    try:
        return Mode(text)
    except ValueError:
        raise EnvironmentFault(
            f"PROJECT06_MODE is “{text}”: use one of {', '.join(mode.value for mode in Mode)}."
        ) from None


def _public_url(text: str) -> str:
    if urlsplit(text).scheme not in {"http", "https"} or not urlsplit(text).netloc:
        raise EnvironmentFault(f"PROJECT06_PUBLIC_URL is “{text}”: write it as https://name.example.")
    return text.rstrip("/")


def _switch(name: str, variables: Mapping[str, str]) -> bool:
    text = variables.get(name, "no").lower()
    if text not in {"yes", "no"}:
        raise EnvironmentFault(f"{name} is “{text}”: use yes or no.")
    return text == "yes"


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _new_secret(file: Path) -> str:
    """Write a random secret once, readable by its owner only, and return what stands in the file."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as handle:
            handle.write(secrets.token_urlsafe(48))
    except FileExistsError:
        pass  # another process of this installation was first: its secret counts
    except OSError as fault:
        raise EnvironmentFault(
            f"The secret {file} cannot be written ({fault.strerror}): make the folder writable or set PROJECT06_HOME."
        ) from None
    return file.read_text().strip()
