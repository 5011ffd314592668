"""One word runs through everything: what answers an address, from the address to the tests.

`run.py manage where` prints one chain, docs/map.md lists them all. The chain is read from the code: names used in a
view are looked up where the view lives, so a renamed operation or template cannot hide.
"""

import ast
import inspect
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.functional import Promise

from project06.config.environment import REPOSITORY
from project06.kernel.access import Access, access_of, rest_operations

SOURCES = REPOSITORY / "src" / "project06"
_DEPTH = 4  # a view may call a presenter that calls a presenter; beyond that it is not the view's chain

type View = Callable[..., Any]  # Any: views take what their address contains


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Screen:
    """One address (and, for REST, one method) with everything behind it."""

    method: str
    address: str
    name: str
    access: str
    view: str
    place: Place
    templates: tuple[str, ...]
    queries: tuple[str, ...]
    operations: tuple[str, ...]
    events: tuple[str, ...]
    tests: tuple[str, ...]

    @property
    def package(self) -> str:
        """The package that answers."""
        return self.place.file.split("/")[2]


@dataclass(slots=True)
class _Found:
    """What the code of a view mentions, collected on the way down."""

    templates: set[str]
    queries: dict[str, FunctionType]
    operations: dict[str, FunctionType]
    events: set[str]
    seen: set[object]


@cache
def screens() -> list[Screen]:
    """Return every address that this house answers itself, sorted by address."""
    found = [screen for address, pattern, names in addresses() for screen in _screens_of(address, pattern, names)]
    return sorted(found, key=lambda screen: (screen.address, screen.method))


def addresses(
    resolver: URLResolver | None = None, prefix: str = "/", namespaces: tuple[str, ...] = ()
) -> Iterator[tuple[str, URLPattern, tuple[str, ...]]]:
    """Yield every address below a resolver (all of them without one) with its pattern and namespaces."""
    for each in (resolver or get_resolver()).url_patterns:
        address = prefix + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", str(each.pattern))
        if isinstance(each, URLPattern):
            yield address, each, namespaces
        else:
            inner = (*namespaces, each.namespace) if each.namespace else namespaces
            yield from addresses(each, address, inner)


def _screens_of(address: str, pattern: URLPattern, namespaces: tuple[str, ...]) -> Iterator[Screen]:
    name = ":".join((*namespaces, pattern.name or ""))
    paths = rest_operations(pattern.callback)
    if paths is None:
        if _is_ours(pattern.callback):
            yield _screen("", address, name, pattern.callback, access_of(pattern.callback))
        return
    for operation in paths.operations:
        own = f"{name.rpartition(':')[0]}:{_own_name(pattern, operation.view_func)}"
        for method in sorted(operation.methods):
            yield _screen(method, address, own, operation.view_func, access_of(pattern.callback, method))


def _own_name(pattern: URLPattern, view: View) -> str:
    package = view.__module__.split(".")[1]
    return pattern.name or f"{package}-{view.__name__}"


def _is_ours(view: View) -> bool:
    return _code_of(view).__module__.startswith("project06.")


def _screen(method: str, address: str, name: str, callback: View, access: Access | None) -> Screen:
    code = _code_of(callback)
    found = _Found(templates=set(), queries={}, operations={}, events=set(), seen=set())
    _follow(code, found, depth=0)
    for operation in list(found.operations.values()):
        _follow(operation, found, depth=_DEPTH)  # what it publishes
    return Screen(
        method=method,
        address=address,
        name=name,
        access=_said(access),
        view=f"{code.__module__.removeprefix('project06.')}.{code.__qualname__}",
        place=_place(code),
        templates=tuple(sorted(found.templates)),
        queries=tuple(sorted(found.queries)),
        operations=tuple(sorted(found.operations)),
        events=tuple(sorted(found.events)),
        tests=tuple(files_testing(address, name, found.operations)),
    )


def _said(access: Access | None) -> str:
    if access is None:
        return "nobody"
    return access.permission or access.entry.value


def _code_of(view: View) -> View:
    """Return the function or class that somebody wrote, below decorators and `as_view`."""
    inner: View = inspect.unwrap(getattr(view, "view_class", view))
    return inner if hasattr(inner, "__qualname__") else type(inner)


