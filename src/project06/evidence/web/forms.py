"""What an auditor may filter by."""

from django import forms
from django.utils.translation import gettext_lazy as _

from project06.evidence.data import RecordFilter
from project06.evidence.enums import Outcome


class FilterForm(forms.Form):
    """Every question is optional; together they narrow the list."""

    from_day = forms.DateField(label=_("From day"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    to_day = forms.DateField(label=_("To day"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    agency = forms.CharField(label=_("Code of the agency"), required=False, max_length=40)
    action = forms.CharField(label=_("Kind of act"), required=False, max_length=80)
    outcome = forms.ChoiceField(label=_("Outcome"), required=False, choices=[("", _("All")), *Outcome.choices])
    subject = forms.UUIDField(label=_("Identifier of the person or thing"), required=False)
    actor = forms.UUIDField(label=_("Identifier of the account"), required=False)
    cursor = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, object]:
        """Refuse a period that ends before it begins."""
        cleaned = super().clean() or {}
        start, end = cleaned.get("from_day"), cleaned.get("to_day")
        if start and end and end < start:
            self.add_error("to_day", _("The period ends before it begins."))
        return cleaned

    def wanted(self) -> RecordFilter:
        """Return the filter of a form without errors."""
        asked = {name: value for name, value in self.cleaned_data.items() if name != "cursor" and value}
        if "outcome" in asked:
            asked["outcome"] = Outcome(asked["outcome"])
        return RecordFilter(**asked)
