"""Forms whose last word is the operation's: the rules stand in one place."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from project06.kernel.errors import Refusal

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise  # what the stubs call a lazy translation

SELECTED = mark_safe(" selected")

type Label = str | _StrPromise

_FIELDS_OF: Mapping[str, str] = {
    "programme.unknown-plan": "plan",
    "programme.unknown-group": "group",
    "programme.unknown-directive": "act_number",
    "programme.task-exists": "code",
    "programme.pilot-exists": "code",
    "programme.unusable-code": "code",
    "programme.unusable-due-date": "due_on",
    "programme.same-due-date": "due_on",
    "programme.unusable-done-date": "done_on",
    "programme.lead-outside-register": "lead",
    "programme.lead-repeated": "co_leads",
    "programme.meeting-exists": "held_on",
    "programme.unusable-month": "period",
    "programme.result-indicator-missing": "result_indicator",
    "programme.reason-missing": "reason",
    "programme.act-missing": "act",
    "agencies.unknown-agency": "lead",
}
"""Where the error of a refusal stands, when the form has that question."""

_SECOND_CHOICE = {"lead": "owner", "reason": "note", "act": "number", "done_on": "issued_on"}


class LongSelect(forms.Select):
    """A choice among hundreds: one string instead of a template for each of them, which took ten milliseconds."""

    def render(
        self,
        name: str,
        value: object,
        attrs: dict[str, object] | None = None,
        renderer: object = None,  # noqa: ARG002 - Django's signature
    ) -> SafeString:
        """Return the control with its options; option groups are not known here."""
        chosen = str(value or "")
        options = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            ((key, SELECTED if str(key) == chosen else "", label) for key, label in self.choices),
        )
        attributes = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        return format_html("<select{}>{}</select>", flatatt(attributes), options)


class RefusableForm(forms.Form):
    """A form that can show why the operation refused what was sent."""

    use_required_attribute = False

    def refuse(self, refusal: Refusal) -> None:
        """Show the sentence of a refusal beside the question it belongs to, else above all questions."""
        name = _FIELDS_OF.get(refusal.code, "")
        places = (name, _SECOND_CHOICE.get(name, ""))
        place = next((each for each in places if each in self.fields), None)
        words = " ".join(filter(None, (refusal.say(), str(refusal.remedy))))
        self.add_error(place, words)

    def text(self, name: str) -> str:
        """Return a text of a form that was read."""
        return str(self.cleaned_data.get(name) or "")

    def day(self, name: str) -> date:
        """Return a needed day of a form that was read."""
        found: date = self.cleaned_data[name]
        return found

    def day_or_none(self, name: str) -> date | None:
        """Return a day of a form that was read, None when it was left empty."""
        found: date | None = self.cleaned_data.get(name)
        return found

    def codes(self, name: str) -> tuple[str, ...]:
        """Return codes that were written with commas, blanks or line ends between them."""
        return tuple(self.text(name).replace(",", " ").replace(";", " ").split())


def day_field(label: Label, *, required: bool = True, hint: Label = "") -> forms.DateField:
    """Return a question for a day; browsers without a calendar accept 31/12/2026 as well."""
    return forms.DateField(
        label=label,
        help_text=hint,
        required=required,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
    )


def long_field(label: Label, *, most: int, required: bool = True, rows: int = 3, hint: Label = "") -> forms.CharField:
    """Return a question for a few sentences."""
    return forms.CharField(
        label=label, help_text=hint, max_length=most, required=required, widget=forms.Textarea(attrs={"rows": rows})
    )


def agency_field(label: Label, *, required: bool = True, hint: Label = "") -> forms.CharField:
    """Return a question for the code of an agency; the page may offer a list named "agencies"."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=20,
        widget=forms.TextInput(attrs={"list": "agencies", "autocomplete": "off", "autocapitalize": "characters"}),
    )
