"""Message catalogues: collected from code and templates, one per package and language, compiled when changed."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from project06.ui.locales import get_language

PACKAGES = Path(__file__).resolve().parents[1]
LANGUAGES = ("vi", "en", "pl", "hi", "cs", "uk")
# Vietnamese must be whole; English is the language of the code; the others are whole on public pages.
COMPLETE = ("vi", "pl", "hi", "cs", "uk")
_KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
_METHODS = [
    ("**/tests/**", "ignore"),
    ("**/migrations/**", "ignore"),
    ("**.py", "python"),
    ("**/templates/**.html", "project06.config.messages:extract_template"),
    ("**/templates/**.txt", "project06.config.messages:extract_template"),
]

type Message = tuple[int, str | tuple[str, ...], list[str], str | None]


def compile_catalogues() -> None:
    """Write the binary catalogue beside each text catalogue that is newer than it."""
    for text in PACKAGES.glob("*/locale/*/LC_MESSAGES/django.po"):
        binary = text.with_suffix(".mo")
        if not binary.exists() or binary.stat().st_mtime < text.stat().st_mtime:
            with binary.open("wb") as handle:
                write_mo(handle, _read(text, language=text.parts[-3]))


def package_names() -> list[str]:
    """Return the packages that speak to people."""
    return sorted(path.parent.name for path in PACKAGES.glob("*/__init__.py"))


def collected(package: str) -> Catalog:
    """Return every translatable text of one package, in the order of the code."""
    catalogue = Catalog(project="Project 06", charset="utf-8", fuzzy=False)
    for name, line, message, comments, context in extract_from_dir(
        PACKAGES / package, _METHODS, keywords=_KEYWORDS, comment_tags=("Translators:",)
    ):
        catalogue.add(message, None, [(f"{package}/{name}", line)], auto_comments=comments, context=context)
    return catalogue


def updated(package: str, language: str) -> str:
    """Return the text catalogue as it should stand: texts of the code, translations kept, dead ones dropped."""
    fresh = Catalog(locale=language, project="Project 06", charset="utf-8", fuzzy=False)
    known = _read(_path(package, language), language)
    for message in collected(package):
        if message.id:
            old = known.get(_first(message.id), message.context)
            text = old.string if old is not None and not old.fuzzy else None
            fresh.add(message.id, text, auto_comments=message.auto_comments, context=message.context)
    buffer = io.BytesIO()
    write_po(buffer, fresh, width=110, sort_output=True, omit_header=True)
    header = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Language: {language}\\n"\n"Plural-Forms: {get_language(language).plural_header}\\n"\n\n'
    )
    body = buffer.getvalue().decode().strip()
    return header + body + "\n" if body else ""


def update_catalogues() -> list[Path]:
    """Write every catalogue anew; return the files that changed."""
    changed = []
    for package, language, path in _catalogues():
        text = updated(package, language)
        if text and (not path.exists() or path.read_text() != text):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
            changed.append(path)
        if not text and path.exists():
            path.unlink()
            changed.append(path)
    return changed


def faults() -> Iterator[str]:
    """Yield a sentence for every catalogue that lags behind the code and every text without a translation."""
    for package, language, path in _catalogues():
        text = updated(package, language)
        if (path.read_text() if path.exists() else "") != text:
            yield f"{path.relative_to(PACKAGES)} is not what the code says: run `run.py manage messages`."
        elif language in COMPLETE:
            for missing in untranslated(package, language):
                yield f"{package} has no {language} text for “{missing}”."


def untranslated(package: str, language: str) -> list[str]:
    """Return the texts of a package that this language lacks."""
    known = _read(_path(package, language), language)
    return [_first(message.id) for message in known if message.id and not _is_whole(message.string)]


def _first(text: str | list[str] | tuple[str, ...]) -> str:
    return text if isinstance(text, str) else text[0]


def _is_whole(text: object) -> bool:
    """Tell whether a translation exists, in every plural form."""
    return all(text) if isinstance(text, list | tuple) else bool(text)


def extract_template(source: IO[bytes], keywords: object, comment_tags: object, options: object) -> Iterator[Message]:
    """Read a Django template as Babel expects: line, function, arguments, comments."""
    from babel.messages.extract import extract_python
    from django.utils.translation.template import templatize

    code = templatize(source.read().decode(), origin="template")
    yield from extract_python(io.BytesIO(code.encode()), keywords, comment_tags, options)  # type: ignore[arg-type]


def _catalogues() -> Iterator[tuple[str, str, Path]]:
    for package in package_names():
        for language in LANGUAGES:
            if language != "en":  # the code itself is English
                yield package, language, _path(package, language)


def _path(package: str, language: str) -> Path:
    return PACKAGES / package / "locale" / language / "LC_MESSAGES" / "django.po"


def _read(path: Path, language: str) -> Catalog:
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as handle:
        return read_po(handle, locale=language)
