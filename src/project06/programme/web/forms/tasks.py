"""What is asked about tasks: which ones to show, what a new one says, what changes."""

from collections.abc import Sequence

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from project06.kernel.clock import today
from project06.programme.data import (
    DirectiveKey,
    DocumentRef,
    PlanData,
    TaskChange,
    TaskData,
    TaskDraft,
    TaskFilter,
    TaskGroupData,
)
from project06.programme.enums import Claim, EvidenceState, Recurrence, Schedule, TaskOrder
from project06.programme.web.forms.refusable import (
    Label,
    LongSelect,
    RefusableForm,
    agency_field,
    day_field,
    long_field,
)
from project06.programme.web.words import ANY, NOBODY_REPORTED, language

NOBODY = "nobody"
type Choices = Sequence[tuple[str, Label]]


class TaskFilterForm(forms.Form):
    """Which tasks to show, in which order, from where on."""

    q = forms.CharField(
        label=_("Text, code or agency"),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "spellcheck": "false"}),
    )
    schedule = forms.ChoiceField(label=_("Against the clock"), required=False)
    group = forms.ChoiceField(label=_("Task group"), required=False)
    claimed = forms.ChoiceField(label=_("Reported progress"), required=False)
    evidence = forms.ChoiceField(label=_("Evidence"), required=False)
    lead = forms.CharField(
        label=_("Code of the lead agency"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"list": "agencies", "autocomplete": "off"}),
    )
    unit = forms.ChoiceField(label=_("Unit"), required=False, widget=LongSelect)
    order = forms.ChoiceField(label=_("Order"), required=False, choices=TaskOrder.choices)
    after = forms.CharField(required=False, max_length=80, widget=forms.HiddenInput)

    def __init__(self, data: QueryDict, *, groups: Sequence[TaskGroupData], units: Choices) -> None:
        super().__init__(data)
        offers: dict[str, Choices] = {
            "schedule": Schedule.choices,
            "group": [(each.code, each.title_in(language())) for each in groups],
            "claimed": [(NOBODY, NOBODY_REPORTED), *Claim.choices],
            "evidence": EvidenceState.choices,
            "unit": units,
        }
        for name, choices in offers.items():
            self.fields[name].choices = [("", ANY), *choices]  # type: ignore[attr-defined] # a ChoiceField

    @property
    def main_fields(self) -> list[forms.BoundField]:
        """The questions that always stand open."""
        return [self["q"], self["schedule"]]

    @property
    def more_fields(self) -> list[forms.BoundField]:
        """The questions that unfold."""
        return [self[name] for name in ("group", "claimed", "evidence", "lead", "unit", "order")]

    def has_more(self) -> bool:
        """Whether one of the folded questions is answered."""
        return any(self.data.get(each.name) for each in self.more_fields)

    def said(self, name: str) -> str:
        """Return an answer, empty for an unreadable one."""
        return str(getattr(self, "cleaned_data", {}).get(name) or "")

    def wanted(self, below: str = "") -> TaskFilter:
        """Return the filter; an unreadable part of it is left out."""
        claimed = self.said("claimed")
        return TaskFilter(
            below=below,
            group=self.said("group"),
            lead=self.said("lead").upper(),
            claimed=Claim(claimed) if claimed and claimed != NOBODY else None,
            never_reported=claimed == NOBODY,
            evidence=EvidenceState(self.said("evidence")) if self.said("evidence") else None,
            schedule=Schedule(self.said("schedule")) if self.said("schedule") else None,
            text=self.said("q"),
        )

    def order_wanted(self) -> TaskOrder:
        """Return the order, by due date when nothing else is asked."""
        return TaskOrder(self.said("order") or TaskOrder.DUE)


class TaskForm(RefusableForm):
    """A new task."""

    code = forms.CharField(label=_("Code"), max_length=40, help_text=_("For example NV-2026-017."))
    title = long_field(_("What is to be done, in Vietnamese"), most=500)
    title_en = long_field(_("The same in English"), most=500, required=False, rows=2)
    plan = forms.ChoiceField(label=_("Plan"))
    group = forms.ChoiceField(label=_("Task group"))
    lead = agency_field(_("Code of the lead agency"))
    co_leads = forms.CharField(
        label=_("Codes of co-lead agencies"), required=False, max_length=300, help_text=_("With commas between them.")
    )
    recurrence = forms.ChoiceField(label=_("How often"), choices=Recurrence.choices)
    assigned_on = day_field(_("Given out on"))
    due_on = day_field(_("Due on"), required=False, hint=_("A task that is done once needs it."))
    act_number = forms.CharField(label=_("Number of the act that orders it"), required=False, max_length=60)
    act_on = day_field(_("Date of the act"), required=False)

    def __init__(
        self, data: QueryDict | None = None, *, plans: Sequence[PlanData], groups: Sequence[TaskGroupData]
    ) -> None:
        super().__init__(data, initial={"assigned_on": today(), "recurrence": Recurrence.ONCE.value})
        offer_plans_and_groups(self, plans, groups)

    def draft(self) -> TaskDraft:
        """Return what the form says."""
        number, act_on = self.text("act_number"), self.day_or_none("act_on")
        return TaskDraft(
            code=self.text("code"),
            titles={"vi": self.text("title"), "en": self.text("title_en")},
            plan=self.text("plan"),
            group=self.text("group"),
            lead=self.text("lead").upper(),
            co_leads=tuple(code.upper() for code in self.codes("co_leads")),
            recurrence=Recurrence(self.text("recurrence")),
            assigned_on=self.day("assigned_on"),
            due_on=self.day_or_none("due_on"),
            directive=DirectiveKey(number, act_on) if number and act_on else None,
        )

    def clean(self) -> None:
        """An act is named by its number and its date together."""
        said = self.cleaned_data
        if bool(said.get("act_number")) != bool(said.get("act_on")) and "act_on" not in self.errors:
            self.add_error("act_on", _("Write the number and the date of the act, or neither."))