def _place(code: View) -> Place:
    file = inspect.getsourcefile(code) or ""
    line = inspect.getsourcelines(code)[1]
    path = Path(file)
    return Place(str(path.relative_to(REPOSITORY)) if path.is_relative_to(REPOSITORY) else path.name, line)


def _follow(code: View, found: _Found, *, depth: int) -> None:
    """Collect what the code of one function or class mentions, and what its own helpers mention."""
    if code in found.seen:
        return
    found.seen.add(code)
    names = vars(inspect.getmodule(code) or ModuleType("nowhere"))
    for node in ast.walk(_tree_of(code)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            _note_template(node.value, found)
        elif isinstance(node, ast.Name | ast.Attribute):
            _note(_value(node, names), code, found, depth=depth)


@cache
def _tree_of(code: View) -> ast.AST:
    return ast.parse(textwrap.dedent(inspect.getsource(code)))


def _note_template(text: str, found: _Found) -> None:
    if text.endswith((".html", ".txt")) and "/" in text:
        found.templates.add(text)


def _note(value: object, caller: View, found: _Found, *, depth: int) -> None:
    if isinstance(value, str) and not isinstance(value, Promise):
        _note_template(value, found)
    if not isinstance(value, FunctionType | type) or not value.__module__.startswith("project06."):
        return
    _, package, layer, *_rest = (*value.__module__.split("."), "", "")
    inner = inspect.unwrap(value)
    if isinstance(inner, FunctionType) and layer == "queries" and not inner.__name__.startswith("_"):
        found.queries[inner.__name__] = inner
    elif hasattr(value, "operation_name"):
        found.operations[inner.__name__] = inner
    elif isinstance(value, type) and layer == "events":
        found.events.add(value.__name__)
    elif depth < _DEPTH and layer in {"web", "rest"} and package == caller.__module__.split(".")[1]:
        _follow(inner, found, depth=depth + 1)


def _value(node: ast.Name | ast.Attribute, names: dict[str, Any]) -> object:
    """Return what a name means where it is written; None when it is local to the function."""
    if isinstance(node, ast.Name):
        return names.get(node.id)
    if isinstance(node.value, ast.Name) and isinstance(names.get(node.value.id), ModuleType):
        return getattr(names[node.value.id], node.attr, None)
    return None


@cache
def _test_files() -> dict[str, str]:
    files = [*SOURCES.glob("*/tests/**/*.py"), *(REPOSITORY / "tests").glob("*/*.py")]
    return {
        str(path.relative_to(REPOSITORY)): path.read_text()
        for path in sorted(files)
        if path.parent.name not in {"architecture", "load"}  # about the code, and about its speed
    }


def files_testing(address: str, name: str, operations: Iterable[str]) -> list[str]:
    """Return the test files that name a screen by its URL name or address, or call one of its operations.

    A file that asks many addresses of one package may write the package's part, or the part up to the thing, once
    and the rest where it asks: `f"{task}/acceptances"`, `act(task, "accept_task_evidence")`.
    """
    words = [rf"[\"'}}]{_as_asked(address)}[\"'?]", rf"[\"']{re.escape(name)}[\"']"]
    wanted = re.compile("|".join([*words, *(rf"\b{each}\(" for each in operations)]))
    root = "/".join(address.split("/")[: 4 if address.startswith("/api/") else 2])
    rest = address.removeprefix(root).lstrip("/")
    package, _, view = name.removeprefix("api:").replace("-", ":").partition(":")
    last = address.rpartition("}")[2].strip("/")
    parts = [rf"[\"'/}}]{_as_asked(rest)}[\"'?]"]
    parts += [rf"}}/?{re.escape(last)}/?[\"'?]"] if "}" in address and re.match(r"\w", last) else []
    parts += [rf"[\"']{re.escape(view)}[\"']"] if view else []
    below = re.compile("|".join(parts))
    return [
        file
        for file, text in _test_files().items()
        if wanted.search(text) or (rest and (root in text or f"{package}:" in text) and below.search(text))
    ]


def _as_asked(address: str) -> str:
    """Return a pattern for an address in which parameters have values."""
    return re.sub(r"\\{\w+\\}", "[^/\"']+", re.escape(address))
