"""What must not stand in any committed file: other people's hosts, this machine's folders, promises."""

import re
from collections.abc import Iterator

from tests.architecture.judges.tree import Fault, Tree, judge

# Written in pieces, so that this file does not accuse itself.
_HOSTS = re.compile(r"https?://[^\s\"'<>]*(?:py" r"pi|python" r"hosted|npm" r"js|deb" r"ian)", re.IGNORECASE)
_RESOLVED = re.compile(r"\"resol" r"ved\"\s*:")
_INDEX = re.compile(r"--(?:extra-)?ind" r"ex-url|--find-li" r"nks|^registry\s*=", re.MULTILINE)
_FOLDERS = re.compile(r"(?<![\w.}])/(?:wo" r"rk|ro" r"ot|ho" r"me|Us" r"ers)/\w")
_PROMISE = re.compile(r"\b(?:TO" r"DO|FIX" r"ME)\b(?!\(#\d+\))")
_CODE = frozenset({".py", ".html", ".css", ".js", ".toml", ".sql", ".svg", ".txt", ""})
_BINARY = frozenset({".png", ".ico", ".woff2", ".gz", ".pdf", ".parquet", ".mo"})


@judge
def no_registry_is_named(tree: Tree) -> Iterator[Fault]:
    """The product installs from whatever registry a machine is given; no file names one."""
    for name, number, line in _lines(tree):
        if _HOSTS.search(line) or _RESOLVED.search(line) or _INDEX.search(line):
            yield Fault(name, number, "names the host of a package registry.")


@judge
def no_machine_is_named(tree: Tree) -> Iterator[Fault]:
    """No file knows the folders of the machine on which it was written."""
    for name, number, line in _lines(tree):
        if _FOLDERS.search(line):
            yield Fault(name, number, "names a folder of one machine.")


@judge
def promises_have_numbers(tree: Tree) -> Iterator[Fault]:
    """What is to be done later has an issue with a number."""
    for name, number, line in _lines(tree):
        if _PROMISE.search(line) and "." + name.rpartition(".")[2] in _CODE:
            yield Fault(name, number, "a promise needs the number of its issue: write it as (#123).")


def _lines(tree: Tree) -> Iterator[tuple[str, int, str]]:
    for path in tree.files():
        if path.suffix not in _BINARY and "reference" not in path.parts:
            for number, line in enumerate(path.read_text(errors="replace").splitlines(), start=1):
                yield tree.name(path), number, line
