"""Forms of the directory and of the posts."""

from datetime import date
from typing import Self

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from project06.agencies.data import RoleData
from project06.agencies.enums import AgencyKind
from project06.agencies.web.presenters import KINDS
from project06.kernel.clock import today


def _day(label: object, *, required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label,  # type: ignore[arg-type] # lazy translations are labels
        required=required,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
    )


class DayForm(forms.Form):
    """As of which day a page speaks; today when nothing is said."""

    on = _day(_("On the day"), required=False)

    @classmethod
    def asked(cls, query: QueryDict) -> Self:
        """Return the form as an address asks for it, with today where the address names no day."""
        said = query.copy()
        if not said.get("on"):
            said["on"] = today().isoformat()
        return cls(said)

    @property
    def day(self) -> date:
        """Return the day of the form, today for an empty or unreadable one."""
        chosen: date | None = getattr(self, "cleaned_data", {}).get("on")
        return chosen or today()


class BrowseForm(DayForm):
    """What is looked for in the directory."""

    q = forms.CharField(label=_("Name or code"), required=False, max_length=100)
    kind = forms.ChoiceField(
        label=_("Kind of agency"),
        required=False,
        choices=[("", _("All kinds")), *((kind.value, KINDS[kind]) for kind in AgencyKind)],
    )
    after = forms.CharField(required=False, max_length=500, widget=forms.HiddenInput)

    field_order = ("q", "kind", "on", "after")

    @property
    def chosen_kind(self) -> AgencyKind | None:
        """Return the kind, or None for all."""
        text = getattr(self, "cleaned_data", {}).get("kind")
        return AgencyKind(text) if text else None

    def text(self, name: str) -> str:
        """Return a text of the form, empty for an unreadable one."""
        return str(getattr(self, "cleaned_data", {}).get(name) or "")


class PostForm(forms.Form):
    """A new post."""

    title = forms.CharField(label=_("Title of the post"), max_length=160)


class AppointForm(forms.Form):
    """Who fills a post, from when, by which decision."""

    staff_number = forms.CharField(label=_("Staff number of the official"), max_length=30)
    valid_from = _day(_("From"))
    valid_to = _day(_("Until (first day without the post)"), required=False)
    decision = forms.CharField(label=_("Number of the decision"), required=False, max_length=60)


class GrantForm(forms.Form):
    """Which role a post gets."""

    role = forms.ChoiceField(label=_("Role"))

    def __init__(self, *args: object, roles: tuple[RoleData, ...], language: str, **kwargs: object) -> None:
        """Offer these roles, named in this language."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # handed through
        field = self.fields["role"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - narrows Django's type
        field.choices = [(role.code, role.name_in(language)) for role in roles]
