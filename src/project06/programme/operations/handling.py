"""The stamp that an act leaves on figures; other operations of this folder make one each."""

from project06.kernel.clock import now
from project06.kernel.permissions import Actor
from project06.programme.enums import HandlingStep
from project06.programme.models import Handling


def open_handling(step: HandlingStep, *, by: Actor, remark: str = "") -> Handling:
    """Write down that `by` does something with figures now; figures then point at this row."""
    return Handling.objects.create(
        step=step,
        handled_at=now(),
        account=by.account,
        agency=by.agency or "",
        agency_name=by.agency_name,
        post_title=by.post_title,
        remark=remark,
    )
