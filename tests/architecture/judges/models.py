"""Tables: arrows between them point downwards, and every field says whether it is personal data."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from tests.architecture.judges.tree import Fault, Module, Tree, judge, name_of, text_of

_LINKS = frozenset({"ForeignKey", "OneToOneField", "ManyToManyField"})


@dataclass(frozen=True, slots=True)
class Model:
    """A class that becomes a table."""

    module: Module
    node: ast.ClassDef

    @property
    def fields(self) -> dict[str, ast.Call]:
        """The columns and links that the class itself writes down, also by a function of the same file."""
        made = self._makers()
        calls = {
            target.id: node.value
            for node in self.node.body
            if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Call)
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
            if isinstance(target, ast.Name)
        }
        written = {name: _through(made.get(name_of(call)), call) for name, call in calls.items()}
        return {name: call for name, call in written.items() if name_of(call).endswith(("Field", "ForeignKey"))}

    def _makers(self) -> dict[str, ast.Call]:
        """Return the functions of this file that return a field, with the call they return."""
        return {
            function.name: last.value
            for function in self.module.tree.body
            if isinstance(function, ast.FunctionDef)
            and isinstance(last := function.body[-1], ast.Return)
            and isinstance(last.value, ast.Call)
        }

    @property
    def meta(self) -> dict[str, ast.expr]:
        """What stands in class Meta."""
        inner = [node for node in self.node.body if isinstance(node, ast.ClassDef) and node.name == "Meta"]
        return {
            target.id: node.value
            for meta in inner
            for node in meta.body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }


def _through(maker: ast.Call | None, call: ast.Call) -> ast.Call:
    """Return the field that a function of the file makes of this call, or the call itself."""
    if maker is None:
        return call
    made = ast.Call(func=maker.func, args=call.args, keywords=[*maker.keywords, *call.keywords])
    return ast.copy_location(made, call)


def models_of(tree: Tree) -> Iterator[Model]:
    """Yield every concrete model; a base is recognised by its name, across files."""
    classes = [
        Model(module, node)
        for module in tree.product()
        if module.layer == "models"
        for node in module.tree.body
        if isinstance(node, ast.ClassDef)
    ]
    known = {"Model", "AbstractBaseUser", "AbstractUser"}
    for each in classes * 2:  # a base may stand below its heir
        if known & {name_of(base) for base in each.node.bases}:
            known.add(each.node.name)
    for each in classes:
        abstract = each.meta.get("abstract")
        if each.node.name in known and not (isinstance(abstract, ast.Constant) and abstract.value):
            yield each


@judge
def models_declare_personal_data(tree: Tree) -> Iterator[Fault]:
    """Every model declares every field: nobody's, personal or sensitive, the latter with a retention."""
    for model in models_of(tree):
        declared = _declared(model)
        name = model.node.name
        if declared is None:
            yield model.module.fault(model.node, f"{name} has no PERSONAL_DATA = personal_data(...).")
            continue
        inherits = {name_of(base) for base in model.node.bases} != {"Model"}
        for field in sorted(model.fields.keys() - declared):
            yield model.module.fault(model.fields[field], f"PERSONAL_DATA of {name} does not mention “{field}”.")
        for field in sorted(declared - model.fields.keys() - {"id"}) if not inherits else ():
            yield model.module.fault(model.node, f"PERSONAL_DATA of {name} mentions “{field}”, which is no field.")


def _declared(model: Model) -> set[str] | None:
    for node in model.node.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if [getattr(each, "id", "") for each in targets] == ["PERSONAL_DATA"]:
            value = getattr(node, "value", None)
            return set(_names(value)) if isinstance(value, ast.Call) else None
    return None


def _names(call: ast.Call) -> Iterator[str]:
    for keyword in call.keywords:
        if isinstance(keyword.value, ast.Dict):
            yield from (text_of(key) for key in keyword.value.keys)
        else:
            yield from text_of(keyword.value).split()


@judge
def links_follow_the_arrows(tree: Tree) -> Iterator[Fault]:
    """A foreign key points into its own package or downwards, protects its target and adds nothing to it."""
    ranks = tree.ranks()
    for model in models_of(tree):
        for field, call in model.fields.items():
            if name_of(call) not in _LINKS:
                continue
            package = _target_package(model, call)
            own = model.module.package
            # A package outside this house (Django's own) is nobody's upstairs.
            if package in ranks and package != own and ranks[package] >= ranks.get(own, 0):
                yield model.module.fault(call, f"{field} points up from {own} to {package}: keep a uuid instead.")
            yield from _careless(model, field, call)


def _careless(model: Model, field: str, call: ast.Call) -> Iterator[Fault]:
    arguments = {each.arg: each.value for each in call.keywords}
    on_delete = arguments.get("on_delete") or (call.args[1] if len(call.args) > 1 else None)
    if name_of(call) != "ManyToManyField" and name_of(on_delete or ast.Constant(None)) != "PROTECT":
        yield model.module.fault(call, f"{field} must be on_delete=PROTECT: deleting is an operation with a reason.")
    if text_of(arguments.get("related_name")) != "+":
        yield model.module.fault(call, f'{field} must have related_name="+": no table grows from above.')


def _target_package(model: Model, call: ast.Call) -> str:
    target = call.args[0] if call.args else next((each.value for each in call.keywords if each.arg == "to"), None)
    if isinstance(target, ast.Attribute) and target.attr == "AUTH_USER_MODEL":
        return "identity"
    text = text_of(target)
    if "." in text:
        return text.split(".")[0]
    for node in model.module.tree.body:
        imported = isinstance(node, ast.ImportFrom) and name_of(target or node) in {each.name for each in node.names}
        if imported and isinstance(node, ast.ImportFrom):
            parts = (node.module or "").split(".")
            return parts[1] if parts[0] == "project06" else parts[0]
    return model.module.package


@judge
def migrations_have_one_head(tree: Tree) -> Iterator[Fault]:
    """The migrations of a package are numbered and end in one file."""
    folders: dict[str, list[Module]] = {}
    for module in tree.modules():
        if module.is_migration and module.parts[-1] != "__init__":
            folders.setdefault(module.package, []).append(module)
    for package, modules in folders.items():
        names = {module.parts[-1] for module in modules}
        followed = {name for module in modules for name in _dependencies(module, package)}
        if len(names - followed) > 1:
            yield modules[-1].fault(1, f"{package} has the heads {', '.join(sorted(names - followed))}: one is enough.")
        for module in modules:
            if not module.parts[-1][:4].isdigit() or "_auto_" in module.parts[-1]:
                yield module.fault(1, "a migration is called 0007_what_it_does.")


def _dependencies(module: Module, package: str) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Tuple) and len(node.elts) == 2 and text_of(node.elts[0]) == package:
            yield text_of(node.elts[1])
