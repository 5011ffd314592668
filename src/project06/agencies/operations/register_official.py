"""Let an account stand for an official."""

from uuid import UUID

from django.db import transaction
from django.db.utils import IntegrityError

from project06.agencies.data import OfficialData
from project06.agencies.enums import ADMINISTER
from project06.agencies.errors import OfficialExists
from project06.agencies.events import OfficialRegistered
from project06.agencies.models import Official
from project06.agencies.queries.list_posts import official_data
from project06.evidence import public as evidence
from project06.kernel.clock import now
from project06.kernel.events import publish
from project06.kernel.permissions import Actor, check
from project06.kernel.text import fold, sort_key


@evidence.operation(subject_kind="account", subject="account")
def register_official(*, account: UUID, name: str, staff_number: str, by: Actor) -> OfficialData:
    """Register the person behind `account` as an official who may be appointed to posts.

    Raises NotAllowed, OfficialExists. Law: Law on Cadres and Civil Servants 80/2025/QH15 (staff records).
    """
    check(by, ADMINISTER)
    said = " ".join(name.split())
    try:
        with transaction.atomic():
            official = Official.objects.create(
                account=account,
                name=said,
                folded_name=fold(said),
                sort_key=sort_key(said),
                staff_number=staff_number.strip(),
                created_at=now(),
            )
    except IntegrityError as fault:
        raise OfficialExists from fault
    evidence.record(
        by=by,
        action="agencies.register-official",
        subject_kind="account",
        subject=account,
        fields=("name", "staff_number"),
        purpose="Keep the list of officials who may act for an agency",
        legal_ground="Law 80/2025/QH15",
    )
    publish(OfficialRegistered(official=official.uuid, account=account))
    return official_data(official)
