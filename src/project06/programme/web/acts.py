"""The acts that a page offers: each a form of its own that unfolds, or a single button."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.forms import Form
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class ActWords:
    """What an act is called, and what its button says."""

    title: str | Promise
    button: str | Promise


@dataclass(frozen=True, slots=True)
class ShownAct:
    """An act with its form; without questions (`form` is None) it is a button alone. Refused ones stand open."""

    name: str
    words: ActWords
    action: str
    form: Form | None
    is_open: bool = False


WORDS: Mapping[str, ActWords] = {
    "check_task_evidence": ActWords(_("Check the document"), _("The document belongs to the task")),
    "accept_task_evidence": ActWords(_("Accept the evidence"), _("Accept the evidence")),
    "return_task_evidence": ActWords(_("Return the document"), _("Return it")),
    "claim_task": ActWords(_("Report the progress"), _("Report it")),
    "attach_task_evidence": ActWords(_("Attach the document that proves it"), _("Attach it")),
    "revise_due_date": ActWords(_("Revise the due date"), _("Revise it")),
    "hand_over_task": ActWords(_("Hand over to another agency"), _("Hand it over")),
    "edit_task": ActWords(_("Correct the wording, plan or group"), _("Store the correction")),
    "cancel_task": ActWords(_("Take the task back"), _("Take it back")),
    "move_bottleneck": ActWords(_("Next step"), _("Store the step")),
    "link_bottleneck": ActWords(_("Link indicators and units"), _("Store the links")),
    "move_pilot": ActWords(_("Next step"), _("Store the step")),
    "prepare_agenda": ActWords(_("Make the agenda from exceptions"), _("Make the agenda")),
    "record_minutes": ActWords(_("Write the minutes"), _("Store the minutes")),
    "add_decision": ActWords(_("Add a decision"), _("Add it")),
    "change_decision": ActWords(_("Change this decision"), _("Store the change")),
    "create_task_from_decision": ActWords(_("Make a task of it"), _("Give out the task")),
    "issue_conclusions": ActWords(_("Issue the conclusions"), _("Issue them for good")),
}
"""In the order in which pages show them."""


def present_acts(
    names: frozenset[str], subject: UUID, forms: Mapping[str, Form], refused: frozenset[str] = frozenset()
) -> tuple[ShownAct, ...]:
    """Return the acts on a subject that a reader may do, each form with identifiers of its own."""
    for name, form in forms.items():
        form.auto_id = f"{name}-{subject.hex[-6:]}-%s"
    return tuple(
        ShownAct(name, words, reverse(f"programme:{name}", args=[subject]), forms.get(name), name in refused)
        for name, words in WORDS.items()
        if name in names
    )
