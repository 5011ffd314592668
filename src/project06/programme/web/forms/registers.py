"""What is asked about bottlenecks and pilot models."""

from collections.abc import Iterable
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from project06.kernel.clock import today
from project06.programme.data import BottleneckData, BottleneckDraft, BottleneckFilter, PilotDraft
from project06.programme.enums import BottleneckClass, BottleneckState, PilotState
from project06.programme.web.forms.refusable import LongSelect, RefusableForm, agency_field, day_field, long_field
from project06.programme.web.words import ANY

type Choices = list[tuple[str, str]]


class RegisterFilterForm(forms.Form):
    """Which records of a register to show."""

    q = forms.CharField(
        label=_("Text, code or agency"),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "spellcheck": "false"}),
    )
    state = forms.ChoiceField(label=_("State"), required=False)
    unit = forms.ChoiceField(label=_("Unit"), required=False, widget=LongSelect)
    after = forms.CharField(required=False, max_length=80, widget=forms.HiddenInput)

    def offer(self, name: str, choices: Iterable[tuple[str, object]], *, every: object = ANY) -> None:
        """Fill the choices of a question; the first of them narrows nothing."""
        self.fields[name].choices = [("", every), *choices]  # type: ignore[attr-defined] # a ChoiceField

    def said(self, name: str) -> str:
        """Return an answer, empty for an unreadable one."""
        return str(getattr(self, "cleaned_data", {}).get(name) or "")


class BottleneckFilterForm(RegisterFilterForm):
    """Which bottlenecks to show; closed ones only when their state is asked for."""

    kind = forms.ChoiceField(label=_("Class"), required=False)
    field_order = ("q", "kind", "state", "unit", "after")

    def __init__(self, data: QueryDict, *, units: Choices) -> None:
        super().__init__(data)
        self.offer("kind", BottleneckClass.choices)
        self.offer("state", BottleneckState.choices, every=_("All that are not removed"))
        self.offer("unit", units)

    def wanted(self, below: str) -> BottleneckFilter:
        """Return the filter; an unreadable part of it is left out."""
        return BottleneckFilter(
            below=below,
            kind=BottleneckClass(self.said("kind")) if self.said("kind") else None,
            state=BottleneckState(self.said("state")) if self.said("state") else None,
            text=self.said("q"),
        )


class PilotFilterForm(RegisterFilterForm):
    """Which pilot models to show."""

    def __init__(self, data: QueryDict, *, units: Choices) -> None:
        super().__init__(data)
        self.offer("state", PilotState.choices)
        self.offer("unit", units)

    def state_wanted(self) -> PilotState | None:
        """Return the state, None for all."""
        return PilotState(self.said("state")) if self.said("state") else None


class BottleneckForm(RefusableForm):
    """A new bottleneck."""

    title = long_field(_("What stands in the way, in Vietnamese"), most=500)
    title_en = long_field(_("The same in English"), most=500, required=False, rows=2)
    kind = forms.ChoiceField(label=_("Class"), choices=BottleneckClass.choices, widget=forms.RadioSelect)
    owner = agency_field(_("Code of the agency that must remove it"))
    raised_on = day_field(_("Raised on"))
    due_on = day_field(_("To be removed by"), required=False)
    indicators = forms.CharField(
        label=_("Codes of the indicators it holds back"),
        required=False,
        max_length=400,
        help_text=_("With commas between them."),
    )

    def __init__(self, data: QueryDict | None = None, *, tasks: tuple[UUID, ...] = ()) -> None:
        super().__init__(data, initial={"raised_on": today()})
        self.linked = tasks

    def draft(self) -> BottleneckDraft:
        """Return what the form says."""
        return BottleneckDraft(
            titles={"vi": self.text("title"), "en": self.text("title_en")},
            kind=BottleneckClass(self.text("kind")),
            owner=self.text("owner").upper(),
            raised_on=self.day("raised_on"),
            due_on=self.day_or_none("due_on"),
            tasks=self.linked,
            indicators=self.codes("indicators"),
        )


class MoveBottleneckForm(RefusableForm):
    """The next step of a bottleneck."""

    to = forms.ChoiceField(label=_("Next step"), widget=forms.RadioSelect)
    note = long_field(
        _("Explanation"),
        most=500,
        required=False,
        hint=_("What is agreed, or why it is returned: these steps need it."),
    )
    due_on = day_field(_("By when"), required=False)

    def __init__(self, data: QueryDict | None = None, *, steps: Iterable[BottleneckState]) -> None:
        super().__init__(data)
        self.fields["to"].choices = [  # type: ignore[attr-defined] # a ChoiceField
            (each.value, each.label) for each in BottleneckState if each in set(steps)
        ]


class LinkBottleneckForm(RefusableForm):
    """What a bottleneck holds back."""

    tasks = forms.CharField(
        label=_("Codes of tasks"), required=False, max_length=600, help_text=_("With commas between them.")
    )
    indicators = forms.CharField(label=_("Codes of indicators"), required=False, max_length=400)
    units = forms.CharField(
        label=_("Codes of units"), required=False, max_length=400, help_text=_("Of today: 08 or 02536.")
    )

    def __init__(
        self, data: QueryDict | None = None, *, bottleneck: BottleneckData, task_codes: tuple[str, ...] = ()
    ) -> None:
        initial = {
            "tasks": ", ".join(task_codes),
            "indicators": ", ".join(bottleneck.indicators),
            "units": ", ".join(path.rpartition("/")[2] for path in bottleneck.units),
        }
        super().__init__(data, initial=initial)


class PilotForm(RefusableForm):
    """A new pilot model."""

    code = forms.CharField(label=_("Code"), max_length=40, help_text=_("For example MH-2026-03."))
    title = long_field(_("What is tried, in Vietnamese"), most=500)
    title_en = long_field(_("The same in English"), most=500, required=False, rows=2)
    lead = agency_field(_("Code of the lead agency"))
    unit = forms.ChoiceField(label=_("Where it is tried"), widget=LongSelect)
    registered_on = day_field(_("Registered on"))
    due_on = day_field(_("Result expected by"), required=False)
    result_indicator = forms.CharField(
        label=_("Code of the indicator that shows the result"), required=False, max_length=60
    )

    def __init__(self, data: QueryDict | None = None, *, units: Choices) -> None:
        super().__init__(data, initial={"registered_on": today()})
        self.fields["unit"].choices = units  # type: ignore[attr-defined] # a ChoiceField

    def draft(self) -> PilotDraft:
        """Return what the form says."""
        return PilotDraft(
            code=self.text("code"),
            titles={"vi": self.text("title"), "en": self.text("title_en")},
            lead=self.text("lead").upper(),
            unit_code=self.text("unit"),
            registered_on=self.day("registered_on"),
            due_on=self.day_or_none("due_on"),
            result_indicator=self.text("result_indicator"),
        )


class MovePilotForm(RefusableForm):
    """The next step of a pilot model."""

    to = forms.ChoiceField(label=_("Next step"), widget=forms.RadioSelect)
    note = long_field(
        _("Explanation"), most=500, required=False, hint=_("Why it ends, spreads or shows no result: these need it.")
    )
    result_indicator = forms.CharField(
        label=_("Code of the indicator that shows the result"), required=False, max_length=60
    )

    def __init__(self, data: QueryDict | None = None, *, steps: Iterable[PilotState], indicator: str) -> None:
        super().__init__(data, initial={"result_indicator": indicator})
        self.fields["to"].choices = [  # type: ignore[attr-defined] # a ChoiceField
            (each.value, each.label) for each in PilotState if each in set(steps)
        ]
