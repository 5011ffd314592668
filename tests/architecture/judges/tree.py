"""The source tree as judges see it."""

import ast
import configparser
import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]

# These packages are not layered inside: the ground, the looks and the wiring.
FOUNDATION = frozenset({"kernel", "ui", "config"})

# Folders that are made, not written.
_MADE = frozenset({".git", ".venv", ".project06", "node_modules", "__pycache__"})


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """A broken rule: where it is broken and what to do."""

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.sentence}"


@dataclass(frozen=True)
class Module:
    """One Python file of the product, with its place in the house."""

    path: Path
    file: str  # from the root of the repository
    parts: tuple[str, ...]  # below src/project06, without suffix

    @cached_property
    def text(self) -> str:
        """The source."""
        return self.path.read_text()

    @property
    def tree(self) -> ast.Module:
        """The parsed source."""
        return _parse(self.text)

    @property
    def package(self) -> str:
        """The room of the house."""
        return self.parts[0]

    @property
    def layer(self) -> str:
        """The role inside the room: models, operations, web ..."""
        return self.parts[1] if len(self.parts) > 1 else ""

    @property
    def is_test(self) -> bool:
        """Whether this is test code."""
        return "tests" in self.parts

    @property
    def is_migration(self) -> bool:
        """Whether this is a migration."""
        return "migrations" in self.parts

    def fault(self, node: ast.AST | int, sentence: str) -> Fault:
        """Return a fault at a node or line of this module."""
        return Fault(self.file, node if isinstance(node, int) else getattr(node, "lineno", 1), sentence)


class Tree:
    """A repository, or a copy of one."""

    def __init__(self, root: Path = REPOSITORY) -> None:
        self.root = root
        self.sources = root / "src" / "project06"

    def modules(self) -> list[Module]:
        """Return every Python file of the product, tests and migrations included."""
        return self._modules

    def product(self) -> list[Module]:
        """Return what runs in production."""
        return [each for each in self.modules() if not each.is_test and not each.is_migration]

    def layer(self, name: str) -> list[Module]:
        """Return the modules of one role in every domain package."""
        return [each for each in self.product() if each.layer == name and each.package not in FOUNDATION]

    def packages(self) -> list[str]:
        """Return the rooms of the house that exist."""
        return sorted(path.parent.name for path in self.sources.glob("*/__init__.py"))

    def files(self) -> list[Path]:
        """Return every file that is committed or waits to be."""
        if (self.root / ".git").exists():
            listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
            names = subprocess.run(listing, cwd=self.root, capture_output=True, check=True, text=True).stdout
            found: Iterable[Path] = (self.root / name for name in names.split("\0") if name)
        else:
            found = (path for path in self.root.rglob("*") if not _MADE & set(path.relative_to(self.root).parts))
        return sorted({path for path in found if path.is_file()})

    def templates(self) -> list[Path]:
        """Return every Django template."""
        return sorted(path for path in self.sources.glob("*/templates/**/*") if path.is_file())

    def name(self, path: Path) -> str:
        """Return a path as it is written in faults."""
        return str(path.relative_to(self.root))

    def ranks(self) -> dict[str, int]:
        """Return how high each package stands, from the order of .importlinter; a package not there has none."""
        layers = self.contract("packages")["layers"].split("\n")
        tiers = [[word.strip(" ()") for word in tier.split("|")] for tier in layers if tier.strip()]
        return {name: height for height, tier in enumerate(reversed(tiers)) for name in tier}

    def contract(self, name: str) -> configparser.SectionProxy:
        """Return one contract of .importlinter."""
        parser = configparser.ConfigParser()
        parser.read(self.root / ".importlinter")
        return parser[f"importlinter:contract:{name}"]

    @cached_property
    def _modules(self) -> list[Module]:
        files = sorted(self.sources.rglob("*.py"))
        return [self._module(path) for path in files if not _MADE & set(path.relative_to(self.root).parts)]

    def _module(self, path: Path) -> Module:
        parts = path.relative_to(self.sources).with_suffix("").parts
        return Module(path, self.name(path), parts)


type Judge = Callable[[Tree], Iterator[Fault]]

JUDGES: dict[str, Judge] = {}


def judge(function: Judge) -> Judge:
    """Put a judge on the list of those that every build must pass."""
    JUDGES[function.__name__] = function
    return function


@lru_cache(maxsize=4096)
def _parse(text: str) -> ast.Module:
    return ast.parse(text)


def functions_of(module: Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method of a module."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def name_of(node: ast.AST) -> str:
    """Return the last word of what is called, decorated with or inherited: `models.Model` is "Model"."""
    if isinstance(node, ast.Call):
        return name_of(node.func)
    if isinstance(node, ast.Subscript):
        return name_of(node.value)
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def text_of(node: ast.AST | None) -> str:
    """Return the text of a string literal, also of one that is cut into pieces; "" for anything else."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


@cache
def the_house() -> Tree:
    """Return the tree that these tests belong to."""
    return Tree()
