"""Give an organisation a new post."""

from datetime import date

from django.db import transaction
from django.db.utils import IntegrityError

from project06.agencies.data import PostData
from project06.agencies.enums import ADMINISTER
from project06.agencies.errors import PostExists, UnknownAgency
from project06.agencies.events import PostCreated
from project06.agencies.models import Agency, Post
from project06.agencies.queries.list_posts import get_post
from project06.agencies.queries.select_agencies import valid_on
from project06.evidence import public as evidence
from project06.kernel.events import publish
from project06.kernel.permissions import Actor, check


@evidence.operation
def create_post(*, agency: str, title: str, on: date, by: Actor) -> PostData:
    """Create a post in the organisation that bears the code on the day; it exists from that day.

    Raises UnknownAgency, NotAllowed, PostExists. Law: Decree 150/2025/NĐ-CP (posts are set by the organisation).
    """
    home = Agency.objects.filter(valid_on(on), code=agency).first()
    if home is None:
        raise UnknownAgency(code=agency)
    check(by, ADMINISTER, path=home.unit_path)
    try:
        with transaction.atomic():
            post = Post.objects.create(agency=home, title=" ".join(title.split()), valid_from=on)
    except IntegrityError as fault:
        raise PostExists from fault
    evidence.record(
        by=by,
        action="agencies.create-post",
        subject_kind="post",
        subject=post.uuid,
        purpose="Organise the work of the agency",
        legal_ground="Decree 150/2025/NĐ-CP",
        details={"agency": home.code},
    )
    publish(PostCreated(post=post.uuid, agency_code=home.code))
    return get_post(post.uuid, on)
