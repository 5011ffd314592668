"""The grammar of an operation: one use case, one file, one function that knows who acts and leaves evidence."""

import ast
import re
from collections.abc import Iterator

from tests.architecture.judges.tree import FOUNDATION, Fault, Module, Tree, judge, name_of

_RECORDS = frozenset({"record", "record_many"})


@judge
def operations_are_alone(tree: Tree) -> Iterator[Fault]:
    """A file of operations/ holds one use case, which bears the name of the file."""
    for module, function in _operations(tree):
        if function.name != module.parts[-1]:
            yield module.fault(function, f"one use case, one file: move {function.name} to {function.name}.py.")
        elif others := [each.name for each in _public_functions(module) if each is not function]:
            yield module.fault(function, f"one use case, one file: {', '.join(others)} is private or lives elsewhere.")


@judge
def operations_are_operations(tree: Tree) -> Iterator[Fault]:
    """Each is decorated with @operation: it owns the transaction, and its refusal is recorded."""
    for module, function in _operations(tree):
        if "operation" not in {name_of(each) for each in function.decorator_list}:
            yield module.fault(function, f"{function.name} is not decorated with evidence's @operation.")


@judge
def operations_know_who_acts(tree: Tree) -> Iterator[Fault]:
    """Each takes keyword arguments only, and among them `by: Actor`."""
    for module, function in _operations(tree):
        if function.args.args or function.args.posonlyargs or function.args.vararg:
            yield module.fault(function, f"{function.name} takes positional arguments: put * first.")
        annotations = {each.arg: each.annotation for each in function.args.kwonlyargs}
        if name_of(annotations.get("by") or ast.Constant(None)) != "Actor":
            yield module.fault(function, f"{function.name} does not take `by: Actor`: who does it?")


@judge
def operations_leave_evidence(tree: Tree) -> Iterator[Fault]:
    """Each calls evidence.record or record_many, itself or through a function of its package's operations.

    One that is neither a look nor an act says so in its docstring: "No evidence: <why>".
    """
    recording = _recording(tree)
    for module, function in _operations(tree):
        excused = "No evidence: " in (ast.get_docstring(function) or "")
        if (module.package, function.name) not in recording and not excused:
            yield module.fault(function, f"{function.name} leaves no evidence: call evidence.record.")


def _recording(tree: Tree) -> set[tuple[str, str]]:
    """Return (package, name) of every function in operations/ that records, directly or through another of them."""
    calls = {
        (module.package, node.name): {name_of(each) for each in ast.walk(node) if isinstance(each, ast.Call)}
        for module in tree.layer("operations")
        for node in module.tree.body
        if isinstance(node, ast.FunctionDef)
    }
    found = {key for key, called in calls.items() if called & _RECORDS}
    while more := {key for key, called in calls.items() if {(key[0], name) for name in called} & found} - found:
        found |= more
    return found


@judge
def operations_are_tried(tree: Tree) -> Iterator[Fault]:
    """Each is named by a test of its package: called in it, or in the name of the file."""
    tests: dict[str, str] = {}
    for module in tree.modules():
        if module.is_test:
            tests[module.package] = tests.get(module.package, "") + module.parts[-1] + "\n" + module.text
    for module, function in _operations(tree):
        if not re.search(rf"(?:\b|test_){function.name}\b", tests.get(module.package, "")):
            yield module.fault(function, f"no test of {module.package} calls {function.name}.")


@judge
def transactions_belong_to_operations(tree: Tree) -> Iterator[Fault]:
    """@operation opens the transaction; inside, operations may set savepoints. Commands rehearse in one."""
    for module in tree.product():
        if module.package in FOUNDATION | {"evidence"} or module.layer in {"operations", "management"}:
            continue
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Attribute) and node.attr == "atomic":
                yield module.fault(node, "an operation owns its transaction (@operation): nothing else opens one.")


def _operations(tree: Tree) -> Iterator[tuple[Module, ast.FunctionDef]]:
    """Yield every use case: a function named like its file, or one that is used from outside operations/.

    What only other operations use (locking rows, filling a batch) is their support. Evidence itself offers the
    decorator and cannot use it on itself.
    """
    entered = _entered_from_outside(tree)
    for module in tree.layer("operations"):
        if module.package == "evidence":
            continue
        for node in _public_functions(module):
            if node.name == module.parts[-1] or (".".join(module.parts), node.name) in entered:
                yield module, node


def _public_functions(module: Module) -> list[ast.FunctionDef]:
    return [node for node in module.tree.body if isinstance(node, ast.FunctionDef) and node.name[0] != "_"]


def _entered_from_outside(tree: Tree) -> set[tuple[str, str]]:
    """Return (module, name) for everything that production code outside operations/ takes from operations/."""
    found = set()
    for module in tree.product():
        for node in ast.walk(module.tree) if module.layer != "operations" else ():
            if isinstance(node, ast.ImportFrom) and ".operations" in (node.module or ""):
                source = (node.module or "").removeprefix("project06.")
                found |= {(source, each.name) for each in node.names}
    return found
