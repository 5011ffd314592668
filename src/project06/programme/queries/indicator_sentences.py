"""Findings in plain words: whole sentences, one for each rule."""

from collections.abc import Mapping
from decimal import Decimal

from babel.numbers import format_decimal
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from project06.programme.data.indicators import Finding
from project06.programme.enums import FindingKind

_SENTENCES: Mapping[FindingKind, Promise | str] = {
    FindingKind.BASELINE_DELTA: _(
        "The earlier value %(baseline)s and the change %(delta)s do not give the value %(value)s."
    ),
    FindingKind.BASELINE_SERIES: _("The earlier value is told as %(told)s, but %(known)s was reported then."),
    FindingKind.PARTS_EXCEED_WHOLE: _("The parts are %(parts)s together, more than the whole of %(whole)s."),
    FindingKind.PARTS_UNCLASSIFIED: _("The parts are %(parts)s of %(whole)s; the other %(rest)s are not classified."),
    FindingKind.PARTS_DIFFER: _("The parts are %(parts)s together, but the whole is %(whole)s."),
    FindingKind.OUT_OF_RANGE: _("The value %(value)s is not possible for this indicator."),
    FindingKind.RATIO: _("The value is %(value)s, but numerator and denominator give %(computed)s."),
    FindingKind.OUTLIER: _("The value %(value)s is far from the usual %(usual)s: please explain it."),
}


def say_finding(finding: Finding) -> str:
    """The finding in the active language, with its numbers as they are written there."""
    language = (get_language() or "vi").partition("-")[0]
    numbers = {name: _written(number, language) for name, number in finding.numbers.items()}
    return str(_SENTENCES[finding.kind]) % numbers


def _written(number: Decimal, language: str) -> str:
    return str(format_decimal(number, locale=language, decimal_quantization=False))
