"""A step of a bottleneck or a pilot model, appended to its history."""

from project06.kernel.clock import now
from project06.kernel.permissions import Actor
from project06.programme.models import Bottleneck, Movement, PilotModel

REGISTER_GROUND = "Document 452/TTg-KSTT (2023-05-23); Decision 06/QĐ-TTg (2022-01-06)"


def append_movement(
    *,
    bottleneck: Bottleneck | None = None,
    pilot: PilotModel | None = None,
    from_state: str = "",
    to_state: str,
    note: str,
    by: Actor,
) -> None:
    """Append one step; exactly one of `bottleneck` and `pilot` is given."""
    Movement.objects.create(
        bottleneck=bottleneck,
        pilot=pilot,
        from_state=from_state,
        to_state=to_state,
        happened_at=now(),
        account=by.account,
        agency=by.agency or "",
        post_title=by.post_title,
        note=note,
    )


def tidy_note(note: str) -> str:
    """Return a note without stray blanks, at most 500 characters."""
    return " ".join(note.split())[:500]
