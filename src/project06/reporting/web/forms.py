"""Forms of the package: the questions of a report, the acts of those who check, the filter of a list."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.forms.utils import ErrorDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from project06.kernel.errors import Invalid
from project06.kernel.periods import Period
from project06.reporting.data import CampaignData, NotReportedFilter, Question
from project06.reporting.enums import QuestionKind, SheetFormat

PREFIX = "answer-"
_FEW_CHOICES = 6


class RefusableForm(forms.Form):
    """A form whose errors come from the operation: the rules stand in one place.

    Several of them stand on one page, so each has identifiers of its own.
    """

    def __init__(
        self,
        data: Mapping[str, object] | None = None,
        files: MultiValueDict[str, Any] | None = None,  # Any: whatever Django stored the file as
        *,
        initial: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(
            data=data,
            files=files,
            initial=dict(initial or {}),
            auto_id=f"{type(self).__name__.lower()}-%s",
            use_required_attribute=False,
        )

    def refuse(self, refusal: Invalid) -> None:
        """Show why the operation refused what was sent."""
        self._errors = ErrorDict(renderer=self.renderer)
        self.cleaned_data: dict[str, object] = {}
        for each in refusal.field_errors:
            name = self.name_of(each.field)
            self.add_error(name, str(each.sentence) if name else self.place_in_words(each.field, str(each.sentence)))
        if not self._errors:
            self.add_error(None, refusal.say())

    def name_of(self, place: str) -> str | None:
        """Return the question that a place belongs to, or None."""
        return place if place in self.fields else None

    def place_in_words(self, place: str, sentence: str) -> str:
        """Return the sentence of an error that belongs to no question."""
        number = place.removeprefix("row ")
        if number != place:
            return gettext("Row %(number)s: %(sentence)s") % {"number": number, "sentence": sentence}
        return sentence


class ReportForm(RefusableForm):
    """The questions of a campaign, one control each."""

    def __init__(
        self,
        questions: Sequence[Question],
        language: str,
        *,
        data: Mapping[str, object] | None = None,
        initial: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        for question in questions:
            self.fields[f"{PREFIX}{question.code}"] = _field_of(question, language)
        self.fields["document"] = forms.CharField(
            label=_("Written report: number and date"), required=False, max_length=200
        )
        self.fields["note"] = forms.CharField(
            label=_("Remark"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
        )

    def name_of(self, place: str) -> str | None:
        """A place is the code of a question."""
        name = f"{PREFIX}{place}"
        return name if name in self.fields else super().name_of(place)

    def sent(self) -> tuple[dict[str, object], str, str]:
        """Return answers, document and remark exactly as they were sent; the operation judges them."""
        answers = {
            name.removeprefix(PREFIX): self.data.get(name, "") for name in self.fields if name.startswith(PREFIX)
        }
        return answers, str(self.data.get("document", "")), str(self.data.get("note", ""))


def _field_of(question: Question, language: str) -> forms.Field:
    label = f"{question.label_in(language)} ({question.unit})" if question.unit else question.label_in(language)
    if question.kind is QuestionKind.CHOICE:
        choices = [(each.code, each.label_in(language)) for each in question.choices]
        few = len(choices) <= _FEW_CHOICES
        return forms.ChoiceField(
            label=label,
            required=question.is_required,
            choices=choices if few else [("", ""), *choices],
            widget=forms.RadioSelect if few else forms.Select,
        )
    return forms.CharField(
        label=label, required=question.is_required, widget=_widget(question.kind), help_text=_hint(question.kind)
    )


def _widget(kind: QuestionKind) -> forms.Widget:
    if kind is QuestionKind.TEXT:
        return forms.Textarea(attrs={"rows": 4})
    is_figure = kind in {QuestionKind.NUMBER, QuestionKind.SHARE}
    return forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"} if is_figure else {})


def _hint(kind: QuestionKind) -> str:
    hints = {
        QuestionKind.NUMBER: _("Digits only, without thousands separators."),
        QuestionKind.SHARE: _("Percent, between 0 and 100."),
        QuestionKind.FILE: _("Number and date of the document."),
    }
    return str(hints.get(kind, ""))


class SheetForm(RefusableForm):
    """A filled-in sheet."""

    sheet = forms.FileField(label=_("Filled-in sheet (XLSX or CSV)"))


class ReturnForm(RefusableForm):
    """Why a report goes back."""

    reason = forms.CharField(
        label=_("What has to be corrected"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


class ExtendForm(RefusableForm):
    """How much more time, and why."""

    working_days = forms.IntegerField(label=_("Working days more"), min_value=1, max_value=60)
    reason = forms.CharField(
        label=_("Reason for the extension"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )


class ExcuseForm(RefusableForm):
    """Why an agency need not report, and on which legal ground."""

    reason = forms.CharField(
        label=_("Reason for excusing the agency"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    ground = forms.CharField(label=_("Legal ground"), max_length=200)


class PageForm(forms.Form):
    """Where a list goes on."""

    after = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def place(self) -> UUID | None:
        """Return where to go on, None for the first page or an unusable place."""
        after: UUID | None = self.cleaned_data["after"] if self.is_valid() else None
        return after


class NotReportedForm(PageForm):
    """Which missing reports to show."""

    campaign = forms.ChoiceField(label=_("Campaign"), required=False)
    period = forms.ChoiceField(label=_("Period"), required=False)
    below = forms.ChoiceField(label=_("Unit"), required=False)
    overdue = forms.BooleanField(label=_("Only those whose deadline has passed"), required=False)
    returned = forms.BooleanField(label=_("Also reports returned for correction"), required=False)
    form = forms.ChoiceField(required=False, choices=SheetFormat.choices, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Mapping[str, object],
        *,
        language: str,
        campaigns: Sequence[CampaignData],
        periods: Sequence[Period],
        scopes: Sequence[tuple[str, str]],
    ) -> None:
        super().__init__(data=data)
        offers = {
            "campaign": [(each.code, each.title_in(language)) for each in campaigns],
            "period": [(each.code, each.label(language)) for each in periods],
            "below": list(scopes),
        }
        for name, choices in offers.items():
            self.fields[name].choices = [("", gettext("All")), *choices]  # type: ignore[attr-defined] # a ChoiceField

    def wanted(self) -> NotReportedFilter:
        """Return the filter of a form without errors."""
        asked = self.cleaned_data
        return NotReportedFilter(
            campaign=asked["campaign"],
            period=asked["period"],
            below=asked["below"],
            is_overdue_only=asked["overdue"],
            with_returned=asked["returned"],
        )
