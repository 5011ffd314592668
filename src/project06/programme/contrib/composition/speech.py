"""Numbers, amounts, changes and dates as a language writes them.

Digits are never rounded: what the source says is what stands in the report.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from babel import Locale, numbers
from babel.dates import format_date
from django.utils.translation import gettext as _

from project06.kernel.periods import Period, PeriodKind
from project06.programme.contrib.composition.units import GENITIVE_PLURAL, POINTS, SCALES, form_of, plural_category
from project06.programme.data.indicators import MeasureData, Reading
from project06.programme.data.report import FigureCut
from project06.programme.enums import DeltaKind, MeasureKind, Nature, Qualifier

NO_BREAK = "\u00a0"
# With the word for the year in full where its abbreviation would meet the full stop of a sentence.
_DAY_PATTERNS = {"vi": "dd/MM/yyyy", "en": "d MMMM y", "pl": "d MMMM y 'roku'", "uk": "d MMMM y 'року'"}


@dataclass(frozen=True, slots=True)
class Speech:
    """A language and how it writes; its catalogue must be active."""

    language: str

    def number(self, value: Decimal | int) -> str:
        """Write a number with all its digits."""
        return str(numbers.format_decimal(value, locale=self.language, decimal_quantization=False))

    def percent(self, value: Decimal) -> str:
        """Write a share of one hundred with all its digits."""
        pattern = numbers.parse_pattern(str(Locale.parse(self.language).percent_formats[None].pattern))
        written = pattern.apply(value / 100, self.language, decimal_quantization=False)
        return str(written)

    def day(self, value: date) -> str:
        """Write a date."""
        return str(format_date(value, format=_DAY_PATTERNS.get(self.language, "long"), locale=self.language))

    def period(self, code: str) -> str:
        """Write a period as a label; a year is just its digits."""
        period = Period.parse(code)
        return str(period.start.year) if period.kind is PeriodKind.YEAR else period.label(self.language)

    def points(self, value: Decimal) -> str:
        """Write percentage points."""
        word = form_of(POINTS[self.language], plural_category(self.language, value))
        return f"{self.number(value)}{NO_BREAK}{word}"

    def figure(self, figure: FigureCut) -> str:
        """Write what a figure amounts to, with how exactly and how surely the source says it."""
        reading = figure.observation.reading
        if reading.value is None:
            return _("not reported")
        return self.reading(figure.version.measure, reading)

    def reading(self, measure: MeasureData, reading: Reading) -> str:
        """Write the value of a reading with its qualifier; the nature (estimate, forecast) is said apart."""
        value = reading.value or Decimal(0)
        if measure.kind is MeasureKind.PERCENT:
            return _qualified_number(self.percent(value), reading.qualifier)
        number, noun = self._counted(measure, value, reading)
        return _qualified(number, noun, reading.qualifier)

    def value_like(self, figure: FigureCut, value: Decimal) -> str:
        """Write another value of the same indicator, such as the earlier one."""
        measure, exponent = figure.version.measure, figure.observation.reading.exponent
        if measure.kind is MeasureKind.PERCENT:
            return self.percent(value)
        number, noun = self._counted(measure, value, Reading(value=value, exponent=exponent))
        return _qualified(number, noun, Qualifier.EXACT)

    def short_value(self, figure: FigureCut) -> str:
        """Write the number without what is counted."""
        reading = figure.observation.reading
        if reading.value is None:
            return _("not reported")
        if figure.version.measure.kind is MeasureKind.PERCENT:
            return _qualified_number(self.percent(reading.value), reading.qualifier)
        return _qualified_number(self.scaled(reading.value, reading.exponent)[0], reading.qualifier)

    def scaled(self, value: Decimal, exponent: int) -> tuple[str, bool]:
        """Write a number in the power of ten of its source; the second part says whether it has a word for it."""
        scales = SCALES[self.language]
        if exponent not in scales:
            return self.number(value), False
        shown = value.scaleb(-exponent).normalize()
        shown = shown.quantize(Decimal(1)) if shown == shown.to_integral_value() else shown
        word = form_of(scales[exponent], plural_category(self.language, shown))
        return f"{self.number(shown)}{NO_BREAK}{word}", True

    def change(self, figure: FigureCut) -> str:
        """Write by how much a figure has changed, without its direction."""
        reading = figure.observation.reading
        size = abs(reading.delta or Decimal(0))
        if reading.delta_kind is DeltaKind.PERCENTAGE_POINTS:
            return self.points(size)
        if reading.delta_kind is DeltaKind.RELATIVE:
            return self.percent(size)
        number, noun = self._counted(figure.version.measure, size, Reading(value=size, exponent=reading.exponent))
        return _qualified(number, noun, Qualifier.EXACT)

    def short_change(self, figure: FigureCut) -> str:
        """Write the change with its sign, as in a table."""
        reading = figure.observation.reading
        if reading.delta is None:
            return ""
        sign = "+" if reading.delta > 0 else "\u2212" if reading.delta < 0 else "±"
        if reading.delta_kind is DeltaKind.COUNT:
            return f"{sign}{self.scaled(abs(reading.delta), reading.exponent)[0]}"
        return f"{sign}{self.change(figure)}"

    def _counted(self, measure: MeasureData, value: Decimal, reading: Reading) -> tuple[str, str]:
        number, is_scaled = self.scaled(value, reading.exponent)
        category = plural_category(self.language, value)
        if is_scaled or reading.qualifier is Qualifier.ABOUT:
            category = GENITIVE_PLURAL.get(self.language, category)
        return number, measure.word(self.language, category)


def _qualified(number: str, noun: str, qualifier: Qualifier) -> str:
    said = {"number": number, "noun": noun}
    if qualifier is Qualifier.MORE_THAN:
        return _("more than %(number)s %(noun)s") % said
    if qualifier is Qualifier.ABOUT:
        return _("about %(number)s %(noun)s") % said
    # Translators: a number and what is counted, such as "61 tasks" or "20.5 billion US dollars".
    return _("%(number)s %(noun)s") % said


def _qualified_number(number: str, qualifier: Qualifier) -> str:
    if qualifier is Qualifier.MORE_THAN:
        return _("more than %(number)s") % {"number": number}
    if qualifier is Qualifier.ABOUT:
        return _("about %(number)s") % {"number": number}
    return number


def nature_words(nature: Nature) -> str:
    """Return "estimate" or "forecast" where something was not measured."""
    return {Nature.ESTIMATE: _("estimate"), Nature.FORECAST: _("forecast")}.get(nature, "")
