"""Form fields with label, hint and error wired together."""

from dataclasses import dataclass

from django.forms import BaseForm, BoundField, CheckboxInput, CheckboxSelectMultiple, RadioSelect
from django.forms.boundfield import BoundWidget
from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class DrawnField:
    """One question of a form as the template prints it."""

    field: BoundField
    hint: str
    hint_id: str
    error_id: str
    control: SafeString
    choices: tuple[BoundWidget, ...]

    @property
    def described_by(self) -> str:
        """Return the ids that a screen reader reads after the label."""
        ids = [self.hint_id] if self.hint else []
        return " ".join([*ids, self.error_id] if self.field.errors else ids)


@dataclass(frozen=True, slots=True)
class SummaryError:
    """One error with its question and the id of the control that mends it; a whole form's has neither."""

    sentence: str
    label: str = ""
    target: str = ""


def draw_field(field: BoundField, hint: str = "") -> DrawnField:
    """Return a question with its control; radio buttons and check boxes come as separate choices."""
    widget = field.field.widget
    drawn = DrawnField(
        field=field,
        hint=str(hint or field.help_text or ""),
        hint_id=f"{field.auto_id}-hint",
        error_id=f"{field.auto_id}-error",
        control=SafeString(),
        choices=tuple(field.subwidgets) if isinstance(widget, RadioSelect | CheckboxSelectMultiple) else (),
    )
    if drawn.choices:
        return drawn
    return DrawnField(
        field=field,
        hint=drawn.hint,
        hint_id=drawn.hint_id,
        error_id=drawn.error_id,
        control=field.as_widget(attrs=_attributes(drawn)),
        choices=(),
    )


def is_single_check_box(field: BoundField) -> bool:
    """Say whether the control stands before its label."""
    return isinstance(field.field.widget, CheckboxInput)


def list_errors(form: BaseForm) -> list[SummaryError]:
    """Return the errors in the order of the questions, each with the control that mends it."""
    errors = [SummaryError(str(sentence)) for sentence in form.non_field_errors()]
    for field in form:
        errors += [SummaryError(str(sentence), str(field.label), _target(field)) for sentence in field.errors]
    return errors


def _target(field: BoundField) -> str:
    """Return the id of the first control of a question: a group of choices has no control of its own."""
    if isinstance(field.field.widget, RadioSelect | CheckboxSelectMultiple):
        return str(field.subwidgets[0].id_for_label) if field.subwidgets else ""
    return str(field.id_for_label)


def _attributes(drawn: DrawnField) -> dict[str, str | bool]:
    own = drawn.field.field.widget.attrs.get("class", "")
    attributes = {"class": f"ds-input {own}".strip()}
    # Replaces Django's own attribute, which names ids that our template does not have.
    attributes["aria-describedby"] = drawn.described_by
    if drawn.field.errors:
        attributes["aria-invalid"] = "true"
    return {name: value for name, value in attributes.items() if value}