def offer_plans_and_groups(form: forms.Form, plans: Sequence[PlanData], groups: Sequence[TaskGroupData]) -> None:
    """Fill the choices of plan and group."""
    form.fields["plan"].choices = [  # type: ignore[attr-defined] # a ChoiceField
        (each.code, each.title_in(language())) for each in plans
    ]
    form.fields["group"].choices = [  # type: ignore[attr-defined] # a ChoiceField
        (each.code, each.title_in(language())) for each in groups
    ]


class ClaimForm(RefusableForm):
    """How far a task has come."""

    claim = forms.ChoiceField(label=_("Progress"), choices=Claim.choices, widget=forms.RadioSelect)
    done_on = day_field(_("Done on"), required=False, hint=_("Only for a task that is done."))
    note = long_field(_("Remark"), most=500, required=False, rows=2)


class AttachForm(RefusableForm):
    """Which document proves a task."""

    name = forms.CharField(label=_("Name of the document"), max_length=200, help_text=_("Number, date and what it is."))
    reference = forms.CharField(
        label=_("Where it is kept"), max_length=300, help_text=_("Its number in the document system, or its address.")
    )

    def document(self) -> DocumentRef:
        """Return what the form says."""
        return DocumentRef(self.text("reference"), self.text("name"))


class ReasonForm(RefusableForm):
    """Why something goes back or ends."""

    reason = long_field(_("Reason"), most=500)


class CancelForm(ReasonForm):
    """Why a task is taken back, and by which act."""

    act = forms.CharField(label=_("Number and date of the act"), required=False, max_length=120)


class ReviseForm(RefusableForm):
    """A new due date, its reason and its act."""

    due_on = day_field(_("New due date"))
    act = forms.CharField(label=_("Number and date of the act that allows it"), max_length=120)
    reason = long_field(_("Reason"), most=500, rows=2)


class HandOverForm(RefusableForm):
    """Who leads from when, and why."""

    lead = agency_field(_("Code of the new lead agency"))
    co_leads = forms.CharField(label=_("Codes of co-lead agencies"), required=False, max_length=300)
    on = day_field(_("From"))
    reason = long_field(_("Reason"), most=500, rows=2)


class EditForm(RefusableForm):
    """What a task says."""

    title = long_field(_("What is to be done, in Vietnamese"), most=500)
    title_en = long_field(_("The same in English"), most=500, required=False, rows=2)
    plan = forms.ChoiceField(label=_("Plan"))
    group = forms.ChoiceField(label=_("Task group"))
    reason = long_field(_("Reason"), most=500, rows=2)

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        plans: Sequence[PlanData],
        groups: Sequence[TaskGroupData],
        task: TaskData,
    ) -> None:
        initial = {
            "title": task.titles["vi"],
            "title_en": task.titles.get("en", ""),
            "plan": task.plan,
            "group": task.group,
        }
        super().__init__(data, initial=initial)
        offer_plans_and_groups(self, plans, groups)


class BulkForm(RefusableForm):
    """Which tasks change, and what changes in all of them."""

    tasks = forms.MultipleChoiceField(label=_("Tasks that change"), widget=forms.CheckboxSelectMultiple)
    plan = forms.ChoiceField(label=_("New plan"), required=False)
    group = forms.ChoiceField(label=_("New task group"), required=False)
    lead = agency_field(_("Code of the new lead agency"), required=False)
    due_on = day_field(_("New due date"), required=False)
    act = forms.CharField(
        label=_("Number and date of the act"), required=False, max_length=120, help_text=_("A new due date needs it.")
    )
    reason = long_field(_("Reason"), most=500, rows=2)

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        tasks: Sequence[TaskData],
        plans: Sequence[PlanData],
        groups: Sequence[TaskGroupData],
    ) -> None:
        super().__init__(data, initial={"tasks": [str(task.uuid) for task in tasks]})
        offer_plans_and_groups(self, plans, groups)
        for name in ("plan", "group"):
            field = self.fields[name]
            field.choices = [("", _("As it is")), *field.choices]  # type: ignore[attr-defined] # a ChoiceField
        self.fields["tasks"].choices = [  # type: ignore[attr-defined] # a ChoiceField
            (str(task.uuid), f"{task.code} – {task.title_in(language())}") for task in tasks
        ]

    def change(self) -> TaskChange:
        """Return what is to change."""
        return TaskChange(
            plan=self.text("plan") or None,
            group=self.text("group") or None,
            lead=self.text("lead").upper() or None,
            due_on=self.day_or_none("due_on"),
        )


class ListForm(RefusableForm):
    """A list of tasks to take over."""

    list = forms.FileField(
        label=_("List of tasks (.xlsx or .csv)"),
        help_text=_("At most 10 MB and 5,000 rows. Nothing is stored before you say so."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
    )
