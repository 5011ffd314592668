"""The languages of the product: their own names and how they count.

Plural rules follow Unicode CLDR 45, as far as whole numbers go; catalogues carry the same header.
"""

from dataclasses import dataclass

from .errors import UnknownLanguage


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its code (also its Babel locale), its own name, its plural forms."""

    code: str
    native_name: str
    plural_forms: int
    plural_rule: str

    @property
    def plural_header(self) -> str:
        """Return the `Plural-Forms` header of a message catalogue."""
        return f"nplurals={self.plural_forms}; plural={self.plural_rule};"


_SLAVIC_TEENS = "n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2"

LANGUAGES = (
    Language("vi", "Tiếng Việt", 1, "0"),
    Language("en", "English", 2, "(n != 1)"),
    Language("pl", "Polski", 3, f"(n==1 ? 0 : {_SLAVIC_TEENS})"),
    Language("hi", "हिन्दी", 2, "(n > 1)"),
    Language("cs", "Čeština", 3, "((n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2)"),
    Language("uk", "Українська", 3, f"(n%10==1 && n%100!=11 ? 0 : {_SLAVIC_TEENS})"),
)
DEFAULT = LANGUAGES[0]


def get_language(code: str | None) -> Language:
    """Return the language of a code such as "pl" or "pl-PL"; the default for None. Raises UnknownLanguage."""
    if code is None:
        return DEFAULT
    for language in LANGUAGES:
        if language.code == code.split("-")[0].lower():
            return language
    raise UnknownLanguage(code)
