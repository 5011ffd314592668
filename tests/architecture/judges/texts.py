"""What must not stand in any committed file: other people's hosts, this machine's folders, promises."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.judges.tree import Fault, Tree, judge

# Written in pieces, so that this file does not accuse itself.
_HOSTS = re.compile(
    r"https?://[^\s\"'<>]*(?:py"
    r"pi|python"
    r"hosted|npm"
    r"js|deb"
    r"ian)|\"resol"
    r"ved\"\s*:"
    r"|--(?:extra-)?ind"
    r"ex-url|--find-li"
    r"nks|^registry\s*=",
    re.IGNORECASE | re.MULTILINE,
)
_FOLDERS = re.compile(r"(?<![\w.}])/(?:wo" r"rk|ro" r"ot|ho" r"me|Us" r"ers)/\w")
_PROMISE = re.compile(r"\b(?:TO" r"DO|FIX" r"ME)\b(?!\(#\d+\))")
_CODE = frozenset({".py", ".html", ".css", ".js", ".toml", ".sql", ".svg", ".txt", ""})
_BINARY = frozenset({".png", ".ico", ".woff2", ".gz", ".pdf", ".parquet", ".mo"})


@judge
def no_registry_is_named(tree: Tree) -> Iterator[Fault]:
    """The product installs from whatever registry a machine is given; no file names one."""
    for path, number in _places(tree, _HOSTS):
        yield Fault(tree.name(path), number, "names the host of a package registry.")


@judge
def no_machine_is_named(tree: Tree) -> Iterator[Fault]:
    """No file knows the folders of the machine on which it was written."""
    for path, number in _places(tree, _FOLDERS):
        yield Fault(tree.name(path), number, "names a folder of one machine.")


@judge
def promises_have_numbers(tree: Tree) -> Iterator[Fault]:
    """What is to be done later has an issue with a number."""
    for path, number in _places(tree, _PROMISE):
        if path.suffix in _CODE:
            yield Fault(tree.name(path), number, "a promise needs the number of its issue: write it as (#123).")


def _places(tree: Tree, pattern: re.Pattern[str]) -> Iterator[tuple[Path, int]]:
    """Yield every file and line in which the pattern occurs."""
    for path in tree.files():
        if path.suffix not in _BINARY and "reference" not in path.parts:
            text = path.read_text(errors="replace")
            for match in pattern.finditer(text):
                yield path, text.count("\n", 0, match.start()) + 1
