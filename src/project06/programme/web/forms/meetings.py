"""What is asked about meetings: when, who, what was said, decided and issued."""

from collections.abc import Mapping, Sequence

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from project06.kernel.clock import today
from project06.programme.data import DecisionData, DecisionDraft, MeetingDetail, PlanData, TaskGroupData
from project06.programme.enums import Recurrence
from project06.programme.web.forms.refusable import RefusableForm, agency_field, day_field, long_field
from project06.programme.web.words import language

LONGEST_MINUTES = 20_000


class MeetingForm(RefusableForm):
    """A meeting that is called."""

    title = forms.CharField(label=_("Title"), max_length=300)
    held_on = day_field(_("Day of the meeting"))
    period = forms.CharField(
        label=_("Month it reviews"),
        required=False,
        max_length=7,
        help_text=_("Such as 2024-06. Empty: the month before the meeting."),
    )
    endpoints = long_field(
        _("Codes of the agencies that take part online"),
        most=4_000,
        required=False,
        hint=_("With commas between them. The agencies that answer to yours are proposed."),
    )

    def __init__(self, data: QueryDict | None = None, *, endpoints: Sequence[str] = ()) -> None:
        super().__init__(data, initial={"endpoints": ", ".join(endpoints)})


class AgendaForm(RefusableForm):
    """Points beside the exceptions."""

    points = long_field(
        _("Own points"),
        most=4_000,
        required=False,
        hint=_("One a line. Late tasks, stuck bottlenecks, missing reports and missed targets come by themselves."),
    )

    def lines(self) -> tuple[str, ...]:
        """Return the points."""
        return tuple(filter(None, (line.strip() for line in self.text("points").splitlines())))


class MinutesForm(RefusableForm):
    """What was said, and who came."""

    minutes = long_field(_("Minutes"), most=LONGEST_MINUTES, rows=10)
    attended = forms.MultipleChoiceField(label=_("Who took part"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, data: QueryDict | None = None, *, detail: MeetingDetail) -> None:
        came = [each.agency.code for each in detail.endpoints if each.attended]
        super().__init__(data, initial={"minutes": detail.minutes, "attended": came})
        self.fields["attended"].choices = [  # type: ignore[attr-defined] # a ChoiceField
            (each.agency.code, each.agency.name) for each in detail.endpoints
        ]
        if not detail.endpoints:
            del self.fields["attended"]

    def attendance(self) -> Mapping[str, bool]:
        """Return for each connected agency whether it came."""
        if "attended" not in self.fields:
            return {}
        offered = [code for code, _name in self.fields["attended"].choices]  # type: ignore[attr-defined]
        return {code: code in self.cleaned_data["attended"] for code in offered}


class DecisionForm(RefusableForm):
    """What the meeting decided."""

    wording = long_field(_("Decision"), most=2_000)
    lead = agency_field(_("Code of the lead agency"), required=False, hint=_("With a lead it can become a task."))
    co_leads = forms.CharField(
        label=_("Codes of co-lead agencies"), required=False, max_length=300, help_text=_("With commas between them.")
    )
    group = forms.ChoiceField(label=_("Task group"), required=False)
    recurrence = forms.ChoiceField(label=_("How often"), choices=Recurrence.choices)
    due_on = day_field(_("Due on"), required=False)

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        groups: Sequence[TaskGroupData],
        decision: DecisionData | None = None,
    ) -> None:
        super().__init__(data, initial=_initial(decision))
        self.fields["group"].choices = [  # type: ignore[attr-defined] # a ChoiceField
            ("", "–"),
            *((each.code, each.title_in(language())) for each in groups),
        ]

    def draft(self) -> DecisionDraft:
        """Return what the form says."""
        said = self.cleaned_data
        return DecisionDraft(
            text=said["wording"],
            lead=said["lead"].upper(),
            co_leads=tuple(code.upper() for code in self.codes("co_leads")),
            group=said["group"],
            recurrence=Recurrence(said["recurrence"]),
            due_on=said["due_on"],
        )


def _initial(decision: DecisionData | None) -> dict[str, object]:
    if decision is None:
        return {"recurrence": Recurrence.ONCE.value}
    return {
        "wording": decision.text,
        "lead": decision.lead,
        "co_leads": ", ".join(decision.co_leads),
        "group": decision.group,
        "recurrence": decision.recurrence.value,
        "due_on": decision.due_on,
    }


class IssueForm(RefusableForm):
    """Number and date of the conclusions."""

    number = forms.CharField(
        label=_("Number of the notice of conclusions"), max_length=60, help_text=_("For example 215/TB-UBND.")
    )
    issued_on = day_field(_("Issued on"))
    document = forms.CharField(label=_("Where the signed document is kept"), required=False, max_length=300)

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"issued_on": today()})


class DecisionTaskForm(RefusableForm):
    """Under which code, plan and group a decision becomes a task."""

    code = forms.CharField(label=_("Code of the task"), max_length=40)
    plan = forms.ChoiceField(label=_("Plan"))
    group = forms.ChoiceField(label=_("Task group"))

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        decision: DecisionData,
        plans: Sequence[PlanData],
        groups: Sequence[TaskGroupData],
        code: str = "",
    ) -> None:
        super().__init__(data, initial={"group": decision.group, "code": code})
        self.fields["plan"].choices = [  # type: ignore[attr-defined] # a ChoiceField
            (each.code, each.title_in(language())) for each in plans
        ]
        self.fields["group"].choices = [  # type: ignore[attr-defined] # a ChoiceField
            (each.code, each.title_in(language())) for each in groups
        ]
