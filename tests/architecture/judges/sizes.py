"""Nothing grows without end, and nothing hides behind a name that says nothing."""

import ast
from collections.abc import Iterator

from tests.architecture.judges.tree import FOUNDATION, Fault, Tree, functions_of, judge

FILE_LINES = 400
TEST_FILE_LINES = 600
FUNCTION_LINES = 50
DOOR_NAMES = 25
EMPTY_NAMES = frozenset({"utils", "util", "helpers", "helper", "common", "manager", "managers", "base", "misc"})


@judge
def files_stay_short(tree: Tree) -> Iterator[Fault]:
    """A file has at most 400 lines, a test file 600; migrations and settings may be longer."""
    for module in tree.modules():
        limit = TEST_FILE_LINES if module.is_test else FILE_LINES
        lines = module.text.count("\n") + 1
        if lines > limit and not module.is_migration and module.parts[:2] != ("config", "settings"):
            yield module.fault(limit, f"{lines} lines are more than {limit}: this file is two.")


@judge
def functions_stay_short(tree: Tree) -> Iterator[Fault]:
    """A function has at most 50 lines; ruff counts its arguments and branches."""
    for module in tree.modules():
        for function in functions_of(module) if not module.is_migration else ():
            lines = (function.end_lineno or function.lineno) - function.lineno + 1
            if lines > FUNCTION_LINES:
                yield module.fault(function, f"{function.name} has {lines} lines, the limit is {FUNCTION_LINES}.")


@judge
def names_say_something(tree: Tree) -> Iterator[Fault]:
    """No module and no folder is called utils, helpers, common, manager, base or misc."""
    for module in tree.modules():
        empty = EMPTY_NAMES & {part.strip("_") for part in module.parts}
        if empty:
            yield module.fault(1, f"“{min(empty)}” says nothing: name the module after what it knows.")


@judge
def doors_are_narrow(tree: Tree) -> Iterator[Fault]:
    """public.py re-exports at most 25 names, lists them in __all__ and holds no code."""
    for module in tree.layer("public"):
        names = [name for node in module.tree.body for name in _exported(node)]
        if len(names) > DOOR_NAMES:
            yield module.fault(1, f"the door has {len(names)} names, more than {DOOR_NAMES}: this package is two.")
        for node in module.tree.body:
            if not _belongs_in_door(node):
                yield module.fault(node, "public.py only re-exports: move this into the package.")
        if "__all__" not in module.text:
            yield module.fault(1, "the door lists its names in __all__.")


def _exported(node: ast.stmt) -> list[str]:
    return [each.asname or each.name for each in node.names] if isinstance(node, ast.ImportFrom) else []


def _belongs_in_door(node: ast.stmt) -> bool:
    if isinstance(node, ast.ImportFrom):
        return True
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    return isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__"


@judge
def folders_are_packages(tree: Tree) -> Iterator[Fault]:
    """Every folder with Python files has an __init__.py: without one the import contracts do not see it."""
    folders = {module.path.parent: module for module in tree.modules()}
    for folder, module in sorted(folders.items()):
        if not (folder / "__init__.py").exists():
            yield module.fault(1, "the folder lacks __init__.py, so no import contract sees it.")


@judge
def rooms_are_layered(tree: Tree) -> Iterator[Fault]:
    """Every domain package has its place in the order and is a container of the layers inside."""
    containers = tree.contract("layers-inside")["containers"].split()
    for package in tree.packages():
        if package not in tree.ranks():
            yield Fault(".importlinter", 1, f"{package} has no place in the order of packages.")
        if package not in FOUNDATION and f"project06.{package}" not in containers:
            yield Fault(".importlinter", 1, f"{package} is not listed under layers-inside.")


@judge
def contracts_are_not_silenced(tree: Tree) -> Iterator[Fault]:
    """The only exception to any contract: config wires addresses."""
    parser_sections = ("packages", "layers-inside", "front-door", "pure-rules", "no-test-code")
    for section in parser_sections:
        for line in tree.contract(section).get("ignore_imports", "").split("\n"):
            if line.strip() and not line.strip().startswith("project06.config.** -> "):
                yield Fault(".importlinter", 1, f"{section} is silenced by “{line.strip()}”: move the code instead.")


@judge
def rules_ask_no_clock(tree: Tree) -> Iterator[Fault]:
    """Today's date is an argument of a rule."""
    for module in tree.layer("rules"):
        for node in ast.walk(module.tree):
            if _reads_clock(node):
                yield module.fault(node, "a rule takes the moment or the day as an argument.")


def _reads_clock(node: ast.AST) -> bool:
    words = {"now", "today", "frozen"}
    if isinstance(node, ast.ImportFrom) and node.module == "project06.kernel.clock":
        return bool(words & {each.name for each in node.names})
    return isinstance(node, ast.Attribute) and node.attr in words and getattr(node.value, "id", "") == "clock"
