"""`run.py manage where <address or words on the screen>`: from what somebody sees to the code, and back."""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

from babel.messages.pofile import read_po
from django.urls import Resolver404, resolve

from project06.config.environment import REPOSITORY
from project06.config.screens import SOURCES, Place, Screen, screens

_LIMIT = 12  # more hits than a person reads
_LABELS = ("who", "view", "templates", "queries", "operations", "events", "tests")


def answer(question: str) -> list[str]:
    """Return the lines that tell where something is made; the last resort is a sentence that says so."""
    question = question.strip()
    lines = [line for screen in _asked_screens(question) for line in _chain(screen)]
    return lines or _lines_of_text(question) or [f"Nothing here says “{question}”: it may come from the data."]


def _asked_screens(question: str) -> Iterator[Screen]:
    """Yield the screens of an address (with or without host), or of a URL name such as places:search."""
    known = screens()
    yield from (screen for screen in known if question in {screen.name, screen.address})
    path = urlsplit(question).path
    if not path.startswith("/") or any(screen.address == question for screen in known):
        return
    try:
        match = resolve(path)
    except Resolver404:
        return
    route = "/" + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", match.route)
    yield from (screen for screen in known if screen.address == route)


def _chain(screen: Screen) -> Iterator[str]:
    yield f"{screen.method} {screen.address}  {screen.name}".strip()
    values = (
        (screen.access,),
        (f"{screen.view}  {screen.place}",),
        *(screen.templates, screen.queries, screen.operations, screen.events, screen.tests),
    )
    for label, found in zip(_LABELS, values, strict=True):
        for value in found:
            yield f"  {label:<10}  {value}"


def _lines_of_text(question: str) -> list[str]:
    """Look for words on the screen: in the translations first, then in code and templates."""
    texts = [question, *_english(question)]
    lines = []
    known = screens()
    for place, template in _occurrences(texts):
        users = [screen.address for screen in known if template and template in screen.templates]
        lines.append(f"{place}" + (f"  on {', '.join(users)}" if users else ""))
    return lines[:_LIMIT]


def _english(question: str) -> list[str]:
    """Return the texts of the code whose translation contains the question."""
    wanted = _plain(question)
    found: list[str] = []
    for path in sorted(SOURCES.glob("*/locale/*/LC_MESSAGES/django.po")):
        # Long texts are cut into lines; reading the catalogue properly is slow, so only where it can help.
        if wanted not in _plain(path.read_text().replace('"\n"', "")):
            continue
        with path.open("rb") as handle:
            for message in read_po(handle):
                strings = [message.string] if isinstance(message.string, str) else message.string or ()
                identifier = message.id if isinstance(message.id, str) else message.id[0]
                if identifier and any(wanted in _plain(each) for each in strings):
                    found.append(identifier)
    return found


def _occurrences(texts: list[str]) -> Iterator[tuple[Place, str]]:
    words = "|".join(sorted(re.escape(_plain(text)) for text in texts))
    in_template = re.compile(words)
    in_code = re.compile(rf"(?<!\"\")[\"'][^\"'\n]*?(?:{words})")  # in a text, not in a docstring
    files = [*SOURCES.glob("*/templates/**/*.*"), *SOURCES.glob("*/**/*.py")]
    for path in sorted(files):
        if "tests" in path.parts or "migrations" in path.parts:
            continue
        text = _plain(path.read_text())
        template = str(path).partition("/templates/")[2]
        found = (in_template if template else in_code).search(text)
        if found:
            yield Place(str(path.relative_to(REPOSITORY)), text.count("\n", 0, found.end()) + 1), template


def _plain(text: str) -> str:
    """Return the text as people compare it: one form of the letters, no matter of case."""
    return unicodedata.normalize("NFC", text).casefold()
