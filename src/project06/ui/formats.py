"""Numbers and dates as the reader's language writes them, in Viet Nam's time.

A missing figure is said, not shown as zero or as an empty cell.
"""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from babel import Locale, numbers
from babel.dates import format_date, format_time
from babel.lists import format_list
from django.utils.translation import get_language as active_language
from django.utils.translation import gettext

from project06.kernel.clock import local

from .data import Figure
from .enums import ColumnKind
from .locales import get_language

_DAY_PATTERNS = {"vi": "dd/MM/yyyy", "en": "d MMM y"}
# Official letters in Vietnamese write the time first.
_MOMENT_PATTERNS = {"vi": "{clock} {day}"}


def locale_code() -> str:
    """Return the Babel locale of the active language."""
    return get_language(active_language()).code


def number(value: Figure | None, decimals: int = 0) -> str:
    """Write a number with at most `decimals` digits after the mark; None is "not reported"."""
    if value is None:
        return not_reported()
    return str(numbers.format_decimal(_rounded(value, decimals), locale=locale_code()))


def percent(value: Figure | None, decimals: int = 1) -> str:
    """Write a share of one hundred: 97.5 becomes "97,5%" or what the language makes of it."""
    if value is None:
        return not_reported()
    pattern = numbers.parse_pattern(str(Locale.parse(locale_code()).percent_formats[None].pattern))
    pattern.frac_prec = (0, decimals)
    return str(pattern.apply(_rounded(value, decimals) / 100, locale_code()))


def dong(value: int | None) -> str:
    """Write an amount of whole đồng with its sign; None is "not reported"."""
    if value is None:
        return not_reported()
    return str(numbers.format_currency(value, "VND", locale=locale_code()))


def day(value: date | datetime | None) -> str:
    """Write a calendar date in Viet Nam; a moment counts as the date it has there."""
    if value is None:
        return not_reported()
    if isinstance(value, datetime):
        value = local(value).date()
    code = locale_code()
    return str(format_date(value, format=_DAY_PATTERNS.get(code, "medium"), locale=code))


def moment(value: datetime | None) -> str:
    """Write a moment by the clocks of Viet Nam. Raises ValueError for one without a time zone."""
    if value is None:
        return not_reported()
    code = locale_code()
    clock = format_time(local(value).time(), format="HH:mm", locale=code)
    return _MOMENT_PATTERNS.get(code, "{day}, {clock}").format(day=day(value), clock=clock)


def figure(value: Figure | None, kind: ColumnKind) -> str:
    """Write a figure as its kind says."""
    if kind is ColumnKind.PERCENT:
        return percent(value)
    if kind is ColumnKind.DONG:
        return dong(None if value is None else int(value))
    return number(value, decimals=2)


def not_reported() -> str:
    """Return the words for a figure that nobody sent."""
    return gettext("not reported")


def _rounded(value: Figure, decimals: int) -> Decimal:
    """Round half up, as people and official reports do; the number's own digits, not its binary ones."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def listing(items: Sequence[str]) -> str:
    """Write "a, b and c" as the language writes it."""
    return str(format_list(items, locale=locale_code()))
