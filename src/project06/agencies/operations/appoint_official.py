"""Put an official into a post from a day on."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.utils import IntegrityError

from project06.agencies.data import PostData
from project06.agencies.errors import AlreadyAppointed, OwnRights, UnknownOfficial, UnusablePeriod
from project06.agencies.events import OfficialAppointed
from project06.agencies.models import Assignment, Official
from project06.agencies.operations.locking import lock_post
from project06.agencies.queries.list_posts import get_post
from project06.evidence import public as evidence
from project06.kernel.clock import now
from project06.kernel.events import publish
from project06.kernel.permissions import Actor


@evidence.operation(subject_kind="official", subject="official")
def appoint_official(
    *,
    official: UUID,
    post: UUID,
    valid_from: date,
    valid_to: date | None = None,
    decision: str = "",
    by: Actor,
) -> PostData:
    """Appoint the official to the post in `[valid_from, valid_to)` by the decision of that number.

    Raises UnknownPost, UnknownOfficial, NotAllowed, OwnRights, PostClosed, AlreadyAppointed, UnusablePeriod.
    Law: Law on Cadres and Civil Servants 80/2025/QH15.
    """
    place = lock_post(post, by=by, on=valid_from)
    person = Official.objects.filter(uuid=official).first()
    if person is None:
        raise UnknownOfficial
    if by.account is not None and person.account == by.account:
        raise OwnRights
    if valid_to is not None and valid_to <= valid_from:
        raise UnusablePeriod
    try:
        with transaction.atomic():
            assignment = Assignment.objects.create(
                official=person,
                post=place,
                valid_from=valid_from,
                valid_to=valid_to,
                decision=decision.strip(),
                created_at=now(),
            )
    except IntegrityError as fault:
        raise AlreadyAppointed from fault
    evidence.record(
        by=by,
        action="agencies.appoint-official",
        subject_kind="account",
        subject=person.account,
        fields=("post", "valid_from", "valid_to"),
        purpose="Appoint an official to a post",
        legal_ground="Law 80/2025/QH15",
        details={"agency": place.agency.code, "from": valid_from.isoformat()},
    )
    publish(
        OfficialAppointed(assignment=assignment.uuid, account=person.account, post=place.uuid, valid_from=valid_from)
    )
    return get_post(place.uuid, valid_from)
