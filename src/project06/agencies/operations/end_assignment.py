"""End an appointment; it stays in the history."""

from datetime import date
from uuid import UUID

from project06.agencies.data import PostData
from project06.agencies.enums import ADMINISTER
from project06.agencies.errors import AssignmentEnded as AlreadyEnded
from project06.agencies.errors import UnknownAssignment, UnusablePeriod
from project06.agencies.events import AssignmentEnded
from project06.agencies.models import Assignment
from project06.agencies.operations.locking import check_is_not_own
from project06.agencies.queries.list_posts import get_post
from project06.evidence import public as evidence
from project06.kernel.clock import today
from project06.kernel.events import publish
from project06.kernel.permissions import Actor, check


@evidence.operation
def end_assignment(*, assignment: UUID, valid_to: date, by: Actor) -> PostData:
    """End the appointment: `valid_to` is the first day on which the official no longer holds the post.

    Raises UnknownAssignment, NotAllowed, OwnRights, AssignmentEnded, UnusablePeriod.
    Law: Law on Cadres and Civil Servants 80/2025/QH15.
    """
    found = (
        Assignment.objects.select_for_update(of=("self",))
        .select_related("official", "post__agency")
        .filter(uuid=assignment)
        .first()
    )
    if found is None:
        raise UnknownAssignment
    check(by, ADMINISTER, path=found.post.agency.unit_path)
    check_is_not_own(found.post, by=by, on=today())
    if found.valid_to is not None and found.valid_to <= valid_to:
        raise AlreadyEnded
    if valid_to < found.valid_from:
        raise UnusablePeriod
    found.valid_to = valid_to
    found.save(update_fields=["valid_to"])
    evidence.record(
        by=by,
        action="agencies.end-assignment",
        subject_kind="account",
        subject=found.official.account,
        fields=("valid_to",),
        purpose="End an appointment to a post",
        legal_ground="Law 80/2025/QH15",
        details={"agency": found.post.agency.code, "to": valid_to.isoformat()},
    )
    publish(
        AssignmentEnded(assignment=found.uuid, account=found.official.account, post=found.post.uuid, valid_to=valid_to)
    )
    return get_post(found.post.uuid, today())
