"""Try again what was given up, after the cause is mended."""

from project06.evidence import public as evidence
from project06.kernel.jobs import enqueue
from project06.kernel.permissions import Actor
from project06.notices.enums import NoticeState
from project06.notices.models import Notice


@evidence.operation
def revive_notices(*, by: Actor) -> int:
    """Let every notice that was given up and not yet wiped be sent again; return how many. Safe to run twice."""
    dead = Notice.objects.select_for_update(of=("self",)).filter(state=NoticeState.DEAD, wiped_at__isnull=True)
    uuids = list(dead.order_by("id").values_list("uuid", flat=True))
    Notice.objects.filter(uuid__in=uuids).update(state=NoticeState.WAITING, tries=0, last_error="")
    for uuid in uuids:
        enqueue("notices.deliver", notice=uuid)
    if uuids:
        evidence.record(
            by=by,
            action="notices.revive-notices",
            subject_kind="notice",
            subject=None,
            purpose="send again what could not be sent",
            legal_ground="Decree 42/2022/ND-CP",
            details={"count": str(len(uuids))},
        )
    return len(uuids)
