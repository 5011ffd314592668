"""Pages for people: READMEs, glossary, dependencies with reasons, decisions that fit on a page."""

import ast
import re
import tomllib
from collections.abc import Iterator

from tests.architecture.judges.models import models_of
from tests.architecture.judges.tree import Fault, Tree, judge, text_of

HEADINGS = ["Owns", "Offers", "Hears", "Rules of law", "Not here"]
README_LINES = 40
DECISION_LINES = 40
IN_FLIGHT = 10
DEPENDENCIES = 30
_SETTING = re.compile(r"PROJECT06_[A-Z0-9_]*[A-Z0-9]|DATABASE_URL")


@judge
def rooms_have_readmes(tree: Tree) -> Iterator[Fault]:
    """Every package has a README with the five headings on at most 40 lines."""
    for package in tree.packages():
        path = tree.sources / package / "README.md"
        name = tree.name(path)
        if not path.exists():
            yield Fault(name, 1, f"write it: {', '.join(HEADINGS)}.")
            continue
        lines = path.read_text().splitlines()
        headings = [line[3:].strip() for line in lines if line.startswith("## ")]
        if headings != HEADINGS:
            yield Fault(name, 1, f"the headings are {', '.join(HEADINGS)}, in this order.")
        if len(lines) > README_LINES:
            yield Fault(name, README_LINES, f"{len(lines)} lines are more than {README_LINES}.")


@judge
def glossary_knows_every_model(tree: Tree) -> Iterator[Fault]:
    """Every model stands in the glossary with its Vietnamese word."""
    page = tree.root / "docs" / "glossary.md"
    codes = set(re.findall(r"`(?:\w+\.)?(\w+)`", page.read_text())) if page.exists() else set()
    for model in models_of(tree):
        if model.node.name not in codes:
            yield model.module.fault(model.node, f"{model.node.name} is not in docs/glossary.md.")


@judge
def settings_are_documented(tree: Tree) -> Iterator[Fault]:
    """Every variable of the environment and every setting of ours stands in docs/settings.md."""
    page = tree.root / "docs" / "settings.md"
    text = page.read_text() if page.exists() else ""
    for module in tree.product():
        if module.parts[:2] not in {("config", "environment"), ("config", "settings")}:
            continue
        for node in ast.walk(module.tree):
            name = text_of(node) or (node.id if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) else "")
            if _SETTING.fullmatch(name) and f"`{name}`" not in text:
                yield module.fault(node, f"{name} is not in docs/settings.md: explain it and run `run.py manage map`.")


@judge
def dependencies_have_reasons(tree: Tree) -> Iterator[Fault]:
    """At most 30 direct dependencies, each with its reason on its line, none from a git address."""
    page = tree.root / "pyproject.toml"
    project = tomllib.loads(page.read_text())
    groups = [project["project"]["dependencies"], *project.get("dependency-groups", {}).values()]
    lines = page.read_text().splitlines()
    for group in groups:
        if len(group) > DEPENDENCIES:
            yield Fault("pyproject.toml", 1, f"{len(group)} direct dependencies are more than {DEPENDENCIES}.")
        for dependency in group:
            number = next(index for index, line in enumerate(lines, start=1) if f'"{dependency}"' in line)
            if not re.search(r"#\s*\w+.*\w", lines[number - 1]):
                yield Fault("pyproject.toml", number, f"say on the line why {dependency} is needed.")
            if "@" in dependency:
                yield Fault("pyproject.toml", number, f"{dependency} comes from an address, not from a registry.")


@judge
def decisions_fit_on_a_page(tree: Tree) -> Iterator[Fault]:
    """A decision record has at most 40 lines: context, decision, consequences."""
    numbers = []
    for path in sorted((tree.root / "docs" / "adr").glob("*.md")):
        lines = path.read_text().splitlines()
        numbers.append(path.name[:4])
        if len(lines) > DECISION_LINES:
            yield Fault(tree.name(path), DECISION_LINES, f"{len(lines)} lines are more than {DECISION_LINES}.")
        for heading in ("## Context", "## Decision", "## Consequences"):
            if heading not in lines:
                yield Fault(tree.name(path), 1, f"“{heading}” is missing.")
    for number in {each for each in numbers if numbers.count(each) > 1}:
        yield Fault("docs/adr", 1, f"the number {number} is given twice.")


@judge
def clean_ups_in_flight_are_few(tree: Tree) -> Iterator[Fault]:
    """docs/in-flight.md lists at most ten clean-ups that are under way."""
    page = tree.root / "docs" / "in-flight.md"
    points = [line for line in page.read_text().splitlines() if line.startswith("- ")] if page.exists() else []
    if len(points) > IN_FLIGHT:
        yield Fault("docs/in-flight.md", 1, f"{len(points)} clean-ups are under way: finish some first.")
