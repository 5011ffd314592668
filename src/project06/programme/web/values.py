"""Values of indicators as the reader's language writes them, with what they count."""

from decimal import Decimal

from babel import Locale, numbers
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from project06.kernel.periods import Period
from project06.programme.data.indicators import MeasureData, ObservationData, TargetData, VersionData
from project06.programme.enums import MeasureKind, Nature, Qualifier
from project06.programme.web.words import language
from project06.ui import formats


def say_value(measure: MeasureData, value: Decimal | None) -> str:
    """Write a value: a share of one hundred, or a number with what it counts; None is "not reported"."""
    if value is None:
        return formats.not_reported()
    if measure.kind is MeasureKind.PERCENT:
        return formats.percent(value, 2)
    written = str(numbers.format_decimal(value, locale=language(), decimal_quantization=False))
    word = measure.word(language(), Locale.parse(language()).plural_form(abs(value)))
    return f"{written} {word}".rstrip()


def say_observation(version: VersionData, observation: ObservationData) -> str:
    """Write a figure with how exactly and how surely its source says it."""
    words = say_value(version.measure, observation.value)
    match observation.reading.qualifier:
        case Qualifier.ABOUT:
            words = _("about %(value)s") % {"value": words}
        case Qualifier.MORE_THAN:
            words = _("more than %(value)s") % {"value": words}
    match observation.reading.nature:
        case Nature.ESTIMATE:
            return _("%(value)s (estimate)") % {"value": words}
        case Nature.FORECAST:
            return _("%(value)s (forecast)") % {"value": words}
    return words


def say_target(version: VersionData, target: TargetData) -> str:
    """Write what is to be reached, and by when."""
    value = say_value(version.measure, target.value)
    return _("%(value)s by %(day)s") % {"value": value, "day": formats.day(target.by_on)}


def say_period(code: str) -> str:
    """Write a period."""
    return Period.parse(code).label(language())


def say_age(days: int | None) -> str:
    """Write how old a figure is."""
    if days is None:
        return ""
    return ngettext("%(days)s day old", "%(days)s days old", days) % {"days": formats.number(days)}
