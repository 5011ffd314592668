"""What answers an address says who may enter, and somebody has tried it."""

import ast
from collections.abc import Iterator

from tests.architecture.judges.tree import FOUNDATION, Fault, Module, Tree, judge, name_of, text_of

DECLARATIONS = frozenset({"public_page", "signed_in_page", "requires"})
_METHODS = frozenset({"get", "post", "put", "patch", "delete", "api_operation"})


@judge
def views_declare_access(tree: Tree) -> Iterator[Fault]:
    """Every view that an address leads to carries @public_page, @signed_in_page or @requires(...)."""
    for module in tree.product():
        if module.parts[-1] != "urls" or module.package == "config":
            continue
        for module_of_view, view in _routed_views(tree, module):
            if not DECLARATIONS & {name_of(each) for each in view.decorator_list}:
                yield module_of_view.fault(view, f"{view.name} does not declare who may enter (kernel.access).")


@judge
def rest_operations_declare_access(tree: Tree) -> Iterator[Fault]:
    """Every REST operation carries one of the same three declarations."""
    for module, operation in _rest_operations(tree):
        if not DECLARATIONS & {name_of(each) for each in operation.decorator_list}:
            yield module.fault(operation, f"{operation.name} does not declare who may enter (kernel.access).")


@judge
def rest_types_have_one_name(tree: Tree) -> Iterator[Fault]:
    """The schema knows a type by its bare name: two packages with a PageOut would overwrite each other's."""
    seen: dict[str, str] = {}
    for module in tree.layer("rest"):
        for node in module.tree.body:
            if not isinstance(node, ast.ClassDef):
                continue
            if seen.setdefault(node.name, module.package) != module.package:
                yield module.fault(node, f"{node.name} is also a type of {seen[node.name]}: name it after its noun.")


@judge
def views_keep_no_database(tree: Tree) -> Iterator[Fault]:
    """A view translates: it calls the door of its package and never the ORM."""
    for module in tree.product():
        is_view = module.layer == "rest" or (module.layer == "web" and "views" in module.parts)
        if not is_view or module.package in FOUNDATION:
            continue
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Attribute) and node.attr == "objects":
                yield module.fault(node, "a view asks a query or calls an operation; it does not use the ORM.")


@judge
def permissions_are_declared(tree: Tree) -> Iterator[Fault]:
    """A permission that is asked for is declared with a description for those who assign roles."""
    declared = {text_of(call.args[0]) for _module, call in _calls(tree, {"declare_permission"}) if call.args}
    for module, call in _calls(tree, {"requires", "check", "can", "visible"}):
        for argument in call.args:
            code = text_of(argument)
            if code.count(".") == 1 and code.split(".")[0] in tree.packages() and code not in declared:
                yield module.fault(call, f"the permission {code} is not declared (kernel.permissions).")


@judge
def error_codes_are_unique(tree: Tree) -> Iterator[Fault]:
    """Every refusal has a stable code of its own, written package.word-word."""
    seen: dict[str, str] = {}
    for module in tree.product():
        for node in ast.walk(module.tree):
            if not isinstance(node, ast.ClassDef) or module.layer not in {"errors", "problems"}:
                continue
            code = _code(node)
            if code and code in seen:
                yield module.fault(node, f"the code {code} already belongs to {seen[code]}.")
            elif code and not code.startswith(f"{module.package}."):
                yield module.fault(node, f"the code {code} must begin with {module.package}.")
            if code:
                seen[code] = node.name


@judge
def commands_help(tree: Tree) -> Iterator[Fault]:
    """Every command says what it does; in a domain package its name begins with the package."""
    for module in tree.product():
        if module.parts[1:3] != ("management", "commands") or module.parts[-1] == "__init__":
            continue
        helps = [text_of(node.value) for node in ast.walk(module.tree) if _assigns(node, "help")]  # type: ignore[attr-defined]
        if not any(helps):
            yield module.fault(1, "the command has no help.")
        if module.package not in FOUNDATION and not module.parts[-1].startswith(f"{module.package}_"):
            yield module.fault(1, f"call the command {module.package}_<verb>.")


def _assigns(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == name


def _code(node: ast.ClassDef) -> str:
    codes = [text_of(each.value) for each in node.body if isinstance(each, ast.Assign) and _assigns(each, "code")]
    return codes[0] if codes else ""


def _calls(tree: Tree, names: set[str]) -> Iterator[tuple[Module, ast.Call]]:
    for module in tree.product():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and name_of(node) in names:
                yield module, node


def _rest_operations(tree: Tree) -> Iterator[tuple[Module, ast.FunctionDef]]:
    for module in tree.layer("rest"):
        for node in module.tree.body:
            if isinstance(node, ast.FunctionDef) and any(_is_route(each) for each in node.decorator_list):
                yield module, node


def _is_route(decorator: ast.expr) -> bool:
    if not isinstance(decorator, ast.Call) or not isinstance(decorator.func, ast.Attribute):
        return False
    return decorator.func.attr in _METHODS and "router" in ast.unparse(decorator.func.value)


def _routed_views(tree: Tree, urls: Module) -> Iterator[tuple[Module, ast.FunctionDef | ast.ClassDef]]:
    """Yield the functions and classes of the same package that the addresses of a urls module lead to."""
    routed = {
        name_of(node.args[1].func.value if _is_as_view(node.args[1]) else node.args[1])  # type: ignore[attr-defined]
        for node in ast.walk(urls.tree)
        if isinstance(node, ast.Call) and name_of(node) in {"path", "re_path"} and len(node.args) > 1
    }
    for module in tree.product():
        if module.package != urls.package or module.layer not in {"web", "rest"}:
            continue
        for node in module.tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name in routed:
                yield module, node


def _is_as_view(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "as_view"
