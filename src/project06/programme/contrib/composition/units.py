"""Words that follow a number and change with it, by the plural categories of Unicode CLDR 45.

Numbers with decimals have categories of their own (Polish "36,7 punktu procentowego"), which message catalogues
for whole numbers cannot tell apart. Powers of ten keep the digits of the source in every language: 16.39 million
is never turned into 1.639 crore.
"""

from collections.abc import Mapping
from decimal import Decimal

from babel import Locale

POINTS: Mapping[str, Mapping[str, str]] = {
    "vi": {"other": "điểm phần trăm"},
    "en": {"one": "percentage point", "other": "percentage points"},
    "pl": {
        "one": "punkt procentowy",
        "few": "punkty procentowe",
        "many": "punktów procentowych",
        "other": "punktu procentowego",
    },
    "hi": {"other": "प्रतिशत अंक"},
    "cs": {
        "one": "procentní bod",
        "few": "procentní body",
        "many": "procentního bodu",
        "other": "procentních bodů",
    },
    "uk": {
        "one": "відсотковий пункт",
        "few": "відсоткові пункти",
        "many": "відсоткових пунктів",
        "other": "відсоткового пункту",
    },
}

SCALES: Mapping[str, Mapping[int, Mapping[str, str]]] = {
    "vi": {6: {"other": "triệu"}, 9: {"other": "tỷ"}, 12: {"other": "nghìn tỷ"}, 15: {"other": "triệu tỷ"}},
    "en": {
        6: {"other": "million"},
        9: {"other": "billion"},
        12: {"other": "trillion"},
        15: {"other": "quadrillion"},
    },
    "pl": {
        6: {"other": "mln"},
        9: {"other": "mld"},
        12: {"other": "bln"},
        15: {"one": "biliard", "few": "biliardy", "many": "biliardów", "other": "biliarda"},
    },
    "hi": {6: {"other": "मिलियन"}, 9: {"other": "बिलियन"}, 12: {"other": "ट्रिलियन"}, 15: {"other": "क्वाड्रिलियन"}},
    "cs": {
        6: {"one": "milion", "few": "miliony", "many": "milionu", "other": "milionů"},
        9: {"one": "miliarda", "few": "miliardy", "many": "miliardy", "other": "miliard"},
        12: {"one": "bilion", "few": "biliony", "many": "bilionu", "other": "bilionů"},
        15: {"one": "biliarda", "few": "biliardy", "many": "biliardy", "other": "biliard"},
    },
    "uk": {
        6: {"other": "млн"},
        9: {"other": "млрд"},
        12: {"other": "трлн"},
        15: {"one": "квадрильйон", "few": "квадрильйони", "many": "квадрильйонів", "other": "квадрильйона"},
    },
}

# What is counted stands in the genitive plural after a power of ten and after "about".
GENITIVE_PLURAL: Mapping[str, str] = {"pl": "many", "uk": "many", "cs": "other"}


def plural_category(language: str, value: Decimal) -> str:
    """Return the plural category of a number as it is written ("one", "few", "many", "other")."""
    return str(Locale.parse(language).plural_form(value))


def form_of(forms: Mapping[str, str], category: str) -> str:
    """Return the form of that category; "other" stands for the categories that a language does not tell apart."""
    return forms.get(category) or forms["other"]
