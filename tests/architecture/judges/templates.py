"""Templates and static files: all used, nothing inline (strict content policy), every word translatable."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from tests.architecture.judges.tree import Fault, Tree, judge

_INLINE = (
    (re.compile(r"<[a-z][^>]*\sstyle\s*=", re.IGNORECASE), "an inline style: write a class in the style sheet"),
    (re.compile(r"<style\b", re.IGNORECASE), "a style element: write it in a style sheet"),
    (
        re.compile(r"<script\b(?![^>]*\b(?:src\s*=|type\s*=\s*[\"']application/json))", re.IGNORECASE),
        "an inline script: put it into a static file",
    ),
    (re.compile(r"<[a-z][^>]*\son[a-z]+\s*=", re.IGNORECASE), "an inline handler: listen in a static file"),
    (re.compile(r"(?:href|src|action)\s*=\s*[\"']?javascript:", re.IGNORECASE), "a javascript: address"),
    (re.compile(r"<[a-z][^>]*\shx-on", re.IGNORECASE), "an inline handler: listen in a static file"),
)
_COMMENTS = re.compile(r"{#.*?#}|{%\s*comment\b.*?endcomment\s*%}|<!--.*?-->", re.DOTALL)
_TRANSLATED = re.compile(r"{%\s*blocktrans(?:late)?\b.*?endblocktrans(?:late)?\s*%}", re.DOTALL)
_ATTRIBUTES = re.compile(r"\s(?:alt|aria-label|placeholder|title|label)\s*=\s*\"([^\"{]*)\"", re.IGNORECASE)
_DJANGO = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
_MARKUP = re.compile(
    r"<(script|style)\b.*?</\1>|<[^>]*>|[\w-]+=(?:\"[^\"]*\"|'[^']*')|&\w+;|&#\d+;", re.DOTALL | re.IGNORECASE
)
_BLOCK = re.compile(r"{%\s*block\s+(\w+)")
_EXTENDS = re.compile(r"{%\s*extends\s+[\"']([^\"']+)")
_WORD = re.compile(r"[^\W\d_]{2,}")

# Names that are the same in every language, and those of the languages themselves.
_NAMES = frozenset({"Project", "VNeID", "OpenAPI", "HTML", "PDF", "CSV", "RFC"})


@judge
def templates_hold_nothing_inline(tree: Tree) -> Iterator[Fault]:
    """No style, script or handler stands in a template: the content security policy would drop it anyway."""
    for path in _pages(tree):
        text = _blank(_COMMENTS, path.read_text())
        for pattern, sentence in _INLINE:
            for match in pattern.finditer(text):
                yield Fault(tree.name(path), _line(text, match.start()), f"{sentence}.")


@judge
def templates_speak_all_languages(tree: Tree) -> Iterator[Fault]:
    """Every word a person reads stands in a translate tag or comes from the view."""
    for path in _pages(tree):
        text = path.read_text()
        for pattern in (_COMMENTS, _TRANSLATED):
            text = _blank(pattern, text)
        attributes = [(match.start(1), match.group(1)) for match in _ATTRIBUTES.finditer(text)]
        bare = _blank(_MARKUP, _blank(_DJANGO, text))
        words = [(match.start(), match.group()) for match in _WORD.finditer(bare)]
        for position, found in sorted(attributes + words):
            if set(_WORD.findall(found)) - _NAMES:
                yield Fault(tree.name(path), _line(text, position), f"“{found}” is not translatable.")


@judge
def blocks_stand_in_order(tree: Tree) -> Iterator[Fault]:
    """A page fills the blocks of its layout in the order in which the layout has them."""
    texts = {str(path).partition("/templates/")[2]: (path, path.read_text()) for path in _pages(tree)}
    for path, text in texts.values():
        order = _block_order(texts, text)
        filled = [block for block in _BLOCK.findall(text) if block in order] if order else []
        for before, after in pairwise(filled):
            if order.index(before) > order.index(after):
                line = _line(text, text.index(f"block {after}"))
                yield Fault(tree.name(path), line, f"the layout has the block {after} before {before}.")


def _block_order(texts: dict[str, tuple[Path, str]], text: str) -> list[str]:
    """Return the blocks of the layout that a page extends, outermost layout first."""
    extended = _EXTENDS.search(text)
    if not extended or extended.group(1) not in texts:
        return []
    _path, layout = texts[extended.group(1)]
    outer = _block_order(texts, layout)
    return outer + [block for block in _BLOCK.findall(layout) if block not in outer]


@judge
def templates_are_used(tree: Tree) -> Iterator[Fault]:
    """A template that no code and no other template names is removed."""
    mentioned = _everything(tree)
    for path in tree.templates():
        name = str(path).partition("/templates/")[2]
        if _ours(tree, name) and not any(word in mentioned for word in _names_of(name)):
            yield Fault(tree.name(path), 1, "no code and no template uses this template.")


def _names_of(template: str) -> Iterator[str]:
    """Yield the ways in which code names a template."""
    yield template
    folder, _, file = template.rpartition("/")
    yield f"{folder}/{{"  # one of a family, chosen by a computed name: f"ui/errors/{status}.html"
    package, _, kind = folder.partition("/")
    if kind == "notices":
        yield f'"{package}.{file.partition(".")[0]}"'  # a notice is sent by its own name


@judge
def static_files_are_used(tree: Tree) -> Iterator[Fault]:
    """A static file that nothing names is removed."""
    mentioned = _everything(tree)
    for path in tree.files():
        _, found, name = tree.name(path).partition("/static/")
        if found and name not in mentioned and path.name not in mentioned:
            yield Fault(tree.name(path), 1, "nothing uses this static file.")


def _ours(tree: Tree, name: str) -> bool:
    """Tell whether a template is ours by name; others replace a third party's, which loads them itself."""
    return name.split("/", maxsplit=1)[0] in tree.packages()


def _pages(tree: Tree) -> list[Path]:
    return [path for path in tree.templates() if path.suffix in {".html", ".svg"}]


def _everything(tree: Tree) -> str:
    """Return all code, templates, style sheets and scripts as one text."""
    kinds = {".py", ".html", ".txt", ".css", ".js", ".svg", ".json"}
    skipped = {"locale", "reference", "tests", "migrations"}
    files = [path for path in tree.files() if path.suffix in kinds and not skipped & set(path.parts)]
    return "\n".join(path.read_text() for path in files if path.is_relative_to(tree.sources))


def _blank(pattern: re.Pattern[str], text: str) -> str:
    """Replace what matches by blanks, so that positions and lines stay."""
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
