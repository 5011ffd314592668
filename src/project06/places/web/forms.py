"""What a reader may ask for; everything is optional, an address without questions is a good one."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from project06.kernel.clock import today
from project06.places.data import COUNTRY_CODE
from project06.places.enums import Level
from project06.places.web.words import LEVEL_WORDS

_CODE = r"[0-9A-Z]{2,5}"


def _day_field() -> forms.DateField:
    return forms.DateField(
        label=_("On the day"),
        help_text=_("Empty for today. There were 63 provinces until 30 June 2025, and 34 since."),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )


class DayForm(forms.Form):
    """The day a page speaks of."""

    on = _day_field()

    @property
    def day(self) -> date:
        """The asked day; today when none was asked, or none that can be read."""
        return getattr(self, "cleaned_data", {}).get("on") or today()


@dataclass(frozen=True, slots=True)
class Wanted:
    """A readable question to the list of units."""

    on: date
    text: str = ""
    level: Level | None = None
    under: str = COUNTRY_CODE
    after: str | None = None
    before: str | None = None


class BrowseForm(DayForm):
    """Words, a day and a level."""

    q = forms.CharField(
        label=_("Name or code"),
        help_text=_("With or without diacritics: phu tho, Phú Thọ or 25."),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "spellcheck": "false"}),
    )
    level = forms.TypedChoiceField(
        label=_("Level"),
        choices=[("", _("All levels")), *((level.value, LEVEL_WORDS[level]) for level in Level if level)],
        coerce=lambda value: Level(int(value)),
        empty_value=None,
        required=False,
    )
    under = forms.RegexField(_CODE, required=False, widget=forms.HiddenInput)
    after = forms.RegexField(_CODE, required=False, widget=forms.HiddenInput)
    before = forms.RegexField(_CODE, required=False, widget=forms.HiddenInput)
    field_order = ("q", "on", "level")

    def wanted(self) -> Wanted:
        """The question; an unreadable part of it is left out."""
        asked = getattr(self, "cleaned_data", {})
        return Wanted(
            on=self.day,
            text=asked.get("q") or "",
            level=asked.get("level"),
            under=asked.get("under") or COUNTRY_CODE,
            after=asked.get("after") or None,
            before=asked.get("before") or None,
        )
